"""What a match means: TIMEX3 type and underspecified value, with no calendar consulted."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import NamedTuple

from armreader.extraction.times.grammar import Captured, Match
from armreader.records import TimeAnchor, TimeDirection, TimeForm, TimeType


class Meaning(NamedTuple):
    """Type and form of an expression."""

    type: TimeType
    form: TimeForm


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
"""The value of a unit of which nothing is known."""

_UNIT_CLASSES = ("UNIT", "UNITS", "SHORTUNIT", "SHORTUNITS")
_DAYS_IN = {"01": 31, "02": 29, "04": 30, "06": 30, "09": 30, "11": 30}
_CENTURY_OF_SHORT_YEARS = 30
"""'29 is 2029 and '30 is 1930."""


def meaning_of(match: Match) -> Meaning | None:
    """The meaning of a match; None where the words name no possible time (31 June)."""
    return _BUILDERS[match.builder](match)


def _value(captured: Captured, kind: str) -> str:
    item = captured.get(kind)
    return item.classes[kind] if item else ""


def _unit(captured: Captured) -> str:
    for kind in _UNIT_CLASSES:
        if kind in captured:
            return captured[kind].classes[kind]
    for word, unit in _UNIT_WORDS.items():
        if word in captured:
            return unit
    return ""


_UNIT_WORDS = {"year": "Y", "month": "M", "week": "W", "weekend": "WE", "quarter": "Q", "day": "D"}


def _year(captured: Captured) -> str:
    if "YEAR" in captured:
        return _value(captured, "YEAR")
    short = _value(captured, "APOSTROPHEYEAR")
    if short:
        return ("19" if int(short) >= _CENTURY_OF_SHORT_YEARS else "20") + short
    return "XXXX"


def _calendar(match: Match) -> Meaning | None:
    """A date by its parts."""
    value = _calendar_value(match.captured)
    anchor: TimeAnchor = "publication" if "X" in value else "none"
    return Meaning("DATE", TimeForm(match.rule, value, anchor)) if value else None


def _calendar_value(captured: Captured) -> str:
    year = _year(captured)
    if "NUMERICDATE" in captured:
        year, month, day = _value(captured, "NUMERICDATE").split("-")
        return possible_day(year, month, day)
    month = _value(captured, "MONTH") or _value(captured, "MONTHNUMBER")
    if month:
        day = _value(captured, "DAY") or _value(captured, "ORDINALDAY")
        day = day or _value(captured, "DAYNUMBER")
        return possible_day(year, month, day) if day else f"{year}-{month}"
    if "WEEKDAY" in captured:
        return f"XXXX-WXX-{_value(captured, 'WEEKDAY')}"
    season = _value(captured, "SEASON") or _value(captured, "AUTUMN")
    if season:
        return f"{year}-{season}"
    if "QUARTER" in captured:
        return f"{year}-Q{_value(captured, 'QUARTER')}"
    if "quarter" in captured:
        number = _value(captured, "ORDINAL")
        return f"{year}-Q{number}" if number in ("1", "2", "3", "4") else ""
    return year if year != "XXXX" else ""


def possible_day(year: str, month: str, day: str) -> str:
    """The day, or nothing where its month has no such day."""
    if year.isdecimal():
        last = monthrange(int(year), int(month))[1] if "01" <= month <= "12" else 0
    else:
        last = _DAYS_IN.get(month, 31)
    return f"{year}-{month}-{day}" if 1 <= int(day) <= last else ""


def _year_range(match: Match) -> Meaning | None:
    first, last = (int(text) for text in _range_ends(match))
    if not first < last <= first + 200:
        return None
    return Meaning("DATE", TimeForm(match.rule, f"{first}/{last}"))


def _range_ends(match: Match) -> tuple[str, str]:
    first, second = _value(match.captured, "YEAR"), match.captured.get("YEAR2")
    if second:
        return first, second.classes["YEAR"]
    return first, first[:2] + _value(match.captured, "SHORTYEAR")


def _part_of_month(match: Match) -> Meaning | None:
    """The last week of March: about then, so the month with where in it."""
    value = f"{_year(match.captured)}-{_value(match.captured, 'MONTH')}"
    mod = "END" if _value(match.captured, "ORDINAL") in ("", "-1", "4") else "START"
    anchor: TimeAnchor = "publication" if "X" in value else "none"
    return Meaning("DATE", TimeForm(match.rule, value, anchor, mod=mod))


def _before_christ(match: Match) -> Meaning | None:
    number = _value(match.captured, "NUMBER")
    if not number.isdecimal() or not 0 < int(number) < 10000:
        return None
    return Meaning("DATE", TimeForm(match.rule, f"BC{int(number):04}"))


def _decade(match: Match) -> Meaning:
    decade = _value(match.captured, "DECADE")
    name = _value(match.captured, "DECADENAME")
    value = decade + "X" if len(decade) == 3 else f"19{decade or name}X"
    return Meaning("DATE", TimeForm(match.rule, value))


def _century(match: Match) -> Meaning | None:
    number = int(_value(match.captured, "ORDINAL"))
    if not 0 < number <= 22:
        return None
    return Meaning("DATE", TimeForm(match.rule, f"{number - 1:02}"))


def _half(match: Match) -> Meaning | None:
    number = _value(match.captured, "ORDINAL")
    if number not in ("1", "2"):
        return None
    value = f"{_year(match.captured)}-H{number}"
    return Meaning("DATE", TimeForm(match.rule, value, "publication" if "X" in value else "none"))


def _holiday(match: Match) -> Meaning:
    return _feast(match, "", _year(match.captured))


def _feast(match: Match, direction: TimeDirection, year: str = "XXXX") -> Meaning:
    fixed = match.argument.count("-") == 1 and match.argument[0].isdecimal()
    value = f"{year}-{match.argument}" if fixed else f"{year}-XX-XX"
    anchor: TimeAnchor = "publication" if year == "XXXX" else "none"
    feast = "" if fixed else match.argument
    return Meaning("DATE", TimeForm(match.rule, value, anchor, direction=direction, feast=feast))


def _deictic(match: Match) -> Meaning:
    captured = match.captured
    if "TONIGHT" in captured:
        form = TimeForm(match.rule, "XXXX-XX-XXTNI", "publication", "D", 0)
        return Meaning("TIME", form)
    shift = int(_value(captured, "DEICTIC") or (2 if "tomorrow" in captured else -2))
    return Meaning("DATE", TimeForm(match.rule, "XXXX-XX-XX", "publication", "D", shift))


_SHIFTS: Mapping[str, tuple[TimeAnchor, int]] = {
    "LAST": ("publication", -1),
    "PAST": ("publication", -1),
    "NEXT": ("publication", 1),
    "COMING": ("publication", 1),
    "this": ("publication", 0),
    "CURRENT": ("publication", 0),
    "PREVIOUS": ("previous", -1),
    "FOLLOWING": ("previous", 1),
    "that": ("previous", 0),
    "same": ("previous", 0),
    "EARLIER": ("previous", -1),
    "LATER": ("previous", 1),
}


def _shift(match: Match) -> tuple[TimeAnchor, int]:
    """Where to count from and how many units: "the next day" follows the day told before."""
    for word, counted in _SHIFTS.items():
        if word in match.captured:
            if word == "NEXT" and "the" in match.captured:
                return "previous", 1
            return counted
    return "publication", 0


def _relative(match: Match) -> Meaning | None:
    """A unit counted from an anchor: last year, this week, the next day, that night."""
    anchor, shift = _shift(match)
    part = _value(match.captured, "PART")
    if part:
        return Meaning("TIME", TimeForm(match.rule, f"XXXX-XX-XXT{part}", anchor, "D", shift))
    unit = _unit(match.captured)
    if "2W" in unit:
        return None
    mod = "END" if "end" in match.captured else ""
    return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[unit], anchor, unit, shift, mod=mod))


def _named(match: Match) -> Meaning:
    """A weekday, month, season or feast with a word that tells the direction."""
    anchor, shift = _shift(match)
    direction: TimeDirection = {-1: "before", 0: "same", 1: "after"}[shift]  # type: ignore[assignment]
    if "PAST" in match.captured:
        direction = "before"
    if match.argument:
        return _feast(match, direction)
    value = _calendar_value(match.captured)
    return Meaning("DATE", TimeForm(match.rule, value, anchor, direction=direction))


def _amount(captured: Captured) -> str:
    """How many: a decimal number, or X where it is not said."""
    if "NUMBER" in captured:
        number = _value(captured, "NUMBER")
        return number + ".5" if "HALF" in captured else number
    if "COUPLE" in captured:
        return _value(captured, "COUPLE")
    if "QUANTITY" in captured or "few" in captured or "several" in captured:
        return "X"
    if "HALF" in captured or "half" in captured:
        return "1.5" if "and" in captured else "0.5"
    if "couple" in captured:
        return "2"
    return "1"


def _offset(match: Match) -> Meaning | None:
    """A length of time before or after an anchor: two years ago, a month later."""
    amount, unit = _amount(match.captured), _unit(match.captured)
    ago = "AGO" in match.captured
    sign = -1 if ago or "EARLIER" in match.captured else 1
    anchor: TimeAnchor = "publication" if ago else "previous"
    if amount == "X":
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Meaning("DATE", TimeForm(match.rule, vague))
    if "." in amount or len(amount) > 6:
        return _fraction_of_offset(match, amount, unit, anchor, sign)
    count = sign * int(amount)
    if unit == "Y" and int(amount) == 1 and not ago:
        anchor = "quarter" if sign < 0 else "previous"
    if unit == "Y" and int(amount) == 1 and ago:
        anchor = "quarter"
    if unit in _MULTIPLES:
        unit, times = _MULTIPLES[unit]
        count *= times
    return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[unit], anchor, unit, count))


_MULTIPLES = {"2W": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}


def _fraction_of_offset(
    match: Match, amount: str, unit: str, anchor: TimeAnchor, sign: int
) -> Meaning | None:
    finer = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7)}.get(unit)
    if len(amount) > 6 or not finer:
        return None
    count = sign * round(float(amount) * finer[1])
    return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[finer[0]], anchor, finer[0], count))


def _year_ago(match: Match) -> Meaning:
    """The period of a year before the one under discussion."""
    number = _value(match.captured, "ORDINAL")
    value = f"XXXX-Q{number}" if number else "XXXX"
    return Meaning("DATE", TimeForm(match.rule, value, "quarter", "Y", -1))


def _period(match: Match) -> Meaning:
    """The quarter that the text is about, or that of another year."""
    year = _year(match.captured)
    if year != "XXXX":
        return Meaning("DATE", TimeForm(match.rule, f"{year}-QX", "quarter", "Y", None))
    return Meaning("DATE", TimeForm(match.rule, "XXXX-QX", "quarter", "Q", 0))


def _past_unit(match: Match) -> Meaning:
    """"The past year" is a length; so is "the last month"."""
    unit = _unit(match.captured)
    if unit == "Y":
        return Meaning("DATE", TimeForm(match.rule, "XXXX", "publication", "Y", -1))
    return Meaning("DURATION", TimeForm(match.rule, _length("1", unit)))


def _the_unit(match: Match) -> Meaning:
    """The year, the month, the week that the text is about."""
    unit = _unit(match.captured)
    return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[unit], "publication", unit, 0))


def _week_of(match: Match) -> Meaning | None:
    value = _calendar_value(match.captured)
    if not value:
        return None
    anchor: TimeAnchor = "publication" if "X" in value else "none"
    return Meaning("DATE", TimeForm(match.rule, value, anchor))


def _length(amount: str, unit: str) -> str:
    """The TIMEX3 value of a length: ``P5Y``, ``PT3H``, ``PXM``; a decade is ``P10Y``."""
    if unit == "2W":
        unit, amount = "W", amount if amount == "X" else f"{2 * float(amount):g}"
    if unit in ("DE", "CE", "ML") and amount != "X":
        years = {"DE": 10, "CE": 100, "ML": 1000}[unit]
        unit, amount = "Y", f"{years * float(amount):g}"
    if unit == "WE" and amount == "1":
        unit, amount = "D", "2"
    if unit.startswith("T"):
        whole, point, fraction = amount.partition(".")
        if point and fraction == "5" and unit == "TH":
            return f"PT{whole}H30M" if whole != "0" else "PT30M"
        return f"PT{amount}{unit[1]}"
    return f"P{amount}{unit}"


def _duration(match: Match) -> Meaning:
    captured = match.captured
    amount = _amount(captured)
    if not {"NUMBER", "a", "an", "one", "another", "UNIT", "SHORTUNIT"} & captured.keys() and (
        amount == "1"
    ):
        amount = "X"
    if len(amount) > 9:
        amount = "X"
    return Meaning("DURATION", TimeForm(match.rule, _length(amount, _unit(captured))))


def _set(match: Match) -> Meaning:
    captured = match.captured
    for kind in ("WEEKDAY", "MONTH", "SEASON"):
        if kind in captured:
            value = {"WEEKDAY": "XXXX-WXX-", "MONTH": "XXXX-", "SEASON": "XXXX-"}[kind]
            return Meaning("SET", TimeForm(match.rule, value + _value(captured, kind)))
    if "WEEKDAYS" in captured:
        return Meaning("SET", TimeForm(match.rule, "XXXX-WXX-" + _value(captured, "WEEKDAYS")))
    if "ADVERBSET" in captured:
        return Meaning("SET", TimeForm(match.rule, _value(captured, "ADVERBSET")))
    if "PART" in captured:
        return Meaning("SET", TimeForm(match.rule, "XXXX-XX-XXT" + _value(captured, "PART")))
    amount = "2" if "other" in captured else _value(captured, "NUMBER") or "1"
    return Meaning("SET", TimeForm(match.rule, _length(amount, _unit(captured))))


def _clock(match: Match) -> Meaning | None:
    captured = match.captured
    text = _value(captured, "CLOCKTIME") or _value(captured, "HOUR") or _value(captured, "HOURNAME")
    half_of_day = _value(captured, "AMPM")
    if "HOURAMPM" in captured:
        text = _value(captured, "HOURAMPM")
        text, half_of_day = text[:-2], text[-2:]
    hour, _, minute = text.replace(".", ":").partition(":")
    number = int(hour)
    if half_of_day:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half_of_day.startswith("p") else 0)
    value = f"XXXX-XX-XXT{number:02}:{minute[:2] or '00'}"
    return Meaning("TIME", TimeForm(match.rule, value, "previous", "D", 0))


def _reference(match: Match) -> Meaning:
    return Meaning("DATE", TimeForm(match.rule, match.argument))


_BUILDERS: Mapping[str, Callable[[Match], Meaning | None]] = {
    "calendar": _calendar,
    "year-range": _year_range,
    "part-of-month": _part_of_month,
    "before-christ": _before_christ,
    "decade": _decade,
    "century": _century,
    "half": _half,
    "holiday": _holiday,
    "deictic": _deictic,
    "relative": _relative,
    "named": _named,
    "offset": _offset,
    "year-ago": _year_ago,
    "period": _period,
    "past-unit": _past_unit,
    "the-unit": _the_unit,
    "week-of": _week_of,
    "duration": _duration,
    "set": _set,
    "clock": _clock,
    "reference": _reference,
}
