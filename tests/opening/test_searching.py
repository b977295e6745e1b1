"""The search index of an unchanged folder is made once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from armreader.cli.printed_search import hits_object
from armreader.home.corrections import add_correction
from armreader.opening import searching
from armreader.opening.places import Places
from armreader.opening.searching import search_index
from armreader.records import Correction
from armreader.search.find import SearchIndex
from armreader.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text(
        "Ferry to Oldhaven stops\n\nOLDHAVEN, 4 May 2031 - The ferry to Oldhaven stopped on Monday,"
        " harbour master Iva Brook said. “The engine failed,” Brook said.\n"
    )
    (made / "b.txt").write_text("The council of Oldhaven voted for a new ferry on 6 May 2031.\n")
    return made


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "corrections.txt", tmp_path / "store.db")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many indexes were made."""
    counted: list[int] = []

    class Counted(SearchIndex):
        def __init__(self, *args: object, **kwargs: object) -> None:
            counted.append(1)
            super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(searching, "SearchIndex", Counted)
    return counted


def found(folder: Path, places: Places, query: str = "ferry") -> dict[str, object]:
    with Store(places.store) as store:
        return hits_object(search_index([str(folder)], places, store).search.search(query))


def test_the_second_search_makes_none_and_finds_the_same(
    folder: Path, places: Places, made: list[int]
) -> None:
    first = found(folder, places)
    assert first["hits"]
    assert found(folder, places) == first
    assert found(folder, places, "person:brook")["hits"]
    assert made == [1]


def test_a_changed_file_or_correction_makes_another(
    folder: Path, places: Places, made: list[int]
) -> None:
    assert not found(folder, places, "lighthouse")["hits"]
    (folder / "b.txt").write_text("The lighthouse of Oldhaven was closed on 7 May 2031.\n")
    assert found(folder, places, "lighthouse")["hits"]
    assert places.corrections
    add_correction(places.corrections, Correction("date", "a-0000000000", "2031-05-01"))
    found(folder, places)
    assert len(made) >= 2


def test_touching_a_file_or_asking_from_another_folder_makes_none(
    folder: Path, places: Places, made: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = found(folder, places)
    os.utime(folder / "a.txt", (1, 1))
    assert found(folder, places) == first
    monkeypatch.chdir(folder.parent)
    assert found(Path(folder.name), places) == first
    (folder / "b.txt").rename(folder / "c.txt")
    assert found(folder, places) != first
    assert made == [1]


def test_where_parts_are_lost_another_is_made(
    folder: Path, places: Places, made: list[int]
) -> None:
    first = found(folder, places)
    with Store(places.store) as store, store.writing() as connection:
        connection.execute("DELETE FROM search WHERE id = (SELECT min(id) FROM search)")
    assert found(folder, places) == first
    assert made == [1, 1]


def test_problems_are_kept_with_it(folder: Path, places: Places, made: list[int]) -> None:
    (folder / "empty.txt").write_text("")
    for _ in range(2):
        with Store(places.store) as store:
            problems = search_index([str(folder)], places, store).problems
        assert [one.file for one in problems] == ["empty.txt"]
    assert made == [1]
