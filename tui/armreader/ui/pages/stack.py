"""The views over the panes that are open, one over another; Esc goes back through them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rich.cells import cell_len

from armreader.ui.keys.commands import BY_ID, Command
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut
from armreader.ui.pages.page import Page
from armreader.ui.session.notices import look_of

if TYPE_CHECKING:
    from textual.widget import Widget

    from armreader.ui.session.desk import Desk

PAGES = ("compare", "coverage", "people", "differ", "why", "notebook")
"""The ids of the commands that open a view."""
_LEAST_WORDS = 40
"""Per cent of the foot that a view's own words may have at least; the keys have the rest."""
_ELSEWHERE = frozenset(
    {"help", "palette", "theme", "redraw", "quit", "list-events", "correct",
     "reload",
     "bookmark", "comment", "edit", "copy", "remove", "undo"}
)  # fmt: skip
"""Commands that mean the same everywhere; any other closes the views first."""


class Pages:
    """Views are made when first needed, and then kept with the place in them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: dict[str, Page] = {}
        self._open: list[Page] = []
        self._shown_of: object = None

    @property
    def front(self) -> Page | None:
        """The view that is shown; None where the panes are."""
        return self._open[-1] if self._open else None

    def show(self, name: str) -> None:
        """Open a view over what is shown, or close it where it is in front."""
        front, page = self.front, self._page(name)
        if page is front:
            self.close()
            return
        state = self._desk.state
        refused = page.open(self._desk.pointed_state)
        if refused:
            self._desk.tell(refused)
            return
        if page in self._open:
            self._open.remove(page)
        self._open.append(page)
        self._shown_of = (id(state.dossier), state.listing)
        self._desk.apply(state)

    def reopening(self) -> Callable[[], None]:
        """A function that opens the views that are open now, and no others."""
        opened = list(self._open)

        def reopen() -> None:
            self._open[:] = opened

        return reopen

    def close(self, *, all_of_them: bool = False) -> None:
        """Go back to the view before, or to the panes, which are as they were."""
        del self._open[0 if all_of_them else -1 :]
        self._desk.apply(self._desk.state)

    def draw(self, *, hidden: bool) -> None:
        """Show the front view under the reader's state; ``hidden`` where something covers it."""
        state = self._desk.state
        shown_of = (id(state.dossier), state.listing)
        if self._open and shown_of != self._shown_of:
            self._shown_of = shown_of
            self._open = [page for page in self._open if not page.open(state)]
        for page in self._made.values():
            _hide(page, hidden or page is not self.front)
        _hide(self._desk.screen.query_one("#body"), bool(self._open))

    def do(self, command: Command, count: int) -> bool:
        """Do a command in the view in front; false where it is left to the panes."""
        page = self.front
        if page is not None and command.id in page.OWN:
            page.do(command.id, count)
        elif command.id in PAGES:
            self.show(command.id)
        elif page is None or command.id in _ELSEWHERE:
            return False
        elif command.id == "clear":
            if not page.leave():
                self.close()
        elif command.id == "open":
            self.enter()
        elif not page.do(command.id, count):
            self.close(all_of_them=True)
            return False
        return True

    def enter(self) -> None:
        """Continue in the text where the cursor of the view is."""
        page = self.front
        state = page.enter(self._desk.state) if page else None
        if state is None:
            self._desk.tell("There is nothing to go to here.")
            return
        self._open.clear()
        self._desk.apply(state)
        self._desk.show_current()

    def bar(self, width: int) -> tuple[list[Part], list[Part]]:
        """The foot under the view in front."""
        page, keymap = self.front, self._desk.keymap
        if page is None:
            return [], []
        notice = self._desk.state.notice
        hints = (("clear", "back"), *reversed(page.HINTS))
        keys = sum(cell_len(f"{keymap.first_label(BY_ID[name])} {word}  ") for name, word in hints)
        most = max(width * _LEAST_WORDS // 100, width - keys - 2)
        message = notice or cut(page.foot_words(most), most)
        room = width - cell_len(message) - 2
        parts: list[Part] = []
        for name, word in hints:
            key, word = keymap.first_label(BY_ID[name]), f" {word}  "
            room -= cell_len(key + word)
            if room < 0 and parts:
                break
            parts = [(key, ("key",)), (word, ()), *parts]
        return [(f" {message}", look_of(notice))], parts

    def _page(self, name: str) -> Page:
        if name not in self._made:
            self._made[name] = page = self._make(name)
            page.add_class("page")
            _hide(page, True)
            self._desk.screen.mount(page, before="#too-small")
        return self._made[name]

    def _make(self, name: str) -> Page:
        if name == "notebook":
            return self._desk.noting.make_page()
        return views()[name]()


def views() -> Mapping[str, Callable[[], Page]]:
    """The views across sources by their names; imported only once the first paint is done."""
    from armreader.ui.pages.compare import ComparePage
    from armreader.ui.pages.coverage import CoveragePage
    from armreader.ui.pages.differ import DifferPage
    from armreader.ui.pages.people import PeoplePage
    from armreader.ui.pages.why import WhyPage

    made = (ComparePage, CoveragePage, PeoplePage, DifferPage, WhyPage)
    return {page.NAME: page for page in made}


def _hide(widget: Widget, hidden: bool) -> None:
    """Hide a widget, or leave it to the stylesheet whether it is shown.

    A class would do it too, but costs the styles of every widget of the screen.
    """
    if hidden != (widget.styles.inline.get_rules().get("display") == "none"):
        widget.styles.display = "none" if hidden else None
