"""Vague times that are something else: now and then, an ocean current, the past president."""

from __future__ import annotations

from armreader.extraction.times.auxiliaries import tense_words
from armreader.extraction.times.setting import Setting, context, is_capitalised, lower
from armreader.language import entries


def is_some_day(at: Setting) -> bool:
    """They will one day agree, hope to one day win: a time to come, not how long it takes."""
    led = lower(at.before) in tense_words("modal") | {"to"}
    return led and lower(at.after) in entries("grammar/verbs") | {"be", "have"}


def no_reference(at: Setting) -> bool:
    """Whether the words around a vague time show that it is none."""
    phrase, before = " ".join(at.lowers), lower(at.before)
    match phrase:
        case "now":
            return lower(at.after) == "and" and lower(at.next_but_one) in ("again", "then")
        case "one day" | "some day":
            return not is_some_day(at)
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
