"""What is in the notebook of the dossier on the screen, and where it is in the dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from armreader.home.folders import places
from armreader.notes.bookmark import Bookmark
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


class KnownBookmarks:
    """The entries of the notebook as last read, and the records that they keep."""

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
        """Where in the dossier bookmarked words are, word for word."""
        return frozenset(
            one.at for one in self._entries.values() if one.at and one.fate in ("holds", "moved")
        )

    @property
    def kept(self) -> frozenset[str]:
        """The ids of the quotes and events that are kept, including from an earlier text."""
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

    @property
    def count(self) -> int:
        """How many rows the view of what was kept has, with those that are missing."""
        return len(self.rows) + sum(one.fate == "missing" for one in self._entries.values())

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
        """The id of the quote at exactly this place; empty for none."""
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
        """The bookmark of exactly the passage last gone to, if no other is selected."""
        at = state.current
        if at is None or state.stretch:
            return None
        return next((one.bookmark for one in self._entries.values() if one.at == at), None)

    def look(self) -> bool:
        """Read the file again if somebody else changed it; returns whether anything is
        different."""
        if self._been_read and not self._notebook.changed():
            return False
        before = self._entries, self.problems
        self._read()
        return before != (self._entries, self.problems)

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

    def _short(self, message: str) -> str:
        """A message with the notebook's name for its path, which may be longer than the line."""
        return message.replace(str(self.path), self.path.name)
