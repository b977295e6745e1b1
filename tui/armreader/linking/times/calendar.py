"""The calendar: TIMEX3 values to ranges of days, and units counted from a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from armreader.records.dates import DateRange

_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "H1": 1, "H2": 7}
MONTH_OF = {f"{month:02}": month for month in range(1, 13)} | _FIRST_MONTH
"""The first month of what the second part of a value names: ``05``, ``SU``, ``H2``."""
_MONTHS_LONG = {"SP": 3, "SU": 3, "FA": 3, "WI": 3, "H1": 6, "H2": 6}
_WEEKEND = 5

_YEAR_RANGE = re.compile(r"(\d{4})/(\d{4})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ANCIENT = re.compile(r"BC(\d{2,4})(?:-\S+)?")
_DECADE = re.compile(r"\d{3}")
_CENTURY = re.compile(r"\d\d")
_DATE = re.compile(r"(\d{4})(?:-(.+))?")


@lru_cache(maxsize=20_000)
def value_range(value: str, mod: str = "") -> DateRange | None:
    """The days that a TIMEX3 value stands for, approximate with a modifier; None if it has none."""
    day = value.partition("T")[0]
    # Late on Monday is still Monday; late in May is no day in particular.
    approximate = mod == "APPROX" or (bool(mod) and not _DAY.fullmatch(day))
    try:
        return _range(day, approximate)
    except (ValueError, OverflowError):
        return None


def _range(day: str, approximate: bool) -> DateRange | None:
    if ancient := _ANCIENT.fullmatch(day):
        return DateRange.astronomical(*_astronomical(ancient[1]), approximate=approximate)
    if years := _YEAR_RANGE.fullmatch(day):
        return DateRange.years(int(years[1]), int(years[2]), approximate=approximate)
    if decade := _DECADE.fullmatch(day):
        first = int(decade[0]) * 10
        return DateRange.years(first, first + 9, approximate=approximate)
    if _CENTURY.fullmatch(day) and int(day):
        first = int(day) * 100
        return DateRange.years(first, first + 99, approximate=approximate)
    found = _DATE.fullmatch(day)
    if not found or "X" in day:
        return None
    year, rest = int(found[1]), found[2] or ""
    if not rest:
        return DateRange.year(year, approximate=approximate)
    if rest[0] == "W" and rest[1:3].isdecimal():
        week = DateRange.week(year, int(rest[1:3]), approximate=approximate)
        if rest.endswith("-WE") and week.latest:
            return DateRange(week.latest - timedelta(days=1), week.latest, approximate)
        return week
    if rest[0] == "Q":
        return _months(year, 3 * int(rest[1]) - 2, 3, approximate)
    if rest in _FIRST_MONTH:
        return _months(year, _FIRST_MONTH[rest], _MONTHS_LONG[rest], approximate)
    if len(rest) == 2:
        return DateRange.month(year, int(rest), approximate=approximate)
    return DateRange.day(date.fromisoformat(day), approximate=approximate)


def _astronomical(digits: str) -> tuple[int, int]:
    """The years of ``0490``, ``049`` (499 to 490 BC) and ``02`` (the 3rd century, 300 to 201)."""
    number = int(digits)
    match len(digits):
        case 4:
            return 1 - number, 1 - number
        case 3:
            return -10 * number - 8, 1 - 10 * number
        case _:
            return -100 * number - 99, -100 * number


def _months(year: int, first: int, count: int, approximate: bool) -> DateRange:
    last_year, last = add_months(year, first, count - 1)
    return DateRange(
        date(year, first, 1),
        date(last_year, last, monthrange(last_year, last)[1]),
        approximate,
    )


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month ``count`` months later."""
    whole = year * 12 + month - 1 + count
    return whole // 12, whole % 12 + 1


def counted(day: date, unit: str, shift: int, value: str) -> str:
    """The value of the unit that lies ``shift`` units from a day, with finer parts as in ``value``.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    named, *time = value.partition("T")
    tail = "".join(time)
    if named == "XXXX-XX-XX" and unit in ("W", "M", "Y"):
        return _same_day(day, unit, shift).isoformat() + tail
    if unit == "D" or unit in ("TH", "TM", "TS"):
        return (day + timedelta(days=shift if unit == "D" else 0)).isoformat() + tail
    if unit in ("W", "WE"):
        year, week, _ = (day + timedelta(weeks=shift)).isocalendar()
        parts = value.partition("T")[0].split("-")
        if len(parts) == 3 and parts[2].isdecimal():
            return date.fromisocalendar(year, week, int(parts[2])).isoformat() + tail
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit in ("M", "Q"):
        year, month = add_months(day.year, day.month, shift * (3 if unit == "Q" else 1))
        date(year, month, 1)
        return f"{year:04}-{month:02}" if unit == "M" else f"{year:04}-Q{(month + 2) // 3}"
    years = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit] * shift
    year = date(day.year + years, 1, 1).year
    if unit == "DE":
        return f"{year // 10:03}"
    if unit == "CE":
        return f"{year // 100:02}"
    return f"{year:04}{value[4:]}"


def _same_day(day: date, unit: str, shift: int) -> date:
    """The day that lies so many weeks, months or years from another; the last of a short month."""
    if unit == "W":
        return day + timedelta(weeks=shift)
    year, month = add_months(day.year, day.month, shift * (12 if unit == "Y" else 1))
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def feast_day(rule: str, year: int) -> date:
    """The day of a feast by its rule in ``language/en/times_holidays.txt``.

    Raises ValueError where that year has no such day, like a fifth Tuesday.
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    rule, _, further = rule.partition("+")
    month, weekday, nth = (int(part) for part in rule.split("-", 2))
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if found.month != month:
        raise ValueError(f"{year:04}-{month:02} has no such day")
    return found + timedelta(days=int(further or 0))


def easter(year: int) -> date:
    """Western Easter Sunday: the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    correction = (century + 8) // 25
    lunar = (century - correction + 1) // 3
    epact = (19 * golden + century - leap - lunar + 15) % 30
    quarter, left = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
