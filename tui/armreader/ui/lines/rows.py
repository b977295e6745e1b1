"""Rows with one cursor: where it can go, and which rows are visible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from armreader.ui.lines.line_view import LineView, Part

K = TypeVar("K", bound=Hashable)


class Row(NamedTuple, Generic[K]):
    """A row of a list; without a key it is a heading, which the cursor skips."""

    key: K | None
    heading: str = ""
    """What it says where it is a heading; one with a key can be selected, like a speaker."""
    folds: bool = False
    """Whether the heading stands for rows that it opens, so that the cursor can be on it."""
    hidden: int = 0
    """How many rows it stands for while they are not listed; they are counted all the same."""

    @property
    def can_hold_cursor(self) -> bool:
        return self.key is not None or self.folds


class Rows(LineView, Generic[K]):
    """Rows of one line or more; the cursor stays visible."""

    ROW_HEIGHT = 1
    """Lines of a row; 0 where each row has as many as ``draw_row`` gives it."""
    HEAD_HEIGHT = 1
    COUNTS_HEADINGS = False
    """Whether what is under a heading counts as one; else each row counts."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  textual's own name
        super().__init__(id=id)
        self.cursor = 0
        self.top = 0
        self.rows: Sequence[Row[K]] = ()
        self._drawn_at = (0, 0)
        """The cursor and the first row when it was last drawn."""
        self._index: dict[K, int] = {}
        self._records: list[int] = []
        """The numbers of the rows that are counted: all but headings."""
        self._hidden = 0
        """How many rows the first row stands for."""
        self._standing: list[int] = []
        """The numbers of the rows that the cursor can be on."""

    def draw_row(self, row: Row[K], width: int) -> list[list[Part]]:
        """The lines of a row that is not a heading, after its two columns of marks."""
        raise NotImplementedError

    def cursor_moved(self) -> None:
        """Called when a motion has moved the cursor to another row."""

    @property
    def key(self) -> K | None:
        """What the cursor is on."""
        return self.rows[self.cursor].key if self.cursor < len(self.rows) else None

    @property
    def on_fold(self) -> bool:
        """Whether the cursor is on a row that opens others."""
        return self.cursor < len(self.rows) and self.rows[self.cursor].folds

    @property
    def page_rows(self) -> int:
        """How many rows can be seen whole."""
        room, number = self.room.height - self.HEAD_HEIGHT, self.top
        while number < len(self.rows) and (room := room - self.height_of(number)) >= 0:
            number += 1
        return max(1, number - self.top)

    def height_of(self, number: int) -> int:
        """The lines of a row."""
        row = self.rows[number]
        if row.key is None:
            return 1
        return self.ROW_HEIGHT or len(self.draw_row(row, max(1, self.room.width - 2)))

    @property
    def heading_above(self) -> str:
        """The heading of the first visible row, where it has scrolled out of sight; else empty."""
        above = reversed(self.rows[: self.top + 1]) if self.top < len(self.rows) else ()
        number, row = next(
            ((n, row) for n, row in enumerate(above) if row.heading and not row.folds),
            (0, None),
        )
        return row.heading if row and number else ""

    def set_rows(self, rows: Sequence[Row[K]]) -> None:
        """Show other rows; the cursor stays on its record, if that is still there."""
        before, folded = self.key, self.on_fold
        self.rows = rows
        self._index = {row.key: n for n, row in enumerate(rows) if row.key is not None}
        self._records = [n for n, row in enumerate(rows) if row.key is not None and not row.heading]
        if self.COUNTS_HEADINGS:
            self._records = [n for n in self._records if n and rows[n - 1].heading]
        self._hidden = rows[0].hidden if rows else 0
        self._standing = [n for n, row in enumerate(rows) if row.can_hold_cursor]
        self.cursor = self._index.get(before, -1) if before is not None else -1
        if folded:
            self.cursor = next((n for n, row in enumerate(rows) if row.folds), -1)
        if self.cursor < 0:
            self.cursor = next(iter(self._records), 0)
        self._keep_in_sight()

    def move(self, step: int) -> bool:
        """Move the cursor by rows, over headings; false where it could not go further."""
        direction = 1 if step > 0 else -1
        at = self.cursor
        for _ in range(abs(step)):
            goal = at + direction
            while 0 <= goal < len(self.rows) and not self.rows[goal].can_hold_cursor:
                goal += direction
            if not 0 <= goal < len(self.rows):
                break
            at = goal
        return self._go(at)

    def page(self, step: int) -> bool:
        """Move the cursor by pages."""
        return self.jump(self.cursor + step * max(1, self.page_rows - 1))

    def jump(self, row: int) -> bool:
        """Move the cursor to a row, or the next that is not a heading, else the last; false if
        none."""
        if not self._standing:
            return False
        at = min(bisect_left(self._standing, row), len(self._standing) - 1)
        return self._go(self._standing[at])

    def move_by_headings(self, step: int) -> bool:
        """Move the cursor to the first row of another group; false where there is none."""
        starts = [
            number + 1
            for number, row in enumerate(self.rows[:-1])
            if row.heading and not row.folds and self.rows[number + 1].can_hold_cursor
        ]
        at = bisect_right(starts, self.cursor) - 1 + step
        return 0 <= at < len(starts) and self._go(starts[at])

    def jump_to(self, number: int) -> bool:
        """Move the cursor to the nth row, from 1, not counting headings; to the row that stands for
        it where it is hidden."""
        if number <= self._hidden:
            return self.jump(0)
        last, number = len(self._records), number - self._hidden
        return bool(last) and self.jump(self._records[max(0, min(number, last) - 1)])

    @property
    def count(self) -> int:
        """How many rows there are with those that are hidden, not counting headings."""
        return self._hidden + len(self._records)

    @property
    def position(self) -> int:
        """The number of the cursor's row among them, from 1; 0 above the first."""
        return self._hidden + bisect_right(self._records, self.cursor)

    def point_to(self, key: K) -> None:
        """Put the cursor on the row of a key, if there is one, without a message."""
        row = self._index.get(key, -1)
        if row >= 0:
            self.cursor = row
            self._keep_in_sight()

    def put_near_top(self) -> None:
        """Scroll so that the cursor's row is in the upper third, what comes after it below."""
        self._put_in_upper_third()
        self.redraw()

    def go_to_first(self) -> None:
        """Put the cursor on the first row, without a message."""
        self.cursor = next(iter(self._records), 0)
        self._keep_in_sight()

    def way_back(self) -> Callable[[], None]:
        """A function that restores the cursor and the first row, as far as possible."""
        key, top = self.key, self.top

        def go_back() -> None:
            self.top = top
            if key is not None:
                self.point_to(key)
            self._keep_in_sight()
            self.redraw()

        return go_back

    def bring(self, keys: Iterable[K]) -> None:
        """Scroll to the first row with one of these keys, if none of them is visible."""
        rows = [self._index[key] for key in keys if key in self._index]
        shown = range(self.top, self.top + self.page_rows)
        if rows and not any(number in shown for number in rows):
            self.top = max(0, min(rows) - 1)
            self._clamp()

    def _go(self, row: int) -> bool:
        if row == self.cursor:
            return False
        self.cursor = row
        self._follow_cursor()
        self.cursor_moved()
        if self._drawn_at != (self.cursor, self.top):  # else what follows the cursor drew it
            self.redraw()
        return True

    def _follow_cursor(self) -> None:
        """Scroll where the cursor has left what is seen: by so much that the rows keep still for
        the next steps in its direction."""
        if self._first_with_cursor < self.top:
            self._put_in_lower_third()
        elif self.top < self._top_to_end_with(self.cursor):
            self._put_in_upper_third()

    def _put_in_upper_third(self) -> None:
        room = (self.room.height - self.HEAD_HEIGHT) // 3
        self.top = self.cursor
        while self.top > 0 and (room := room - self.height_of(self.top - 1)) >= 0:
            self.top -= 1
        self._clamp()
        self._keep_in_sight()

    def _put_in_lower_third(self) -> None:
        room, last = (self.room.height - self.HEAD_HEIGHT) // 3, self.cursor
        while last + 1 < len(self.rows) and (room := room - self.height_of(last + 1)) >= 0:
            last += 1
        self.top = self._top_to_end_with(last)
        self._keep_in_sight()

    @property
    def _first_with_cursor(self) -> int:
        """The cursor's row, or the first heading above it, which is kept in sight with it."""
        first = self.cursor
        while first > 0 and not self.rows[first - 1].can_hold_cursor:
            first -= 1
        return first

    def _keep_in_sight(self) -> None:
        first = self._first_with_cursor
        if first < self.top:
            self.top = first
        elif self.rows:
            self.top = max(self.top, self._top_to_end_with(self.cursor))
        self._clamp()

    def _clamp(self) -> None:
        last = self._top_to_end_with(len(self.rows) - 1) if self.rows else 0
        self.top = max(0, min(self.top, last))

    def _top_to_end_with(self, number: int) -> int:
        """The first visible row when a given row is the last one and shown whole."""
        room = self.room.height - self.HEAD_HEIGHT - self.height_of(number)
        while number > 0 and (room := room - self.height_of(number - 1)) >= 0:
            number -= 1
        return number

    def resized(self) -> None:
        self._keep_in_sight()
