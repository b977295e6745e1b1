"""The base of the lists: rows under a head line, with their marks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from armreader.records.spans import Span
from armreader.ui.lines.line_view import OWN, Part, both_ends
from armreader.ui.lines.rows import K, Rows
from armreader.ui.lines.rows import Row as Row
from armreader.ui.lines.wrap import cut
from armreader.ui.looks.glyphs import glyphs

_MARKS = ("mark", "lit", "hit")
"""The roles of what stands before a row."""


class RowList(Rows[K]):
    """Rows under a head line, with labels and mouse support; only visible rows are drawn."""

    @dataclass
    class Pointed(Message):
        """The cursor has moved to a row."""

        pane: str
        """The id of the list."""
        key: Hashable
        opened: bool = False
        """Chosen with the mouse, not only passed."""

    @dataclass
    class Folded(Message):
        """A row that opens others was chosen with the mouse."""

        pane: str

    def __init__(self, name: str, digit: int) -> None:
        super().__init__(id=name.lower())
        self.label = f"{digit} {name}"
        self.active = False
        self.empty = ""
        """What to say where there are no rows."""
        self.remark = ""
        """What to say at the head about the rows, before how many there are."""
        self.only_mark = False
        """Whether only its mark shows the cursor's row where the list does not have the keys."""
        self._labels: Mapping[K, str] = {}
        self.on_moved: Callable[[RowList.Pointed], None] | None = None
        """Called at once when a key has moved the cursor, so that one frame shows the row and what
        goes with it; None: a message says so."""
        self.lit_letters: Callable[[str], Sequence[Span]] | None = None
        """The letters of a text that a query found, if there is one."""

    def visible_keys(self) -> list[K]:
        """The keys of the rows that can be seen."""
        rows = self.rows[self.top : self.top + self.page_rows]
        return [row.key for row in rows if row.key is not None]

    def show_labels(self, labels: Mapping[K, str]) -> None:
        """Show labels of one or two letters before rows, or hide them."""
        self._labels = labels
        self.redraw()

    def cursor_moved(self) -> None:
        if self.key is not None:
            (self.on_moved or self.post_message)(self.Pointed(self.id or "", self.key))

    def draw_lines(self) -> list[Strip]:
        width, height = self.size
        lines = [self.strip(parts) for parts in self.draw_head(width)][:height]
        number, self._drawn_at = self.top, (self.cursor, self.top)
        while len(lines) < height and number < len(self.rows):
            lines.extend(self._row_lines(number, width)[: height - len(lines)])
            number += 1
        if not self.rows and self.empty and len(lines) < height:
            lines.append(self.strip([("  ", ()), (self.empty, ("dim",))]))
        blank = self.strip(())
        return lines + [blank] * (height - len(lines))

    def draw_head(self, width: int) -> list[list[Part]]:
        """The lines above the rows; as many as ``HEAD_HEIGHT``."""
        return [self.head_line(width)]

    def head_line(self, width: int) -> list[Part]:
        """The name of the pane on a rule, and where the cursor is among the rows."""
        role = "head-active" if self.active else "head"
        rule = glyphs().rule
        total = self.total()
        place = f"{self.position}/" if self.position else ""
        right: list[Part] = [(f" {place}{total} ", ("dim",))] if total else []
        if right and self.remark:
            right = [(f" {self.remark} ", ("lit",)), (rule, ("dim",)), *right]
        parts: list[Part] = [(rule, ("dim",)), (f" {self.label} ", (role,)), (" ", ("dim",))]
        if under := self.heading_above:
            parts += [(f"{rule} ", ("dim",)), (under, ("heading",)), (" ", ("dim",))]
        return both_ends(parts, right, width, rule)

    def total(self) -> int:
        """How many rows there are, including those that are not loaded."""
        return self.count

    def lit(self, key: K) -> str:
        """The mark in the second column: whether the row goes with the selection; one cell."""
        return " "

    def _row_lines(self, number: int, width: int) -> list[Strip]:
        row = self.rows[number]
        at_cursor = number == self.cursor
        under: tuple[str, ...] = ()
        if at_cursor and (self.active or not self.only_mark):
            under = ("cursor-active" if self.active else "cursor",)
        if row.key is None:
            mark = glyphs().cursor if row.folds and at_cursor else " "
            parts = [(mark, ("mark",)), (f"{cut(row.heading, width - 2)} ", ("heading",))]
            return [self.strip(parts, *under) if row.folds else self.strip(parts)]
        lit = self.lit(row.key)
        label = self._labels.get(row.key)
        marks: list[Part] = [
            (glyphs().cursor if at_cursor else " ", ("mark",)),
            (lit, ("lit",) if lit.strip() else ()),
        ]
        if label:
            marks = [(f"{label:2}", ("hit",))]
        first, *further = self.draw_row(row, width - 2)
        first = [*marks, *first]
        if at_cursor:
            first = _first_under(first, under)
        lines = [first, *([("  ", ()), *parts] for parts in further)]
        return [self.strip(with_letters(parts, self.lit_letters)) for parts in lines]

    def on_click(self, event: events.Click) -> None:
        row, left = self.top, event.y - self.HEAD_HEIGHT
        while row < len(self.rows) and left >= self.height_of(row):
            left -= self.height_of(row)
            row += 1
        if event.y >= self.HEAD_HEIGHT and row < len(self.rows):
            if self.rows[row].folds:
                self._go(row)
                self.post_message(self.Folded(self.id or ""))
            key = self.rows[row].key
            if key is not None:
                self.cursor = row
                self.redraw()
                self.post_message(self.Pointed(self.id or "", key, opened=True))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll(-3)

    def _scroll(self, rows: int) -> None:
        self.top += rows
        self._clamp()
        self.redraw()


def with_letters(parts: list[Part], found: Callable[[str], Sequence[Span]] | None) -> list[Part]:
    """The parts, with the letters that a query found highlighted; ``None``: there is no query."""
    if found is None:
        return parts
    split: list[Part] = []
    for text, roles in parts:
        at = 0
        for start, end in () if OWN in roles else found(text):
            split += [(text[at:start], roles), (text[start:end], (*roles, "match"))]
            at = end
        split.append((text[at:], roles))
    return split


def _first_under(parts: Sequence[Part], under: tuple[str, ...]) -> list[Part]:
    """The parts, their marks and the first that says something in the cursor's colours.

    A row is known by its date, its name or its title; to highlight all of it would send two rows
    again at every step.
    """
    end = 1 + next(
        (n for n, (text, roles) in enumerate(parts) if text.strip() and not _is_mark(roles)), -1
    )
    return [(text, (*roles, *under)) for text, roles in parts[:end]] + list(parts[end:])


def _is_mark(roles: tuple[str, ...]) -> bool:
    return bool(roles) and roles[0] in _MARKS
