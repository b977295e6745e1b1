"""The notebook by its keys: what is kept, said, ordered, taken out; and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from armreader.dossier import Dossier, Selection
from armreader.notes.bookmark import bookmark_event, bookmark_quote
from armreader.notes.notebook import Notebook
from armreader.ui.bookmarks import Bookmarks
from armreader.ui.commands import BY_ID
from armreader.ui.loading import Tell
from dossiers import harbour_dossier
from hand import Start

STAND, UPRIGHT = "We cannot keep it standing", "It can no longer be kept upright"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A notebook of two quotes, the second with a comment and a tag."""
    path, dossier = tmp_path / "notes.md", harbour_dossier()
    notebook = Notebook(path)
    notebook.add(bookmark_quote(dossier, "q-stand"))
    notebook.add(bookmark_quote(dossier, "q-upright").with_comment("softer here", ("tone",)))
    return path


def kept(notes: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Of each bookmark in the file its first words, the comment and the tags."""
    return [
        (one.words.split(" ")[0], one.comment, one.tags) for one in Notebook(notes).load().bookmarks
    ]


def order(notes: Path) -> list[str]:
    """The first word of each bookmark, as they stand in the file."""
    return [words for words, _, _ in kept(notes)]


def loading(change: Callable[[str], str]) -> Callable[..., tuple[Dossier, bool]]:
    """A loader whose Gazette has another text, and so is another article of the same file."""

    def load(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
        dossier = harbour_dossier()
        old = dossier.article_by_id["gazette"]
        new = replace(old, id="gazette-2", text=change(old.text), sections=())
        others = tuple(one for one in dossier.articles if one is not old)
        return (
            replace(
                dossier,
                articles=(new, *others),
                quotes=tuple(one for one in dossier.quotes if one.article != old.id),
                events=(),
                disagreements=(),
                wordings=(),
                actors=(),
            ),
            True,
        )

    return load


async def test_the_notebook_lists_what_is_kept_and_escape_restores_the_screen(
    start: Start, notes: Path
) -> None:
    async with start(notes=notes) as hand:
        await hand.press("3", "j", "J")
        before = hand.screen()
        await hand.press("B")
        assert hand.shows("Notebook notes.md")
        assert hand.shows("▸ “We cannot keep it standing”")
        assert hand.shows("Ada Quill · The Courier · 9 Mar 2030")
        assert hand.shows("softer here #tone")
        assert hand.shows("★ stands in its source")
        await hand.press("j")
        assert hand.shows("▸ “It can no longer be kept upright.”")
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
        assert hand.shows("Taken out of notes.md; u puts it back")


async def test_enter_goes_to_the_source_and_b_takes_it_out_there(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B", "j", "enter")
        state = hand.reader.state
        assert (state.article, state.pane) == ("courier", "text")
        assert state.selection == Selection("quote", "q-upright")
        assert hand.shows("1 Articles")
        await hand.press("b")
        assert order(notes) == ["We"]


async def test_what_is_typed_filters_and_escape_gives_it_up(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B", "/")
        await hand.type("#tone courier")
        assert not hand.shows(STAND)
        assert hand.shows(UPRIGHT)
        await hand.press("enter", "escape")
        assert hand.shows(STAND)
        await hand.press("/")
        await hand.type("nowhere")
        assert hand.shows("Nothing here has that.")
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
        assert hand.shows("It stands as it was")
        await hand.press("u")
        assert kept(notes)[0] == ("We", "", ())


async def test_a_comment_on_what_is_not_kept_keeps_it(start: Start, tmp_path: Path) -> None:
    async with start(notes=tmp_path / "new.md") as hand:
        await hand.press("a")
        assert hand.shows("Select a quote, an event or a stretch of the text (v)")
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


async def test_taken_out_and_put_back(start: Start, notes: Path) -> None:
    before = notes.read_bytes()
    async with start(notes=notes) as hand:
        assert hand.reader.state.bookmarked == {"q-stand", "q-upright"}
        await hand.press("B", "d")
        assert hand.shows("▸ “It can no longer be kept upright.”")
        assert hand.reader.state.bookmarked == {"q-upright"}
        await hand.press("delete")
        assert hand.shows("Nothing is kept yet.")
        await hand.press("d")
        assert hand.shows("There is nothing to take out here.")
        await hand.press("u", "u", "u")
        assert hand.shows("Nothing was taken out, said or moved.")
        assert hand.reader.state.bookmarked == {"q-stand", "q-upright"}
    assert notes.read_bytes() == before


async def test_moved_lower_and_higher_and_back(start: Start, notes: Path) -> None:
    Notebook(notes).add(bookmark_event(harbour_dossier(), "e-spoke"))
    async with start(notes=notes) as hand:
        await hand.press("B", "J")
        assert order(notes) == ["It", "We", "The"]
        assert hand.shows("▸ “We cannot keep it standing”")
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
        assert hand.shows("Notebook notes.md")
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


async def test_undo_survives_a_dossier_read_anew(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        hand.reader.choose(Selection("quote", "q-stand"))
        await hand.press("b")
        assert order(notes) == ["It"]
        anew = Bookmarks(harbour_dossier(), ["harbour"], notes)
        anew.look()
        hand.reader.noting.take(anew)
        await hand.press("u")
        assert order(notes) == ["We", "It"]
        assert hand.reader.state.bookmarked == {"q-stand", "q-upright"}


async def test_another_hand_in_the_file_is_seen(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B")
        other = Notebook(notes)
        first = other.load().bookmarks[0]
        other.set_comment(first.id, "mine", ("other",))
        other.add(bookmark_event(harbour_dossier(), "e-spoke"))
        await hand.press("j")
        assert hand.shows("mine #other")
        assert hand.shows("He spoke on the radio")


async def test_what_another_said_meanwhile_stays(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B", "a")
        await hand.type("from here")
        other = Notebook(notes)
        other.set_comment(other.load().bookmarks[0].id, "from there", ())
        hand.reader.noting.look()
        await hand.press("enter")
        comment = kept(notes)[0][1]
        assert "from here" in comment
        assert "from there" in comment


async def test_what_an_old_copy_overwrote_stays_to_be_put_back(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        old = notes.read_bytes()
        hand.reader.choose(Selection("event", "e-spoke"))
        await hand.press("a")
        await hand.type("heard it")
        await hand.press("enter")
        notes.write_bytes(old)
        await hand.press("B", "G")
        assert hand.shows("missing")
        assert hand.shows("is no longer in the file")
        assert not any(words.startswith("The mayor") for words, _, _ in kept(notes))
        await hand.press("b")
        assert kept(notes)[-1][1] == "heard it"
        assert not hand.shows("missing")


async def test_words_that_moved_keep_their_star_and_lost_ones_their_place(
    start: Start, notes: Path
) -> None:
    def later(text: str) -> str:
        return "Updated at noon. " + text

    def gone(text: str) -> str:
        return text.replace("“We cannot keep it standing,”", "Nothing at all,")

    async with start(notes=notes, loader=loading(later)) as hand:
        assert any(place.article == "gazette-2" for place in hand.reader.state.kept)
        await hand.press("1", "g", "2")
        assert any("★" in line for line in hand.screen())
        await hand.press("B")
        assert hand.shows("moved")
        await hand.press("enter")
        assert hand.reader.state.article == "gazette-2"
    async with start(notes=notes, loader=loading(gone)) as hand:
        await hand.press("B")
        assert hand.shows("lost")
        assert hand.shows("is no longer in any source here")
        assert hand.shows(STAND)
        await hand.press("enter")
        assert hand.shows("There is nothing to go to here.")
        assert hand.shows(STAND)
    assert order(notes) == ["We", "It"]


async def test_a_changed_wording_is_no_star(start: Start, notes: Path) -> None:
    def reworded(text: str) -> str:
        return text.replace("keep it standing", "keep it upstanding")

    async with start(notes=notes, loader=loading(reworded)) as hand:
        assert not any(place.article == "gazette-2" for place in hand.reader.state.kept)
        await hand.press("B")
        assert hand.shows("changed")
        await hand.press("enter")
        assert hand.reader.state.article == "gazette-2"


async def test_a_quote_kept_from_an_earlier_text_is_taken_out_by_b(notes: Path) -> None:
    dossier = harbour_dossier()
    old = dossier.article_by_id["gazette"]
    renamed = replace(old, id="gazette-2")
    moved = replace(
        dossier,
        articles=(renamed, *dossier.articles[1:]),
        quotes=tuple(
            replace(one, article="gazette-2") if one.article == "gazette" else one
            for one in dossier.quotes
        ),
        events=(),
        disagreements=(),
        actors=(),
    )
    bookmarks = Bookmarks(moved, ["harbour"], notes)
    bookmarks.look()
    assert bookmarks.quotes == {"q-stand", "q-upright"}
    bookmarks.toggle(bookmark_quote(moved, "q-stand"))
    assert bookmarks.quotes == {"q-upright"}
    assert order(notes) == ["It"]


async def test_a_notebook_that_cannot_be_read_or_written_says_so(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "folder.md").mkdir()
    async with start(notes=tmp_path / "folder.md") as hand:
        assert hand.shows("is a folder")
        await hand.press("B")
        assert hand.shows("folder.md is a folder, not a notebook")
        await hand.press("escape")
        hand.reader.choose(Selection("quote", "q-stand"))
        await hand.press("a")
        await hand.type("not lost")
        await hand.press("enter")
        assert hand.shows("not lost")
        assert hand.shows("folder.md")
        await hand.press("escape", "3", "j")
        assert hand.reader.state.selection == Selection("event", "e-vote")


async def test_damage_in_the_file_is_told_with_its_line(start: Start, notes: Path) -> None:
    text = notes.read_text(encoding="utf-8")
    notes.write_text(text.replace('{"selector"', '{"selekt', 1), encoding="utf-8")
    async with start(notes=notes) as hand:
        await hand.press("B")
        assert hand.shows("cannot be understood; it is kept as it stands")
        assert hand.shows(" line ")
        assert hand.shows(UPRIGHT)


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
        assert hand.shows("Kept in new.md")
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
async def test_what_is_selected_in_vain_leaves_all_as_it_was(
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


async def test_a_long_comment_keeps_its_cursor_in_sight(start: Start, notes: Path) -> None:
    async with start(60, 20, notes=notes) as hand:
        await hand.press("B", "a")
        await hand.type("so long that sixty cells would never have room for all of it, cursor END")
        assert hand.shows("cursor END ")
        assert hand.shows("Enter saves")
        await hand.press("enter")
        assert kept(notes)[0][1].endswith("cursor END")


async def test_what_a_stranger_wrote_in_the_file_cannot_steer_the_terminal(
    start: Start, notes: Path
) -> None:
    text = notes.read_text(encoding="utf-8")
    notes.write_text(text.replace("softer here", "so\x1b[31m \u202eft [bold]er"), encoding="utf-8")
    async with start(notes=notes) as hand:
        await hand.press("B", "j")
        shown = "\n".join(hand.screen())
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[bold]er" in shown
        await hand.press("a")
        assert hand.shows("E opens it in your editor")
