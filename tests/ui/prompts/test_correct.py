"""Correcting from the screen: what is typed, what is kept, and the place in the dossier."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from armreader.home.corrections import corrections_file
from armreader.reading.corrections import read_corrections
from armreader.records import Correction
from armreader.records.spans import Passage
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection, SelectionKind
from armreader.ui.application import Application
from armreader.ui.prompts.correct import correction
from armreader.ui.prompts.typed_dates import WRONG
from armreader.ui.session import reloading as rereading
from armreader.ui.session.carry_over import relinked
from armreader.ui.session.state import State, select
from dossiers import GAZETTE, HERALD, harbour_dossier, span
from hand import Hand, Start, opened

HARBOUR = harbour_dossier()
CLOSE = span(GAZETTE, "close the", 1).start


def state_of(*chosen: tuple[SelectionKind, str]) -> State:
    """The state after some selections, the last of which holds."""
    state = State(HARBOUR, "gazette")
    for one in chosen:
        state = select(state, Selection(*one))
    return state


@pytest.mark.parametrize(
    ("chosen", "typed", "expected"),
    [
        ((), "date 2030-03-07", Correction("date", "gazette", "2030-03-07")),
        ((), "source  Morning Post ", Correction("source", "gazette", "Morning Post")),
        ((("quote", "q-stand"),), "speaker Tom Birk", Correction("speaker", "q-stand", "Tom Birk")),
        ((("quote", "q-stand"),), "different", Correction("different", "q-stand", "q-upright")),
        (
            (("quote", "q-move"), ("quote", "q-upright")), "same",
            Correction("same", "q-upright", "q-move"),
        ),
        ((("event", "e-vote"),), "split", Correction("split", f"gazette@{CLOSE}")),
        (
            (("event", "e-built"), ("event", "e-vote")), "join",
            Correction("join", f"gazette@{CLOSE}", f"gazette@{GAZETTE.index('built in')}"),
        ),
        ((), "date soon", WRONG.format("soon")),
        ((), "source", "Type the name of the source."),
        ((), "speaker Tom Birk", "Select the quote first."),
        (
            (("actor", "birk"),), "name Thomas Birk",
            Correction("name", f"herald@{HERALD.index('Tom Birk')}", "Thomas Birk"),
        ),
        (
            (("quote", "q-upright"),), "name A. Quill",
            Correction("name", f"gazette@{GAZETTE.index('Ada Quill')}", "A. Quill"),
        ),
        ((), "name Tom Birk", "Select the person first, or what they said."),
        ((("actor", "birk"),), "name", "Type the name of the person or body."),
        ((), "split", "Select the event first, and go to its mention with n."),
        ((("event", "e-vote"),), "join", "Select the other event first, then this one."),
        ((("quote", "q-move"),), "same", "Select the other quote first, then this one."),
        ((("event", "e-vote"),), "call Over", Correction("call", f"gazette@{CLOSE}", "Over")),
        ((("event", "e-vote"),), "when 2030", Correction("when", f"gazette@{CLOSE}", "2030")),
        ((("event", "e-vote"),), "when x", WRONG.format("x")),
        ((("event", "e-vote"),), "call", "Type what it is to be called."),
        ((("quote", "q-move"),), "hide", Correction("hide", "q-move")),
        ((), "colour red", "“colour” cannot be corrected here: date, source."),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_a_correction_or_says_what_is_missing(
    chosen: tuple[tuple[SelectionKind, str], ...], typed: str, expected: Correction | str
) -> None:
    assert correction(state_of(*chosen), typed) == expected


def test_the_place_is_kept_as_far_as_the_records_are_there() -> None:
    state = state_of(("event", "e-built"), ("quote", "q-stand"), ("event", "e-vote"))
    assert relinked(state, harbour_dossier()) == state
    fewer = harbour_dossier()
    object.__setattr__(fewer, "events", fewer.events[:1])
    object.__setattr__(fewer, "quotes", ())
    after = relinked(state, fewer)
    assert (after.selection, after.article) == (None, "gazette")
    assert after.current == Passage("gazette", *span(GAZETTE, "close", 1))
    assert [visit.selection for visit in after.past] == [Selection("event", "e-built")]


POST = """\
Mill of Lumen burns

