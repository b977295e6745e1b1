"""Times counted from an anchor: last year, two weeks ago, the next day, the quarter discussed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from armreader.extraction.times.explicit import feast
from armreader.extraction.times.grammar import Match
from armreader.extraction.times.lengths import length
from armreader.extraction.times.parts import (
    OPEN_VALUE,
    Meaning,
    amount_of,
    calendar_value,
    unit_of,
    value_of,
    year_of,
)
from armreader.records import TimeAnchor, TimeDirection, TimeForm

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

_DIRECTIONS: Mapping[int, TimeDirection] = {-1: "before", 0: "same", 1: "after"}

_OF_DAYS = ("W", "M", "Y")
_LONGEST_NUMBER = 6
_MOST_WEEKS = 8
_VAGUE_YEARS = 1000
"""Two thousand years ago names no year."""
_FINER = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7)}
"""The unit in which a fraction is counted: a year and a half is 18 months."""
_MULTIPLES = {"2W": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000)}


def deictic(match: Match) -> Meaning:
    """Today, yesterday, tonight, the day after tomorrow."""
    captured = match.captured
    if "TONIGHT" in captured:
        form = TimeForm(match.rule, "XXXX-XX-XXTNI", "publication", "D", 0)
        return Meaning("TIME", form)
    shift = int(value_of(captured, "DEICTIC") or (2 if "tomorrow" in captured else -2))
    return Meaning("DATE", TimeForm(match.rule, "XXXX-XX-XX", "publication", "D", shift))


def _shift(match: Match) -> tuple[TimeAnchor, int]:
    """Where to count from, and how many units; "the next day" follows the day given before."""
    for word, counted in _SHIFTS.items():
        if word in match.captured:
            if word == "NEXT" and "the" in match.captured:
                return "previous", 1
            return counted
    return "publication", 0


def relative(match: Match) -> Meaning | None:
    """A unit counted from an anchor: last year, this week, the next day, that night."""
    anchor, shift = _shift(match)
    part = value_of(match.captured, "PART")
    if part:
        return Meaning("TIME", TimeForm(match.rule, f"XXXX-XX-XXT{part}", anchor, "D", shift))
    unit = unit_of(match.captured)
    if "2W" in unit:
        return None
    if match.rule == "unit-but-one":
        anchor, shift = "publication", -2 if match.captured.keys() & {"LAST", "before"} else 2
    mod = "END" if "end" in match.captured else ""
    return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[unit], anchor, unit, shift, mod=mod))


def named(match: Match) -> Meaning | None:
    """A weekday, month, season or feast with a word that gives the direction."""
    anchor, shift = _shift(match)
    direction = "before" if "PAST" in match.captured else _DIRECTIONS[shift]
    if match.argument:
        return feast(match, direction)
    value = calendar_value(match.captured)
    if not value:
        return None
    return Meaning("DATE", TimeForm(match.rule, value, anchor, direction=direction))


def offset(match: Match) -> Meaning | None:
    """A length of time before or after an anchor: two years ago, a month later."""
    ago = "AGO" in match.captured
    sign = -1 if ago or "EARLIER" in match.captured else 1
    return _counted(match, "publication" if ago else "previous", sign)


def weekday_and_weeks(match: Match) -> Meaning | None:
    """Monday week, two weeks from Friday: the coming weekday, plus so many weeks."""
    amount = amount_of(match.captured) or "1"
    if not amount.isdecimal() or not 0 < int(amount) <= _MOST_WEEKS:
        return None
    value = f"XXXX-WXX-{value_of(match.captured, 'WEEKDAY')}"
    form = TimeForm(match.rule, value, "publication", direction="after", further=int(amount))
    return Meaning("DATE", form)


def weekdays_ago(match: Match) -> Meaning | None:
    """Two Fridays ago: the last such weekday, and so many weeks less one before it."""
    amount = amount_of(match.captured)
    if not amount.isdecimal() or not 0 < int(amount) <= _MOST_WEEKS:
        return None
    value = f"XXXX-WXX-{value_of(match.captured, 'WEEKDAYS')}"
    form = TimeForm(match.rule, value, "publication", direction="before", further=1 - int(amount))
    return Meaning("DATE", form)


def weekday_before_last(match: Match) -> Meaning:
    """The Tuesday before last."""
    value = f"XXXX-WXX-{value_of(match.captured, 'WEEKDAY')}"
    form = TimeForm(match.rule, value, "publication", direction="before", further=-1)
    return Meaning("DATE", form)


def same_month(match: Match) -> Meaning:
    """The same month last year."""
    return Meaning("DATE", TimeForm(match.rule, "XXXX-XX", "previous", "M", -12))


def from_now(match: Match) -> Meaning | None:
    """Three days from now; a week from today is a day."""
    made = _counted(match, "publication", 1)
    if made and "today" in match.captured:
        return made._replace(form=to_the_day(made.form))
    return made


def to_the_day(form: TimeForm) -> TimeForm:
    """A time counted in weeks, months or years, of which the very day is meant."""
    if form.unit not in _OF_DAYS or form.shift is None:
        return form
    return replace(form, value="XXXX-XX-XX", anchor="publication")


def _counted(match: Match, anchor: TimeAnchor, sign: int) -> Meaning | None:
    amount, unit = amount_of(match.captured), unit_of(match.captured)
    if len(amount) > _LONGEST_NUMBER:
        return None
    if amount == "X" or (unit == "Y" and float(amount) >= _VAGUE_YEARS):
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Meaning("DATE", TimeForm(match.rule, vague))
    if (amount, unit, sign) == ("1", "Y", -1):
        # In a report on a quarter, "a year earlier" and "a year ago" mean the same quarter then.
        anchor = "quarter"
    whole, times = (_FINER if "." in amount else _MULTIPLES).get(unit, (unit, 1))
    count = sign * round(float(amount) * times)
    return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[whole], anchor, whole, count))


def year_ago(match: Match) -> Meaning:
    """The period a year before the one under discussion."""
    number = value_of(match.captured, "ORDINAL")
    value = f"XXXX-Q{number}" if number else "XXXX"
    return Meaning("DATE", TimeForm(match.rule, value, "quarter", "Y", -1))


def period(match: Match) -> Meaning:
    """The quarter that the text is about, or that of another year."""
    year = year_of(match.captured)
    if year != "XXXX":
        return Meaning("DATE", TimeForm(match.rule, f"{year}-QX", "quarter", "Y", None))
    return Meaning("DATE", TimeForm(match.rule, "XXXX-QX", "quarter", "Q", 0))


def past_unit(match: Match) -> Meaning:
    """The past month is a length, up to now; the past year, quarter or weekend the one before."""
    unit = unit_of(match.captured)
    if unit in ("Y", "Q", "WE"):
        return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[unit], "publication", unit, -1))
    return Meaning("DURATION", TimeForm(match.rule, length("1", unit)))


def day_beside(match: Match) -> Meaning:
    """The day after the flood, the night before the vote: no day that the words alone give."""
    part = value_of(match.captured, "PART")
    value = f"XXXX-XX-XXT{part}" if part else "XXXX-XX-XX"
    return Meaning("TIME" if part else "DATE", TimeForm(match.rule, value, "publication", "D"))


def the_unit(match: Match) -> Meaning:
    """The year, the month, the week that the text is about."""
    unit = unit_of(match.captured)
    return Meaning("DATE", TimeForm(match.rule, OPEN_VALUE[unit], "publication", unit, 0))
