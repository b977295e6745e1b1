"""The bookmarks of the dossier on the screen, written through to the notebook at each key press."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from armreader.dossier import Dossier
from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_quote
from armreader.notes.edits import Removed
from armreader.notes.notebook import Notebook, default_notebook_path
from armreader.notes.storage import NotesError
from armreader.ui.state import State, quote_here


class Bookmarks:
    """Which quotes are in the notebook, and what last went wrong with it."""

    def __init__(self, dossier: Dossier, paths: Sequence[str], notes: Path | None) -> None:
        self._dossier = dossier
        self._notebook = Notebook(notes or default_notebook_path(paths))
        self._quote_of: dict[str, str] = {}
        self._removed: list[Removed] = []
        self.problem = ""
        """One line for the user; empty when all is well."""

    @property
    def path(self) -> Path:
        """Where the notebook is."""
        return self._notebook.path

    def load(self) -> frozenset[str]:
        """The ids of the quotes that are bookmarked."""
        self._quote_of = {
            bookmark_quote(self._dossier, quote.id).id: quote.id for quote in self._dossier.quotes
        }
        try:
            contents = self._notebook.load()
        except NotesError as error:
            self.problem = self._short(str(error))
            return frozenset()
        if contents.problems:
            line, message = contents.problems[0]
            self.problem = f"notes, line {line}: {message}"
        return self._quotes(bookmark.id for bookmark in contents.bookmarks)

    def toggle(self, bookmark: Bookmark) -> tuple[frozenset[str], str]:
        """Put it in the notebook, or take it out; the bookmarked quotes then, and a line."""
        try:
            held = set(self._notebook.ids())
            if bookmark.id in held:
                self._removed.append(self._notebook.remove(bookmark.id))
                held.discard(bookmark.id)
                told = f"Taken out of {self.path.name}; u puts it back"
            else:
                self._notebook.add(bookmark)
                held.add(bookmark.id)
                told = f"Kept in {self.path.name}"
        except NotesError as error:
            raise NotSavedError(self._short(str(error))) from None
        return self._quotes(held), told

    def undo(self) -> tuple[frozenset[str], str] | None:
        """Put back, with its comment, what was taken out last; None where nothing was."""
        if not self._removed:
            return None
        try:
            self._notebook.restore(self._removed[-1])
            held = set(self._notebook.ids())
        except NotesError as error:
            raise NotSavedError(self._short(str(error))) from None
        self._removed.pop()
        return self._quotes(held), f"Back in {self.path.name}"

    def _short(self, message: str) -> str:
        """A message with the notebook's name for its path, which may be longer than the line."""
        return message.replace(str(self.path), self.path.name)

    def _quotes(self, bookmarks: Iterable[str]) -> frozenset[str]:
        return frozenset(self._quote_of[one] for one in bookmarks if one in self._quote_of)


def bookmark_here(state: State) -> Bookmark | None:
    """What a bookmark would be of: the quote that is selected or gone to, else the sentence of the
    selected event, in the open article if it is told there."""
    quote = quote_here(state)
    if quote:
        return bookmark_quote(state.dossier, quote)
    selection = state.selection
    if selection and selection.kind == "event":
        return bookmark_event(state.dossier, selection.id, state.article)
    return None


class NotSavedError(Exception):
    """The notebook could not be changed; the text is one line for the user."""
