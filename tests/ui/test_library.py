"""The library screen: stories, a search over all of them, and opening a story."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.home.config import Config
from armreader.home.folders import places
from armreader.opening.indexing import index
from armreader.store.files import lock
from armreader.store.indexed import library_paths
from armreader.store.library import Library
from armreader.ui.library.application import LibraryApplication
from armreader.ui.library.indexing import Indexing
from armreader.ui.library.shelves import Key
from armreader.ui.lines.bar import Bar

REPORTS = {
    "dam-1.txt": "Dam at Orsk gives way\n\nORSK, 3 March 2031 - The dam at Orsk gave way,"
    " Ada Quill said.",
    "dam-2.txt": "Orsk floods after dam fails\n\nORSK, 4 March 2031 - Ada Quill saw Orsk"
    " under water.",
    "vote.txt": "Parliament votes in Tamoria\n\nTAMORIA, 9 March 2031 - Ivo Brandt won the vote.",
}


@pytest.fixture
def app(tmp_path: Path) -> LibraryApplication:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    index([str(folder)], places(), lambda progress: None)
    return LibraryApplication(library_paths([str(folder)]))


def head(app: LibraryApplication) -> str:
    header, *_ = app.shown.children
    assert isinstance(header, Bar)
    return header.draw_lines()[0].text.strip()


def rows(app: LibraryApplication) -> list[str]:
    return [
        " ".join(strip.text.split()).removeprefix("▸ ") for strip in app.shown.list.draw_lines()
    ]


async def test_stories_are_newest_first_and_enter_opens_one(app: LibraryApplication) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        shown = rows(app)
        assert shown[1].startswith("Parliament votes in Tamoria")
        assert shown[1].endswith("9 Mar 2031")
        assert shown[3].startswith("Dam at Orsk gives way")
        assert "2 reports · 2 sources" in shown[4]
        assert [one.region.bottom for one in app.shown.children] == [1, 29, 30]
        await pilot.press("down", "enter")
    second = app.library.shelves()[1].name
    assert app.return_value == Key(second)


async def test_stories_that_are_not_loaded_are_counted(
    app: LibraryApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Library.shelves
    monkeypatch.setattr(Library, "shelves", lambda library, after=None: page(library, after, 1))
    monkeypatch.setattr("armreader.ui.library.shelves.PAGE", 1)
    async with app.run_test(size=(100, 30)):
        assert "1/2" in rows(app)[0]


async def test_a_search_over_all_finds_reports_and_esc_goes_back(app: LibraryApplication) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"water")
        shown = rows(app)
        assert shown[1].startswith("Orsk floods after dam fails")
        assert "under water" in shown[2]
        await pilot.press("escape")
        assert rows(app)[1].startswith("Parliament")
        await pilot.press("slash", *"brandt", "enter", "enter")
    assert app.return_value is not None
    assert app.return_value.story == app.library.shelves()[0].name


async def test_q_leaves(app: LibraryApplication) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("q")
    assert app.return_value is None


@pytest.mark.slow
async def test_what_changed_is_indexed_while_the_stories_are_read(
    app: LibraryApplication,
) -> None:
    folder = Path(app.library.paths[0])
    (folder / "mine.txt").write_text("Mine shut\n\nORLA, 11 March 2031 - Bo Ting shut the mine.")
    indexing = Indexing([str(folder)])
    shown = LibraryApplication([str(folder)], indexing=indexing)
    async with shown.run_test(size=(150, 30)) as pilot:
        await pilot.press("down")
        at = shown.shown.list.key
        assert "looking for changes" in head(shown)
        while not indexing.ended:
            await pilot.pause(0.05)
        shown.shown.look()
        assert not indexing.failed
        assert "4 reports · 3 stories" in head(shown)
        assert any(row.startswith("Mine shut") for row in rows(shown)), rows(shown)
        assert shown.shown.list.key == at
        await pilot.press("q")
    indexing.stop()


@pytest.mark.slow
async def test_an_indexing_that_fails_says_why(app: LibraryApplication, tmp_path: Path) -> None:
    store = places().store
    assert store
    with (store.parent / "store.db.lock").open("w") as held:
        assert lock(held.fileno(), patience=0) == "held"
        (tmp_path / "reports" / "more.txt").write_text("More\n\nMore was reported.")
        indexing = Indexing([str(tmp_path / "reports")])
        while not indexing.ended:
            pass
    shown = LibraryApplication(app.library.paths, indexing=indexing)
    async with shown.run_test(size=(150, 30)):
        assert "not up to date: another armreader is indexing" in head(shown)
        assert len(rows(shown)) > 3
    indexing.stop()


async def test_mistakes_in_the_settings_are_shown_until_a_key(app: LibraryApplication) -> None:
    config = Config(theme="sepia", keys={"bookmark": ["b", "j"]})
    shown = LibraryApplication(app.library.paths, config=config)
    async with shown.run_test(size=(120, 30)) as pilot:
        foot = shown.shown.children[-1]
        assert isinstance(foot, Bar)
        first = foot.draw_lines()[0].text
        assert "no theme “sepia”" in first
        assert "(and 1 more: armreader diagnostics)" in first
        await pilot.press("down")
        assert "sepia" not in foot.draw_lines()[0].text


async def test_a_hit_in_the_headline_says_it_once(app: LibraryApplication) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"parliament")
        _, first, second, *_ = rows(app)
        assert first.startswith("Parliament votes in Tamoria")
        assert second == "in Parliament votes in Tamoria"
        await pilot.press(*"x")
        await pilot.press(*["backspace"] * 11, *"water")
        _, first, second, *_ = rows(app)
        assert first.startswith("Orsk floods after dam fails")
        assert "saw Orsk under water" in second
        await pilot.press("enter")
        foot = app.shown.children[-1]
        assert isinstance(foot, Bar)
        assert "Esc all stories" in foot.draw_lines()[0].text
        await pilot.press("escape")
        assert "/ search all" in foot.draw_lines()[0].text
