"""What Textual wants on the screen, what was sent, and the fewest bytes from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rich.segment import Segment

from armreader.ui.terminal.cells import STUB, UNKNOWN, cells_of, combined, is_lasting
from armreader.ui.terminal.pens import Pen, Pens
from armreader.ui.terminal.scrolls import find_scroll
from armreader.ui.terminal.stylus import Stylus

_SCROLL_FROM = 3
"""Changed rows from which on some of them may only have moved."""
_ERASE_ROW_FROM = 5
"""Changed cells up to the right edge from which on erasing the rest of the row is shorter."""


class Grid:
    """The cells of one screen size, wanted and sent, row by row as strings of cells and of pens.

    ``colour_erases``: the terminal erases to the current background (terminfo's ``bce``).
    """

    def __init__(self, width: int, height: int, pens: Pens, *, colour_erases: bool) -> None:
        self.width = width
        self.height = height
        self._pens = pens
        self._colour_erases = colour_erases
        blank = pens.blank_of(pens.default)
        self._cells = [" " * width] * height
        self._cell_pens = [blank * width] * height
        self._sent_cells = list(self._cells)
        self._sent_pens = list(self._cell_pens)
        self._changed: set[int] = set()
        self._stylus: Stylus | None = None
        """Where the terminal's cursor and pen are; None while its content is unknown."""

    def forget(self) -> None:
        """Assume nothing about what the terminal shows: the next frame paints everything."""
        self._stylus = None

    def put(self, x: int, y: int, segments: Iterable[Segment]) -> None:
        """Want the segments from a cell on."""
        row, row_pens = self._cells[y], self._cell_pens[y]
        marks, cells, pens = self._laid_out(segments)
        if marks:
            row = combined(row[:x], marks) + row[x:]
        room = self.width - x
        cells, pens = _whole(cells, room)[:room], pens[:room]
        end = x + len(cells)
        row = _whole(_whole(row, x), end)
        self._cells[y] = row[:x] + cells + row[end:]
        self._cell_pens[y] = row_pens[:x] + pens + row_pens[end:]
        self._changed.add(y)

    def frame(self, cursor: tuple[int, int] | None = None) -> str:
        """The shortest sequence after which the terminal shows what is wanted; "" for nothing.

        ``cursor``: where the terminal's cursor is to be left, if that matters.
        """
        stylus = self._stylus
        if stylus is None:
            stylus = self._stylus = self._start_whole()
        elif len(self._changed) >= _SCROLL_FROM:
            self._scroll(stylus)
        for y in sorted(self._changed):
            self._send_row(stylus, y)
        self._changed.clear()
        stylus.end_link()
        if cursor is not None:
            stylus.move(*cursor)
        return stylus.taken()

    def snapshot(self) -> dict[str, Any]:
        """What is wanted, as plain values, and under "paint" the sequence that shows it."""
        self.forget()
        used = sorted(set("".join(self._cell_pens)))
        rows = [row if is_lasting(row) else None for row in self._cells]
        pens = [[used.index(pen) for pen in row] for row in self._cell_pens]
        table = [self._pens.pen(pen).as_values() for pen in used]
        return {"cells": rows, "pens": pens, "table": table, "paint": f"{self.frame()}\x1b[m"}

    def adopt(self, snapshot: Mapping[str, Any]) -> None:
        """Assume that the terminal shows a snapshot of this size, made by any process."""
        table = [self._pens.code_of(Pen.from_values(values)) for values in snapshot["table"]]
        for y, (row, pens) in enumerate(zip(snapshot["cells"], snapshot["pens"], strict=True)):
            if row is not None and len(row) == len(pens) == self.width:
                self._sent_cells[y] = row
                self._sent_pens[y] = "".join(table[pen] for pen in pens)
            else:
                self._sent_cells[y] = UNKNOWN * self.width
        self._changed = set(range(self.height))
        self._stylus = Stylus(self.width, self._pens, colour_erases=self._colour_erases)

    def _laid_out(self, segments: Iterable[Segment]) -> tuple[str, str, str]:
        """Marks that belong to the cell before, then the segments' cells and their pens."""
        lead = cells = pens = ""
        for text, style, control in segments:
            if control:
                continue
            marks, piece = cells_of(text)
            if marks and cells:
                cells = combined(cells, marks)
            else:
                lead += marks
            cells += piece
            pen = self._pens.of(style)
            blank = self._pens.blank_of(pen)
            if pen == blank or " " not in piece:
                pens += pen * len(piece)
            elif not piece.strip(" "):
                pens += blank * len(piece)
            else:
                pens += blank.join(pen * len(word) for word in piece.split(" "))
        return lead, cells, pens

    def _start_whole(self) -> Stylus:
        """Start with a terminal of unknown content, erased to the commonest blank if possible."""
        stylus = Stylus(self.width, self._pens, colour_erases=self._colour_erases)
        self._changed = set(range(self.height))
        blanks = Counter(
            {
                pen: count
                for pen, count in Counter("".join(self._cell_pens)).items()
                if self._pens.is_blank(pen) and stylus.erases(pen)
            }
        )
        if blanks:
            pen = blanks.most_common(1)[0][0]
            stylus.erase_screen(pen, self.height)
            self._sent_cells = [" " * self.width] * self.height
            self._sent_pens = [pen * self.width] * self.height
        else:
            self._sent_cells = [UNKNOWN * self.width] * self.height
        return stylus

    def _scroll(self, stylus: Stylus) -> None:
        """Let the terminal move rows that only moved; what it brings in is sent after that."""
        sent = list(zip(self._sent_cells, self._sent_pens, strict=True))
        scroll = find_scroll(sent, list(zip(self._cells, self._cell_pens, strict=True)))
        if scroll is None:
            return
        first, last, lines = scroll
        stylus.scroll(first, last, lines)
        for y in range(first, last + 1):
            inside = first <= y + lines <= last
            self._sent_cells[y] = sent[y + lines][0] if inside else UNKNOWN * self.width
            self._sent_pens[y] = sent[y + lines][1] if inside else self._sent_pens[y]
        self._changed.update(range(first, last + 1))

    def _send_row(self, stylus: Stylus, y: int) -> None:
        cells, pens = self._cells[y], self._cell_pens[y]
        sent_cells, sent_pens = self._sent_cells[y], self._sent_pens[y]
        if cells == sent_cells and pens == sent_pens:
            return
        changed = [
            x
            for x, (cell, sent, pen, sent_pen) in enumerate(
                zip(cells, sent_cells, pens, sent_pens, strict=True)
            )
            if cell != sent or pen != sent_pen
        ]
        erased = self._erased_from(changed, pens, stylus)
        if erased is not None:
            changed = [x for x in changed if x < erased]
        for start, end in _over_blanks(_runs(changed, cells), cells, pens):
            stylus.run(start, end, y, cells, pens)
        if erased is not None:
            stylus.erase_row_from(erased, y, pens[-1])
        self._sent_cells[y], self._sent_pens[y] = cells, pens

    def _erased_from(self, changed: list[int], pens: str, stylus: Stylus) -> int | None:
        """The first of the row's changed cells that are best erased up to the right edge."""
        edge = pens[-1]
        if not (self._pens.is_blank(edge) and stylus.erases(edge)):
            return None
        tail = len(pens.rstrip(edge))
        first = next((x for x in changed if x >= tail), self.width)
        return first if changed[-1] - first >= _ERASE_ROW_FROM - 1 else None


def _whole(row: str, at: int) -> str:
    """The row with a wide character that would be cut there turned into blanks."""
    if row[at : at + 1] != STUB:
        return row
    start = len(row[:at].rstrip(STUB)) - 1
    end = len(row) - len(row[at:].lstrip(STUB))
    return row[:start] + " " * (end - start) + row[end:]


def _runs(changed: list[int], cells: str) -> list[tuple[int, int]]:
    """Stretches of changed cells, none of them within a wide character."""
    runs: list[tuple[int, int]] = []
    for x in changed:
        start = x
        while cells[start] == STUB:
            start -= 1
        end = x + 1
        while cells[end : end + 1] == STUB:
            end += 1
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _over_blanks(runs: list[tuple[int, int]], cells: str, pens: str) -> list[tuple[int, int]]:
    """The runs, those joined that end and begin with blanks and have only such between them: blanks
    are erased together, whatever they cover."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined:
            between = slice(joined[-1][1] - 1, start + 1)
            if not cells[between].strip(" ") and len(set(pens[between])) == 1:
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined
