"""Temporal expressions as records: TIMEX3 (ISO-TimeML), and what they are before a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.dates import DateRange
from armreader.records.reason import Reason
from armreader.records.spans import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeAnchor = Literal["none", "publication", "previous", "quarter"]
"""What a time is counted from: nothing, the publication, the date given before, the quarter."""
TimeDirection = Literal["", "past", "future", "toward", "over", "coming", "before", "after", "same"]
"""By the tense of the clause ``past`` or ``future``, or ``toward`` what was then to come, and for
sure by the verb that is beside it ``over`` or ``coming``; by the words themselves strictly
``before`` or ``after`` the anchor, or in the ``same`` unit."""
AHEAD: frozenset[TimeDirection] = frozenset(("future", "toward", "coming"))
"""Directions in which the tense of a clause looks ahead."""
TimePair = Literal["", "first", "last", "length"]
"""The ``first`` end of a stretch of time whose ``last`` end is the next expression, or the
``length`` of one: "the week" of "the week ending 12 April"."""


@dataclass(frozen=True, slots=True)
class TimeForm:
    """A temporal expression before any calendar is consulted: what to count, from which anchor.

    Three things may be left to ``linking``: to count ``shift`` units from the anchor, to complete
    the value in the stated direction, and to find the day of a feast.
    """

    rule: str
    """The rule of the grammar that found it (``language/en/times_patterns.txt``)."""
    value: str
    """Underspecified TIMEX3 value: ``X`` for every digit that the words do not give."""
    anchor: TimeAnchor = "none"
    unit: str = ""
    """The TIMEX3 unit to count in (``D W M Q Y DE CE``, ``TH`` …), where ``shift`` is given."""
    shift: int | None = None
    direction: TimeDirection = ""
    cue: Span | None = None
    """The words of the clause that give the direction."""
    mod: str = ""
    """``START``, ``MID``, ``END`` (of what the value names) or ``APPROX``, as in TIMEX3."""
    feast: str = ""
    """How the day of a feast is found each year (``language/en/times_holidays.txt``)."""
    pair: TimePair = ""
    portion: str = ""
    """The part of the period named that is meant: ``first P2M``, ``last P3W``."""
    further: int = 0
    """Weeks to add to the weekday found: Monday week."""
    weekday: int = 0
    """The ISO number of the weekday that is said with a day of the month: Monday 14 June."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression: ISO-TimeML extent, type and value."""

    article: str
    """The article's id."""
    span: Span
    """Its extent in the text."""
    type: TimeType
    """The TIMEX3 type."""
    value: str
    """The TIMEX3 value; underspecified (``XXXX-WXX-5``) while its anchor is unknown."""
    range: DateRange | None
    """The days it stands for; None for durations, sets, and what has no anchor."""
    form: TimeForm
    """What it is before a calendar."""
    reason: Reason
    """The rule behind it, with its passages."""
