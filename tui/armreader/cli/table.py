"""Tables as plain text: aligned and cut on a terminal, tab-separated and whole in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_GAP = "  "
_NARROWEST = 16
"""The fewest cells that the flexible column is cut to before the others are."""
_LEAST = 5
"""The fewest cells that any column is cut to."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under column names; the column ``flexible`` takes the remaining width."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    flexible: int


def table_lines(table: Table, width: int | None) -> Iterator[str]:
    """The table's lines: aligned within ``width`` cells, or tab-separated where it is None."""
    rows = [tuple(one_line(cell) for cell in row) for row in table.rows]
    if width is None:
        yield "\t".join(table.columns)
        yield from ("\t".join(row) for row in rows)
        return
    from rich.cells import cell_len

    named = [table.columns, *rows]
    widths = [max(cell_len(row[i]) for row in named) for i in range(len(table.columns))]
    others = sum(widths) - widths[table.flexible] + len(_GAP) * (len(widths) - 1)
    widths[table.flexible] = min(widths[table.flexible], max(width - others, _NARROWEST))
    _shrink(widths, width - len(_GAP) * (len(widths) - 1))
    for row in named:
        yield _aligned(row, widths).rstrip()


def _shrink(widths: list[int], room: int) -> None:
    """Take cells from the widest columns until all of them fit, if they can."""
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    from rich.cells import cell_len, set_cell_size

    cells = (
        cell if cell_len(cell) == width else _cut(cell, width) or set_cell_size(cell, width)
        for cell, width in zip(row, widths, strict=True)
    )
    return _GAP.join(cells)


def _cut(cell: str, width: int) -> str:
    """The cell, shortened with an ellipsis if it is too wide."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(cell) <= width:
        return ""
    return set_cell_size(set_cell_size(cell, width - 1).rstrip() + "…", width)


def one_line(cell: str) -> str:
    """The text without the characters that separate rows and columns."""
    return " ".join(cell.split())
