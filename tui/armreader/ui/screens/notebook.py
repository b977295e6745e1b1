"""The notebook: what was kept, what is said of it, and whether its words still stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.strip import Strip

from armreader.dates import DateRange
from armreader.dossier import Selection
from armreader.notes.citation import cited_speaker, words_as_said
from armreader.notes.markdown import one_line
from armreader.ui.bookmarks import Entry, Fate
from armreader.ui.glyphs import glyphs
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, plain, wrap
from armreader.ui.screens.page import Page, move_cursor
from armreader.ui.screens.typing import Typing
from armreader.ui.shown_dates import full_date
from armreader.ui.state import State, select

if TYPE_CHECKING:
    from armreader.notes.bookmark import Bookmark
    from armreader.ui.screens.noting import Noting
    from armreader.ui.screens.reader import Reader

_LOOK_EVERY = 2.0
"""Seconds between two looks at the file, while the notebook is shown."""
_MOST_CELLS = 100
"""Cells of a line of words at most: longer lines are hard to read."""
_LEAST_WITH_WHOLE = 12
"""Lines from which on the entry under the cursor is shown whole, below the list."""

_TOLD: dict[Fate, str] = {
    "holds": "stands in its source, word for word",
    "moved": "stands word for word, in another place than when it was kept",
    "changed": "its words were changed in the source; these are the words that were kept",
    "lost": "is no longer in any source here; the words are kept",
    "missing": "is no longer in the file: another program took it out; b puts it back",
}


class NotebookPage(Page, RowList[str]):
    """Two lines an entry, and the whole of the one under the cursor; the ids are the keys."""

    NAME = "notebook"
    HINTS = (
        ("open", "source"), ("comment", "say"), ("remove", "take out"), ("search", "filter"),
        ("text-down", "lower"), ("text-up", "higher"),
    )  # fmt: skip
    ROW_HEIGHT = 2

    def __init__(self, noting: Noting) -> None:
        super().__init__("Notebook", 0)
        self.active = True
        self._noting = noting
        self.filter = ""
        self._entries: dict[str, Entry] = {}

    def on_mount(self) -> None:
        self.set_interval(_LOOK_EVERY, self._look)

    def _look(self) -> None:
        if self.display:
            self._noting.look()

    @property
    def bookmark(self) -> Bookmark | None:
        """The one under the cursor."""
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
            self._shift(1 if command == "text-down" else -1)
        elif command == "search":
            self._noting.begin_filter(self)
        else:
            return move_cursor(self, command, count)
        return True

    def leave(self) -> bool:
        """Give up the filter; false where there is none."""
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
        return replace(chosen, article=entry.at.article, current=entry.at, pane="text")

    def told(self) -> str:
        return ""

    # What is shown.

    def show_entries(self) -> None:
        """Show what the notebook holds now, under the filter."""
        bookmarks = self._noting.bookmarks
        if bookmarks is None:
            return
        self._entries = {one.bookmark.id: one for one in bookmarks.entries}
        shown = [key for key, one in self._entries.items() if passes(one, self.filter)]
        rows: list[Row[str]] = [Row(None, problem) for problem in bookmarks.problems]
        if not shown:
            rows.append(Row(None, "Nothing here has that." if self._entries else _EMPTY))
        at = self.cursor
        kept = self.key in shown
        self.label = f"Notebook {bookmarks.path.name}"
        if self.filter:
            self.label += f"  /{self.filter}"
        self.set_rows([*rows, *(Row(key) for key in shown)])
        if not kept:
            # What took the place of the one that is gone.
            self.jump(at)
        self.redraw()

    def show_filtered(self, words: str) -> None:
        """Show only the entries that have all of some words."""
        self.filter = words
        self.show_entries()

    def _shift(self, step: int) -> None:
        """Move the entry under the cursor past the next one shown."""
        bookmarks, key = self._noting.bookmarks, self.key
        order = [one for one, entry in self._entries.items() if entry.fate != "missing"]
        shown = [one for one in order if passes(self._entries[one], self.filter)]
        if bookmarks is None or key not in shown:
            return
        goal = shown.index(key) + step
        if not 0 <= goal < len(shown):
            return
        before: str | None = shown[goal]
        if step > 0:
            after = order.index(shown[goal]) + 1
            before = order[after] if after < len(order) else None
        self._noting.change(lambda: bookmarks.move(key, before))

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
        return [*lines[: len(lines) - taken], *self._whole(taken)]

    def draw_row(self, row: Row[str], width: int) -> list[list[Part]]:
        entry = self._entries.get(row.key or "")
        if entry is None:
            return [[], []]
        bookmark = entry.bookmark
        right: list[Part] = [] if entry.fate == "holds" else [(f"{entry.fate} ", ("alert",))]
        words = cut(one_line(words_as_said(bookmark)), width - sum(len(t) for t, _ in right) - 2)
        about = " · ".join(filter(None, (_surname(bookmark), _source(bookmark), _date(bookmark))))
        said = _said(bookmark)
        room = width - 3
        about = cut(about, room if not said else max(room // 2, room - cell_len(said) - 2))
        parts: list[Part] = [(f"  {about}", ("dim",))]
        if said:
            parts.append(("  " + cut(said, room - cell_len(about) - 2), ("strong",)))
        return [both_ends([(words, ())], right, width), parts]

    def _whole(self, height: int) -> list[Strip]:
        """The entry under the cursor: its fate, its words, what is said of it, its source."""
        entry, width = self._entry, self.size.width
        if entry is None:
            return []
        bookmark, origin = entry.bookmark, entry.bookmark.origin
        mark = glyphs().bookmark if entry.fate in ("holds", "moved") else glyphs().differ
        role = "dim" if entry.fate in ("holds", "moved") else "alert"
        rule: list[Part] = [(glyphs().rule, ("dim",)), (f" {mark} ", ("mark",))]
        told = cut(_TOLD[entry.fate], width - 6)
        rule += [(told, (role,)), (" ", ())]
        lines = [self.strip(both_ends(rule, [], width))]
        room = min(width - 4, _MOST_CELLS)
        words = _wrapped(words_as_said(bookmark), room)
        said = _wrapped(_said(bookmark, "\n"), room)
        facts = (cited_speaker(bookmark), origin.source, origin.title, _date(bookmark, full=True))
        source = _wrapped(", ".join(filter(None, map(one_line, facts))), room)
        address = _wrapped(one_line(origin.url or origin.file), room)
        # Where not all has room, each keeps its beginning.
        left = height - 1
        parts = [(words, ()), (said, ("strong",)), (source, ("dim",)), (address, ("dim",))]
        for number, (text, roles) in enumerate(parts):
            others = sum(bool(later) for later, _ in parts[number + 1 :])
            most = max(1, left - others)
            for line in _at_most(text, min(most, left)):
                lines.append(self.strip([("  ", ()), (line, roles)]))
                left -= 1
        blank = self.strip(())
        return (lines + [blank] * height)[:height]


_EMPTY = "Nothing is kept. b keeps a quote, an event's sentence, or what v selects."


class FilterTyping(Typing):
    """Words that the entries shown must have; Enter keeps the filter, Esc drops it."""

    sign = "/"

    def __init__(self, reader: Reader, page: NotebookPage) -> None:
        super().__init__(reader, page.filter)
        self._page = page
        self._before = page.filter
        self._return = page.mark_place()

    def changed(self) -> None:
        self._page.show_filtered(self.prompt.text.strip())

    def escape(self) -> None:
        self._page.show_filtered(self._before)
        self._page.return_to(self._return)
        self.reader.end_typing()

    def other_key(self, key: str) -> None:
        step = {"up": -1, "ctrl+p": -1, "down": 1, "ctrl+n": 1}.get(key, 0)
        if step:
            self._page.move(step)

    def hint(self) -> list[Part]:
        return [("words, #tag, lost …  ", ("dim",)), ("Enter", ("key",)), (" keeps  ", ()),
                ("Esc", ("key",)), (" goes back ", ())]  # fmt: skip


def passes(entry: Entry, words: str) -> bool:
    """Whether an entry has all of some words: in its words, source, comment, tags or fate."""
    bookmark, origin = entry.bookmark, entry.bookmark.origin
    tags = "".join(f" #{tag}" for tag in bookmark.tags)
    told = " ".join(
        (bookmark.words, bookmark.speaker, origin.source, origin.title, origin.date,
         bookmark.comment, tags, entry.fate)
    ).casefold()  # fmt: skip
    return all(word in told for word in words.casefold().split())


def _said(bookmark: Bookmark, between: str = " ") -> str:
    """The comment and those tags that it does not have itself."""
    own = bookmark.comment.split()
    tags = " ".join(f"#{tag}" for tag in bookmark.tags if f"#{tag}" not in own)
    comment = bookmark.comment if between == "\n" else one_line(bookmark.comment)
    return between.join(part for part in (comment, tags) if part)


def _source(bookmark: Bookmark) -> str:
    origin = bookmark.origin
    return one_line(origin.source or origin.title or origin.file)


def _surname(bookmark: Bookmark) -> str:
    return cited_speaker(bookmark)


def _date(bookmark: Bookmark, *, full: bool = False) -> str:
    origin = bookmark.origin
    date = full_date(DateRange.from_edtf(origin.date)) if origin.date else "undated"
    return f"{date} ({origin.basis})" if full and origin.date else date


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of a width; none for an empty text."""
    if not text:
        return []
    lines = []
    for line in text.splitlines():
        index = wrap(plain(line), width)
        lines += [index.row_text(row) for row in range(len(index.rows))]
    return lines


def _at_most(lines: list[str], most: int) -> list[str]:
    """The first lines; an ellipsis ends the last where something had to go."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1][:-1] + "…"] if most > 0 else []
