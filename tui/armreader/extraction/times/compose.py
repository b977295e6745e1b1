"""Neighbouring expressions that become one: "10 p.m. Friday", "September last year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from armreader.extraction.times.found import Found, granularity
from armreader.extraction.times.modifiers import with_modifiers
from armreader.extraction.times.relative import to_the_day
from armreader.extraction.times.scanner import Item
from armreader.records import TimeType

_CONNECTORS: tuple[tuple[str, ...], ...] = (
    (),
    (",",),
    ("of",),
    ("in",),
    ("in", "the"),
    ("of", "the"),
    ("on",),
    ("on", "the"),
    ("of", "fiscal"),
)
_OF = (("of",), ("of", "the"), ("in",))
_FIRST, _LAST = frozenset({"first", "opening"}), frozenset({"last", "final", "closing"})
_WHOLES = ("year", "month", "decade", "century", "season", "quarter", "half", "week")
_YEAR_PARTS = ("month", "season", "quarter", "half", "day")

_COUNTING = tuple([",", word] for word in ("just", "only", "barely", "some", "about", "almost"))
"""What may be between a date and a length that only counts up to it."""


def compose(found: Sequence[Found], items: Sequence[Item]) -> list[Found]:
    """Join neighbours that name one time, then take in the modifiers before each."""
    joined: list[Found] = []
    for one in found:
        merged = _joined(joined[-1], one, items) if joined else None
        while merged:
            joined.pop()
            one = merged
            merged = _joined(joined[-1], one, items) if joined else None
        joined.append(one)
    joined = _with_day_of_hours(joined, items)
    joined = [
        _same_day(one, before, items) for before, one in zip((None, *joined), joined, strict=False)
    ]
    limits = [0, *(one.end for one in joined)]
    return [
        with_modifiers(_of_any_day(one), items, limit)
        for one, limit in zip(joined, limits, strict=False)
        if one.form.rule != "part-of-day" or _is_at_night(one, items)
    ]


def _of_any_day(one: Found) -> Found:
    """At night: of no day in particular."""
    if one.form.rule != "part-of-day":
        return one
    return replace(one, form=replace(one.form, anchor="none", unit="", shift=None))


def _with_day_of_hours(found: list[Found], items: Sequence[Item]) -> list[Found]:
    """The expressions; an hour in two zones is of the day after it: 6 p.m. (2200 GMT) on 4 May."""
    dated = list(found)
    for at in range(len(found) - 2):
        hour, other, day = found[at : at + 3]
        between = [item.lower for item in items[hour.end : other.first]]
        behind = tuple(item.lower for item in items[other.end : day.first])
        zones = between == ["("] and behind in ((")",), (")", "on"))
        of_day = granularity(day.form) in ("day", "weekday", "deictic")
        if zones and of_day and hour.form.rule == other.form.rule == "clock":
            for place, one in enumerate((hour, other), start=at):
                dated[place] = replace(_at_time(day, one), first=one.first, end=one.end)
    return dated


_APPOSED = ((",",), ("-",), ("–",), ("—",), ("(",))
_DAYS = ("day", "weekday", "deictic", "timed-day", "timed-weekday")


def _same_day(one: Found, before: Found | None, items: Sequence[Item]) -> Found:
    """On 4 May, the day after the flood: the day that is given right before."""
    if before is None or one.form.rule != "day-beside":
        return one
    between = tuple(item.lower for item in items[before.end : one.first])
    if between not in _APPOSED or granularity(before.form) not in _DAYS:
        return one
    return replace(one, form=replace(one.form, anchor="previous", shift=0))


def _is_at_night(one: Found, items: Sequence[Item]) -> bool:
    """Whether a part of the day is in "at night": only there is it a time by itself."""
    return (
        one.first > 0 and items[one.first - 1].lower == "at" and items[one.first].lower == "night"
    )


def _joined(left: Found, right: Found, items: Sequence[Item]) -> Found | None:
    if right.first - left.end > 2:
        return None
    between = tuple(item.lower for item in items[left.end : right.first])
    if between in ((), ("and",)) and left.type == right.type == "DURATION":
        return _added(left, right)
    possessive = between == ("'s",)
    if not possessive and between not in _CONNECTORS:
        return None
    if between in _OF and granularity(left.form) == "length":
        return _portion(left, right, items)
    made = _possessive(left, right) if possessive else _one_time(left, right, between)
    return replace(made, first=left.first, end=right.end) if made else None


_LENGTH = re.compile(r"P(?P<days>(?:\d+[YMWD])*)(?:T(?P<time>(?:\d+[HMS])+))?")
_SIZES = "YMWD"


def _added(left: Found, right: Found) -> Found | None:
    """Two years and three months, 2 hours 15 minutes: one length, the larger unit first."""
    lengths = [_LENGTH.fullmatch(one.form.value) for one in (left, right)]
    if right.form.rule != "duration" or not lengths[0] or not lengths[1]:
        return None
    days, times = zip(*((one["days"], one["time"] or "") for one in lengths if one), strict=True)
    units = [letter for letter in "".join(days) if letter in _SIZES]
    hours = [letter for letter in "".join(times) if letter in "HMS"]
    ordered = units == sorted(set(units), key=_SIZES.index) and hours == sorted(set(hours))
    if not ordered or (times[0] and days[1]):
        return None
    value = f"P{''.join(days)}{'T' if hours else ''}{''.join(times)}"
    return replace(left, end=right.end, form=replace(left.form, value=value))


def _portion(length: Found, whole: Found, items: Sequence[Item]) -> Found | None:
    """The first two months of 2021, the last three weeks of May."""
    words = {item.lower for item in items[length.first : length.end]}
    which = "first" if words & _FIRST else "last" if words & _LAST else ""
    if granularity(whole.form) not in _WHOLES or not which:
        return None
    form = replace(whole.form, rule="portion", portion=f"{which} {length.form.value}")
    return replace(whole, first=length.first, end=whole.end, form=form)


def _possessive(left: Found, right: Found) -> Found | None:
    """This year's third quarter."""
    if granularity(left.form) == "year" and granularity(right.form) in _YEAR_PARTS:
        return _placed(right, left)
    return None


