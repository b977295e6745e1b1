"""The file of corrections: what it says, what is wrong with it, and how it is written."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.home.corrections import add_correction, remove_correction
from armreader.reading.corrections import format_line, parse_line, read_corrections
from armreader.records import Correction
from armreader.store import files
from failing_calls import FailingCalls, failures
from made_files.odd_places import ODD_PLACES

ARTICLE, QUOTE, OTHER = "a-0123456789", "q-0123456789", "q-aaaaaaaaaa"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"date {ARTICLE} 2024-02", Correction("date", ARTICLE, "2024-02")),
        (f"source\t{ARTICLE}\tThe Post  # by its logo", Correction("source", ARTICLE, "The Post")),
        (f"same {QUOTE} {OTHER}", Correction("same", QUOTE, OTHER)),
        (f"split {ARTICLE}@12", Correction("split", f"{ARTICLE}@12")),
        (f"name {ARTICLE}@9 Ada B. Quill", Correction("name", f"{ARTICLE}@9", "Ada B. Quill")),
        ("", None),
        ("# a note", None),
    ],
)  # fmt: skip
def test_lines(line: str, expected: Correction | None) -> None:
    assert parse_line(line) == expected


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("dates x", "is not a kind of correction"),
        (f"date {ARTICLE} soon", "is not a date"),
        ("date article-1 2024", "is not an article's id"),
        (f"speaker {QUOTE}", "needs a name"),
        (f"name {ARTICLE} Ada", "is not a place"),
        (f"name {ARTICLE}@9", "needs a name"),
        (f"join {ARTICLE}@1 {ARTICLE}", "is not a mention"),
        (f"split {ARTICLE}@1 more", "unexpected text"),
    ],
)
def test_mistakes_are_reported(line: str, mistake: str) -> None:
    found = parse_line(line)
    assert isinstance(found, str)
    assert mistake in found


def test_a_mistake_costs_its_line_only(tmp_path: Path) -> None:
    file = tmp_path / "corrections.txt"
    file.write_bytes(
        f"date {ARTICLE} 2024\n\xff nonsense\nsame {QUOTE} {OTHER}\n".encode("latin-1")
    )
    found, problems = read_corrections(file)
    assert [one.kind for one in found] == ["date", "same"]
    assert len(problems) == 1
    assert "line 2" in problems[0].message


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none.txt") == ((), ())


@pytest.mark.parametrize("name", ODD_PLACES)
def test_whatever_is_in_its_place_is_a_problem(name: str, tmp_path: Path) -> None:
    file = tmp_path / "corrections.txt"
    ODD_PLACES[name](file)
    corrections, problems = read_corrections(file)
    assert corrections == ()
    assert len(problems) == 1
    assert "codec" not in problems[0].message


def test_writing_keeps_every_other_line(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "corrections.txt"
    first, second = Correction("date", ARTICLE, "2024"), Correction("same", QUOTE, OTHER)
    add_correction(file, first)
    with file.open("a") as out:
        out.write("# mine\nnot understood\n")
    add_correction(file, second)
    assert read_corrections(file)[0] == (first, second)
    remove_correction(file, first)
    lines = file.read_text().splitlines()
    assert lines[-3:] == ["# mine", "not understood", format_line(second)]
    assert file.stat().st_mode & 0o077 == 0
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_new_word_takes_the_place_of_the_old(tmp_path: Path) -> None:
    file = tmp_path / "corrections.txt"
    for year in ("2023", "2024"):
        add_correction(file, Correction("date", ARTICLE, year))
    add_correction(file, Correction("same", QUOTE, OTHER))
    add_correction(file, Correction("different", OTHER, QUOTE))
    assert read_corrections(file)[0] == (
        Correction("date", ARTICLE, "2024"),
        Correction("different", OTHER, QUOTE),
    )


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_a_name_comes_back_as_it_was_but_for_blanks(name: str) -> None:
    kept = " ".join(name.replace("#", " ").split())
    parsed = parse_line(format_line(Correction("source", ARTICLE, name)))
    assert parsed == Correction("source", ARTICLE, kept) if kept else isinstance(parsed, str)


@given(st.text())
def test_any_line_is_read_or_reported(line: str) -> None:
    assert isinstance(parse_line(line.replace("\n", " ")), Correction | str | None)


def test_every_failing_call_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    file = tmp_path / "corrections.txt"
    add_correction(file, Correction("date", ARTICLE, "2024"))
    old = file.read_bytes()
    more = Correction("same", QUOTE, OTHER)
    add_correction(file, more)
    new = file.read_bytes()
    reached = 0
    for name, nth, error in failures():
        file.write_bytes(old)
        failed = False
        with pytest.MonkeyPatch.context() as patch:
            calls = FailingCalls(patch, name, nth, error)
            try:
                add_correction(file, more)
            except OSError:
                failed = True
            reached += calls.count >= nth
        assert file.read_bytes() in (old, new), (name, nth)
        assert failed or file.read_bytes() == new, (name, nth, "neither saved nor reported")
    assert reached >= 4, "the calls are no longer those of the program"


def test_a_lock_that_another_holds_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.0)
    file = tmp_path / "corrections.txt"
    holder = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        with pytest.raises(OSError, match="another reader is saving"):
            add_correction(file, Correction("date", ARTICLE, "2024"))
    finally:
        os.close(holder)
    add_correction(file, Correction("date", ARTICLE, "2024"))
    assert file.exists()
