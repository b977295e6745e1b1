"""Files that are not articles: one line for a file, one for a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.reading.read import read_paths
from armreader.reading.refused import refusals
from armreader.records import Problem

REPORT = "The council met on Monday and voted for the new bridge over the river.\n"


def test_documents_in_a_folder_are_listed_once_and_pictures_ignored(tmp_path: Path) -> None:
    for name in ("1.doc", "2.doc", "3.doc", "4.doc"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 Word")
    (tmp_path / "p.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "film.mp4").write_bytes(bytes(4000))
    (tmp_path / "z.txt").write_text(REPORT)
    article, *problems = read_paths([str(tmp_path)])
    assert not isinstance(article, Problem)
    assert [(one.file, one.message) for one in problems if isinstance(one, Problem)] == [
        (
            str(tmp_path),
            "left out 4 files: 1.doc, 2.doc, 3.doc and 1 more; save it as DOCX, plain text or HTML",
        ),
        (str(tmp_path), "left out 1 file: film.mp4; put its transcript there as text"),
    ]


@pytest.mark.parametrize(
    ("refused", "end", "line"),
    [
        ([("", "3 addresses without text")], "", "3 addresses without text"),
        ([("a.txt", "holds no text")], "", "#a.txt holds no text"),
        ([("1", "a"), ("2", "b"), ("", "c")], "", "c; 2 pieces are not articles: #1 a, #2 b"),
        ([], "is cut short", "is cut short; 2 articles were read"),
    ],
)
def test_one_line(refused: list[tuple[str, str]], end: str, line: str) -> None:
    assert refusals(refused, 2, end) == line
