"""Which files a path stands for, in which order, under which names."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.reading.discover import Found, find_files
from armreader.records import Problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ["b.txt", "a.md", "sub/c.html", "sub/deep/d", ".hidden.txt", ".git/e.txt", "p.jpg"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    return tmp_path


def _names(*paths: object) -> list[str]:
    return [
        one.name if isinstance(one, Found) else one.message
        for one in find_files([*map(str, paths)])
    ]


def test_a_folder_is_walked_in_the_order_of_its_names(folder: Path) -> None:
    assert _names(folder) == ["a.md", "b.txt", "sub/c.html", "sub/deep/d"]


def test_a_file_is_named_as_given(folder: Path) -> None:
    assert _names(folder / "b.txt", folder / ".hidden.txt") == [
        str(folder / "b.txt"),
        str(folder / ".hidden.txt"),
    ]


def test_patterns_are_expanded(folder: Path) -> None:
    assert _names(folder / "*.md") == [str(folder / "a.md")]
    assert _names(folder / "**" / "*.html") == [str(folder / "sub/c.html")]


def test_a_name_with_a_star_is_a_name(folder: Path) -> None:
    (folder / "what*.txt").write_text("text")
    assert _names(folder / "what*.txt") == [str(folder / "what*.txt")]


def test_no_file_comes_twice(folder: Path) -> None:
    (folder / "sub/loop").symlink_to(folder)
    (folder / "same.txt").symlink_to(folder / "b.txt")
    assert _names(folder, folder / "b.txt") == ["a.md", "b.txt", "sub/c.html", "sub/deep/d"]


def test_documents_are_named_once_and_pictures_pass_quietly(folder: Path) -> None:
    for name in ("1.pdf", "2.docx", "3.pdf", "4.pdf"):
        (folder / name).write_text("x")
    *_, problem = find_files([str(folder)])
    assert isinstance(problem, Problem)
    assert problem.file == str(folder)
    assert "left out 4 files" in problem.message
    assert "1.pdf, 2.docx, 3.pdf and 1 more" in problem.message


def test_names_are_cleaned(tmp_path: Path) -> None:
    (tmp_path / "x\x1b[2J\n.txt").write_text("text")
    assert _names(tmp_path) == ["x␛[2J␊.txt"]
