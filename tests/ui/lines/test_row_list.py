"""The rows of a list: the letters that a search found."""

from __future__ import annotations

from armreader.records import Span
from armreader.ui.lines.line_view import OWN
from armreader.ui.lines.row_list import with_letters


def first_letter(text: str) -> list[Span]:
    return [Span(0, 1)]


def test_a_search_finds_letters_of_sources_only() -> None:
    parts = [("pier", ("strong",)), ("] goes there", ("dim", OWN))]
    assert with_letters(parts, first_letter) == [
        ("", ("strong",)),
        ("p", ("strong", "match")),
        ("ier", ("strong",)),
        ("] goes there", ("dim", OWN)),
    ]
    assert with_letters(parts, None) == parts
