"""The notebook by its keys: list, filter, comment, order, remove, and go back to the source."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from armreader.notes.bookmark import bookmark_event
from armreader.notes.notebook import Notebook
from armreader.story.selection import Selection
from armreader.ui.keys.commands import BY_ID
from armreader.ui.pages.notebook import NotebookPage
from dossiers import harbour_dossier
from hand import Hand, Start
from kept import STAND, UPRIGHT, kept, order


def cursor_on(hand: Hand, words: str) -> bool:
    """Whether the row under the cursor has these words."""
    return any("▸" in line and words in line for line in hand.screen())


async def test_the_notebook_lists_what_is_kept_and_escape_restores_the_screen(
    start: Start, notes: Path
) -> None:
    async with start(notes=notes) as hand:
        await hand.press("3", "j", "J")
        before = hand.screen()
        await hand.press("B")
        assert hand.shows("Kept in notes.md")
        assert cursor_on(hand, "“We cannot keep it standing”")
        assert hand.shows("Ada Quill · The Courier · 9 Mar 2030")
        assert hand.shows("softer here #tone")
        assert hand.shows("★ still in its source")
        await hand.press("j")
        assert cursor_on(hand, "“It can no longer be kept upright.”")
        await hand.press("escape")
        assert hand.screen() == before


@pytest.mark.parametrize(("width", "height"), [(120, 36), (80, 24), (60, 20)])
async def test_words_comment_and_source_can_be_read_at_every_size(
    start: Start, notes: Path, width: int, height: int
) -> None:
    async with start(width, height, notes=notes) as hand:
        await hand.press("B", "j")
        assert hand.shows("  “It can no longer be kept upright.”")
        assert hand.shows("  softer here")
        assert hand.shows("courier.txt")
        assert hand.shows("Esc back")
        await hand.press("d")
        assert hand.shows("Removed from notes.md; u undoes it")


async def test_enter_goes_to_the_source_and_b_removes_it_there(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B", "j", "enter")
        state = hand.reader.state
        assert (state.article, state.pane) == ("courier", "text")
        assert state.selection == Selection("quote", "q-upright")
        assert hand.shows("1 Articles")
        await hand.press("b")
        assert order(notes) == ["We"]


async def test_typing_filters_and_escape_clears_the_filter(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B", "/")
        await hand.type("#tone courier")
        assert not hand.shows(STAND)
        assert hand.shows(UPRIGHT)
        await hand.press("enter", "escape")
        assert hand.shows(STAND)
        await hand.press("/")
        await hand.type("nowhere")
        assert hand.shows("Nothing matches.")
        await hand.press("escape")
        assert hand.shows(STAND)
        await hand.press("escape")
        assert hand.shows("1 Articles")


async def test_a_comment_and_tags_are_typed_at_the_foot(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B", "a")
        await hand.type("ask her again #todo #pier")
        await hand.press("enter")
        assert kept(notes)[0] == ("We", "ask her again", ("todo", "pier"))
        assert hand.shows("ask her again #todo #pier")
        await hand.press("a", "ctrl+u")
        await hand.type("no")
        await hand.press("escape")
        assert kept(notes)[0][1] == "ask her again"
        await hand.press("a", "enter")
        assert hand.shows("No change")
        await hand.press("u")
        assert kept(notes)[0] == ("We", "", ())


async def test_a_comment_also_adds_the_bookmark(start: Start, tmp_path: Path) -> None:
    async with start(notes=tmp_path / "new.md") as hand:
        await hand.press("a")
        assert hand.shows("Select a quote, an event or a passage of the text (v)")
        hand.reader.choose(Selection("event", "e-spoke"))
        await hand.press("a")
        await hand.type("says who?")
        await hand.press("enter")
        assert hand.shows("★")
    assert [(comment, tags) for _, comment, tags in kept(tmp_path / "new.md")] == [
        ("says who?", ())
    ]


async def test_a_comment_of_several_lines_is_left_to_the_editor(start: Start, notes: Path) -> None:
    notebook = Notebook(notes)
    first = notebook.load().bookmarks[0]
    notebook.set_comment(first.id, "one line\n\nand another", ())
    async with start(notes=notes) as hand:
        await hand.press("B", "a")
        assert hand.shows("E opens it in your editor")
        await hand.press("x", "enter")
    assert kept(notes)[0][1] == "one line\n\nand another"


async def test_a_bookmark_is_removed_and_restored(start: Start, notes: Path) -> None:
    before = notes.read_bytes()
    async with start(notes=notes) as hand:
        assert hand.reader.state.bookmarked == {"q-stand", "q-upright"}
        await hand.press("B", "d")
        assert cursor_on(hand, "“It can no longer be kept upright.”")
        assert hand.reader.state.bookmarked == {"q-upright"}
        await hand.press("delete")
        assert hand.shows("Nothing is kept yet.")
        await hand.press("d")
        assert hand.shows("There is nothing to remove here.")
        await hand.press("u", "u", "u")
        assert hand.shows("Nothing to undo.")
        assert hand.reader.state.bookmarked == {"q-stand", "q-upright"}
    assert notes.read_bytes() == before


async def test_a_row_is_moved_down_and_up_and_back(start: Start, notes: Path) -> None:
    Notebook(notes).add(bookmark_event(harbour_dossier(), "e-spoke"))
    async with start(notes=notes) as hand:
        await hand.press("B", "J")
        assert order(notes) == ["It", "We", "The"]
        assert cursor_on(hand, "“We cannot keep it standing”")
        await hand.press("J", "J")
        assert order(notes) == ["It", "The", "We"]
        await hand.press("K")
        assert order(notes) == ["It", "We", "The"]
        await hand.press("u", "u", "u")
        assert order(notes) == ["We", "It", "The"]
        await hand.press("g")
        hand.reader.pages.do(BY_ID["text-down"], 9)
        assert order(notes) == ["It", "The", "We"]


async def test_a_click_goes_to_the_source_from_a_row_only(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B")
        below = hand.app.size.height - 4
        await hand.pilot.click("#notebook", offset=(5, below))
        await hand.press()
        assert hand.shows("Kept in notes.md")
        await hand.pilot.click("#notebook", offset=(5, 3))
        await hand.press()
        assert hand.reader.state.selection == Selection("quote", "q-upright")


async def test_a_move_under_a_filter_passes_what_is_shown(start: Start, notes: Path) -> None:
    Notebook(notes).add(bookmark_event(harbour_dossier(), "e-spoke"))
    async with start(notes=notes) as hand:
        await hand.press("B", "/")
        await hand.type("vote")
        assert not hand.shows(UPRIGHT)
        await hand.press("enter", "J")
        assert order(notes) == ["It", "The", "We"]
        await hand.press("K")
        assert order(notes) == ["It", "We", "The"]


async def test_a_row_without_an_entry_yet_is_passed_by(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B")
        page = hand.reader.pages.front
        assert isinstance(page, NotebookPage)
        page._entries.pop(list(page._entries)[1])  # what another program has just written
        await hand.press("J")
    assert order(notes) == ["We", "It"]


async def test_a_long_comment_keeps_its_cursor_in_sight(start: Start, notes: Path) -> None:
    async with start(60, 20, notes=notes) as hand:
        await hand.press("B", "a")
        text = "so long that sixty cells would never have room for all of it, cursor END"
        hand.app.post_message(events.Paste(text))
        await hand.press()
        assert hand.shows("cursor END ")
        assert hand.shows("Enter saves")
        await hand.press("enter")
        assert kept(notes)[0][1].endswith("cursor END")


async def test_a_row_is_renamed_dated_headed_merged_and_split(start: Start, notes: Path) -> None:
    Notebook(notes).add(bookmark_event(harbour_dossier(), "e-vote"))
    async with start(notes=notes) as hand:
        await hand.press("B", "G", "=")
        assert hand.shows("c  call it")
        await hand.press("c", "ctrl+u")
        await hand.type("The vote")
        await hand.press("enter")
        assert cursor_on(hand, "The vote*")
        assert hand.shows("Saved: called “The vote”")
        await hand.press("=", "d", "ctrl+u")
        await hand.type("soon")
        await hand.press("enter")
        assert hand.shows("“soon” is not a date")
        await hand.press("ctrl+u")
        await hand.type("2030-03")
        await hand.press("enter")
        assert cursor_on(hand, "Mar 2030*")
        await hand.press("=", "h")
        await hand.type("The end")
        await hand.press("enter")
        assert hand.shows(" The end ")
        await hand.press("=", "m")
        assert hand.shows("becomes:")
        await hand.press("enter")
        assert cursor_on(hand, "The vote* +1")
        assert hand.shows("2/2")
        await hand.press("=", "x")
        assert hand.shows("3/3")
        await hand.press("u", "u", "u", "u")
        assert not hand.shows(" The end ")
        assert not hand.shows("Mar 2030*")
        await hand.press("u")
        assert not hand.shows("The vote*")


async def test_rows_cross_a_heading_one_press_at_a_time(start: Start, notes: Path) -> None:
    notebook = Notebook(notes)
    notebook.add(bookmark_event(harbour_dossier(), "e-vote"))
    last = notebook.load().bookmarks[-1]
    notebook.set_heading(last.id, "The end")

    def headings() -> list[str]:
        found = Notebook(notes).load()
        return [found.headings.get(one.id, "") for one in found.bookmarks]

    async with start(notes=notes) as hand:
        await hand.press("B", "G", "K")
        assert (order(notes), headings()) == (["We", "It", "The"], ["", "", ""])
        await hand.press("u")
        assert (order(notes), headings()) == (["We", "It", "The"], ["", "", "The end"])
        await hand.press("k", "J")
        assert (order(notes), headings()) == (["We", "It", "The"], ["", "The end", "The end"])
