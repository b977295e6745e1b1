"""Printed tables: aligned and cut on a terminal, whole in a pipe."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from armreader.cli.table import Table, table_lines

SHIPS = Table(
    ("name", "cargo", "no"),
    (("Alba", "salt and timber for the north", "7"), ("Ōtori", "船の荷物", "12")),
    flexible=1,
)


def test_a_pipe_gets_whole_cells_between_tabs() -> None:
    assert list(table_lines(SHIPS, None)) == [
        "name\tcargo\tno",
        "Alba\tsalt and timber for the north\t7",
        "Ōtori\t船の荷物\t12",
    ]


def test_a_terminal_gets_columns_and_the_flexible_one_is_cut() -> None:
    assert list(table_lines(SHIPS, 29)) == [
        "name   cargo               no",
        "Alba   salt and timber f…  7",
        "Ōtori  船の荷物            12",
    ]


def test_a_cell_cannot_make_a_row_or_a_column() -> None:
    table = Table(("a", "b"), (("one\ntwo", "three\tfour"),), flexible=0)
    assert list(table_lines(table, None))[1] == "one two\tthree four"


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=8))), st.integers(30, 80))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, str]], width: int) -> None:
    table = Table(("words", "id"), tuple(rows), flexible=0)
    assert all(cell_len(line) <= width for line in table_lines(table, width))
