"""An expression found: where in the sentence it is, its type and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from armreader.records import TimeForm, TimeType


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at tokens ``first`` up to but not including ``end``."""

    first: int
    end: int
    type: TimeType
    form: TimeForm


# The forms of a value in the order in which they are distinguished.
def granularity(form: TimeForm) -> str:  # noqa: C901
    """What a value names: a clock time, a part of a day, a day, a week, a year …"""
    value, _, time = form.value.partition("T")
    if time and form.rule in ("clock", "part-of-this-day", "part-of-day", "previous-unit"):
        return "clock" if form.rule == "clock" else "part"
    if value.startswith("BC"):
        return "before-christ" if len(value) > len("BC02") else "century"
    if form.rule == "duration-counted":
        return "length"
    if time and value.startswith("XXXX-WXX-"):
        return "timed-weekday"
    if time and len(value) == len("XXXX-XX-XX") and not value.endswith("XX"):
        return "timed-day"
    if time or value.startswith("P") or value.endswith("REF") or "/" in value:
        return "other"
    if form.rule == "nth-weekday":
        return "day"
    if value == "XXXX-XX-XX":
        return "deictic" if form.rule == "deictic" or form.feast else "relative-day"
    rest = value[5:]
    if value.startswith("XXXX-WXX-"):
        return "weekday"
    if rest.startswith("W"):
        return "week"
    if rest.startswith("Q"):
        return "quarter"
    if rest.startswith("H"):
        return "half"
    if rest in ("SP", "SU", "FA", "WI"):
        return "season"
    if len(rest) == 5:
        return "day"
    if len(rest) == 2:
        return "month"
    return {2: "century", 3: "decade", 4: "year"}.get(len(value), "other")