def _one_time(left: Found, right: Found, between: tuple[str, ...]) -> Found | None:
    kinds = granularity(left.form), granularity(right.form)
    apart = bool(between)
    match kinds:
        case ("clock" | "part", "day" | "weekday" | "deictic" | "relative-day"):
            return _at_time(right, left) if between[:1] != ("in",) else None
        case ("clock", "part" | "other") if not apart and right.form.shift is not None:
            return _at_clock(right, left)
        case ("year" | "month" | "week", "deictic") if not apart and left.form.rule == "ago":
            # A year ago today.
            return replace(left, form=to_the_day(left.form)) if right.form.shift == 0 else None
        case ("day" | "weekday" | "deictic", "part") if not apart or between == (",",):
            return _at_time(left, right) if not apart else None
        case ("timed-weekday" | "timed-day", "part") if not apart:
            return left
        case ("day" | "weekday" | "deictic", "clock") if not apart:
            return _at_time(left, right)
        case ("timed-weekday", "day") if between in ((), (",",)):
            return _on_weekday(_at_time(right, left), left)
        case ("weekday", "day") if between in ((), (",",), ("of",), ("the",)):
            return _on_weekday(right, left)
        case ("weekday" | "timed-weekday", "week") if (
            between in ((), ("of",)) and right.form.shift is not None
        ):
            return _placed(left, right)
        case ("week", "weekday" | "timed-weekday") if (
            between in ((), ("on",), ("on", "the")) and left.form.shift is not None
        ):
            return _placed(right, left)
        case ("month" | "season" | "quarter" | "half" | "day", "year") if (
            (between != ("in",) or right.form.value[:4].isdecimal())
            and left.form.value.startswith("XXXX")
            and not left.form.direction
            and left.form.shift is None
            and between != ("on",)
            and (apart or right.form.shift is not None)
            and (between != (",",) or right.form.anchor == "none")
        ):
            return _placed(left, right)
        case ("month" | "season", "before-christ") if between in ((), ("of",)):
            rest = left.form.value[4:]
            return replace(right, form=replace(right.form, value=right.form.value + rest))
        case ("deictic", "year") if left.form.feast and (
            right.form.value.isdecimal() if apart else right.form.shift is not None
        ):
            # Easter Monday last year, Thanksgiving in 2030.
            return _placed(left, right) if between in ((), ("in",), ("of",)) else None
        case ("deictic", "day" | "weekday") if between == (",",):
            return right
    return None


def _on_weekday(day: Found, weekday: Found) -> Found:
    """A day of the month with the weekday that is said with it."""
    number = weekday.form.value.removeprefix("XXXX-WXX-")[:1]
    return replace(
        day, form=replace(day.form, weekday=int(number)) if number.isdecimal() else day.form
    )


def _at_time(day: Found, time: Found) -> Found:
    """The day with the clock time or part of the day of the other."""
    clock = time.form.value.partition("T")[2]
    if "T" in day.form.value:
        return day
    kind: TimeType = "SET" if day.type == "SET" else "TIME"
    return replace(day, type=kind, form=replace(day.form, value=f"{day.form.value}T{clock}"))


def _at_clock(part: Found, clock: Found) -> Found | None:
    """Ten o'clock last night, 8 p.m. tonight: the hour instead of the part of that day."""
    if "T" not in part.form.value or part.form.unit != "D":
        return None
    value = clock.form.value
    return replace(part, type="TIME", form=replace(part.form, value=value))


def _placed(part: Found, whole: Found) -> Found:
    """A part of the year or week that the other names: its month, its weekday."""
    rest = part.form.value[4:]
    value = whole.form.value[:4] + rest
    form = replace(whole.form, value=value, mod=part.form.mod or whole.form.mod)
    if whole.form.value.startswith("XXXX-W"):
        form = replace(form, value=part.form.value)
    return replace(part, form=replace(form, rule=part.form.rule, feast=part.form.feast))


def with_appositions(found: Sequence[Found], items: Sequence[Item]) -> list[Found]:
    """The expressions; what only counts up to the date before it means that date.

    "In October 2014, just eight months later": both are October 2014.
    """
    said = list(found)
    for at in range(1, len(said)):
        before, one = said[at - 1], said[at]
        between = [item.lower for item in items[before.end : one.first]]
        known = before.type == "DATE" and before.form.value[:4].isdigit()
        if known and one.form.rule == "later" and between in ([","], *_COUNTING):
            said[at] = replace(one, form=before.form)
    return said
