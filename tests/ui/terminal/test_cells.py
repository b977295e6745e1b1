from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from armreader.ui.terminal.cells import STUB, cells_of, combined, is_uncertain, shown


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20))
def test_as_many_cells_as_the_layout_counts(text: str) -> None:
    _, cells = cells_of(text)
    assert len(cells) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", 5),
        ("世界", 4),
        ("e\u0301a", 2),
        ("Հայաստան", 8),
        ("", 0),
        ("\U001000ff", 1),
    ],
)
def test_what_is_shown_is_the_text(text: str, cells: int) -> None:
    assert len(cells_of(text)[1]) == cells
    assert shown(cells_of(text)[1]) == text


@pytest.mark.parametrize("control", ["\x1b", "\x07", "\x9b", "\x00", "\x7f", "\n", "\t"])
def test_no_control_character_has_a_cell(control: str) -> None:
    assert cells_of(f"a{control}b") == ("", "ab")


def test_marks_without_a_letter_go_to_the_cell_before() -> None:
    marks, cells = cells_of("\u0301a")
    assert (marks, cells) == ("\u0301", "a")
    assert shown(combined("e", marks)) == "e\u0301"
    wide = combined("世" + STUB, marks)
    assert shown(wide) == "世\u0301"
    assert len(wide) == 2
    assert combined("", marks) == ""


def test_a_stack_of_marks_is_cut() -> None:
    assert len(shown(cells_of("e" + "\u0301" * 5000)[1])) == 16


@pytest.mark.parametrize(
    ("text", "disputed"),
    [
        ("a", False),
        ("世", False),
        ("e\u0301", False),
        ("😀", True),
        ("👨\u200d👩", True),
        ("☂\ufe0f", True),
    ],
)
def test_which_widths_terminals_dispute(text: str, disputed: bool) -> None:
    assert is_uncertain(cells_of(text)[1][0]) is disputed
