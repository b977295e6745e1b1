"""Rows that only moved up or down: found, so that the terminal can move them itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

Rows = Sequence[tuple[str, str]]
"""Of each row its cells and their pens."""

_LEAST_ROWS = 3
"""Rows that must have moved together."""
_LEAST_SAVED = 40
"""Estimated bytes that need not be sent again; more than the scroll itself takes."""
_ADDRESS = 7
"""Bytes that move the cursor to a row."""


class Scroll(NamedTuple):
    """The rows from ``first`` to ``last`` moved up by ``lines``; down where that is negative."""

    first: int
    last: int
    lines: int


def find_scroll(sent: Rows, wanted: Rows) -> Scroll | None:
    """The scroll after which the fewest cells differ; None where none is worth it."""
    changed = [y for y, (was, now) in enumerate(zip(sent, wanted, strict=True)) if was != now]
    if len(changed) < _LEAST_ROWS:
        return None
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for y in changed:
        places[sent[y]].append(y)
    moved: Counter[int] = Counter()
    for y in changed:
        if wanted[y][0].strip():
            moved.update(place - y for place in places.get(wanted[y], ()))
    for lines, rows in moved.most_common(2):
        if rows < _LEAST_ROWS:
            break
        within = range(len(sent))
        found = [y for y in changed if y + lines in within and wanted[y] == sent[y + lines]]
        first = min(found[0], found[0] + lines)
        last = max(found[-1], found[-1] + lines)
        scroll = Scroll(first, last, lines)
        if _differing(sent, wanted, first, last) - _left(sent, wanted, scroll) >= _LEAST_SAVED:
            return scroll
    return None


def _differing(sent: Rows, wanted: Rows, first: int, last: int) -> int:
    return sum(_cells(sent[y], wanted[y]) for y in range(first, last + 1))


def _left(sent: Rows, wanted: Rows, scroll: Scroll) -> int:
    """As ``_cells`` after a scroll; of a row that it brings in nothing is known."""
    first, last, lines = scroll
    left = 0
    for y in range(first, last + 1):
        if first <= y + lines <= last:
            left += _cells(sent[y + lines], wanted[y])
        else:
            left += _ADDRESS + len(wanted[y][0].rstrip())
    return left


def _cells(was: tuple[str, str], now: tuple[str, str]) -> int:
    """About how many bytes: the cells that differ, and the move to the first of them."""
    if was == now:
        return 0
    return _ADDRESS + sum(
        cell != before or pen != pen_before
        for cell, before, pen, pen_before in zip(now[0], was[0], now[1], was[1], strict=True)
    )
