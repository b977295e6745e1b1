"""The base of the text pane: one long text, wrapped once for each width, with roles over its
spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from armreader.records.spans import Span
from armreader.ui.lines.addresses import Address, addresses, linked
from armreader.ui.lines.layers import Runs, flatten
from armreader.ui.lines.line_view import LineView, Part
from armreader.ui.lines.wrap import WrapIndex, visible, wrap

MAX_WIDTH = 80
"""The most cells in a line of text: longer lines are hard to read."""
_MARGIN = 2
_BARS = {role: role for role in ("selected", "event", "quote", "wording")} | {"trigger": "event"}
"""The role of the bar beside rows that play a role: it has the colour of the words it goes with, so
that the pen is not changed twice for each row."""
_TWO_COLUMNS = 156
"""From this many cells on, a text has two columns, like the pages of a book."""


class TextPane(LineView):
    """A head line, some lines about the text, and its rows; one row or several are scrolled."""

    MARKS: Sequence[tuple[str, str]] = ()
    """Role to the mark that it sets in column 0 of its rows; the first that applies is shown."""

    MARKS_BESIDE: Sequence[tuple[str, str]] = ()
    """The same for column 1, where column 0 shows another."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  textual's own name
        super().__init__(id=id)
        self.top = 0
        self.text = ""
        self._runs = Runs()
        self._links: list[Address] = []
        self._index = wrap("", 1)
        self._about: list[list[Part]] = []
        self._place: int | None = None
        self.measure = MAX_WIDTH
        """The most cells in a line of text."""
        self.row_labels: Mapping[int, str] = {}
        """Labels of one or two letters before rows of the text."""

    def set_text(self, text: str, place: int = 0) -> None:
        """Show another text, with the code point at ``place`` on the first row."""
        self.text = visible(text)
        self._links = addresses(self.text)
        self._rewrap()
        self.go_to(place)

    def set_spans(self, spans: Iterable[tuple[Span, str]]) -> None:
        """Give roles to spans of the text, replacing the previous ones."""
        self._runs = flatten(spans)

    def about(self, width: int) -> list[list[Part]]:
        """The lines between the head and the text, for a width in cells."""
        return []

    def head(self, width: int) -> list[Part]:
        """The first line, which does not scroll."""
        return []

    @property
    def text_width(self) -> int:
        return max(1, min(self.measure, self.room.width // self.columns - _MARGIN - 1))

    @property
    def columns(self) -> int:
        """Columns of text; the second continues the first."""
        return 2 if self.room.width >= _TWO_COLUMNS else 1

    @property
    def page_rows(self) -> int:
        return max(1, self.room.height - 1) * self.columns

    @property
    def row_count(self) -> int:
        return len(self._about) + len(self._index.rows)

    @property
    def place(self) -> int:
        """The first code point on the first row; 0 at the top."""
        if self._place is not None:
            return self._place
        row = self.top - len(self._about)
        return self._index.rows[row].start if 0 < row < len(self._index.rows) else 0

    @property
    def percent(self) -> int:
        """How much of the text has been shown, at the end of the page."""
        return min(100, 100 * (self.top + self.page_rows) // max(1, self.row_count))

    def go_to(self, place: int) -> None:
        """Scroll so that a code point is on the first row; 0 is the very top."""
        self.top = len(self._about) + self._index.row_of(place) if place > 0 else 0
        self._clamp()
        self._place = place

    def way_back(self) -> Callable[[], None]:
        """A function that scrolls back to this place; to the same words if the width has
        changed."""
        top, place, width = self.top, self.place, self.room.width

        def go_back() -> None:
            self.go_to(place)
            if width == self.room.width:
                self.top = top
                self._clamp()
            self.redraw()

        return go_back

    def show_span(self, span: Span, *, opened: bool = False) -> None:
        """Scroll, only where a span cannot be seen, so that what follows it can be seen too.

        Going back, what comes before it: the next span in the same direction is likely on the page.
        ``opened``: the text has just been opened, so that nothing is gone back to.
        """
        rows, page = self._index.rows_of(span), self.page_rows
        first = len(self._about) + rows.start
        last = min(len(self._about) + rows.stop, first + page) - 1
        if self.top <= first and last < self.top + page:
            return
        around = page // 6
        if last < page - around:
            self.top = 0
        elif first < self.top and not opened:
            self.top = min(first, last + 1 + around - page)
        else:
            self.top = first - around
        self._clamp()
        self._place = None

    def scroll_rows(self, rows: int) -> bool:
        """Scroll by rows; false where it could not go further."""
        before = self.top
        self.top += rows
        self._clamp()
        self._place = None
        self.redraw()
        return self.top != before

    def scroll_pages(self, pages: int) -> bool:
        """Scroll by pages that overlap in a line."""
        return self.scroll_rows(pages * max(1, self.page_rows - 1))

    def go_to_percent(self, percent: int) -> None:
        """Scroll so that the page ends at a share of the text."""
        self.scroll_rows(-(-percent * self.row_count // 100) - self.page_rows - self.top)

    def go_to_line(self, number: int) -> None:
        """Scroll so that a line of the file, from 1, is on the first row."""
        start = -1
        for _ in range(number - 1):
            following = self.text.find("\n", start + 1)
            if following < 0:
                break
            start = following
        row = self._index.row_of(start + 1) if start >= 0 else -len(self._about)
        self.scroll_rows(len(self._about) + row - self.top)

    def scroll_to_end(self, *, bottom: bool) -> None:
        self.scroll_rows(self.row_count if bottom else -self.row_count)

    def scroll_paragraphs(self, paragraphs: int) -> None:
        """Scroll so that the next or previous paragraph begins on the first row."""
        direction = 1 if paragraphs > 0 else -1
        row = self.top - len(self._about)
        for _ in range(abs(paragraphs)):
            row += direction
            while 0 < row < len(self._index.rows) and not self._begins_paragraph(row):
                row += direction
        if row <= 0:
            self.top = 0 if direction < 0 else len(self._about)
        else:
            self.top = len(self._about) + row
        self._clamp()
        self._place = None
        self.redraw()

    def visible_span(self) -> Span:
        """The stretch of the text that can be seen."""
        rows = self._index.rows
        first = max(0, self.top - len(self._about))
        last = min(len(rows), max(1, self.top - len(self._about) + self.page_rows)) - 1
        return Span(rows[min(first, len(rows) - 1)].start, rows[max(0, last)].end)

    def draw_lines(self) -> list[Strip]:
        width, height = self.size
        two_columns = self.columns == 2
        cells = width // self.columns
        indent = " " * max(0, (cells - self.measure - _MARGIN) // 2)
        lines = [self.strip(self.head(width))]
        for number in range(self.top, self.top + height - 1):
            parts = [(indent, ()), *self._line_parts(number)]
            if two_columns:
                taken = sum(cell_len(text) for text, _ in parts)
                beside = self._line_parts(number + height - 1)
                parts += [(" " * (cells - taken) + indent, ()), *beside]
            lines.append(self.strip(parts))
        return lines[:height]

    def _line_parts(self, number: int) -> list[Part]:
        """A line of the scrolled part: a line about the text, or a row of it."""
        if number < len(self._about):
            return [(" " * _MARGIN, ()), *self._about[number]]
        return self._row_parts(number - len(self._about)) if number < self.row_count else []

    def resized(self) -> None:
        place, width = self.place, self._index.width
        self._rewrap()
        if width == self._index.width:
            self._clamp()
        else:
            self.go_to(place)

    def _row_parts(self, number: int) -> list[Part]:
        runs = list(self._runs.over(self._index.rows[number]))
        seen = {role for run in runs for role in run.roles}
        role, mark = next((one for one in self.MARKS if one[0] in seen), ("", " "))
        beside = next((also for role, also in self.MARKS_BESIDE if role in seen), " ")
        beside = beside if beside != mark else " "
        label = self.row_labels.get(number)
        return [
            (f"{label:2}", ("hit",)) if label else (mark + beside, (_BARS.get(role, "mark"),)),
            *((self.text[run.start : run.end], run.roles) for run in linked(runs, self._links)),
        ]

    def _begins_paragraph(self, row: int) -> bool:
        start, end = self._index.rows[row]
        return start < end and (start == 0 or self.text[start - 1] == "\n")

    def _rewrap(self) -> None:
        width = self.text_width
        self._about = self.about(width)
        if self._index.text is not self.text or self._index.width != width:
            self._index = wrap(self.text, width)

    def _clamp(self) -> None:
        self.top = max(0, min(self.top, self.row_count - self.page_rows))

    @property
    def wrapped(self) -> WrapIndex:
        """The text in the rows of the present width."""
        return self._index

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.scroll_rows(-3)
