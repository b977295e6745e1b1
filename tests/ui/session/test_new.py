"""What is new since the last visit: marked, counted, and one key away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Event

import pytest

from armreader.opening.loading import Tell
from armreader.story import background
from armreader.story.dossier import Dossier
from dossiers import harbour_dossier
from hand import Start, load_harbour

LATE = "gazette"


def load_before(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    """The dossier before one of its articles came."""
    whole = harbour_dossier()
    return replace(
        whole,
        articles=tuple(one for one in whole.articles if one.id != LATE),
        events=tuple(one for one in whole.events if LATE not in one.articles),
        quotes=tuple(one for one in whole.quotes if one.article != LATE),
        disagreements=(),
    ), True


async def test_on_the_first_visit_nothing_is_new(start: Start) -> None:
    async with start() as hand:
        assert hand.reader.state.new == frozenset()
        await hand.press("1", ";")
        assert hand.shows("Nothing has come since your last visit.")


async def test_what_came_since_the_last_visit_is_marked_and_counted(start: Start) -> None:
    async with start(loader=load_before) as hand:
        hand.app.keep_place(leaving=True)
    async with start() as hand:
        state = hand.reader.state
        assert state.new == {LATE}
        assert hand.shows("Back where you left off: 1 new article")
        assert hand.shows("Articles 3 +1")
        await hand.press("1")
        assert hand.shows("1 new")
        title = state.dossier.article_by_id[LATE].title
        assert hand.shows(f"+ {title}")
        await hand.press(";")
        assert hand.reader.state.selection is not None
        assert hand.reader.state.selection.id == LATE
        await hand.press("4", ";")
        quote = state.dossier.quote_by_id[hand.reader.state.selection.id]
        assert quote.article == LATE


@pytest.mark.slow
async def test_a_visit_that_was_cut_off_leaves_it_new(start: Start) -> None:
    async with start(loader=load_before) as hand:
        hand.app.keep_place(leaving=True)
    for _ in range(2):
        async with start() as hand:
            assert hand.reader.state.new == {LATE}
            hand.app.keep_place()
    async with start() as hand:
        hand.app.keep_place(leaving=True)
    async with start() as hand:
        assert hand.reader.state.new == frozenset()


def load_some(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    """A reading that was stopped before one of the articles."""
    return load_before(paths, tell, stop)[0], False


async def test_what_a_stopped_reading_left_is_not_new(start: Start) -> None:
    async with start(loader=load_some) as hand:
        assert hand.reader.state.new == frozenset()
        hand.app.keep_place(leaving=True)
    async with start() as hand:
        assert hand.reader.state.new == frozenset(), "it was there at the first visit"
        hand.app.keep_place(leaving=True)
    async with start(loader=load_some) as hand:
        hand.app.keep_place(leaving=True)
    async with start() as hand:
        assert hand.reader.state.new == frozenset(), "it was known before that"


async def test_what_a_reload_brings_is_new(start: Start) -> None:
    async with start(loader=load_before) as hand:
        assert hand.reader.state.new == frozenset()
        hand.app.loader = load_harbour
        await hand.press("r")
        await hand.app.workers.wait_for_complete()
        await hand.pilot.pause()
        assert hand.reader.state.new == {LATE}


async def test_an_event_that_only_new_articles_report_is_new(start: Start) -> None:
    async with start() as hand:
        state = hand.reader.state
        known = state.dossier.article_by_id.keys() - {LATE}
        hand.reader.apply(replace(state, known=frozenset(known), pane="timeline"))
        assert [line for line in hand.screen() if "+ built the pier" in line]
        assert not [line for line in hand.screen() if "+ closed the old pier" in line]
        await hand.press("G", ";")
        chosen = hand.reader.state.selection
        assert chosen
        assert chosen.id == "e-built"


async def test_a_new_event_of_the_folded_years_is_gone_to(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def earlier(dossier: Dossier) -> frozenset[str]:
        return frozenset(one.id for one in dossier.events if one.id == "e-built")

    monkeypatch.setattr(background, "background", earlier)
    async with start() as hand:
        state = hand.reader.state
        known = state.dossier.article_by_id.keys() - {LATE}
        hand.reader.apply(replace(state, known=frozenset(known), pane="timeline"))
        assert not hand.shows("built the pier")
        await hand.press(";")
        chosen = hand.reader.state.selection
        assert chosen
        assert chosen.id == "e-built"
        assert hand.shows("+ built the pier")
