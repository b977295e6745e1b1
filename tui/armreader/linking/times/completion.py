"""Completing a date that lacks its year or week, in a stated direction from a day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from armreader.linking.times.calendar import feast_day, value_range
from armreader.records import TimeDirection, TimeForm
from armreader.records.timex import AHEAD

_PERIODS = ("Q", "H", "S", "F", "W")
"""First letters of quarters, halves and seasons: the latest that has begun is meant."""

_WEDNESDAY, _FRIDAY = 3, 5

_LAST_OF_WINTER = 3
_A_YEAR = 366
_A_SLIP = 14
"""In days: so near, a weekday that does not agree with its date is a slip of the writer."""
_SOON = 4
"""In days: on Friday, "ahead of Tuesday's vote" looks ahead; on Wednesday it looks back."""
_AGAINST_TENSE = 5
"""The past outweighs nearness five times: in June, "said in December" is half a year back, but on
6 January, "said they must go by 14 January" is not a year back just because of "said"."""
_AGAINST_FUTURE = 10
"""What will be lies ahead with more certainty: in January, "will win in November" …"""
_AGAINST_FORECAST = 5
"""… but "will report a third-quarter loss" speaks of the quarter that is over."""


def completed(form: TimeForm, day: date) -> tuple[str, TimeDirection]:
    """The value with its year or week filled in, and the direction in which it was found.

    Raises ValueError where no year within eight gives a possible date.
    """
    value, mark, time = form.value.partition("T")
    if value.endswith("-WE"):
        return _weekend(form.direction, day), form.direction
    if value.startswith("XXXX-WXX-"):
        which, sought = _weekday(int(value[-1]), form.direction, day)
        return which.isoformat() + mark + time, sought
    candidates = list(_candidates(form, value, day))
    if not candidates:
        raise ValueError(f"no year near {day.year} has {value}")
    found = _choice(candidates, _sought(form.direction, value), day)
    if not agrees(form, found) and abs((_ends(found)[0] - day).days) > _A_SLIP:
        agreeing = [one for one in candidates if agrees(form, one)]
        found = _choice(agreeing, "", day) if agreeing else found
    return found + mark + time, _direction_of(found, form.direction, day)


def agrees(form: TimeForm, value: str) -> bool:
    """Whether a day is on the weekday that is said with it, if there is one."""
    day = value.partition("T")[0]
    if not form.weekday or len(day) != len("2030-01-01") or not day[:4].isdecimal():
        return True
    return date.fromisoformat(day).isoweekday() == form.weekday


def _weekday(weekday: int, direction: TimeDirection, day: date) -> tuple[date, TimeDirection]:
    back = timedelta(days=(day.isoweekday() - weekday) % 7)
    forth = timedelta(days=(weekday - day.isoweekday()) % 7)
    week = timedelta(days=7)
    match direction:
        case "before":
            return day - (back or week), direction
        case "after":
            return day + (forth or week), direction
        case "same":
            return day + timedelta(days=weekday - day.isoweekday()), direction
        case "future" | "coming":
            return day + forth, direction
        case "toward":
            near = forth.days <= _SOON
            return (day + forth, "future") if near else (day - back, "past")
        case "over":
            return day - back, direction
        case _:
            return day - back, "past"


def _weekend(direction: TimeDirection, day: date) -> str:
    """The weekend of this week, or of the one before, by the tense and else by nearness."""
    latest_of_past = {"past": _FRIDAY, "over": _FRIDAY, "future": 0, "toward": 0, "coming": 0}.get(
        direction, _WEDNESDAY
    )
    past = day.isoweekday() <= latest_of_past
    year, number, _ = (day - timedelta(days=7) if past else day).isocalendar()
    return f"{year:04}-W{number:02}-WE"


def _candidates(form: TimeForm, value: str, day: date) -> Iterator[str]:
    """The value in the years around the day; a leap day may need to look further."""
    reach = 8 if value.endswith("-02-29") else 1
    for year in range(day.year - reach, day.year + reach + 1):
        if form.feast:
            with suppress(ValueError):
                yield feast_day(form.feast, year).isoformat()
        elif value_range(f"{year:04}{value[4:]}"):
            yield f"{year:04}{value[4:]}"


def _sought(direction: TimeDirection, value: str) -> TimeDirection:
    if value[5] in ("Q", "H") and direction in ("", "past"):
        return "over"
    return direction or ("past" if value[5] in _PERIODS else "")


def _direction_of(found: str, stated: TimeDirection, day: date) -> TimeDirection:
    """The stated direction, or none where nearness outweighed it."""
    first, last = _ends(found)
    if (stated in ("past", "over") and first > day) or (stated in AHEAD and last < day):
        return ""
    return stated


def _choice(candidates: list[str], direction: TimeDirection, day: date) -> str:
    spans = [(value, *_ends(value)) for value in candidates]
    match direction:
        case "before":
            fitting = [value for value, _, last in spans if last < day][-1:]
        case "after":
            fitting = [value for value, first, _ in spans if first > day][:1]
        case "over":
            fitting = [value for value, first, _ in spans if 0 <= (day - first).days <= _A_YEAR][
                -1:
            ]
        case "coming":
            fitting = [value for value, _, last in spans if 0 <= (last - day).days <= _A_YEAR][:1]
        case "same":
            # Up to March, this winter is the one that began the year before.
            winter = candidates[0].endswith("-WI") and day.month <= _LAST_OF_WINTER
            fitting = [one for one in candidates if one.startswith(f"{day.year - winter:04}")]
        case _:
            fitting = []
    if fitting:
        return fitting[0]
    back, forth = 1, _AGAINST_TENSE if direction == "past" else 1
    if direction in ("future", "toward"):
        back = _AGAINST_FORECAST if candidates[0][5] == "Q" else _AGAINST_FUTURE
    return min(spans, key=lambda one: _distance(one[1], one[2], day, back, forth))[0]


def _ends(value: str) -> tuple[date, date]:
    found = value_range(value)
    if not found or not found.earliest or not found.latest:
        raise ValueError(f"no day in {value}")
    return found.earliest, found.latest


def _distance(first: date, last: date, day: date, back: int, forth: int) -> int:
    """Days from the anchor; each counts as many times as its side of the anchor says."""
    if first <= day <= last:
        return 0
    return (first - day).days * forth if first > day else (day - last).days * back
