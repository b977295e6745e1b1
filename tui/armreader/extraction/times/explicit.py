"""Calendar dates, with or without their year, and times of the day."""

from __future__ import annotations

from dataclasses import replace

from armreader.extraction.times.grammar import Match
from armreader.extraction.times.parts import Meaning, calendar_value, dated, value_of, year_of
from armreader.records import TimeAnchor, TimeDirection, TimeForm

_HOURS_IN_DAY = 24
_HALVES = {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}
"""Which half of the day a part of the day is in: 2:30 in the afternoon."""
_LONGEST_RANGE = 200
_LATEST_CENTURY = 22
_LATEST_YEAR = 2199
_MOST_WEEKDAYS = 5
"""A month has at most five Tuesdays."""


def calendar_date(match: Match) -> Meaning | None:
    """A date by its parts."""
    value = calendar_value(match.captured)
    return dated(match.rule, value) if value else None


def year_range(match: Match) -> Meaning | None:
    """Two years, the second perhaps in two digits: 2021-22."""
    first, second = value_of(match.captured, "YEAR"), match.captured.get("YEAR2")
    last = second.classes["YEAR"] if second else first[:2] + value_of(match.captured, "SHORTYEAR")
    if not int(first) < int(last) <= int(first) + _LONGEST_RANGE:
        return None
    return dated(match.rule, f"{first}/{last}")


def part_of_month(match: Match) -> Meaning:
    """The last week of March: about then, so the month and where in it."""
    mod = "END" if value_of(match.captured, "ORDINAL") in ("", "-1", "4") else "START"
    month = value_of(match.captured, "MONTH")
    return dated(match.rule, f"{year_of(match.captured)}-{month}", mod)


def pair_of_years(match: Match) -> Meaning:
    """Two consecutive years: 2021/22."""
    return dated(match.rule, value_of(match.captured, "YEARPAIR"))


def fiscal_year(match: Match) -> Meaning | None:
    """A fiscal year, by the years that name it: FY2028-29 is ``2028/2029``."""
    captured = match.captured
    if "YEARPAIR" in captured:
        return pair_of_years(match)
    first = value_of(captured, "FISCALYEAR") or value_of(captured, "YEAR")
    if not first:
        return dated(match.rule, f"XX{value_of(captured, 'SHORTYEAR')}")
    last = value_of(captured, "YEAR2" if "YEAR2" in captured else "SHORTYEAR")
    if "FISCALYEAR" in captured and "YEAR" in captured:
        last = value_of(captured, "YEAR")
    if not last:
        return dated(match.rule, first)
    if (int(first[-2:]) + 1) % 100 != int(last[-2:]):
        return None
    return dated(match.rule, f"{first}/{int(first) + 1}")


def nth_weekday(match: Match) -> Meaning | None:
    """The third Tuesday of February."""
    captured = match.captured
    nth = int(value_of(captured, "ORDINAL") or -1)
    if not -1 <= nth <= _MOST_WEEKDAYS or not nth:
        return None
    month, weekday = value_of(captured, "MONTH"), value_of(captured, "WEEKDAY")
    year = year_of(captured)
    anchor: TimeAnchor = "publication" if year == "XXXX" else "none"
    form = TimeForm(match.rule, f"{year}-XX-XX", anchor, feast=f"{month}-{weekday}-{nth}")
    return Meaning("DATE", form)


def before_christ(match: Match) -> Meaning | None:
    """490 BC is ``BC0490``."""
    number = value_of(match.captured, "NUMBER")
    if not number.isdecimal() or not 0 < int(number) < 10000:
        return None
    return dated(match.rule, f"BC{int(number):04}")


def year_of_era(match: Match) -> Meaning | None:
    """12 CE and AD 476: a year of this era, however small."""
    number = value_of(match.captured, "NUMBER")
    if not number.isdecimal() or not 0 < int(number) <= _LATEST_YEAR:
        return None
    return dated(match.rule, f"{int(number):04}")


def decade(match: Match) -> Meaning | None:
    """The 1990s, the '90s and the nineties are ``199``, as their years begin."""
    digits = value_of(match.captured, "DECADE") or value_of(match.captured, "DECADENAME")
    if "BC" in match.captured:
        return dated(match.rule, f"BC{int(digits or value_of(match.captured, 'OLDDECADE')):03}")
    digits = digits if len(digits) == len("199") else f"19{digits}"
    return dated(match.rule, digits, value_of(match.captured, "MOD"))


def century(match: Match) -> Meaning | None:
    """The 20th century is ``19``, as its years begin; the 3rd century BC is ``BC02``."""
    number = int(value_of(match.captured, "ORDINAL"))
    if "BC" in match.captured:
        return dated(match.rule, f"BC{number - 1:02}") if 0 < number <= 99 else None
    if not 0 < number <= _LATEST_CENTURY:
        return None
    return dated(match.rule, f"{number - 1:02}")


def ordinal_quarter(match: Match) -> Meaning | None:
    """The second of "the second and fourth quarters"."""
    number = value_of(match.captured, "ORDINAL")
    return dated(match.rule, f"XXXX-Q{number}") if number in ("1", "2", "3", "4") else None


def half(match: Match) -> Meaning | None:
    """The first or second half of a year."""
    captured = match.captured
    number = value_of(captured, "ORDINAL") or value_of(captured, "HALFYEAR")
    if number not in ("1", "2"):
        return None
    made = dated(match.rule, f"{year_of(captured)}-H{number}")
    # The second half of the year is of this one, if the clause does not say that it is over.
    this_year = "year" in captured and made.form.anchor == "publication"
    return made._replace(form=replace(made.form, direction="same")) if this_year else made


def holiday(match: Match) -> Meaning:
    """A feast, with or without its year."""
    return feast(match, "", year_of(match.captured))


def feast(match: Match, direction: TimeDirection, year: str = "XXXX") -> Meaning:
    """A feast: on a fixed day of the year, or one that ``linking`` finds by its rule."""
    fixed = match.argument.count("-") == 1 and match.argument[0].isdecimal()
    value = f"{year}-{match.argument}" if fixed else f"{year}-XX-XX"
    anchor: TimeAnchor = "publication" if year == "XXXX" else "none"
    rule = "" if fixed else match.argument
    return Meaning("DATE", TimeForm(match.rule, value, anchor, direction=direction, feast=rule))


def clock(match: Match) -> Meaning | None:
    """A time of day, on the day given before."""
    captured = match.captured
    kinds = ("CLOCKTIME", "HOUR", "HOURNAME", "HOURAMPM", "MILITARYTIME", "NUMBER")
    text = next(filter(None, (value_of(captured, kind) for kind in kinds)), "")
    half_of_day = value_of(captured, "AMPM") or _HALVES.get(value_of(captured, "PART"), "")
    if "HOURAMPM" in captured:
        text, half_of_day = text[:-2], text[-2:]
    hour, _, minute = text.replace(".", ":").partition(":")
    if len(hour) > len("24") or int(hour) > _HOURS_IN_DAY:
        return None
    number = int(hour)
    if half_of_day:
        afternoon = half_of_day.startswith("p")
        if not 1 <= number <= _HOURS_IN_DAY // (1 if afternoon else 2):
            return None
        # 14:07 PM says it twice.
        number = number if number > _HOURS_IN_DAY // 2 else number % 12 + 12 * afternoon
    value = f"XXXX-XX-XXT{number:02}:{minute[:2] or '00'}"
    return Meaning("TIME", TimeForm(match.rule, value, "previous", "D", 0))
