"""The bookmarks of the dossier on the screen, written through to the notebook at each key press."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from armreader.home.folders import places
from armreader.notes.block_text import comment_and_tags
from armreader.notes.bookmark import Bookmark
from armreader.notes.edits import merged
from armreader.notes.notebook import Notebook
from armreader.notes.paths import default_notebook_path
from armreader.notes.rows import KeptRow, kept_rows
from armreader.notes.storage import NotesError
from armreader.reading.corrections import read_corrections
from armreader.records.spans import Passage
from armreader.story.correction_anchors import as_of
from armreader.story.dossier import Dossier
from armreader.ui.session.entries import Entry, Judge, place_of
from armreader.ui.session.state import State

_MOST_UNDONE = 1000
"""Changes of the notebook that can be undone, one after the other."""


class NotSavedError(Exception):
    """The notebook could not be changed; the text is one line for the user."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change that can be undone."""

    bookmark: str
    """The id."""
    undo: Callable[[], object]
    """Knows the notebook alone: it outlives the dossier under which the change was made."""
    told: str
    """What to say when it was undone."""


class Bookmarks:
    """The entries of the notebook, and every change of them; a change raises NotSavedError."""

    def __init__(self, dossier: Dossier, paths: Sequence[str], notes: Path | None) -> None:
        self.dossier = dossier
        file = places().corrections
        self._corrections = as_of(read_corrections(file)[0] if file else (), dossier.articles)
        self._headings: Mapping[str, str] = {}
        self._rows: tuple[KeptRow, ...] | None = None
        self._notebook = Notebook(notes or default_notebook_path(paths))
        self._quote_at = {Passage(one.article, *one.span): one.id for one in dossier.quotes}
        self._entries: dict[str, Entry] = {}
        self._judge = Judge(dossier, self._corrections)
        self._forgotten: set[str] = set()
        self._changes: deque[_Change] = deque(maxlen=_MOST_UNDONE)
        self._been_read = False
        self.problems: tuple[str, ...] = ()
        """What is wrong with the file, a line each; empty when all is well."""

    @property
    def path(self) -> Path:
        """Where the notebook is."""
        return self._notebook.path

    @property
    def entries(self) -> tuple[Entry, ...]:
        """In the order of the file, the missing last."""
        return tuple(self._entries.values())

    @property
    def places(self) -> frozenset[Passage]:
        """Where in the dossier bookmarked words stand, word for word."""
        return frozenset(
            one.at for one in self._entries.values() if one.at and one.fate in ("holds", "moved")
        )

    @property
    def kept(self) -> frozenset[str]:
        """The ids of the quotes and events that are kept, from an earlier text too."""
        quotes = (self._quote_at[at] for at in self.places if at in self._quote_at)
        events = (one.keeps for one in self._entries.values() if one.bookmark.kind == "event")
        return frozenset(quotes) | frozenset(filter(None, events))

    @property
    def notebook(self) -> Notebook:
        """The file."""
        return self._notebook

    @property
    def rows(self) -> tuple[KeptRow, ...]:
        """The user's own chronology, in the order of the file."""
        if self._rows is None:
            there = [one.bookmark for one in self.entries if one.fate != "missing"]
            self._rows = kept_rows(there, self._headings, self.dossier, self._corrections)
        return self._rows

    def row(self, bookmark_id: str) -> KeptRow | None:
        """The row that a bookmark leads."""
        return next((one for one in self.rows if one.id == bookmark_id), None)

    def heading_right_above(self, row: KeptRow) -> str:
        """The heading whose first row it is; empty where it is a later one."""
        at = self.rows.index(row)
        before = self.rows[at - 1].heading if at else ""
        return row.heading if row.heading != before else ""

    def entry(self, bookmark_id: str) -> Entry | None:
        """The entry of an id."""
        return self._entries.get(bookmark_id)

    def quote_at(self, place: Passage) -> str:
        """The id of the quote that stands just there; empty for none."""
        return self._quote_at.get(place, "")

    def held(self, bookmark: Bookmark) -> Entry | None:
        """The entry of the same words in the same place, though kept from an earlier text."""
        known = self._entries.get(bookmark.id)
        if known is None and bookmark.kind == "event":
            keeps = self._judge.keeps(bookmark)
            return next(
                (one for one in self._entries.values() if keeps and one.keeps == keeps), None
            )
        place = place_of(bookmark)
        same = (
            one
            for one in self._entries.values()
            if one.at == place and one.bookmark.kind != "event"
        )
        return known or next(same, None)

    def gone_to(self, state: State) -> Bookmark | None:
        """The bookmark of the very passage that was last gone to, where no other is selected."""
        at = state.current
        if at is None or state.stretch:
            return None
        return next((one.bookmark for one in self._entries.values() if one.at == at), None)

    def look(self) -> bool:
        """Read the file again where another has changed it; whether anything is different."""
        if self._been_read and not self._notebook.changed():
            return False
        before = self._entries, self.problems
        self._read()
        return before != (self._entries, self.problems)

    def go_on_from(self, before: Bookmarks) -> None:
        """Take over what can be undone and is missing, from the bookmarks of the same notebook
        under the dossier as it was read before."""
        self._notebook, self._changes = before._notebook, before._changes
        self._forgotten = before._forgotten
        self._read()

    # Changes, each told in one line.

    def toggle(self, bookmark: Bookmark) -> str:
        """Put it in the notebook, or take it out."""
        self.look()
        held = self.held(bookmark)
        if held and held.fate != "missing":
            return self.take_out(held.bookmark.id)
        return self.keep([held.bookmark if held else bookmark])

    def keep(self, bookmarks: Sequence[Bookmark]) -> str:
        """Put those in the notebook that are not in it; one undo takes them out again."""
        new = [one for one in bookmarks if (held := self.held(one)) is None
               or held.fate == "missing"]  # fmt: skip
        for one in new:
            self._keep(one)

        notebook, ids = self._notebook, [one.id for one in reversed(new)]

        def undo() -> None:
            for ident in ids:
                notebook.remove(ident)

        if new:
            self._changes.append(_Change(new[-1].id, undo, f"Removed from {self.path.name}"))
        many = f" {len(new)} rows" if len(bookmarks) > 1 else ""
        return f"Saved{many} in {self.path.name}" if new else "They are in the notebook."

    def make(
        self, bookmark_id: str, work: Callable[[], object], undo: Callable[[], object], told: str
    ) -> None:
        """Make a change to the file, with what undoes it and what is said then."""
        with self._saving():
            work()
        self._read()
        self._changes.append(_Change(bookmark_id, undo, told))

    @property
    def undoable(self) -> int:
        """How many changes can be undone."""
        return len(self._changes)

    def take_out(self, bookmark_id: str) -> str:
        """Take it out with its comment; one that is missing from the file is forgotten."""
        entry = self._entries[bookmark_id]
        if entry.fate == "missing":
            self._forgotten.add(bookmark_id)
            del self._entries[bookmark_id]
            return "Removed"
        with self._saving():
            removed = self._notebook.remove(bookmark_id)
        del self._entries[bookmark_id]
        self._settle()
        self._changes.append(
            _Change(
                bookmark_id,
                partial(self._notebook.restore, removed),
                f"Restored in {self.path.name}",
            )
        )
        return f"Removed from {self.path.name}; u undoes it"

    def say(self, bookmark: Bookmark, text: str) -> str:
        """Set what is said of it, from a text as typed; one that is not kept yet is kept.

        ``bookmark`` is as it was when the typing began: what another said since stays above.
        """
        comment, tags = comment_and_tags(text)
        held = self.held(bookmark)
        if held is None or held.fate == "missing":
            self._keep(bookmark.with_comment(comment, tags))
            return f"Saved in {self.path.name} with your comment"
        now, new = held.bookmark, held.bookmark.with_comment(comment, tags)
        if (now.comment, now.tags) == (comment, tags):
            return "No change"
        if now.comment not in (bookmark.comment, comment):
            new = merged(now, new)
        with self._saving():
            written = self._notebook.set_comment(now.id, new.comment, new.tags)
        self._entries[now.id] = replace(held, bookmark=written)
        self._settle()
        self._changes.append(
            _Change(
                now.id,
                partial(self._notebook.set_comment, now.id, now.comment, now.tags),
                "Comment restored",
            )
        )
        return f"Saved in {self.path.name}"

    def move(self, bookmark_id: str, before: str | None, after: str | None = None) -> str:
        """Put an entry above another or below another; without either, below the last."""
        order = [one.bookmark.id for one in self.entries if one.fate != "missing"]
        at = order.index(bookmark_id)
        below = order[at + 1] if at + 1 < len(order) else None
        with self._saving():
            moved = self._notebook.move(bookmark_id, before, after)
        self._read()
        self._changes.append(
            _Change(
                bookmark_id,
                partial(self._notebook.move, bookmark_id, below, undo=moved),
                "Moved back",
            )
        )
        return ""

    def undo(self) -> tuple[str, str]:
        """Undo the last taking out, saying or moving: the id of its bookmark, and what to tell."""
        if not self._changes:
            return "", "Nothing to undo."
        with self._saving():
            self._changes[-1].undo()
        self._read()
        change = self._changes.pop()
        return change.bookmark, change.told

    def _keep(self, bookmark: Bookmark) -> None:
        with self._saving():
            self._notebook.add(bookmark)
        self._forgotten.discard(bookmark.id)
        (self._entries[bookmark.id],) = self._entered((bookmark,))
        self._settle()

    # The file.

    def _read(self) -> None:
        self._been_read = True
        try:
            contents = self._notebook.load()
        except NotesError as error:
            self.problems = (self._short(str(error)),)
            return
        self.problems = tuple(f"line {line}: {message}" for line, message in contents.problems)
        gone = [one for one in contents.missing if one.id not in self._forgotten]
        entries = [*self._entered(contents.bookmarks), *self._entered(gone, missing=True)]
        self._entries = {entry.bookmark.id: entry for entry in entries}
        self._headings, self._rows = contents.headings, None

    def _entered(self, bookmarks: Sequence[Bookmark], *, missing: bool = False) -> list[Entry]:
        self._rows = None
        return self._judge.entries(bookmarks, missing=missing)

    def _settle(self) -> None:
        """Read the file where it holds more or less than what is known of it."""
        try:
            held = self._notebook.ids()
        except NotesError:
            held = frozenset()
        if held != {key for key, one in self._entries.items() if one.fate != "missing"}:
            self._read()

    @contextmanager
    def _saving(self) -> Iterator[None]:
        try:
            yield
        except NotesError as error:
            self._read()
            raise NotSavedError(self._short(str(error))) from None

    def _short(self, message: str) -> str:
        """A message with the notebook's name for its path, which may be longer than the line."""
        return message.replace(str(self.path), self.path.name)
