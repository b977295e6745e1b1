"""The bookmarks of the dossier on the screen, written through to the notebook at each key press."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from armreader.notes.block_text import comment_and_tags
from armreader.notes.bookmark import Bookmark
from armreader.notes.edits import merged
from armreader.notes.storage import NotesError
from armreader.story.dossier import Dossier
from armreader.ui.session.known_bookmarks import KnownBookmarks

_MOST_UNDONE = 200
"""How many changes of the notebook can be undone."""


class NotSavedError(Exception):
    """The notebook could not be changed; the text is one line for the user."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change that can be undone."""

    bookmark: str
    """The id."""
    undo: Callable[[], object]
    """A function of the notebook alone, because it outlives the dossier of the change."""
    summary: str
    """What to say when it was undone."""


class Bookmarks(KnownBookmarks):
    """The bookmarks with every change of them; a change raises NotSavedError."""

    def __init__(self, dossier: Dossier, paths: Sequence[str], notes: Path | None) -> None:
        super().__init__(dossier, paths, notes)
        self._changes: deque[_Change] = deque(maxlen=_MOST_UNDONE)

    def go_on_from(self, before: Bookmarks) -> None:
        """Take over what can be undone and is missing, from the bookmarks of the same notebook
        under the dossier as it was read before."""
        self._notebook, self._changes = before._notebook, before._changes
        self._forgotten = before._forgotten
        self._read()

    # Changes, each reported in one line.

    def toggle(self, bookmark: Bookmark) -> str:
        """Add it to the notebook, or remove it."""
        self.look()
        held = self.held(bookmark)
        if held and held.fate != "missing":
            return self.take_out(held.bookmark.id)
        return self.keep([held.bookmark if held else bookmark])

    def keep(self, bookmarks: Sequence[Bookmark]) -> str:
        """Add those that are not in the notebook yet; one undo removes them again."""
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
        return f"Saved{many} in {self.path.name}" if new else "Already in the notebook."

    def make(
        self, bookmark_id: str, work: Callable[[], object], undo: Callable[[], object], summary: str
    ) -> None:
        """Make a change to the file, with what undoes it and what is said then."""
        with self._saving():
            work()
        self._read()
        self._changes.append(_Change(bookmark_id, undo, summary))

    @property
    def undoable(self) -> int:
        """How many changes can be undone."""
        return len(self._changes)

    def take_out(self, bookmark_id: str) -> str:
        """Remove it with its comment; one that is missing from the file is forgotten."""
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
        """Set the comment from a text as typed; a bookmark that is not kept yet is added.

        ``bookmark`` is as it was when the typing began: what somebody else wrote since then stays
        above it.
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
        """Undo the last change: the id of its bookmark, and a message."""
        if not self._changes:
            return "", "Nothing to undo."
        with self._saving():
            self._changes[-1].undo()
        self._read()
        change = self._changes.pop()
        return change.bookmark, change.summary

    def _keep(self, bookmark: Bookmark) -> None:
        with self._saving():
            self._notebook.add(bookmark)
        self._forgotten.discard(bookmark.id)
        (self._entries[bookmark.id],) = self._entered((bookmark,))
        self._settle()

    @contextmanager
    def _saving(self) -> Iterator[None]:
        try:
            yield
        except NotesError as error:
            self._read()
            raise NotSavedError(self._short(str(error))) from None
