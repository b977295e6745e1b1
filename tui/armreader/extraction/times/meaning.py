"""What a match means: its TIMEX3 type and underspecified value, without consulting a calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from armreader.extraction.times import explicit, lengths, order, relative
from armreader.extraction.times.grammar import Match
from armreader.extraction.times.parts import Meaning
from armreader.records import TimeForm


def meaning_of(match: Match) -> Meaning | None:
    """The meaning of a match; None where the words name no possible time (31 June)."""
    return BUILDERS[match.builder](match)


def _reference(match: Match) -> Meaning:
    return Meaning("DATE", TimeForm(match.rule, match.argument))


BUILDERS: Mapping[str, Callable[[Match], Meaning | None]] = {
    "calendar": explicit.calendar_date,
    "year-range": explicit.year_range,
    "calendar-pair": explicit.pair_of_years,
    "fiscal": explicit.fiscal_year,
    "nth-weekday": explicit.nth_weekday,
    "of-era": explicit.year_of_era,
    "slashed": order.slashed,
    "weekday-week": relative.weekday_and_weeks,
    "weekday-before-last": relative.weekday_before_last,
    "weekdays-ago": relative.weekdays_ago,
    "weekends": lengths.weekends,
    "same-month": relative.same_month,
    "part-of-month": explicit.part_of_month,
    "before-christ": explicit.before_christ,
    "decade": explicit.decade,
    "century": explicit.century,
    "ordinal-quarter": explicit.ordinal_quarter,
    "half": explicit.half,
    "holiday": explicit.holiday,
    "deictic": relative.deictic,
    "relative": relative.relative,
    "named": relative.named,
    "offset": relative.offset,
    "from-now": relative.from_now,
    "year-ago": relative.year_ago,
    "period": relative.period,
    "past-unit": relative.past_unit,
    "the-unit": relative.the_unit,
    "day-beside": relative.day_beside,
    "week-of": explicit.calendar_date,
    "duration": lengths.duration,
    "set": lengths.repeated,
    "clock": explicit.clock,
    "reference": _reference,
}
"""The builders, by their names in ``language/en/times_patterns.txt``."""
