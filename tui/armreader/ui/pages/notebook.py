"""The notebook: what was kept, the comments, and whether its words are still in their sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.strip import Strip

from armreader.notes.rows import KeptRow
from armreader.story.selection import Selection
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.pages.notebook_lines import brief, whole
from armreader.ui.pages.page import Page, move_cursor
from armreader.ui.session.entries import Entry
from armreader.ui.session.state import State, select

if TYPE_CHECKING:
    from armreader.notes.bookmark import Bookmark
    from armreader.ui.noting import Noting

_EMPTY = ("Nothing is kept yet.", "b keeps a quote, an event's sentence, or what v selects.")
_LEAST_WITH_WHOLE = 12
"""From this many lines on, the entry under the cursor is shown whole below the list."""


class NotebookPage(Page, RowList[str]):
    """Two lines for each entry, and the whole of the one under the cursor; the ids are the keys."""

    NAME = "notebook"
    HINTS = (
        ("copy", "copy"), ("edit", "editor"), ("text-up", "higher"), ("text-down", "lower"),
        ("search", "filter"), ("remove", "remove"), ("comment", "comment"), ("open", "source"),
        ("correct", "call, date, merge"),
    )  # fmt: skip
    ROW_HEIGHT = 2

    def __init__(self, noting: Noting) -> None:
        super().__init__("Notebook", 0)
        self.active = True
        self._noting = noting
        self.filter = ""
        self._entries: dict[str, Entry] = {}
        self._rows: dict[str, KeptRow] = {}

    @property
    def bookmark(self) -> Bookmark | None:
        """The bookmark under the cursor."""
        entry = self._entry
        return entry.bookmark if entry else None

    @property
    def _entry(self) -> Entry | None:
        return self._entries.get(self.key or "")

    # As a page.

    def open(self, state: State) -> str:
        if self._noting.bookmarks is None:
            return "The notebook is not open yet."
        self._noting.look()
        self.show_entries()
        return ""

    def do(self, command: str, count: int) -> bool:
        self._noting.look()
        if command in ("text-down", "text-up"):
            self._shift(count if command == "text-down" else -count)
        elif command == "search":
            self._noting.begin_filter(self)
        else:
            return move_cursor(self, command, count)
        return True

    def leave(self) -> bool:
        """Drop the filter; false if there is none."""
        had = bool(self.filter)
        if had:
            self.show_filtered("")
        return had

    def enter(self, state: State) -> State | None:
        entry, bookmarks = self._entry, self._noting.bookmarks
        if entry is None or entry.at is None or bookmarks is None:
            return None
        quote = bookmarks.quote_at(entry.at)
        chosen = select(state, Selection("quote", quote)) if quote else state
        if entry.bookmark.kind == "event" and entry.keeps:
            chosen = select(state, Selection("event", entry.keeps))
        return replace(chosen, article=entry.at.article, current=entry.at, pane="text")

    def foot_words(self, width: int) -> str:
        return ""

    # What is shown.

    def show_entries(self) -> None:
        """Show what the notebook holds now, under the filter."""
        bookmarks = self._noting.bookmarks
        if bookmarks is None:
            return
        self._entries = {one.bookmark.id: one for one in bookmarks.entries}
        self._rows = {row.id: row for row in bookmarks.rows}
        shown = [
            key
            for key, one in self._entries.items()
            if (key in self._rows or one.fate == "missing")
            and passes(one, self.filter, self._rows.get(key))
        ]
        rows: list[Row[str]] = [Row(None, problem) for problem in bookmarks.problems]
        if not shown:
            empty = ("Nothing matches.",) if self._entries else _EMPTY
            rows += [Row(None, line) for line in empty]
        at = self.cursor
        kept = self.key in shown
        self.label = f"Kept in {bookmarks.path.name}"
        if self.filter:
            self.label += f"  /{self.filter}"
        heading = ""
        for key in shown:
            row = self._rows.get(key)
            if row and row.heading != heading:
                heading = row.heading
                rows.append(Row(None, heading))
            rows.append(Row(key))
        self.set_rows(rows)
        if not kept:
            # What took the place of the one that is gone.
            self.jump(at)
        self.redraw()

    def show_filtered(self, words: str) -> None:
        """Show only the entries that have all of some words."""
        self.filter = words
        self.show_entries()

    def _shift(self, step: int) -> None:
        """Move the entry under the cursor past a number of those shown."""
        bookmarks, key = self._noting.bookmarks, self.key
        rows = self._rows
        # A row that another program has just written may have no entry yet.
        known = ((one, self._entries.get(one)) for one in rows)
        shown = [one for one, entry in known if entry and passes(entry, self.filter, rows[one])]
        if bookmarks is None or key not in shown:
            return
        at = shown.index(key)
        goal = shown[max(0, min(at + step, len(shown) - 1))]
        if goal == key:
            return
        beside = shown[at + (1 if step > 0 else -1)]
        # Over a heading first, and over the row beyond it at the next press.
        over = abs(step) == 1 and rows[beside].heading != rows[key].heading
        first = at == 0 or rows[shown[at - 1]].heading != rows[key].heading
        if step > 0 and over:
            self._noting.change(lambda: bookmarks.move(key, beside))
        elif step > 0 or (over and first):
            self._noting.change(lambda: bookmarks.move(key, None, goal))
        else:
            self._noting.change(lambda: bookmarks.move(key, goal))

    # Lines.

    @property
    def _whole_height(self) -> int:
        height = self.size.height
        return height * 2 // 5 if height >= _LEAST_WITH_WHOLE and self._entry else 0

    @property
    def page_rows(self) -> int:
        room = self.size.height - self.HEAD_HEIGHT - self._whole_height
        return max(1, room // self.ROW_HEIGHT)

    def draw_lines(self) -> list[Strip]:
        lines = super().draw_lines()
        taken = self._whole_height
        if not taken:
            return lines
        entry = self._entry
        below = whole(entry, self.size.width, taken) if entry else []
        rows = lines[: self.HEAD_HEIGHT + self.page_rows * self.ROW_HEIGHT]
        between = [self.strip(())] * (len(lines) - len(rows) - len(below))
        return [*rows, *between, *map(self.strip, below)]

    def on_click(self, event: events.Click) -> None:
        """Only rows can be chosen, not what is below them."""
        if event.y >= self.HEAD_HEIGHT + self.page_rows * self.ROW_HEIGHT:
            event.prevent_default()

    def draw_row(self, row: Row[str], width: int) -> list[list[Part]]:
        entry = self._entries.get(row.key or "")
        return brief(entry, self._rows.get(row.key or ""), width) if entry else [[], []]


def passes(entry: Entry, words: str, row: KeptRow | None = None) -> bool:
    """Whether an entry has all of some words: in its words, source, comment, tags or fate, or in
    what its row is called."""
    if not words:
        return True
    bookmark, origin = entry.bookmark, entry.bookmark.origin
    tags = "".join(f" #{tag}" for tag in bookmark.tags)
    text = " ".join(
        (bookmark.words, bookmark.speaker, origin.source, origin.title, origin.date,
         bookmark.comment, tags, entry.fate, row.wording if row else "")
    ).casefold()  # fmt: skip
    return all(word in text for word in words.casefold().split())
