"""A DateRange in the forms that people and other programs expect, never more precise than it is."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armreader import language
from armreader.records.dates import DateRange


class DateParts(NamedTuple):
    """Year, month and day, as far as they are known."""

    year: int
    month: int | None = None
    day: int | None = None


class Ends(NamedTuple):
    """The first and the last date of a range, each only as precise as EDTF writes it."""

    first: DateParts | None
    """None where the range is open to the past."""
    last: DateParts | None
    """None where it is open to the future; the same as ``first`` for a single date."""


def ends_of(range_: DateRange) -> Ends:
    """The ends of a range: 2024-02 is (2024, 2) twice, 2021/2022 is 2021 and 2022."""
    if range_.ancient:
        return Ends(*(DateParts(year) for year in range_.ancient))
    if range_.precision in ("decade", "century") and range_.earliest and range_.latest:
        return Ends(DateParts(range_.earliest.year), DateParts(range_.latest.year))
    first, slash, last = range_.edtf.replace("~", "").partition("/")
    return Ends(_parts(first), _parts(last if slash else first))


def date_in_words(range_: DateRange | None) -> str:
    """``23 February 2024``, ``about September 2023``, ``from 2021 to 2022``, ``undated``."""
    if range_ is None:
        return "undated"
    about = "about " if range_.approximate else ""
    if range_.ancient:
        return about + range_.in_words
    first, last = ends_of(range_)
    if range_.precision == "decade" and first:
        return f"{about}the {first.year}s"
    if first and last:
        if first == last:
            return about + _in_words(first)
        return f"{about}from {_in_words(first)} to {_in_words(last)}"
    if first or last:
        return f"{about}since {_in_words(first)}" if first else f"{about}until {_in_words(last)}"
    return "undated"


def month_name(number: int) -> str:
    """``February`` for 2."""
    return _months()[number - 1]


def _parts(edtf: str) -> DateParts | None:
    if edtf in ("", ".."):
        return None
    return DateParts(*map(int, edtf.split("-")))


def _in_words(parts: DateParts | None) -> str:
    if parts is None:
        return ""
    month = _months()[parts.month - 1] if parts.month else ""
    return " ".join(str(part) for part in (parts.day, month, parts.year) if part)


@cache
def _months() -> tuple[str, ...]:
    """The full names of the months, which stand first in the table."""
    names: dict[int, str] = {}
    for name, number, *_ in language.rows("months"):
        names.setdefault(int(number), name.capitalize())
    return tuple(names[number] for number in range(1, 13))
