"""The fate of bookmarks: changes to the file by other programs, and changed articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from armreader.notes.bookmark import bookmark_event, bookmark_quote
from armreader.notes.notebook import Notebook
from armreader.opening.loading import Tell
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui import application
from armreader.ui.session.bookmarks import Bookmarks
from dossiers import harbour_dossier
from hand import Hand, Start, opened
from kept import STAND, UPRIGHT, kept, order


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


async def test_undo_survives_a_reload(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        hand.reader.choose(Selection("quote", "q-stand"))
        await hand.press("b")
        assert order(notes) == ["It"]
        reopened = Bookmarks(harbour_dossier(), ["harbour"], notes)
        reopened.look()
        hand.reader.noting.take(reopened)
        await hand.press("u")
        assert order(notes) == ["We", "It"]
        assert hand.reader.state.bookmarked == {"q-stand", "q-upright"}


async def test_a_change_by_another_program_is_seen(start: Start, notes: Path) -> None:
    async with start(notes=notes) as hand:
        await hand.press("B")
        other = Notebook(notes)
        first = other.load().bookmarks[0]
        other.set_comment(first.id, "mine", ("other",))
        other.add(bookmark_event(harbour_dossier(), "e-spoke"))
        await hand.press("j")
        assert hand.shows("mine #other")
        label = harbour_dossier().event_by_id["e-spoke"].label
        assert hand.shows(label)


async def test_a_comment_from_another_program_is_kept(start: Start, notes: Path) -> None:
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


async def test_what_an_old_copy_overwrote_can_be_restored(start: Start, notes: Path) -> None:
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


async def test_a_changed_wording_has_no_star(start: Start, notes: Path) -> None:
    def reworded(text: str) -> str:
        return text.replace("keep it standing", "keep it upstanding")

    async with start(notes=notes, loader=loading(reworded)) as hand:
        assert not any(place.article == "gazette-2" for place in hand.reader.state.kept)
        await hand.press("B")
        assert hand.shows("changed")
        await hand.press("enter")
        assert hand.reader.state.article == "gazette-2"


async def test_a_quote_kept_from_an_earlier_text_is_removed_by_b(notes: Path) -> None:
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
    assert bookmarks.kept == {"q-stand", "q-upright"}
    bookmarks.toggle(bookmark_quote(moved, "q-stand"))
    assert bookmarks.kept == {"q-upright"}
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
        assert hand.reader.state.selection == Selection("event", "e-spoke")


async def test_damage_in_the_file_is_reported_with_its_line(start: Start, notes: Path) -> None:
    text = notes.read_text(encoding="utf-8")
    notes.write_text(text.replace('{"selector"', '{"selekt', 1), encoding="utf-8")
    async with start(notes=notes) as hand:
        await hand.press("B")
        assert hand.shows("cannot be understood; it is kept as it is")
        assert hand.shows(" line ")
        assert hand.shows(UPRIGHT)


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


async def test_a_key_that_keeps_is_about_the_row_of_the_list_in_focus(
    start: Start, tmp_path: Path
) -> None:
    """A quote was gone to before, and its list left: the event under the cursor is meant."""
    notes = tmp_path / "own.md"
    async with start(notes=notes) as hand:
        await hand.press("4", "j", "b")
        assert len(Notebook(notes).load().bookmarks) == 1
        await hand.press("3", "b")
        assert len(Notebook(notes).load().bookmarks) == 2


async def test_the_notebook_is_open_while_the_dossier_is_read(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "_NOTEBOOK_AFTER", 0.01)
    go_on = Event()

    def slowly(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
        go_on.wait(20)
        return harbour_dossier(), True

    app = application.Application([str(tmp_path / "harbour")], notes=notes, loader=slowly)
    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(app, pilot)
        while app.reader.noting.bookmarks is None:
            await pilot.pause()
        assert app.reader.state.loading
        await pilot.press("B")
        await pilot.pause()
        assert hand.shows("We cannot keep")
        assert not hand.shows("lost")
        go_on.set()
        await opened(app, pilot)
        await pilot.pause()
        assert hand.shows("We cannot keep")
        assert app.reader.state.bookmarked == {"q-stand", "q-upright"}
