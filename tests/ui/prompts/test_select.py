"""Selecting a stretch of the text by the keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.notes.notebook import Notebook
from hand import Start
from kept import kept


async def test_what_v_selects_is_kept_and_said(start: Start, tmp_path: Path) -> None:
    notes = tmp_path / "new.md"
    async with start(notes=notes) as hand:
        before = hand.screen()
        await hand.press("v")
        assert hand.shows("b keep")
        stretch = hand.reader.state.stretch
        assert stretch
        assert hand.reader.text.text[stretch.start : stretch.end].startswith("Harbour board votes")
        await hand.press("v")
        assert hand.reader.state.stretch is None
        assert hand.screen() == before
        await hand.press("v", "j")
        await hand.press(*"hhhhLLLLLLL")
        await hand.press("b")
        assert hand.reader.state.stretch is None
        assert hand.shows("Saved in new.md")
        (found,) = Notebook(notes).load().bookmarks
        assert found.kind == "stretch"
        assert found.words.startswith("Thursday to close")
        assert not found.words.endswith("board.")
        await hand.press("b")
        assert kept(notes) == []
        await hand.press("v", "a")
        await hand.type("the headline #head")
        await hand.press("enter")
        assert kept(notes) == [("The", "the headline", ("head",))]


@pytest.mark.parametrize("leave", ["v", "escape"])
@pytest.mark.parametrize(("width", "height"), [(120, 12), (60, 12)])
async def test_an_abandoned_selection_changes_nothing(
    start: Start, tmp_path: Path, width: int, height: int, leave: str
) -> None:
    async with start(width, height, notes=tmp_path / "new.md") as hand:
        await hand.press("3", "j")
        before = hand.screen()
        await hand.press("v", "j", "j", "J", "l")
        assert hand.screen() != before
        await hand.press(leave)
        assert hand.screen() == before
    assert not (tmp_path / "new.md").exists()
