"""DateRange: an interval of days that keeps its precision and prints as EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from armreader.records.ancient_years import years_edtf, years_in_words, years_of
from armreader.records.days import (
    end_text,
    is_first_of_month,
    is_last_of_month,
    month_day_text,
    year_text,
)

Precision = Literal["day", "month", "year", "decade", "century", "interval"]

_LEVEL_ONE = re.compile(r"(\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}|\d{3}X|\d{2}XX)([~?%]?)")
_FIRST, _LAST = date.min, date.max


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from ``earliest`` to ``latest``, both included; None means that that end is open."""

    earliest: date | None
    latest: date | None
    approximate: bool = False
    ancient: tuple[int, int] | None = None
    """First and last year of a range that begins before the year 1, whose days no ``date`` can
    hold: both ends are None then. Years are astronomical, as in ISO 8601: 1 BC is 0."""
    likeliest: date | None = None
    """The day of an approximate range that is likeliest: lists and EDTF give it as about that day,
    while comparing goes by all of them."""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a range ends before it begins: {self.earliest} > {self.latest}")

    @property
    def shown(self) -> DateRange:
        """What lists show and order by: about the likeliest day, else the range itself."""
        return DateRange.day(self.likeliest, approximate=True) if self.likeliest else self

    @classmethod
    def day(cls, day: date, *, approximate: bool = False) -> DateRange:
        return cls(day, day, approximate)

    @classmethod
    def month(cls, year: int, month: int, *, approximate: bool = False) -> DateRange:
        last = monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), approximate)

    @classmethod
    def year(cls, year: int, *, approximate: bool = False) -> DateRange:
        return cls(date(year, 1, 1), date(year, 12, 31), approximate)

    @classmethod
    def years(cls, first: int, last: int, *, approximate: bool = False) -> DateRange:
        return cls(date(first, 1, 1), date(last, 12, 31), approximate)

    @classmethod
    def astronomical(cls, first: int, last: int, *, approximate: bool = False) -> DateRange:
        """Whole years counted through 0, which is 1 BC."""
        if first > last:
            raise ValueError(f"a range ends before it begins: {first} > {last}")
        if first > 0:
            return cls.years(first, last, approximate=approximate)
        return cls(None, None, approximate, (first, last))

    @classmethod
    def week(cls, year: int, week: int, *, approximate: bool = False) -> DateRange:
        """An ISO 8601 week, Monday to Sunday."""
        monday = date.fromisocalendar(year, week, 1)
        return cls(monday, monday + timedelta(days=6), approximate)

    @classmethod
    def from_edtf(cls, text: str) -> DateRange | None:
        """The range of an EDTF level 0 or 1 date or interval; None for what is neither."""
        if text.strip().startswith(("-", "0000")):
            years = years_of(text.strip())
            return cls.astronomical(*years, approximate="~" in text) if years else None
        first, slash, last = text.strip().partition("/")
        earliest, latest = _simple_range(first), _simple_range(last) if slash else None
        if not slash:
            return earliest
        if (earliest is None and first not in ("", "..")) or (
            latest is None and last not in ("", "..")
        ):
            return None
        try:
            return cls(
                earliest.earliest if earliest else None,
                latest.latest if latest else None,
                bool((earliest and earliest.approximate) or (latest and latest.approximate)),
            )
        except ValueError:
            return None

    @property
    def precision(self) -> Precision:
        """The coarsest calendar unit that the range is one of, else ``interval``."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return "interval"
        if first == last:
            return "day"
        if is_first_of_month(first) and is_last_of_month(last):
            if (first.year, first.month) == (last.year, last.month):
                return "month"
            if first.month == 1 and last.month == 12:
                years = last.year - first.year + 1
                if years == 1:
                    return "year"
                if years == 10 and first.year % 10 == 0:
                    return "decade"
                if years == 100 and first.year % 100 == 0:
                    return "century"
        return "interval"

    @property
    def edtf(self) -> str:
        """EDTF: ``2023-09``, ``2021/2022``, ``199X``, ``2024-02~``, ``2024-02-22/..``."""
        mark = "~" if self.approximate else ""
        if self.likeliest:
            return self.shown.edtf
        if self.ancient:
            return years_edtf(*self.ancient, mark)
        first, last = self.earliest, self.latest
        match self.precision:
            case "day":
                return f"{year_text(first)}-{month_day_text(first)}{mark}"
            case "month":
                return f"{year_text(first)}-{first.month:02}{mark}" if first else ""
            case "year":
                return f"{year_text(first)}{mark}"
            case "decade":
                return f"{year_text(first)[:3]}X{mark}"
            case "century":
                return f"{year_text(first)[:2]}XX{mark}"
            case _:
                unit = self._end_unit()
                ends = (end_text(end, unit) + (mark if end else "") for end in (first, last))
                return "/".join(ends)

    def _end_unit(self) -> Literal["day", "month", "year"]:
        """The unit in which both ends of an interval can be written without loss."""
        first, last = self.earliest, self.latest
        if (first is None or is_first_of_month(first)) and (last is None or is_last_of_month(last)):
            if (first is None or first.month == 1) and (last is None or last.month == 12):
                return "year"
            return "month"
        return "day"

    @property
    def days(self) -> int | None:
        """How many days it spans; None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: DateRange) -> bool:
        """Whether some day lies in both; written out, because linking asks millions of times."""
        if self is other:
            return True
        if self.ancient or other.ancient:
            return _first_year(self) <= _last_year(other) and _first_year(other) <= _last_year(self)
        return (self.earliest or _FIRST) <= (other.latest or _LAST) and (
            other.earliest or _FIRST
        ) <= (self.latest or _LAST)

    def contains(self, other: DateRange) -> bool:
        """Whether every day of the other lies in this one."""
        if self.ancient or other.ancient:
            return _first_year(self) <= _first_year(other) and _last_year(other) <= _last_year(self)
        return _starts(self) <= _starts(other) and _ends(other) <= _ends(self)

    def gap(self, other: DateRange) -> timedelta:
        """The time from the end of the earlier to the start of the later, if there is any between
        them; not above zero where they may overlap. An open end is as far as the other needs.
        """
        after = other.earliest - self.latest if other.earliest and self.latest else timedelta.min
        before = self.earliest - other.latest if self.earliest and other.latest else timedelta.min
        return max(after, before)

    def intersection(self, other: DateRange) -> DateRange | None:
        """The days in both, approximate where the narrower one is; None where there are none."""
        if self.contains(other):
            return other
        if other.contains(self):
            return self
        if self.ancient or other.ancient:
            if not self.overlaps(other):
                return None
            return DateRange.astronomical(
                max(_first_year(self), _first_year(other)),
                min(_last_year(self), _last_year(other)),
                approximate=self.approximate and other.approximate,
            )
        first, last = max(_starts(self), _starts(other)), min(_ends(self), _ends(other))
        if first > last:
            return None
        return DateRange(
            None if first == date.min else first,
            None if last == date.max else last,
            self.approximate and other.approximate,
        )

    def span(self, other: DateRange) -> DateRange:
        """The shortest range that contains both."""
        if self.ancient or other.ancient:
            return DateRange.astronomical(
                min(_first_year(self), _first_year(other)),
                max(_last_year(self), _last_year(other)),
                approximate=self.approximate or other.approximate,
            )
        first, last = min(_starts(self), _starts(other)), max(_ends(self), _ends(other))
        return DateRange(
            None if first == date.min else first,
            None if last == date.max else last,
            self.approximate or other.approximate,
        )

    @property
    def sort_key(self) -> tuple[int, int]:
        """Orders ranges by their first day, the shorter first; open ends come outermost."""
        if self.likeliest:
            return self.shown.sort_key
        if self.ancient:
            first, last = self.ancient
            return 366 * first - 366, 366 * last
        return _starts(self).toordinal(), _ends(self).toordinal()

    @property
    def in_words(self) -> str:
        """The years of an ancient range as people write them: ``1190–1185 BC``; else empty."""
        return years_in_words(*self.ancient) if self.ancient else ""


def _simple_range(text: str) -> DateRange | None:
    match = _LEVEL_ONE.fullmatch(text)
    if not match:
        return None
    digits, mark = match.groups()
    approximate = mark in ("~", "%")
    try:
        if digits.endswith("XX"):
            return DateRange.years(
                int(digits[:2]) * 100, int(digits[:2]) * 100 + 99, approximate=approximate
            )
        if digits.endswith("X"):
            return DateRange.years(
                int(digits[:3]) * 10, int(digits[:3]) * 10 + 9, approximate=approximate
            )
        parts = [int(part) for part in digits.split("-")]
        if len(parts) == 3:
            return DateRange.day(date(*parts), approximate=approximate)
        if len(parts) == 2:
            return DateRange.month(parts[0], parts[1], approximate=approximate)
        return DateRange.year(parts[0], approximate=approximate)
    except ValueError:
        return None


def _first_year(range_: DateRange) -> int:
    return range_.ancient[0] if range_.ancient else _starts(range_).year


def _last_year(range_: DateRange) -> int:
    return range_.ancient[1] if range_.ancient else _ends(range_).year


def _starts(range_: DateRange) -> date:
    return range_.earliest or _FIRST


def _ends(range_: DateRange) -> date:
    return range_.latest or _LAST
