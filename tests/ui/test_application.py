"""The application: results of its threads, even if they arrive after it has ended."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import replace
from types import ModuleType

import pytest

from armreader.ui import app, application
from armreader.ui.session.searching import index_of
from hand import Start


def _fail() -> None:
    raise LookupError("the screen is gone")


async def test_results_of_threads_after_the_end_are_dropped(start: Start) -> None:
    async with start() as hand:
        with pytest.raises(LookupError):
            await asyncio.to_thread(hand.app.call_from_thread, _fail)
        hand.app._exit = True
        assert await asyncio.to_thread(hand.app.call_from_thread, _fail) is None


async def test_who_quits_while_it_reads_gets_status_0(start: Start) -> None:
    async with start() as hand:
        nothing = replace(hand.app.reader.state.dossier, articles=())
        hand.app.exit(return_code=0)
        hand.app._take_all(nothing, False)
        assert hand.app.return_code == 0


def test_it_ends_while_what_reads_is_still_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "armreader.opening.worker"
    monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(os, "_exit", sys.exit)
    with pytest.raises(SystemExit) as end:
        app._leave(0)
    assert end.value.code == 0


async def test_a_first_visit_says_what_shows_a_folder_story_by_story(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    hint = "see each alone"
    monkeypatch.setattr(application, "several_stories_hint", lambda *_: hint)
    async with start() as hand:
        assert hand.shows(hint)
        await hand.press("j")
        assert not hand.shows(hint)
        hand.app.keep_place()
    async with start() as hand:
        assert hand.shows("Back where you left off.")
        assert not hand.shows(hint)


async def test_what_is_searched_before_there_is_an_index_is_found_once_there_is(
    start: Start,
) -> None:
    async with start() as hand:
        hand.app._index = None
        await hand.press("/")
        await hand.type("pier")
        assert hand.shows("the index is still being built")
        hand.app._take_index(index_of(hand.reader.state.dossier))
        await hand.press()
        assert hand.shows("events 2")
        hand.app._index = None
        await hand.press("escape", "/")
        await hand.type("pier")
        await hand.press("enter")
        hand.app._take_index(index_of(hand.reader.state.dossier))
        await hand.press()
        found = hand.reader.state.found
        assert found
        assert (found.query, bool(found.stops), found.waiting) == ("pier", True, "")
        hand.app._index = None
        await hand.press("escape")
        hand.app._take_index(index_of(hand.reader.state.dossier))
        assert hand.reader.state.found is None
