from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.ui.terminal.moves import address, move

WIDTH, HEIGHT = 200, 60
COLUMNS, ROWS = st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1)


@given(start=st.one_of(st.none(), st.tuples(COLUMNS, ROWS)), x=COLUMNS, y=ROWS)
def test_a_move_gets_there_and_is_no_longer_than_an_address(
    start: tuple[int, int] | None, x: int, y: int
) -> None:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    stream.feed(address(*(start or (7, 7))))
    sequence = move(start, x, y)
    stream.feed(sequence)
    assert (screen.cursor.x, screen.cursor.y) == (x, y)
    assert len(sequence) <= len(address(x, y))


@pytest.mark.parametrize(
    ("start", "x", "y", "sequence"),
    [
        (None, 0, 0, "\x1b[H"),
        (None, 9, 0, "\x1b[;10H"),
        (None, 0, 9, "\x1b[10H"),
        ((5, 5), 5, 5, ""),
        ((5, 5), 0, 5, "\r"),
        ((5, 5), 3, 5, "\b\b"),
        ((5, 5), 6, 5, "\x1b[C"),
        ((5, 5), 9, 5, "\x1b[4C"),
        ((5, 5), 0, 6, "\r\n"),
        ((5, 5), 5, 6, "\x1b[B"),
        ((-1, 5), 7, 5, "\x1b[8G"),
        ((-1, 5), 0, 6, "\r\n"),
        ((150, 5), 20, 5, "\x1b[21G"),
    ],
)
def test_the_shortest_form(start: tuple[int, int] | None, x: int, y: int, sequence: str) -> None:
    assert move(start, x, y) == sequence
