"""Lists and the text keep still while what is gone to can be seen, and then make room for more."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from armreader.records import Span
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.rows import Row, Rows
from armreader.ui.lines.text_pane import TextPane

TWO_LINES, LINES = 2, 13
"""Lines of each row, and of the list with its head: six rows can be seen."""


class Ferries(Rows[int]):
    """Thirty rows of two lines, without a screen."""

    ROW_HEIGHT = TWO_LINES

    def __init__(self) -> None:
        super().__init__(id="ferries")
        self._room = Size(40, LINES)
        self.set_rows([Row(number) for number in range(30)])

    def draw_row(self, row: Row[int], width: int) -> list[list[Part]]:
        return [[(f"Ferry {row.key}", ())], [("leaves", ())]]


def test_a_list_keeps_still_until_the_cursor_leaves_it() -> None:
    rows = Ferries()
    tops = []
    for _ in range(11):
        rows.move(1)
        tops.append(rows.top)
    # Two rows above the cursor and three below it, after each turn.
    assert tops == [0, 0, 0, 0, 0, 4, 4, 4, 4, 8, 8]


def test_going_back_what_comes_before_is_shown() -> None:
    rows = Ferries()
    rows.jump(20)
    assert rows.top == 18
    tops = []
    for _ in range(6):
        rows.move(-1)
        tops.append(rows.top)
    assert tops == [18, 18, 14, 14, 14, 14]


def test_a_heading_that_has_scrolled_away_is_known() -> None:
    rows = Ferries()
    rows.set_rows(
        [Row(None, "May"), *map(Row, range(9)), Row(None, "June"), *map(Row, range(9, 30))]
    )
    assert rows.heading_above == "", "it can be seen"
    seen = {}
    for number in range(1, 16):
        rows.top = number
        seen[rows.heading_above] = number
    assert seen == {"May": 9, "": 10, "June": 15}


@pytest.mark.parametrize(("row", "top"), [(0, 0), (29, 24)])
def test_the_ends_of_a_list_fill_it(row: int, top: int) -> None:
    rows = Ferries()
    rows.jump(15)
    rows.jump(row)
    assert rows.top == top


@pytest.fixture
def text() -> TextPane:
    """A hundred lines, of which twelve can be seen, without a screen."""
    pane = TextPane(id="text")
    pane._room = Size(40, 13)
    pane.set_text("".join(f"Line {number:02}.\n" for number in range(100)))
    return pane


def line(number: int, lines: int = 1) -> Span:
    """Where a line of the text is, and some after it."""
    return Span(9 * number, 9 * (number + lines) - 1)


def test_a_text_keeps_still_where_the_span_is_seen(text: TextPane) -> None:
    text.show_span(line(40))
    assert text.top == 38, "two lines above it"
    for seen in (line(38), line(45, 3), line(49)):
        text.show_span(seen)
        assert text.top == 38


def test_a_span_is_shown_with_what_comes_after_it(text: TextPane) -> None:
    text.show_span(line(40))
    text.show_span(line(50))
    assert text.top == 48
    text.show_span(line(58, 3))
    assert text.top == 56, "its end could not be seen"


def test_going_back_a_span_is_shown_with_what_comes_before_it(text: TextPane) -> None:
    text.show_span(line(60))
    text.show_span(line(50))
    assert text.top == 41
    text.show_span(line(43))
    assert text.top == 41


def test_in_a_text_that_was_just_opened_nothing_is_gone_back_to(text: TextPane) -> None:
    text.show_span(line(60))
    text.show_span(line(50), opened=True)
    assert text.top == 48


def test_what_is_on_the_first_page_is_shown_with_the_top(text: TextPane) -> None:
    text.show_span(line(60))
    text.show_span(line(8))
    assert text.top == 0


def test_of_a_span_longer_than_the_page_the_beginning_is_shown(text: TextPane) -> None:
    text.show_span(line(60, 30))
    assert text.top == 58
    text.show_span(line(60, 30))
    assert text.top == 58
    text.show_span(line(30, 20))
    assert text.top == 30
