"""Cursor moves by their shortest form, of those that xterm, tmux, screen, Linux and mosh share.

Columns and rows count from 0. REP and vertical tabs are left out: not all of them know the first.
"""

from __future__ import annotations

Position = tuple[int, int]
"""Column and row; column -1 where only the row is known."""


def address(x: int, y: int) -> str:
    """The cursor to one cell, from wherever it is."""
    row = str(y + 1) if y else ""
    return f"\x1b[{row};{x + 1}H" if x else f"\x1b[{row}H"


def forward(columns: int) -> str:
    """The cursor to the right, 1 column or more."""
    return "\x1b[C" if columns == 1 else f"\x1b[{columns}C"


def column(x: int) -> str:
    """The cursor to a column of its row."""
    return f"\x1b[{x + 1}G" if x else "\r"


def move(start: Position | None, x: int, y: int) -> str:
    """The shortest way to a cell from where the cursor is; None where nobody knows."""
    if start is None:
        return address(x, y)
    from_x, from_y = start
    if start == (x, y):
        return ""
    ways = [address(x, y)]
    if from_y == y:
        ways.append(column(x))
        if 0 <= from_x < x:
            ways.append(forward(x - from_x))
        elif from_x > x:
            ways.append("\b" * (from_x - x))
    elif y == from_y + 1:
        # The line discipline turns "\n" into "\r\n" on its way: three bytes, and column 0 anyhow.
        if x == 0:
            ways.append("\r\n")
        elif from_x == x:
            ways.append("\x1b[B")
    return min(ways, key=len)
