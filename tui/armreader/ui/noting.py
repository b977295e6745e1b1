"""What the reading screen does with the notebook: keep, comment, copy, remove, undo."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from armreader.home.drafts import drafts_left
from armreader.ui.session.notices import Fault

if TYPE_CHECKING:
    from armreader.notes.bookmark import Bookmark
    from armreader.ui.pages.notebook import NotebookPage
    from armreader.ui.session.bookmarks import Bookmarks
    from armreader.ui.session.desk import Desk

_LOOK_EVERY = 3.0
"""Seconds between two checks whether another program has changed the file."""
_NOTHING_HERE = "Select a quote, an event or a passage of the text (v) to {}."


class Noting:
    """The bookmarks between the keys and the file; if there can be no file, it says so."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._bookmarks: Bookmarks | None = None
        self._page: NotebookPage | None = None
        self._looks = False
        """Whether the file is looked at from time to time."""
        self._order: list[Literal["notes", "correction"]] = []
        """What was changed, the latest last; undo goes back through it."""

    def take(self, bookmarks: Bookmarks) -> None:
        """Work on these from now on."""
        if self._bookmarks and self._bookmarks.path == bookmarks.path:
            bookmarks.go_on_from(self._bookmarks)
        self._bookmarks = bookmarks
        self._show(_fault_of(bookmarks))
        if not self._looks:
            self._looks = True
            self._desk.screen.set_interval(_LOOK_EVERY, self.look)
            for draft in drafts_left()[:1]:
                lost = f"What you wrote in an editor was never saved: it is in {draft}"
                self._desk.tell(Fault(lost))

    def take_early(self, bookmarks: Bookmarks) -> None:
        """Work on these until those of the dossier that is being read are there."""
        if self._bookmarks is None:
            self._bookmarks = bookmarks
            self._show(_fault_of(bookmarks))

    def make_page(self) -> NotebookPage:
        """The view of the notebook."""
        from armreader.ui.pages.notebook import NotebookPage

        self._page = NotebookPage(self)
        return self._page

    @property
    def bookmarks(self) -> Bookmarks | None:
        """What is in the notebook; None before it has been read."""
        return self._bookmarks

    def begin_filter(self, page: NotebookPage) -> None:
        """Type words that the entries shown must have."""
        from armreader.ui.prompts.filter import FilterTyping

        self._desk.begin_typing(FilterTyping(self._desk, page))

    def look(self) -> None:
        """Show what another reader or an editor has written since."""
        if self._bookmarks and self._bookmarks.look():
            self._show("")

    # The commands.

    def toggle(self, count: int = 1) -> None:
        """Keep what is selected, or remove it; with a count, keep that many rows of the list."""
        bookmarks = self._bookmarks
        rows = self._rows_below(count) if count > 1 and bookmarks else []
        if rows and bookmarks:
            self.change(lambda: bookmarks.keep(rows))
            return
        bookmark = self._here("bookmark it")
        if bookmark and bookmarks:
            self.change(lambda: bookmarks.toggle(bookmark))

    def _rows_below(self, count: int) -> list[Bookmark]:
        """The bookmarks of a number of events or quotes of the list in focus, from the cursor
        on."""
        from armreader.ui.session.bookmark_here import bookmark_here

        rows, state = self._desk.list_in_focus, self._desk.state
        keys = [row.key for row in rows.rows[rows.cursor :] if row.key] if rows else []
        found = (
            bookmark_here(replace(state, selection=key, stretch=None, current=None))
            for key in keys[:count]
            if key.kind in ("event", "quote")
        )
        return [one for one in found if one]

    def say_of_row(self) -> bool:
        """Open the menu of the notebook's row under the cursor; false if the notebook is not
        open."""
        page, bookmarks = self._page_in_front, self._bookmarks
        if page is None or bookmarks is None:
            return False
        row = bookmarks.row(page.key or "")
        if row is None:
            self._desk.tell("Keep something first: b keeps an event or a quote.")
            return True
        from armreader.ui.prompts.kept import kept_menu

        self._desk.begin_typing(kept_menu(self._desk, bookmarks, row))
        return True

    def corrected(self) -> None:
        """A correction was made: the next undo reverses it."""
        self._order.append("correction")

    def take_out(self) -> None:
        bookmark, bookmarks = self._here("remove it"), self._bookmarks
        held = bookmarks.held(bookmark) if bookmark and bookmarks else None
        if held and bookmarks:
            self.change(lambda: bookmarks.take_out(held.bookmark.id))
        elif bookmark:
            self._desk.tell("It is not in the notebook.")

    def undo(self) -> None:
        """Undo the last change of the notebook or the last correction, whichever came later."""
        if self._order and self._order[-1] == "correction":
            self._order.pop()
            self._desk.program.correct(None)
            return
        bookmarks, page = self._bookmarks, self._page_in_front
        if bookmarks is None:
            return

        def change() -> str:
            changed, message = bookmarks.undo()
            if page:
                page.show_entries()
                page.point_to(changed)
            return message

        self.change(change)

    def comment(self) -> None:
        """Edit the comment in a line at the foot; one of several lines needs the editor."""
        from armreader.ui.prompts.comment import CommentTyping, in_one_line

        bookmark = self._here("comment on it")
        line = in_one_line(bookmark) if bookmark else None
        if bookmark and line is None:
            self._desk.tell("The comment has several lines: E opens it in your editor.")
        elif bookmark and line is not None:
            self._desk.begin_typing(CommentTyping(self._desk, bookmark, line, self._say))

    def edit(self) -> None:
        """Edit the comment in the user's editor."""
        from armreader.ui.prompts.comment import in_editor

        bookmark = self._here("comment on it")
        if bookmark:
            in_editor(self._desk, bookmark, self._say)

    def copy(self) -> None:
        """Send the words with their citation to the terminal's clipboard."""
        from armreader.home.folders import folders
        from armreader.notes.citation import citation
        from armreader.ui.terminal import clipboard

        bookmark, driver = self._here("copy it"), self._desk.screen.app._driver
        if bookmark and driver:
            text = citation(bookmark)
            copied = clipboard.copy(text, driver.write, os.environ, folders().state)
            self._desk.tell(copied.message)

    def change(self, change: Callable[[], str]) -> bool:
        """Change the notebook; if it cannot be written, say so."""
        from armreader.ui.session.bookmarks import NotSavedError

        before = self._bookmarks.undoable if self._bookmarks else 0
        try:
            message = change()
        except NotSavedError as error:
            self._show(Fault(f"Not saved: {error}"))
            return False
        finally:
            more = (self._bookmarks.undoable if self._bookmarks else 0) - before
            self._order += ["notes"] * more
            del self._order[len(self._order) + min(more, 0) :]
        self._show(message)
        return True

    def _say(self, bookmark: Bookmark, text: str) -> bool:
        bookmarks = self._bookmarks
        return bookmarks is not None and self.change(lambda: bookmarks.say(bookmark, text))

    def _here(self, to: str) -> Bookmark | None:
        """What a command is about, as the notebook has it if it does; None is reported."""
        from armreader.ui.session.bookmark_here import bookmark_here

        if self._bookmarks is None:
            self._desk.tell("The notebook is not open yet.")
            return None
        page = self._page_in_front
        if page:
            if page.bookmark is None:
                self._desk.tell(f"There is nothing to {to.replace(' it', '')} here.")
            return page.bookmark
        pointed = self._desk.pointed_state
        bookmark = self._bookmarks.gone_to(pointed) or bookmark_here(pointed)
        if bookmark is None:
            self._desk.tell(_NOTHING_HERE.format(to))
            return None
        held = self._bookmarks.held(bookmark)
        return held.bookmark if held else bookmark

    @property
    def _page_in_front(self) -> NotebookPage | None:
        return self._page if self._desk.pages.front is self._page else None

    def _show(self, notice: str) -> None:
        bookmarks, state = self._bookmarks, self._desk.state
        if bookmarks is None:
            return
        if self._page_in_front:
            self._page_in_front.show_entries()
        self._desk.apply(
            replace(
                state,
                bookmarked=bookmarks.kept,
                kept=bookmarks.places,
                kept_rows=bookmarks.count,
                notice=notice or state.notice,
            )
        )


def _fault_of(bookmarks: Bookmarks) -> str:
    """What is wrong with the file of the notebook; empty if nothing is."""
    return Fault(f"Notebook: {bookmarks.problems[0]}") if bookmarks.problems else ""
