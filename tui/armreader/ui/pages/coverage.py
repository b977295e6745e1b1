"""Coverage: events by sources, with the gaps; only the cells that can be seen are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from armreader.records import Article, EventMention
from armreader.records.spans import Passage
from armreader.story.coverage import (
    ORDERS,
    Coverage,
    CoverageOrder,
    CoverageRow,
    coverage,
    in_order,
)
from armreader.story.dossier import Dossier
from armreader.story.listed_events import MAIN_EVENTS, timeline_events
from armreader.story.selection import Selection
from armreader.story.shown_dates import full_date
from armreader.story.sources import source_name
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, fit, plain, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.pages.page import Page, move_cursor
from armreader.ui.session.state import State, select

_DATE_CELLS = (13, 16)
"""Cells of a date and a blank: the fewest, and where there is room."""
_WIDE = 100
"""Cells from which there is room for more of a date and of a label."""
_LEAST_LABEL = 22
_MOST_LINES, _MOST_DATE_LINES = 5, 2
"""Lines of a label and of a date."""
_CELLS = range(3, 13)
"""The widths that a column may have."""
_ORDER_WORDS: dict[CoverageOrder, str] = {
    "time": "by time", "sources": "by number of sources", "gap": "by gap",
}  # fmt: skip


class CoveragePage(Page, RowList[str]):
    """A row for each event, a column for each source; the cursor is on a cell."""

    NAME = "coverage"
    HINTS = (("right", "source"), ("group-quotes", "sort"), ("open", "read"))
    ROW_HEIGHT = 0
    HEAD_HEIGHT = 2

    def __init__(self) -> None:
        super().__init__("Coverage", 0)
        self.active = True
        self.column = self.left = 0
        self.order: CoverageOrder = "time"
        self._dossier: Dossier | None = None
        self._listing = MAIN_EVENTS
        self._matrix = self._by_time = Coverage((), ())
        self._row_of: dict[str, CoverageRow] = {}

    def open(self, state: State) -> str:
        if not state.dossier.events:
            return "There are no events to compare."
        if state.dossier is not self._dossier or state.listing != self._listing:
            self._dossier, self._listing = state.dossier, state.listing
            self._take_matrix()
            chosen = state.selection
            if chosen and chosen.kind == "event":
                self.point_to(chosen.id)
            for number, column in enumerate(self._matrix.columns):
                if state.article in column:
                    self.column = number
        self._see_column()
        self.redraw()
        return ""

    def do(self, command: str, count: int) -> bool:
        match command:
            case "right" | "next-source" | "next-pane":
                self._go_to_column(self.column + count)
            case "left" | "previous-source" | "previous-pane":
                self._go_to_column(self.column - count)
            case "group-quotes":
                self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
                self._take_order()
                self.redraw()
            case _:
                return move_cursor(self, command, count)
        return True

    def enter(self, state: State) -> State | None:
        mentions = self._mentions()
        if not mentions:
            return None
        first = mentions[0]
        chosen = Selection("event", self.key or "")
        return replace(
            select(state, chosen), article=first.article, pane="text",
            current=Passage(first.article, *first.trigger),
        )  # fmt: skip

    def foot_words(self, width: int) -> str:
        article = self._article(self.column)
        if article is None:
            return ""
        mentions = len(self._mentions())
        has = f"{mentions} mention{'s' * (mentions > 1)} in" if mentions else "not in"
        name = source_name(article)
        copies = len(self._matrix.columns[self.column]) - 1
        joined = f" and {copies} that repeat{'s' * (copies == 1)} it" if copies else ""
        return f"{has} {name}{joined}, {full_date(article.publication.range)}"

    # What is drawn.

    def draw_head(self, width: int) -> list[list[Part]]:
        date, label, cell, shown = self._measures(width)
        self.label = f"Coverage: {self._listing.words} {_ORDER_WORDS[self.order]}"
        parts: list[Part] = [(" " * (2 + date + label), ())]
        for number in range(self.left, min(self.left + shown, len(self._matrix.columns))):
            article = self._article(number)
            name = source_name(article) if article else ""
            title = cut(plain(name), cell - 1) if cell > 6 else str(number + 1)
            here = number == self.column
            parts += [
                (" " * (cell > 6), ()),
                (fit(title, cell - 1) if cell > 6 else f"{title:>{cell}}",
                 ("head-active",) if here else ("dim",)),
            ]  # fmt: skip
        more = len(self._matrix.columns) - self.left - shown
        right: list[Part] = [(f"+{more} ", ("dim",))] if more > 0 else []
        return [self.head_line(width), both_ends(parts, right, width) if right else parts]

    def draw_row(self, row: Row[str], width: int) -> list[list[Part]]:
        found, dossier = self._row_of.get(row.key or ""), self._dossier
        event = dossier.event_by_id.get(row.key or "") if dossier else None
        if found is None or event is None or dossier is None:
            return [[]]
        date, label, cell, shown = self._measures(width + 2)
        differ = glyphs().differ if event.id in dossier.disagreements_about else " "
        dates = wrapped(full_date(event.range), date - 1, _MOST_DATE_LINES)
        labels = wrapped(event.label, label - 2, _MOST_LINES)
        parts: list[Part] = [
            (fit(dates[0], date), ("dim",)),
            (fit(labels[0], label - 2), ()),
            (differ + " ", ("alert",)),
        ]
        last = min(self.left + shown, len(self._matrix.columns))
        for number in range(self.left, last):
            count = found.cells.get(number, 0)
            text = (str(count) if count < 100 else "99") if count else glyphs().unlit
            padded = f"{text:^{cell}}" if cell > 6 else f"{text:>{cell}}"
            here = number == self.column and row.key == self.key
            roles = ("current",) if here else ("lit",) if count else ("dim",)
            parts.append((padded, roles))
        parts.append((f" {found.sources}/{len(self._matrix.columns)}", ("dim",)))
        further = zip_longest(dates[1:], labels[1:], fillvalue="")
        return [parts, *([(fit(day, date), ("dim",)), (words, ())] for day, words in further)]

    def resized(self) -> None:
        super().resized()
        self._see_column()

    def _measures(self, width: int) -> tuple[int, int, int, int]:
        """Cells of a date, of a label and of a column, and how many columns can be seen."""
        count = max(1, len(self._matrix.columns))
        total = 2 + 2 * len(str(count))
        date = _DATE_CELLS[width >= _WIDE]
        room = width - 2 - date - total
        spare = room - max(_LEAST_LABEL, room * 2 // 5 if width >= _WIDE else room // 3)
        cell = max(_CELLS[0], len(str(count)) + 1, min(_CELLS[-1], spare // count))
        shown = max(1, min(count, spare // cell))
        return date, room - shown * cell, cell, shown

    # Where things stand.

    def _take_matrix(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        events = timeline_events(dossier, self._listing)
        self._by_time = coverage(dossier, events=events)
        self._row_of = {row.event: row for row in self._by_time.rows}
        self.column = max(0, min(self.column, len(self._by_time.columns) - 1))
        self._take_order()

    def _take_order(self) -> None:
        self._matrix = in_order(self._by_time, self.order)
        self.set_rows([Row(row.event) for row in self._matrix.rows])

    def _go_to_column(self, column: int) -> None:
        self.column = max(0, min(column, len(self._matrix.columns) - 1))
        self._see_column()
        self.redraw()

    def _see_column(self) -> None:
        if self.size.width:
            shown = self._measures(self.size.width)[3]
            self.left = max(min(self.left, self.column), self.column - shown + 1)
            self.left = max(0, min(self.left, len(self._matrix.columns) - shown))

    def _article(self, column: int) -> Article | None:
        columns = self._matrix.columns
        if self._dossier is None or column >= len(columns):
            return None
        return self._dossier.article_by_id[columns[column][0]]

    def _mentions(self) -> Sequence[EventMention]:
        """The mentions of the cell that the cursor is on."""
        event = self._dossier.event_by_id.get(self.key or "") if self._dossier else None
        columns = self._matrix.columns
        having = columns[self.column] if self.column < len(columns) else ()
        return [one for one in event.mentions if one.article in having] if event else []
