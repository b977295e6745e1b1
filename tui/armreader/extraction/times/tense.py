"""Which way the clause looks: the tense about an expression, for days that do not say it themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.times.scanner import Item
from armreader.records import Span, TimeDirection
from armreader.words import rows

_BEFORE, _AFTER = 14, 8
"""How many tokens before and after the expression are asked; so the cost stays linear."""


def direction(
    items: Sequence[Item], first: int, end: int
) -> tuple[TimeDirection, Span | None]:
    """Past or future by the nearest cue of the clause, and the words that tell it."""
    cues, stops = _cues(), _stops()
    if first > 1 and items[first - 1].lower in ("until", "till"):
        return "future", Span(items[first - 1].start, items[first - 1].end)
    for at in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        item = items[at]
        if item.lower in stops:
            break
        found = cues.get(item.lower)
        if at > 0:
            found = cues.get(f"{items[at - 1].lower} {item.lower}", found)
        if found:
            return found, Span(item.start, item.end)
        if _is_past_form(item):
            return "past", Span(item.start, item.end)
    for at in range(end, min(end + _AFTER, len(items))):
        item = items[at]
        if item.lower in stops:
            break
        found = cues.get(item.lower)
        if found:
            return found, Span(item.start, item.end)
        if _is_past_form(item):
            return "past", Span(item.start, item.end)
    return "", None


def _is_past_form(item: Item) -> bool:
    return item.word[0].islower() and len(item.lower) > 3 and item.lower.endswith("ed")


@cache
def _cues() -> dict[str, TimeDirection]:
    return {
        row[1]: "future" if row[0] == "future" else "past"
        for row in rows("times_tense")
        if row[0] in ("past", "future")
    }


@cache
def _stops() -> frozenset[str]:
    return frozenset(row[1] for row in rows("times_tense") if row[0] == "stop")
