"""The bookmarks of the dossier on the screen, written through to the notebook at each key press."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from armreader.notes.block_text import comment_and_tags
from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_quote, bookmark_stretch
from armreader.notes.edits import merged
from armreader.notes.notebook import Notebook
from armreader.notes.paths import default_notebook_path
from armreader.notes.storage import NotesError
from armreader.notes.verify import Status, Verdict, verify
from armreader.records.spans import Passage, Span
from armreader.story.dossier import Dossier
from armreader.ui.session.state import State, quote_here

Fate = Literal[Status, "missing"]
_MOST_UNDONE = 1000
"""Changes of the notebook that can be undone, one after the other."""


class NotSavedError(Exception):
    """The notebook could not be changed; the text is one line for the user."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark and what became of it."""

    bookmark: Bookmark
    fate: Fate
    """The verdict on its words; ``missing``: kept here, and no longer in the file."""
    at: Passage | None
    """Where the words stand now."""


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
        self._dossier = dossier
        self._notebook = Notebook(notes or default_notebook_path(paths))
        self._quote_at = {Passage(one.article, *one.span): one.id for one in dossier.quotes}
        self._entries: dict[str, Entry] = {}
        self._verdicts: dict[str, Verdict] = {}
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
    def quotes(self) -> frozenset[str]:
        """The ids of the quotes that are bookmarked, in an earlier text of their article too."""
        return frozenset(self._quote_at[at] for at in self.places if at in self._quote_at)

    def entry(self, bookmark_id: str) -> Entry | None:
        """The entry of an id."""
        return self._entries.get(bookmark_id)

    def quote_at(self, place: Passage) -> str:
        """The id of the quote that stands just there; empty for none."""
        return self._quote_at.get(place, "")

    def held(self, bookmark: Bookmark) -> Entry | None:
        """The entry of the same words in the same place, though kept from an earlier text."""
        place = _place(bookmark)
        known = self._entries.get(bookmark.id)
        same = (one for one in self._entries.values() if one.at == place)
        return known or next(same, None)

    def gone_to(self, state: State) -> Bookmark | None:
        """The bookmark of the very passage that was last gone to, where no other is selected."""
        at = state.current
        if at is None or state.stretch:
            return None
        return next((one.bookmark for one in self._entries.values() if one.at == at), None)

    def look(self) -> bool:
        """Read the file anew where another has changed it; whether anything is different."""
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
        self._keep(held.bookmark if held else bookmark)
        return f"Saved in {self.path.name}"

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

    def move(self, bookmark_id: str, before: str | None) -> str:
        """Put an entry above another, or below the last."""
        order = [one.bookmark.id for one in self.entries if one.fate != "missing"]
        after = order[order.index(bookmark_id) + 1 :]
        was_before = after[0] if after else None
        with self._saving():
            self._notebook.move(bookmark_id, before)
        self._read()
        self._changes.append(
            _Change(
                bookmark_id,
                partial(self._notebook.move, bookmark_id, was_before),
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

    def _entered(self, bookmarks: Sequence[Bookmark], *, missing: bool = False) -> list[Entry]:
        """The entries of bookmarks; what became of their words is found out once."""
        new = [one for one in bookmarks if not self._is_judged(one)]
        self._verdicts.update(
            (verdict.bookmark.id, verdict) for verdict in verify(new, self._dossier)
        )
        return [_entry(one, self._verdicts[one.id], missing=missing) for one in bookmarks]

    def _is_judged(self, bookmark: Bookmark) -> bool:
        known = self._verdicts.get(bookmark.id)
        return known is not None and (known.bookmark.selector, known.bookmark.origin) == (
            bookmark.selector,
            bookmark.origin,
        )

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


def bookmark_here(state: State) -> Bookmark | None:
    """What a bookmark would be of: the stretch selected in the text, else the quote that is
    selected or gone to, else the sentence of the selected event, in the open article if it is told
    there."""
    stretch = state.stretch
    if stretch and stretch.article in state.dossier.article_by_id:
        return bookmark_stretch(state.dossier, stretch.article, Span(stretch.start, stretch.end))
    quote = quote_here(state)
    if quote:
        return bookmark_quote(state.dossier, quote)
    selection = state.selection
    if selection and selection.kind == "event":
        return bookmark_event(state.dossier, selection.id, state.article)
    return None


def _entry(bookmark: Bookmark, verdict: Verdict, *, missing: bool) -> Entry:
    at = Passage(verdict.article, *verdict.span) if verdict.article and verdict.span else None
    return Entry(bookmark, "missing" if missing else verdict.status, at)


def _place(bookmark: Bookmark) -> Passage:
    selector = bookmark.selector
    return Passage(bookmark.origin.article, selector.start, selector.end)
