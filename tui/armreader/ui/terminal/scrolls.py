"""Rows that only moved up or down: found, so that the terminal can move them itself.

A terminal moves whole rows. Where two panes are side by side and only one of them moved, the other
is sent again after the move; that pays where the other changes as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

Row = tuple[str, str]
"""Its cells and their pens."""
Rows = Sequence[Row]

_LEAST_ROWS = 3
"""Rows that must have moved together."""
_LEAST_SAVED = 40
"""Estimated bytes that need not be sent again; more than the scroll itself takes."""
_ADDRESS = 7
"""Bytes that move the cursor to a row."""
_COLUMNS = 20
"""Columns of a row that are looked for together, so that a pane is known though another beside it
changed."""
_TRIED = 3
"""Scrolls whose cost is worked out: those after which most stretches are where they belong."""


class Scroll(NamedTuple):
    """The rows from ``first`` to ``last`` moved up by ``lines``; down where that is negative."""

    first: int
    last: int
    lines: int


class _Tried(NamedTuple):
    """The bytes that a scroll saves, which may be less than none, and the scroll."""

    saved: int
    scroll: Scroll


def find_scroll(sent: Rows, wanted: Rows) -> Scroll | None:
    """The scroll after which the fewest cells differ; None where none is worth it."""
    changed = [y for y, (was, now) in enumerate(zip(sent, wanted, strict=True)) if was != now]
    if len(changed) < _LEAST_ROWS:
        return None
    now = [_cells(was, row) for was, row in zip(sent, wanted, strict=True)]
    tried = [_best(sent, wanted, now, lines) for lines in _likely(sent, wanted, changed)]
    worth = [one for one in tried if one and one.saved >= _LEAST_SAVED]
    return max(worth, key=attrgetter("saved")).scroll if worth else None


def _likely(sent: Rows, wanted: Rows, changed: Sequence[int]) -> Iterator[int]:
    """By how many lines stretches of the changed rows moved, the most frequent first."""
    moved: Counter[int] = Counter()
    for start in range(0, len(wanted[0][0]), _COLUMNS):
        columns = slice(start, start + _COLUMNS)
        places: defaultdict[Row, list[int]] = defaultdict(list)
        for y in changed:
            places[_part(sent[y], columns)].append(y)
        for y in changed:
            part = _part(wanted[y], columns)
            if part[0].strip() and part != _part(sent[y], columns):
                moved.update(place - y for place in places.get(part, ()))
    return (lines for lines, times in moved.most_common(_TRIED) if times >= _LEAST_ROWS)


def _part(row: Row, columns: slice) -> Row:
    return row[0][columns], row[1][columns]


def _best(sent: Rows, wanted: Rows, now: Sequence[int], lines: int) -> _Tried | None:
    """Of all scrolls by so many lines the one that saves most; None where none saves any."""
    height = len(wanted)
    best, at, saved = (0, 0, 0), 0, 0
    for y in range(max(0, -lines), min(height, height - lines)):
        if saved <= 0:
            at, saved = y, 0
        saved += now[y] - _cells(sent[y + lines], wanted[y])
        best = max(best, (saved, at, y))
    saved, start, end = best
    if saved <= 0:
        return None
    first, last = min(start, start + lines), max(end, end + lines)
    brought_in = [y for y in range(first, last + 1) if not first <= y + lines <= last]
    saved -= sum(_ADDRESS + len(wanted[y][0].rstrip()) - now[y] for y in brought_in)
    return _Tried(saved, Scroll(first, last, lines))


def _cells(was: Row, now: Row) -> int:
    """About how many bytes: the cells that differ, and the move to the first of them."""
    if was == now:
        return 0
    return _ADDRESS + sum(
        cell != before or pen != pen_before
        for cell, before, pen, pen_before in zip(now[0], was[0], now[1], was[1], strict=True)
    )
