"""Which files a path stands for, in which order, under which names."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from armreader.reading.discover import Found, find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in [
        "b.txt",
        "a.md",
        "sub/c.html",
        "sub/deep/d",
        ".hidden.txt",
        ".git/e.txt",
        "p.jpg",
        "~$b.docx",
        "Thumbs.db",
    ]:
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


def test_no_file_is_given_twice(folder: Path) -> None:
    (folder / "sub/loop").symlink_to(folder)
    (folder / "same.txt").symlink_to(folder / "b.txt")
    assert _names(folder, folder / "b.txt") == ["a.md", "b.txt", "sub/c.html", "sub/deep/d"]


@pytest.mark.parametrize(
    ("folder_name", "beside"),
    [
        ("a_files", "a.html"),
        ("Report_Dateien", "Report.htm"),
        ("a.files", "a.mhtml"),
        ("files", "library.ris"),
    ],
)
def test_files_that_belong_to_a_page_or_export_are_left_out(
    tmp_path: Path, folder_name: str, beside: str
) -> None:
    (tmp_path / folder_name / "7").mkdir(parents=True)
    (tmp_path / folder_name / "7" / "saved_resource.html").write_text("text")
    assert _names(tmp_path) == [f"{folder_name}/7/saved_resource.html"]
    (tmp_path / beside).write_text("text")
    assert _names(tmp_path) == [beside]


def test_names_are_cleaned(tmp_path: Path) -> None:
    (tmp_path / "x\x1b[2J\n.txt").write_text("text")
    assert _names(tmp_path) == ["x␛[2J␊.txt"]


def test_a_link_that_leads_out_is_reported_and_not_followed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("another") / "secret.txt"
    secret.write_text("text")
    (folder / "a-notes.txt").symlink_to(secret)
    (folder / "root").symlink_to("/")
    (folder / "inside").symlink_to(folder / "sub")
    *names, message = _names(folder)
    assert names == ["a.md", "b.txt", "inside/c.html", "inside/deep/d"]
    assert message.startswith("2 links lead out of the folder, first a-notes.txt")
    assert _names(folder / "a-notes.txt") == [str(folder / "a-notes.txt")]


def test_a_folder_that_is_itself_a_link_is_walked(folder: Path) -> None:
    (folder / ".link").symlink_to(folder / "sub")
    assert _names(folder / ".link") == ["c.html", "deep/d"]


def test_the_cost_of_a_deep_folder_is_linear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file system is asked a fixed number of times a folder, whatever lies above it."""
    asked = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*given: Any, **options: Any) -> Any:
            nonlocal asked
            asked += 1
            return call(*given, **options)

        return ask

    for name in ("lstat", "stat", "scandir", "listdir", "readlink"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))

    def cost(depth: int) -> int:
        (tmp_path / str(depth)).joinpath(*["d"] * depth).mkdir(parents=True)
        before = asked
        assert len(list(find_files([str(tmp_path / str(depth))]))) == 1
        return asked - before

    assert cost(200) < 2.3 * cost(100)
