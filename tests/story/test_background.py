"""Which main events are background: over before the year of the first report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier
from dossiers import harbour_dossier

HARBOUR = harbour_dossier()
EVENT = HARBOUR.event_by_id["e-vote"]
ONE = EVENT.mentions[:1]


def dossier_of(*days: str, core_day: str = "2030-03-07") -> Dossier:
    """The harbour with an event of one source on each day, and one that all sources have."""
    events = [
        replace(EVENT, id=f"e-{n}", range=DateRange.from_edtf(day), mentions=ONE, prominent=True)
        for n, day in enumerate(days)
    ]
    core = replace(EVENT, range=DateRange.from_edtf(core_day), prominent=True)
    return replace(HARBOUR, events=(*events, core))


@pytest.mark.parametrize(
    ("days", "folded"),
    [
        (("1931", "1999", "2028-05", "2030-01-02", "2030-02", "2030-03"), 3),
        (("1931", "2029-12-30", "2028-05", "2030-01-02", "2030-02", "2030-03"), 0),
        (("1931", "1999", "2028-05"), 0),
        (("1931", "1999", "2030-02"), 0),
    ],
    ids=["earlier years", "last winter is news", "most of the story", "too few for a row"],
)
def test_earlier_years_are_background(days: tuple[str, ...], folded: int) -> None:
    assert len(dossier_of(*days).background) == folded


def test_what_most_sources_tell_is_the_story_whenever_it_was() -> None:
    days = ("1931", "1999", "2028-05", "2030-01-02", "2030-02", "2030-03", "2030-03-01")
    assert not dossier_of(*days, core_day="1990").background
