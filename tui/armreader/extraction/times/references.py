"""Vague times that are something else: now and then, an ocean current, the past president."""

from __future__ import annotations

from armreader.extraction.times.setting import Setting, context, is_capitalised, lower


def no_reference(at: Setting) -> bool:
    """Whether the words around a vague time show that it is none."""
    phrase, before = " ".join(at.lowers), lower(at.before)
    match phrase:
        case "now":
            return lower(at.after) == "and" and lower(at.next_but_one) in ("again", "then")
        case "the moment":
            return before not in ("at", "for")
        case "current":
            # The Gulf Current, swept off by a current.
            name = is_capitalised(at.first) and is_capitalised(at.before)
            return name or not lower(at.after).isalnum() or lower(at.after) in context("after-noun")
        case "recent":
            return before in context("determiner")
        case "future":
            return before in context("determiner") or before.endswith("ly")
        case "the past" | "the present":
            after = lower(at.after)
            return after.isalnum() and after not in context("after-noun")
    return False
