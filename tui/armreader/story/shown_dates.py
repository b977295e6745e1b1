"""Dates as people read them, never more precise than what is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from armreader.records.dates import DateRange

if TYPE_CHECKING:
    from armreader.records import Publication

Unit = Literal["month", "year", "day"]
"""Under what dates are grouped."""
UNITS: tuple[Unit, ...] = get_args(Unit)
"""In the order in which the key steps through them."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST_DAYS = 31
"""An interval of more days is not listed under the month it begins in."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def full_date(range_: DateRange | None) -> str:
    """``23 Feb 2024``, ``Sep 2023``, ``2021–2022``, ``1990s``, ``from 22 Feb 2024``, or undated."""
    if range_ is None:
        return "undated"
    range_ = range_.shown
    about = "~" if range_.approximate else ""
    first, last = range_.earliest, range_.latest
    if range_.ancient:
        return about + range_.in_words
    if first is None or last is None:
        end = first or last
        if end is None:
            return "undated"
        return f"{about}{'from' if first else 'until'} {_month_or_day(range_, end)} {end.year}"
    match range_.precision:
        case "day":
            return about + _day(first)
        case "month":
            return f"{about}{_month(first)} {first.year}"
        case "year":
            return f"{about}{first.year}"
        case "decade":
            return f"{about}{first.year}s"
        case _:
            return about + _interval(range_, first, last)


def in_one_month(range_: DateRange) -> bool:
    """Whether it is known closely enough to be listed under the month in which it began."""
    range_ = range_.shown
    first, last = range_.earliest, range_.latest
    if first is None or last is None:
        return bool(first or last) and not _ends_with_year(range_)
    return (first.year, first.month) == (last.year, last.month) or (
        (range_.days or 0) <= _MOST_DAYS and range_.precision == "interval"
    )


def heading(range_: DateRange | None, unit: Unit) -> str:
    """The unit in which a range begins, as far as it is known: ``2024``, ``2024 Feb``."""
    range_ = range_.shown if range_ else None
    first = (range_.earliest or range_.latest) if range_ else None
    if range_ and range_.ancient:
        return range_.in_words
    if range_ is None or first is None:
        return "undated"
    if unit == "year" or not in_one_month(range_):
        return f"{first.year}"
    day = f" {first.day}" if unit == "day" and range_.precision == "day" else ""
    return f"{first.year} {_month(first)}{day}"


def date_under(range_: DateRange, unit: Unit) -> str:
    """What a ``heading`` leaves to say: ``22``, ``22–25``, ``→ 3 Mar``; under a year, the month."""
    range_ = range_.shown
    about = "~" if range_.approximate else ""
    if unit == "day" and range_.precision == "day":
        return about
    years = {end.year for end in (range_.earliest, range_.latest) if end}
    if unit == "year" and len(years) == 1 and range_.precision != "year":
        return full_date(range_).removesuffix(f" {years.pop()}")
    return _date_in_month(range_, about)


def _date_in_month(range_: DateRange, about: str) -> str:
    first, last = range_.earliest, range_.latest
    if first is None or last is None:
        day = first or last
        if day is None:
            return ""
        shown = _month(day) if _ends_with_year(range_) else day.day
        return f"{about}{'from' if first else 'until'} {shown}"
    if range_.precision in ("month", "year"):
        return f"~{first.year}" if about and range_.precision == "year" else about
    if range_.precision == "day":
        return f"{about}{first.day}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{about}{first.day}–{last.day}"
    if first.year == last.year:
        begins = str(first.day) if in_one_month(range_) else _month(first)
        ends = _short(last) if in_one_month(range_) else _month(last)
        return f"{about}{begins}–{ends}" if len(begins + ends) < 7 else f"{about}→ {ends}"
    return f"{about}→ {last.year}"


def weekday_date(range_: DateRange) -> str:
    """A day with its weekday and without its year (``Thu 22 Feb``); else as ``full_date``."""
    if range_.precision == "day" and range_.earliest:
        return f"{_WEEKDAYS[range_.earliest.weekday()]} {_short(range_.earliest)}"
    return full_date(range_)


def shown_value(value: DateRange | str) -> str:
    """What a side of a disagreement gives: a date as people read it, anything else as it is."""
    return value if isinstance(value, str) else weekday_date(value)


def publication_date(publication: Publication) -> str:
    """The date with how it is known: plain where stated, ``~`` inferred, ``?`` unknown."""
    date = full_date(publication.range)
    if publication.range is None:
        return f"? {date}"
    return f"~{date.removeprefix('~')}" if publication.basis == "inferred" else date


def published_words(publication: Publication) -> str:
    """A publication date and how it is known: ``23 Feb 2024 (stated)``."""
    return f"{full_date(publication.range)} ({publication.basis})"


def _interval(range_: DateRange, first: date, last: date) -> str:
    whole_months = first.day == 1 and range_.edtf.count("-") < 3
    if whole_months and first.month == 1 and last.month == 12:
        return f"{first.year}–{last.year}"
    if whole_months:
        left = _month(first) + ("" if first.year == last.year else f" {first.year}")
        return f"{left}–{_month(last)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{_short(first)}–{_day(last)}"
    return f"{_day(first)}–{_day(last)}"


def _ends_with_year(range_: DateRange) -> bool:
    """Whether the one end of an open range is that of a year: no month is known then."""
    first, last = range_.earliest, range_.latest
    ends_open = (first is None) != (last is None)
    return ends_open and range_.edtf.strip("./").rstrip("~").isdecimal()


def _month_or_day(range_: DateRange, end: date) -> str:
    """The end of an open range without its year."""
    return _month(end) if _ends_with_year(range_) else _short(end)


def _day(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"


def _short(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return month_name(day.month - 1)


def month_name(number: int) -> str:
    """A month as it is shown, by its number from 0, which may count on through the years."""
    return _MONTHS[number % 12]
