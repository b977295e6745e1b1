"""A user's own chronology, made only with keys; it survives restarts and outside changes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from armreader.export.formats import export_kept
from armreader.home.folders import bundled
from armreader.notes.notebook import Notebook
from armreader.notes.rows import KeptRow, kept_rows
from armreader.opening.pipeline import open_dossier
from armreader.story.dossier import Dossier
from armreader.ui.application import Application
from hand import Hand, opened
from kept_readers import READERS

MOST_KEYS = 60


class Counted(Hand):
    """A hand that counts what it presses."""

    pressed = 0

    async def strike(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self.press(*keys)


@asynccontextmanager
async def reading(folder: Path, notes: Path) -> AsyncIterator[Counted]:
    app = Application([str(folder)], notes=notes, theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        yield Counted(app, pilot)


def rows_of(folder: Path, notes: Path) -> tuple[Dossier, tuple[KeptRow, ...]]:
    dossier, contents = open_dossier([str(folder)]), Notebook(notes).load()
    assert contents.problems == ()
    return dossier, kept_rows(contents.bookmarks, contents.headings, dossier)


def facts(rows: tuple[KeptRow, ...]) -> list[tuple[str, str, int]]:
    return [(row.wording, row.date.edtf if row.date else "", len(row.parts)) for row in rows]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "story"
    made.mkdir()
    for file in bundled("seeds").iterdir():
        (made / file.name).write_bytes(file.read_bytes())
    return made


async def test_ten_rows_by_keys_alone(folder: Path, tmp_path: Path) -> None:
    notes = tmp_path / "own.md"
    async with reading(folder, notes) as hand:
        await hand.strike("3", "g")
        hand.pressed += 3
        await hand.rattle("1", "1", "b")
        await hand.strike(")", ")", "v", "b", "B")
        await hand.strike("=", "m", "enter", "j", "=", "m", "enter")
        await hand.strike("j", "=", "c", "ctrl+u", *"Talks", "enter")
        await hand.strike("j", "=", "c", "ctrl+u", *"Vote", "enter")
        await hand.strike("j", "=", "d", "ctrl+u", *"2024-01", "enter")
        assert hand.pressed <= MOST_KEYS
    dossier, rows = rows_of(folder, notes)
    made = facts(rows)
    assert len(made) == 10
    assert [parts for _, _, parts in made] == [2, 2, *[1] * 8]
    assert [row.yours for row in rows] == [
        (), (), ("wording",), ("wording",), ("date",), (), (), (), (), (),
    ]  # fmt: skip
    assert (made[2][0], made[3][0], made[4][1]) == ("Talks", "Vote", "2024-01")
    assert rows[9].parts[0].bookmark.kind != "event"
    for format_, read in READERS.items():
        found = read(export_kept(dossier, format_, rows))
        assert len(found) == 10, format_
        assert all(map(str.startswith, found, [row.wording for row in rows])), format_

    # A second session and a person at the file, while the first is open; then a changed report.
    async with reading(folder, notes) as hand:
        await hand.strike("B")
        assert hand.shows("Talks*")
        other = Notebook(notes)
        last = other.load().bookmarks[-1]
        other.set_comment(last.id, "from elsewhere", ("found",))
        notes.write_text(notes.read_text() + "\nmy own words\n")
        await hand.strike("G", "=", "c", "ctrl+u", *"Last", "enter")
        assert hand.shows("from elsewhere #found")
    assert "\nmy own words\n" in notes.read_text()
    changed = sorted(folder.iterdir())[1]
    changed.write_text("An added line.\n\n" + changed.read_text())
    _, after = rows_of(folder, notes)
    expected = [*made[:9], ("Last", made[9][1], 1)]
    assert facts(after) == expected
    assert after[9].tags == ("found",)


async def test_a_kept_event_has_a_star_in_the_timeline(folder: Path, tmp_path: Path) -> None:
    async with reading(folder, tmp_path / "own.md") as hand:
        await hand.strike("3", "g")
        assert not hand.shows("★")
        await hand.strike("b")
        assert hand.shows("★")
        await hand.strike("1")
        assert hand.shows("★")
        await hand.strike("3", "b")
        assert not hand.shows("★")