LUMEN, 3 May 2030 — The old mill of Lumen burned down. “We saw the smoke,” said Ada Quill,
a baker.
"""
ECHO = """\
Fire at the mill

The old mill of Lumen burned down. “We saw the smoke,” said Ada Quill.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mill"
    made.mkdir()
    (made / "post.txt").write_text(POST)
    (made / "echo.txt").write_text(ECHO)
    return made


async def at_keys(folder: Path, *keys: str) -> list[str]:
    """The screen after keys, of a reader that was started for them."""
    app = Application([str(folder)], theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(app, pilot)
        await opened(app, pilot)
        await hand.press("1", "g")
        for key in keys:
            await (hand.type(key) if len(key) > 1 and " " in key else hand.press(key))
        await app.workers.wait_for_complete()
        await pilot.pause()
        return hand.screen()


def shows(screen: list[str], words: str) -> bool:
    return any(words in line for line in screen)


async def test_a_correction_is_saved_shown_and_undone(folder: Path) -> None:
    screen = await at_keys(folder, "=", "p", *"2030-05-07", "enter")
    assert shows(screen, "7 May 2030 (given)")
    assert shows(screen, "appeared on 2030-05-07.")
    again = await at_keys(folder)
    assert shows(again, "7 May 2030 (given)")
    (folder / "third.txt").write_text("Rain\n\nIt rained in Lumen on 9 May 2030.\n")
    assert shows(await at_keys(folder), "7 May 2030 (given)")
    gone = await at_keys(folder, "=", "p", "ctrl+u", *"2030-05-08", "enter", "u")
    assert shows(gone, "7 May 2030 (given)")
    assert [one.value for one in read_corrections(corrections_file())[0]] == ["2030-05-07"]


async def test_a_file_that_was_added_is_reported_and_read_with_the_place_kept(folder: Path) -> None:
    app = Application([str(folder)], theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(app, pilot)
        await opened(app, pilot)
        await hand.press("1", "j", "2")
        before = hand.reader.state
        await pilot.app.run_worker(app._rereading.look, thread=True).wait()
        (folder / "third.txt").write_text("Rain\n\nIt rained in Lumen on 9 May 2030.\n")
        await pilot.app.run_worker(app._rereading.look, thread=True).wait()
        await pilot.pause()
        assert hand.shows("Files have changed; press r to reload.")
        await hand.press("r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        after = hand.reader.state
        assert len(after.dossier.articles) == 3
        assert (after.article, after.selection, after.pane) == (
            before.article, before.selection, "text",
        )  # fmt: skip


async def test_when_all_files_are_gone_what_was_read_stays(folder: Path) -> None:
    app = Application([str(folder)], theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(app, pilot)
        await opened(app, pilot)
        before = hand.reader.state.dossier
        for file in folder.iterdir():
            file.unlink()
        await hand.press("r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert hand.shows("The files are gone; showing the last version.")
        assert hand.reader.state.dossier is before


@pytest.mark.parametrize(
    ("added", "keys", "at_once", "in_the_end"),
    [
        ("Rain", ("r",), "1 article more; relinking …", "Reloaded: 1 more"),
        (
            "",
            ("=", "o", "ctrl+u", *"Post", "enter"),
            "is a report of Post; relinking …",
            "is a report of Post.",
        ),
    ],
)
async def test_corrections_show_before_relinking_is_finished(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    added: str,
    keys: tuple[str, ...],
    at_once: str,
    in_the_end: str,
) -> None:
    monkeypatch.setattr(rereading, "_LARGE", 1)
    app, go_on = Application([str(folder)], theme="dark"), Event()
    whole = app.loader

    def load_when_released(*given: Any) -> tuple[Dossier, bool]:
        go_on.wait(60)
        return whole(*given)

    def articles() -> list[tuple[str, str]]:
        return sorted((one.title, one.source) for one in app.reader.state.dossier.articles)

    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(app, pilot)
        await opened(app, pilot)
        before = articles()
        if added:
            (folder / "a-first.txt").write_text(f"{added}\n\nIt rained in Lumen on 9 May 2030.\n")
        app.loader = load_when_released
        try:
            for key in keys:
                await (hand.type(key) if " " in key else hand.press(key))
            while not hand.shows(at_once):
                await pilot.pause()
            shown = articles()
            assert shown != before
        finally:
            go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert articles() == shown
        assert hand.shows(in_the_end)


async def test_two_sessions_at_once_keep_both_corrections(folder: Path) -> None:
    first, second = (Application([str(folder)], theme="dark") for _ in range(2))
    async with first.run_test() as one, second.run_test() as other:
        await opened(first, one)
        await opened(second, other)
        for app in (first, second):
            app.reader.choose(Selection("article", app.reader.state.dossier.articles[0].id))
        ident = first.reader.state.article
        first._rereading.correct(Correction("date", ident, "2030-05-07"))
        second._rereading.correct(Correction("source", ident, "Morning Post"))
        await first.workers.wait_for_complete()
        await second.workers.wait_for_complete()
        await one.pause()
        await other.pause()
    kept = read_corrections(corrections_file())[0]
    assert {(each.kind, each.value) for each in kept} == {
        ("date", "2030-05-07"), ("source", "Morning Post"),
    }  # fmt: skip


async def test_the_same_event_is_picked_with_a_preview_of_the_result(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as hand:
        made: list[Correction | None] = []
        monkeypatch.setattr(hand.app, "correct", made.append)
        hand.reader.choose(Selection("event", "e-vote"))
        label = HARBOUR.event_by_id["e-vote"].label
        other = HARBOUR.event_by_id["e-built"]
        await hand.press("=")
        assert hand.shows("a  the same as …")
        await hand.press("a")
        await hand.type(other.label.split()[-1])
        assert hand.shows("becomes:")
        assert any("becomes:" in line and label[:20] in line for line in hand.screen())
        await hand.press("escape")
        assert made == []
        await hand.press("=", "a")
        await hand.type(other.label)
        await hand.press("enter")
        assert made == [
            Correction("join", f"gazette@{CLOSE}", f"gazette@{GAZETTE.index('built in')}")
        ]
        await hand.press("=", "n")
        assert made[1] is not None
        assert (made[1].kind, made[1].subject) == ("hide", f"gazette@{CLOSE}")
        await hand.press("=", "q")
        assert not hand.shows("About:")


async def test_undo_takes_the_last_change_of_any_kind(folder: Path) -> None:
    app = Application([str(folder)], theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(app, pilot)
        await opened(app, pilot)
        await hand.press("4", "g", "b", "=", "s", "ctrl+u", *"Tom", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert hand.shows("was said by Tom.")
        assert len(hand.reader.state.bookmarked) == 1
        await hand.press("B")
        assert hand.shows("speaker now Tom (yours)")
        await hand.press("u")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert read_corrections(corrections_file())[0] == ()
        assert len(hand.reader.state.bookmarked) == 1
        await hand.press("u")
        assert hand.reader.state.bookmarked == frozenset()
        await hand.press("u")
        assert hand.shows("Nothing to undo.")


async def test_what_is_said_of_a_quote_not_yet_selected_is_of_its_own_report(start: Start) -> None:
    async with start() as hand:
        quote = next(one for one in HARBOUR.quotes if one.article != "gazette")
        hand.reader.choose(Selection("event", "e-built"))
        await hand.press("4")
        rows = hand.reader.list_in_focus
        assert rows is not None
        rows.point_to(Selection("quote", quote.id))
        await hand.press("=")
        assert hand.reader.state.article == quote.article
        source = HARBOUR.article_by_id[quote.article].source
        assert hand.shows(f"the source of the report: {source}")


async def test_a_long_complaint_leaves_room_for_what_is_typed(start: Start) -> None:
    async with start(60, 20) as hand:
        hand.reader.choose(Selection("event", "e-vote"))
        await hand.press("=", "d")
        await hand.type("x")
        await hand.press("enter")
        assert hand.screen()[-1].startswith(" the date")
        assert "x " in hand.screen()[-1]
