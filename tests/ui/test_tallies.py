"""The count in a tab and the count at the head of its list are one number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from threading import Event as Stop

import pytest

from armreader.opening.loading import Tell
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier
from armreader.ui.bars import head_of
from armreader.ui.panes.timeline import TimelinePane
from armreader.ui.session.state import State
from armreader.ui.tallies import Tallies
from dossiers import harbour_dossier, mention
from hand import Hand, Start

HARBOUR = harbour_dossier()


def long_ago() -> Dossier:
    """The harbour with six events of earlier years, which are folded, and six of 2030."""
    built, vote, _ = HARBOUR.events
    (days,) = HARBOUR.disagreements
    earlier = [
        replace(built, id=f"e-built-{year}", label=f"pier {year}", range=DateRange.year(year))
        for year in range(1931, 1937)
    ]
    news = [
        replace(vote, id=f"e-vote-{day.day}", label=f"vote {day}", range=DateRange.day(day))
        for day in (date(2030, 3, number) for number in range(1, 7))
    ]
    details = [replace(one, id=f"d-{one.id}", prominent=False, range=None) for one in news[:2]]
    return replace(
        HARBOUR,
        events=(*earlier, *news, *details),
        disagreements=(replace(days, about="e-vote-3"),),
    )


def load_long_ago(paths: Sequence[str], tell: Tell, stop: Stop) -> tuple[Dossier, bool]:
    return long_ago(), True


def tab(hand: Hand, name: str) -> int:
    """The count in a tab."""
    found = re.search(rf"\d {name} (\d+)", hand.screen()[0])
    assert found, hand.screen()[0]
    return int(found[1])


def timeline(hand: Hand) -> TimelinePane:
    pane = hand.reader.panes["timeline"]
    assert isinstance(pane, TimelinePane)
    return pane


def key(rows: TimelinePane) -> str:
    """The id of the event under the cursor."""
    return rows.key.id if rows.key else ""


@pytest.mark.parametrize("listings", range(4))
async def test_the_tab_of_the_timeline_counts_what_it_lists(start: Start, listings: int) -> None:
    async with start(loader=load_long_ago) as hand:
        await hand.press("3", *"e" * listings)
        rows = timeline(hand)
        assert tab(hand, "Timeline") == rows.total()
        assert hand.shows(f"/{rows.total()} ")


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            120,
            "armreader  harbour  1 Articles 3  2 Text  3 Timeline 12  4 Quotes 3  5 People 2"
            "  6 Differ 1  7 Kept 0",
        ),
        (96, "harbour  1 Articles 3  2 Text  3 Timeline 12  4 Quotes 3  5 People 2"
             "  6 Differ 1  7 Kept 0"),
        (84, "harbour  1 Art 3  2 Text  3 Time 12  4 Quotes 3  5 People 2  6 Differ 1  7 Kept 0"),
        (76, "1 Art 3  2 Text  3 Time 12  4 Quotes 3  5 People 2  6 Differ 1  7 Kept 0"),
        (60, "1 Art  2 Text  3 Time  4 Quotes  5 People  6 Diff  7 Kept"),
        (44, "1  2  3 Time 12  4  5  6  7"),
    ],
)  # fmt: skip
def test_every_view_has_a_tab_however_narrow_the_screen(width: int, shown: str) -> None:
    state = State(long_ago(), "gazette")
    left, _ = head_of(state, "", width, Tallies()(state))
    assert "".join(text for text, _ in left).strip() == shown


async def test_folded_years_are_counted(start: Start) -> None:
    async with start(loader=load_long_ago) as hand:
        await hand.press("3")
        assert hand.shows("background: 6 earlier events")
        assert (tab(hand, "Timeline"), timeline(hand).count) == (12, 12)
        assert hand.shows("3 Timeline: main events  ")
        await hand.press("g", "j")
        assert hand.shows(" 7/12 "), "the first that is not folded"
        await hand.press("k")
        assert hand.shows(" 6/12 "), "the row that stands for the first six"
        await hand.press("enter", "j")
        assert hand.shows(" 1/12 ")


async def test_a_count_leads_to_the_row_of_that_number(start: Start) -> None:
    async with start(loader=load_long_ago) as hand:
        await hand.press("3")
        rows = timeline(hand)
        rows.jump_to(8)
        assert (rows.position, key(rows)) == (8, "e-vote-2")
        rows.jump_to(3)
        assert rows.on_fold
        rows.jump_to(99)
        assert (rows.position, key(rows)) == (12, "e-vote-6")


async def test_differ_counts_what_is_at_issue_and_not_its_sides(start: Start) -> None:
    async with start() as hand:
        await hand.press("6")
        assert tab(hand, "Differ") == 1
        assert hand.screen()[1].endswith(" 1/1 ")
        await hand.press("j")
        assert hand.screen()[1].endswith(" 1/1 "), "another side of the same"


async def test_people_are_counted_in_the_tab(start: Start) -> None:
    async with start() as hand:
        await hand.press("5")
        assert tab(hand, "People") == 2
        assert hand.screen()[1].endswith(" 1/2 ")


async def test_what_is_kept_is_counted_in_rows_and_not_in_places(start: Start) -> None:
    async with start() as hand:
        await hand.press("3", "g", "b", "j", "b", "7")
        assert tab(hand, "Kept") == 2
        assert hand.screen()[1].endswith(" 1/2 ")
        await hand.press("=", "m", "enter")
        assert len(hand.reader.state.kept) == 2
        assert tab(hand, "Kept") == 1
        assert hand.screen()[1].endswith(" 1/1 ")


async def test_nothing_is_counted_while_files_are_read(start: Start) -> None:
    async with start() as hand:
        await hand.press("3")
        hand.reader.apply(replace(hand.reader.state, loading="reading"))
        assert not hand.shows("main events")
        assert hand.shows("3 Timeline ")
        await hand.press("1")
        assert not hand.shows(" quotes")
        hand.reader.apply(replace(hand.reader.state, loading=""))
        assert hand.shows(" 2 events 2 quotes unread ")
        assert hand.shows(" 1 event 1 quote unread ")


async def test_coverage_lists_what_the_timeline_does(start: Start) -> None:
    async with start(loader=load_long_ago) as hand:
        await hand.press("3", "e")
        listed = timeline(hand).total()
        await hand.press("m")
        assert hand.screen()[1].endswith(f"/{listed} ")


def load_found_twice(paths: Sequence[str], tell: Tell, stop: Stop) -> tuple[Dossier, bool]:
    """The harbour with one detail found at two words of a clause."""
    gazette = HARBOUR.article_by_id["gazette"]
    clause = "Boats will move to the north basin next year"
    twice = [
        replace(
            HARBOUR.events[0], id=f"d-{word}", label="Boats move to the north basin", range=None,
            mentions=(mention(gazette, clause, word, None),), prominent=False,
        )
        for word in ("move", "will")
    ]  # fmt: skip
    return replace(HARBOUR, events=(*HARBOUR.events, *twice)), True


async def test_the_picker_of_the_same_event_offers_each_once(start: Start) -> None:
    async with start(loader=load_found_twice) as hand:
        await hand.press("3", "g", "=", "a")
        assert hand.shows("The same event as …")
        assert sum("Boats move" in line for line in hand.screen()) == 1
