"""Stretches of time: two ends that make one range, a length and its last day, a portion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from armreader.linking.times.calendar import add_months, value_range
from armreader.records import Reason, TimeExpression
from armreader.records.dates import DateRange
from armreader.records.timex import AHEAD

_LENGTH = re.compile(r"P(\d{1,4})([DWMYQ])")
_YEARLESS = re.compile(r"XXXX-\d")
_SURE = ("before", "after", "same")
"""Directions that the words themselves give: last May, next May."""
_MONTHS = {"M": 1, "Q": 3, "Y": 12}
_DAYS = {"D": 1, "W": 7}


def with_stretches(times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The times in their order; both ends of a stretch get the days of the whole."""
    return tuple(_joined(times))


def _joined(times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    last: TimeExpression | None = None
    for number, one in enumerate(times):
        following = times[number + 1] if number + 1 < len(times) else None
        if last is not None:
            yield last
            last = None
            continue
        pair = one.form.pair
        if following is None or following.form.pair != "last" or pair not in ("first", "length"):
            yield one
            continue
        first, last = _stretch(one, following) if pair == "first" else _ending(one, following)
        yield first


def _stretch(first: TimeExpression, last: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """From one day to the other; an end without a stated year may move to keep the order."""
    if first.range is None or last.range is None:
        return first, last
    if first.range.sort_key[0] > last.range.sort_key[1]:
        first, last = _in_order(first, last)
    else:
        last = _next_after(first, last)
    begin, end = first.range, last.range
    if begin is None or end is None or begin.sort_key[0] > end.sort_key[1]:
        return first, last
    return _both(first, last, begin.span(end))


def _in_order(first: TimeExpression, last: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """The ends, with the one that lacked its year or week moved by one; the first if it can be."""
    if first.form.value.startswith("XXXX") and last.form.direction not in AHEAD:
        moved = _moved(first, -1)
        in_order = moved.range and last.range and moved.range.sort_key <= last.range.sort_key
        if in_order and not last.form.value.startswith("XXXX-WXX"):
            return moved, last
    if last.form.value.startswith("XXXX"):
        return first, _moved(last, 1)
    return first, last


def _next_after(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """The last day without a year in the first year that keeps the order: not 14 months."""
    open_ones = (first, last)
    if any(one.form.direction in _SURE or not _YEARLESS.match(one.form.value) for one in open_ones):
        return last
    nearer = _moved(last, -1)
    in_order = nearer.range and first.range and first.range.sort_key < nearer.range.sort_key
    return nearer if in_order else last


def _moved(time: TimeExpression, step: int) -> TimeExpression:
    """A weekday moved by weeks, any other day or month by years."""
    if time.form.value.startswith("XXXX-WXX-") and time.range and time.range.earliest:
        value = (time.range.earliest + timedelta(weeks=step)).isoformat()
    elif time.form.value.startswith("XXXX-") and time.value[:4].isdecimal():
        value = f"{int(time.value[:4]) + step:04}{time.value[4:]}"
    else:
        return time
    found = value_range(value, time.form.mod)
    return replace(time, value=value, range=found) if found else time


def _ending(length: TimeExpression, last: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """The week ending 12 April, the three months to June."""
    end = last.range.latest if last.range else None
    counted = _LENGTH.fullmatch(length.value if length.value.startswith("P") else "P1Q")
    first = _days_before(end, int(counted[1]), counted[2]) if end and counted else None
    if end is None or first is None:
        return length, last
    if not length.value.startswith("P"):
        value = f"{end.year:04}-Q{(end.month + 2) // 3}"
        length = replace(length, value=value)
    return _both(length, last, DateRange(first, end, bool(last.range and last.range.approximate)))


def _days_before(end: date, count: int, unit: str) -> date | None:
    """The first day of so many units that end on a day."""
    try:
        if unit in _DAYS:
            return end - timedelta(days=count * _DAYS[unit] - 1)
        following = end + timedelta(days=1)
        year, month = add_months(following.year, following.month, -count * _MONTHS[unit])
        return date(year, month, min(following.day, 28))
    except (ValueError, OverflowError):
        return None


def _both(
    first: TimeExpression, last: TimeExpression, range_: DateRange
) -> tuple[TimeExpression, TimeExpression]:
    passages = tuple(dict.fromkeys((*first.reason.passages, *last.reason.passages)))
    reason = Reason("time-ends-of-stretch", passages)
    return replace(first, range=range_, reason=reason), replace(last, range=range_, reason=reason)


def portion_of(time: TimeExpression) -> TimeExpression:
    """The first two months of 2021, once the days of 2021 are known."""
    which, _, length = time.form.portion.partition(" ")
    counted = _LENGTH.fullmatch(length)
    whole = time.range
    if not counted or whole is None or whole.earliest is None or whole.latest is None:
        return replace(time, value=length, range=None, type="DURATION")
    count, unit = int(counted[1]), counted[2]
    if which == "first":
        last = _days_after(whole.earliest, count, unit)
        found = DateRange(whole.earliest, last, whole.approximate) if last else None
    else:
        first = _days_before(whole.latest, count, unit)
        found = DateRange(first, whole.latest, whole.approximate) if first else None
    if found is None or not whole.contains(found):
        return replace(time, value=length, range=None, type="DURATION")
    return replace(time, value=_half(found, unit) or length, range=found)


def _days_after(first: date, count: int, unit: str) -> date | None:
    """The last day of so many units that begin on a day."""
    try:
        if unit in _DAYS:
            return first + timedelta(days=count * _DAYS[unit] - 1)
        year, month = add_months(first.year, first.month, count * _MONTHS[unit])
        return date(year, month, first.day) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _half(range_: DateRange, unit: str) -> str:
    """Two quarters from January are ``2021-H1``; empty for what is not half a year."""
    first = range_.earliest
    if first and unit == "Q" and first.month % 6 == 1:
        half = f"{first.year:04}-H{1 + first.month // 7}"
        found = value_range(half)
        return half if found and found.sort_key == range_.sort_key else ""
    return ""
