"""The terminal's cursor and pen, and the bytes that lead them over changed cells."""

from __future__ import annotations

import re

from armreader.ui.terminal.cells import is_plain, is_uncertain, shown
from armreader.ui.terminal.moves import Position, column, forward, move
from armreader.ui.terminal.pens import Pens

_BLANKS_ERASED = re.compile(" {12,}")
"""Blanks amid a run that are shorter to erase and skip than to write."""
_BLANKS_ERASED_AT_END = 8
_LONGEST_MOVE = 8
"""Cells; no gap between two runs longer than this is shorter to rewrite than to skip."""


class Stylus:
    """Follows where the cursor is and which pen is set, and gathers what moves them.

    It starts on a terminal of which only the size is known. ``width``: columns of the screen.
    """

    def __init__(self, width: int, pens: Pens, *, colour_erases: bool) -> None:
        self._width = width
        self._pens = pens
        self._colour_erases = colour_erases
        self._at: Position | None = None
        self._pen = pens.default
        self._out: list[str] = ["\x1b[m"]

    def taken(self) -> str:
        """What was gathered since the last call."""
        sequence = "".join(self._out)
        self._out.clear()
        return sequence

    def move(self, x: int, y: int) -> None:
        """Move the cursor to a cell."""
        if self._at != (x, y):
            self._out.append(move(self._at, x, y))
            self._at = (x, y)

    def end_link(self) -> None:
        """Let nothing that another program writes be part of a link."""
        self._take(self._pens.without_link(self._pen))

    def erases(self, pen: str) -> bool:
        """Whether erasing leaves blanks of this pen."""
        return self._pens.erases(pen, colour_erases=self._colour_erases)

    def erase_screen(self, pen: str, height: int) -> None:
        """Blank every cell of a number of rows, only by what colours on every terminal."""
        self._take(pen)
        if self._pens.pen(pen).background:
            self.move(0, 0)
            self._out.append("\r\n".join(["\x1b[K"] * height))
            self._at = (0, height - 1)
        else:
            self._out.append("\x1b[2J")

    def scroll(self, first: int, last: int, lines: int) -> None:
        """Move rows up, or down by a negative number; what the new rows show is unknown.

        By the margins and the line feeds of a VT100, which every terminal has; the margins are
        reset at once, so that nothing written later depends on them.
        """
        self._take(self._pens.default)
        self._out.append(f"\x1b[{first + 1};{last + 1}r")
        if lines > 0:
            self._out.append(f"\x1b[{last + 1}H" + "\n" * lines)
        else:
            self._out.append(f"\x1b[{first + 1}H" + "\x1bM" * -lines)
        self._out.append("\x1b[r")
        self._at = None  # at home, on nearly every terminal

    def erase_row_from(self, x: int, y: int, pen: str) -> None:
        """Blank the cells from one to the right edge."""
        self.move(x, y)
        if self._pens.blank_of(self._pen) != pen:
            self._take(pen)
        self._out.append("\x1b[K")

    def run(self, start: int, end: int, y: int, cells: str, pens: str) -> None:
        """Write one run of a row's cells; ``cells`` and ``pens`` are those of the whole row."""
        self._approach(start, y, cells, pens)
        x = start
        while x < end:
            pen = self._pen_for(pens[x:end])
            if pen != self._pen:
                self._take(pen)
            suited = pen + self._pens.blank_of(pen)
            reach = end - len(pens[x:end].lstrip(suited))
            self._write(cells[x:reach], x, y, last=reach == end)
            x = reach

    def _take(self, pen: str) -> None:
        self._out.append(self._pens.change(self._pen, pen))
        self._pen = pen

    def _pen_for(self, pens: str) -> str:
        """The pen for the first of these cells: for blanks, if it suits, the next letters' pen."""
        first = pens[0]
        if not self._pens.is_blank(first):
            return first
        if self._pens.blank_of(self._pen) == first:
            return self._pen
        rest = pens.lstrip(first)
        return rest[0] if rest and self._pens.blank_of(rest[0]) == first else first

    def _approach(self, x: int, y: int, cells: str, pens: str) -> None:
        """Get to the run's first cell: rewrite the gap where that is shorter than a move."""
        at = self._at
        if at is not None and at[1] == y and 0 <= at[0] < x <= at[0] + _LONGEST_MOVE:
            gap, gap_pens = cells[at[0] : x], pens[at[0] : x]
            suited = self._pen + self._pens.blank_of(self._pen)
            rewritable = not gap_pens.strip(suited) and is_plain(gap)
            if rewritable and len(gap.encode()) <= len(move(at, x, y)):
                self._out.append(gap)
                self._at = (x, y)
                return
        self.move(x, y)

    def _write(self, cells: str, x: int, y: int, *, last: bool) -> None:
        """Write cells with the pen that is set; ``last``: nothing of the run follows."""
        if "         " in cells and self.erases(self._pens.blank_of(self._pen)):
            done = 0
            for blanks in _BLANKS_ERASED.finditer(cells):
                if last and blanks.end() == len(cells):
                    break
                self._write_all(cells[done : blanks.start()], x + done, y)
                size = blanks.end() - blanks.start()
                self._out.append(f"\x1b[{size}X{forward(size)}")
                done = blanks.end()
            x, cells = x + done, cells[done:]
            body = cells.rstrip(" ")
            trailing = len(cells) - len(body)
            if last and trailing > _BLANKS_ERASED_AT_END:
                self._write_all(body, x, y)
                self._out.append(f"\x1b[{trailing}X")
                self._at = (x + len(body), y)
                return
        self._write_all(cells, x, y)

    def _write_all(self, cells: str, x: int, y: int) -> None:
        end = x + len(cells)
        if is_plain(cells):
            self._out.append(cells)
        else:
            for offset, cell in enumerate(cells, x):
                self._out.append(shown(cell))
                if is_uncertain(cell):
                    # The terminal may have gone one column, two or more: say where it should be.
                    rest = cells[offset - x + 1 :]
                    self._out.append(column(offset + 1 + len(rest) - len(rest.lstrip("\0"))))
        # Past the last column terminals differ in what a relative move starts from.
        self._at = (end, y) if end < self._width else (-1, y)
