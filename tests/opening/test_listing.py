"""A file of a library that is as it was is not read again, and what is listed of it is the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from armreader.opening import listing
from armreader.opening.listing import Listing
from armreader.reading import read
from armreader.reading.containers.piece import Piece
from armreader.reading.discover import Found, find_files
from armreader.records import Article, Problem
from armreader.store.members import Entry

Known = dict[bytes, list[Entry]]


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_SETTLED", -(10**18))  # the files of a test are new


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for name in ("dam", "mill", "quay"):
        (made / f"{name}.txt").write_text(f"The {name} of Ostrava\n\nThe {name} burnt on Monday.\n")
    return made


def listed(folder: Path, known: Known | None = None) -> tuple[Known, list[Entry], list[Problem]]:
    """What is known for the next time, the articles, and the problems."""
    paths = [str(folder)]
    made = Listing(paths, known or {})
    entries: list[Entry] = []
    problems: list[Problem] = []
    for one in made.each(find_files(paths)):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            entries.append(one.entry)
    found: Known = {}
    for entry in entries:
        if made.marks[entry.name]:
            found.setdefault(made.marks[entry.name], []).append(entry)
    return found, entries, problems


@pytest.fixture
def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read."""
    names: list[str] = []
    whole = read.read_piece

    def noted(found: Found, piece: Piece, copies: dict[str, int]) -> Article:
        names.append(found.name)
        return whole(found, piece, copies)

    monkeypatch.setattr(read, "read_piece", noted)
    return names


def test_only_what_changed_is_read_again(folder: Path, files_read: list[str]) -> None:
    known, entries, _ = listed(folder)
    assert files_read == ["dam.txt", "mill.txt", "quay.txt"]
    files_read.clear()
    assert listed(folder, known)[:2] == (known, entries)
    assert files_read == []
    (folder / "mill.txt").write_text("The mill of Ostrava\n\nNobody was hurt.\n")
    os.utime(folder / "quay.txt", (1, 1))
    changed = listed(folder, known)[1]
    assert files_read == ["mill.txt", "quay.txt"]
    assert changed == listed(folder)[1]


def test_a_file_that_just_changed_is_read_again(
    folder: Path, files_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_SETTLED", 10**15)
    assert listed(folder)[0] == {}
    monkeypatch.setattr(listing, "_SETTLED", -(10**18))
    known, *_ = listed(folder)
    monkeypatch.setattr(listing, "_SETTLED", 10**15)
    files_read.clear()
    listed(folder, known)
    assert len(files_read) == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "armreader.toml").write_text('["dam.txt"]\nsource = "Gazette"\n'),
        lambda folder: (folder / "a-copy.txt").write_bytes((folder / "mill.txt").read_bytes()),
        lambda folder: (folder / "quay.txt").rename(folder / "2031-05-06.txt"),
        lambda folder: (folder / "broken.pdf").write_bytes(b"%PDF-1.7 cut short"),
        lambda folder: (folder / "empty.txt").write_text(""),
    ],
    ids=["facts", "copy before", "date in name", "unreadable", "empty"],
)
def test_after_any_change_it_comes_to_the_same_as_reading_all(
    folder: Path, change: Callable[[Path], object]
) -> None:
    known, before, _ = listed(folder)
    change(folder)
    again, entries, problems = listed(folder, known)
    assert (entries, problems) == listed(folder)[1:]
    assert (entries, problems) != (before, [])
    assert listed(folder, again)[1:] == (entries, problems)


def test_a_copy_is_a_copy_while_the_first_is_there(folder: Path) -> None:
    (folder / "other-mill.txt").write_bytes((folder / "mill.txt").read_bytes())
    known, entries, _ = listed(folder)
    assert [one.name.count("-") for one in entries] == [1, 1, 2, 1]
    assert listed(folder, known)[1] == entries
    (folder / "mill.txt").unlink()
    without = listed(folder, known)[1]
    assert [one.file for one in without] == ["dam.txt", "other-mill.txt", "quay.txt"]
    assert without == listed(folder)[1]


def test_a_file_of_several_articles_is_known_as_a_whole(
    folder: Path, files_read: list[str]
) -> None:
    rows = [f'{{"title": "Storm {n}", "text": "Storm {n} hit Ostrava."}}' for n in (1, 2)]
    (folder / "many.jsonl").write_text("\n".join(rows))
    known, entries, _ = listed(folder)
    assert [one.file for one in entries if "#" in one.file] == ["many.jsonl#1", "many.jsonl#2"]
    files_read.clear()
    assert listed(folder, known)[1] == entries
    assert files_read == []


def test_what_lies_in_other_files_is_read_again(folder: Path) -> None:
    attached = folder / "files" / "1" / "report.txt"
    attached.parent.mkdir(parents=True)
    attached.write_text("The weir broke at night.\n")
    entry = "TY  - NEWS\nTI  - The weir\nL1  - files/1/report.txt\nER  - \n"
    (folder / "list.ris").write_text(entry)
    known, before, _ = listed(folder)
    attached.write_text("The weir broke in the morning.\n")
    entries = listed(folder, known)[1]
    assert entries == listed(folder)[1]
    assert entries != before


def test_an_article_that_was_not_annotated_is_read_again(folder: Path) -> None:
    made = Listing([str(folder)], {})
    names = [
        one.entry.name
        for one in made.each(find_files([str(folder)]))
        if not isinstance(one, Problem)
    ]
    made.forget(names[1:2])
    assert [bool(made.marks[name]) for name in names] == [True, False, True]
