"""What the parts of a match give: its year, its unit, how many, the calendar date they make."""

from __future__ import annotations

from calendar import monthrange
from typing import NamedTuple

from armreader.extraction.times.grammar import Captured
from armreader.records import TimeForm, TimeType

OPEN_VALUE = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "2W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
    "TH": "XXXX-XX-XX",
    "TM": "XXXX-XX-XX",
    "TS": "XXXX-XX-XX",
}
"""The value of a unit where nothing else is known."""

_UNIT_CLASSES = ("UNIT", "UNITS", "SHORTUNIT", "SHORTUNITS", "UNITLONG")

_UNIT_WORDS = {
    **{"year": "Y", "month": "M", "week": "W", "weekend": "WE", "quarter": "Q", "day": "D"},
    **{"decade": "DE", "century": "CE", "hour": "TH"},
}

_DAYS_IN = {"01": 31, "02": 29, "04": 30, "06": 30, "09": 30, "11": 30}

_SINGLE = frozenset({"a", "an", "one", "another"})


class Meaning(NamedTuple):
    """Type and form of an expression."""

    type: TimeType
    form: TimeForm


def dated(rule: str, value: str, mod: str = "") -> Meaning:
    """A date; one that lacks a part is counted from the publication."""
    return Meaning(
        "DATE", TimeForm(rule, value, "publication" if "X" in value else "none", mod=mod)
    )


def value_of(captured: Captured, kind: str) -> str:
    """The value of a token of the match in its class; empty where the match has no such token."""
    item = captured.get(kind)
    return item.classes[kind] if item else ""


def unit_of(captured: Captured) -> str:
    """The TIMEX3 unit that the match counts in; empty where it has none."""
    for kind in _UNIT_CLASSES:
        if kind in captured:
            return captured[kind].classes[kind]
    for word, unit in _UNIT_WORDS.items():
        if word in captured:
            return unit
    return ""


def year_of(captured: Captured) -> str:
    """The year in four digits; for '30 the century is open: ``XX30``; otherwise ``XXXX``."""
    if "YEAR" in captured:
        return value_of(captured, "YEAR")
    short = value_of(captured, "APOSTROPHEYEAR") or value_of(captured, "SHORTYEAR")
    return f"XX{short}" if short else "XXXX"


def amount_of(captured: Captured) -> str:
    """How many: a decimal number, or X where it is not stated."""
    if "of" in captured and captured.keys() & {"quarter", "quarters"}:
        return f"{int(value_of(captured, 'NUMBER') or 1) / 4:g}"
    if "NUMBER" in captured:
        number = value_of(captured, "NUMBER")
        return number + ".5" if "HALF" in captured else number
    if "COUPLE" in captured:
        return value_of(captured, "COUPLE")
    if "QUANTITY" in captured or "few" in captured or "several" in captured:
        return "X"
    if "quarter" in captured and "-" in captured and "UNIT" in captured:
        return "0.25"
    if "HALF" in captured or "half" in captured:
        return "1.5" if "and" in captured else "0.5"
    if not _SINGLE.isdisjoint(captured):
        return "1"
    if "couple" in captured:
        return "2"
    return "X" if "UNITS" in captured or "SHORTUNITS" in captured else "1"


def calendar_value(captured: Captured) -> str:
    """The TIMEX3 value of a date by its parts; empty for a day or quarter that does not exist."""
    year = year_of(captured)
    if "NUMERICDATE" in captured:
        year, month, day = value_of(captured, "NUMERICDATE").split("-")
        return possible_day(year, month, day)
    month = value_of(captured, "MONTH") or value_of(captured, "MONTHNUMBER")
    if month and "quarter" in captured:
        # The December quarter ends in December.
        return f"{year}-Q{(int(month) + 2) // 3}"
    if month:
        day = value_of(captured, "DAY") or value_of(captured, "ORDINALDAY")
        day = day or value_of(captured, "DAYNUMBER") or value_of(captured, "DAYCLOCK")
        return possible_day(year, month, day) if day else f"{year}-{month}"
    if "WEEKDAY" in captured:
        return f"XXXX-WXX-{value_of(captured, 'WEEKDAY')}"
    if "weekend" in captured:
        return OPEN_VALUE["WE"]
    season = value_of(captured, "SEASON") or value_of(captured, "AUTUMN")
    if season:
        return f"{year}-{season}"
    if "QUARTER" in captured:
        return f"{year}-Q{value_of(captured, 'QUARTER')}"
    if "quarter" in captured:
        number = value_of(captured, "ORDINAL")
        return f"{year}-Q{number}" if number in ("1", "2", "3", "4") else ""
    return year if year != "XXXX" else ""


def possible_day(year: str, month: str, day: str) -> str:
    """The day; empty where its month has no such day."""
    if year.isdecimal():
        last = monthrange(int(year), int(month))[1] if "01" <= month <= "12" else 0
    else:
        last = _DAYS_IN.get(month, 31)
    return f"{year}-{month}-{day}" if 1 <= int(day) <= last else ""
