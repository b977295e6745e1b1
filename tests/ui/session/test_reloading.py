"""Reading again while the last version is shown: how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Event

import pytest

from armreader.opening.loading import Tell, empty_dossier
from armreader.story.dossier import Dossier
from armreader.ui.bars import head_of
from armreader.ui.session.state import State
from armreader.ui.tallies import Tallies
from dossiers import harbour_dossier
from hand import Start

GOING_ON = "linking 48 articles · 40% · about 9 s left · Esc stops"


def load_until_stopped(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    for _ in range(2):  # the first ends the reading, the second the linking
        while not stop.is_set():
            tell(empty_dossier("half"), GOING_ON)
        stop.clear()
    return empty_dossier("half"), False


@pytest.mark.slow
async def test_relinking_says_how_far_it_is_and_esc_stops_it(start: Start) -> None:
    async with start() as hand:
        before, hand.app.loader = hand.reader.state.dossier, load_until_stopped
        await hand.press("r")
        while not hand.shows("40%"):
            await hand.pilot.pause()
        await hand.press("escape")
        await hand.app.workers.wait_for_complete()
        await hand.pilot.pause()
        assert hand.shows("Stopped; r reads and links again.")
        assert not hand.shows("40%")
        assert hand.reader.state.dossier is before


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (200, GOING_ON),
        (130, "relinking 40% · Esc stops"),
        (120, "relinking 40%"),
        (60, "40%"),
    ],
)
def test_what_has_no_room_at_the_head_is_left_out(columns: int, shown: str) -> None:
    state = State(harbour_dossier(), "gazette", relinking=GOING_ON)
    assert (
        "".join(text for text, _ in head_of(state, "", columns, Tallies()(state))[1]).strip()
        == shown
    )


READING = "reading, 5 articles so far · 61% · about 3 s left · Esc stops"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (120, f"armreader  harbour · {READING}"),
        (78, f"harbour · {READING}"),
        (66, READING),
        (60, "reading, 5 articles so far · 61% · Esc stops"),
    ],
)
def test_how_far_reading_is_has_the_room_first(columns: int, shown: str) -> None:
    state = State(harbour_dossier(), "gazette", loading=READING)
    assert (
        "".join(text for text, _ in head_of(state, "", columns, Tallies()(state))[0]).strip()
        == shown
    )


async def test_a_reload_says_how_many_articles_came_and_went(start: Start) -> None:
    async with start() as hand:
        whole = hand.reader.state.dossier
        for articles, words in (
            (whole.articles[:1], "Reloaded: 2 fewer."),
            (whole.articles[1:], "Reloaded: 2 more, 1 fewer (; goes there)."),
            (whole.articles[1:], "Reloaded."),
        ):
            found = replace(whole, articles=articles, events=(), quotes=(), disagreements=())
            hand.app.loader = lambda *_, found=found: (found, True)
            await hand.press("r")
            await hand.app.workers.wait_for_complete()
            await hand.pilot.pause()
            assert hand.shows(words)
