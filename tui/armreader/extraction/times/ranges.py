"""Two expressions that are the ends of one stretch of time, or its length and its last day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armreader.extraction.times.found import Found, granularity
from armreader.extraction.times.scanner import Item
from armreader.extraction.times.setting import context
from armreader.records.timex import TimePair

_ENDS = (
    *("day", "month", "year", "weekday", "season", "quarter", "half", "week", "deictic"),
    *("before-christ", "century", "decade", "timed-weekday", "timed-day"),
)
"""Kinds of expression that may be the end of a stretch."""
_DASHES = (("-",), ("–",), ("—",))
_LINKS = (*_DASHES, ("to",), ("through",), ("until",), ("till",), ("up", "to"), ("through", "to"))
_LENGTH_LINKS = (("ending",), ("ended",), ("ending", "on"), ("ended", "on"), ("that", "ended"))
_LENGTH_TO = (("to",), ("up", "to"))
_LONG_UNITS = ("Y", "M", "W")
_BACK = 8
"""How many tokens before are checked for a verb that moves an event from one day to another."""


def with_ends(found: Sequence[Found], items: Sequence[Item]) -> list[Found]:
    """The expressions; two that make one stretch are marked as its ends."""
    paired = list(found)
    for number in range(len(paired) - 1):
        one, following = paired[number], paired[number + 1]
        if following.first - one.end > 2 or one.form.pair == "last":
            continue
        kind = _kind(one, following, items)
        if kind:
            paired[number] = _marked(one, kind)
            paired[number + 1] = _marked(following, "last")
    return paired


def _marked(one: Found, kind: TimePair) -> Found:
    return replace(one, form=replace(one.form, pair=kind))


def _kind(one: Found, following: Found, items: Sequence[Item]) -> TimePair:
    """``first`` or ``length`` for what the earlier of two expressions is to the stretch."""
    between = tuple(item.lower for item in items[one.end : following.first])
    ends = granularity(following.form) in ("day", "month")
    if between in (*_LENGTH_LINKS, *_LENGTH_TO) and ends and _is_length(one, between):
        return "length"
    before = items[one.first - 1].lower if one.first else ""
    linked = between in _LINKS or (between == ("and",) and before == "between")
    if not linked or _is_moved(one, following, items):
        return ""
    first, last = granularity(one.form), granularity(following.form)
    if first not in _ENDS or last not in _ENDS or "SET" in (one.type, following.type):
        return ""
    opened = before in ("from", "between")
    return "first" if opened or (first == last and between != ("until",)) else ""


def _is_length(one: Found, between: tuple[str, ...]) -> bool:
    """The week, the quarter, three months: what ends on the day that follows."""
    value = one.form.value
    if one.form.rule == "this-period":
        return between in _LENGTH_LINKS
    counted = one.type == "DURATION" and value[1:-1].isdecimal()
    return counted and (between in _LENGTH_LINKS or value[-1] in _LONG_UNITS)


def _is_moved(one: Found, following: Found, items: Sequence[Item]) -> bool:
    """Whether something is moved from one day to the other, or the last day owns what follows."""
    if following.end < len(items) and items[following.end].lower == "'s":
        return True
    near = items[max(0, one.first - _BACK) : one.first]
    return any(item.lower in context("before-move") for item in near)
