"""Table rows and definition lists: what belongs on one line is joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from armreader.reading.pages.blocks import Block

_CELL = 160
"""Characters of the longest cell in a data table; longer ones are columns of a page."""
_TERM = 80
"""Characters of the longest term before its definition: a day, a name, a question."""


def with_rows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the cells of each row joined, and each term joined with its definition."""
    return list(_with_definitions(_with_table_rows(blocks)))


def _with_table_rows(blocks: Sequence[Block]) -> Iterator[Block]:
    row_before = -1
    for row, members in groupby(blocks, key=lambda block: block.cell[0] if block.cell else 0):
        cells = list(members)
        if not row or not _is_row(cells):
            yield from cells
            row_before = -1
            continue
        joined = _joined(cells, "\t")
        if row == row_before + 1:
            joined.gap = "\n"
        row_before = row
        yield joined


def _is_row(cells: Sequence[Block]) -> bool:
    """Whether each block is a whole cell and short."""
    numbers = {block.cell for block in cells}
    return 1 < len(numbers) == len(cells) and all(
        len(block.text) <= _CELL and "\n" not in block.text for block in cells
    )


def _with_definitions(blocks: Iterator[Block]) -> Iterator[Block]:
    term: Block | None = None
    for block in blocks:
        if term is not None:
            if block.tag == "dd" and block.kind == term.kind:
                yield _joined([term, block], " " if term.text[-1] in ".:;?!–—-" else ": ")
                term = None
                continue
            yield term
        term = block if block.tag == "dt" and len(block.text) <= _TERM else None
        if term is None:
            yield block
    if term is not None:
        yield term


def _joined(blocks: Sequence[Block], separator: str) -> Block:
    first = blocks[0]
    first.linked = sum(block.linked for block in blocks)
    return first.finish(separator.join(block.text for block in blocks))
