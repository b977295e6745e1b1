"""Filtering the notebook by words typed at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.ui.lines.line_view import Part
from armreader.ui.prompts.typing import Typing

if TYPE_CHECKING:
    from armreader.ui.pages.notebook import NotebookPage
    from armreader.ui.session.desk import Desk


class FilterTyping(Typing):
    """Words that the entries shown must have; Enter keeps the filter, Esc drops it."""

    sign = "/"

    def __init__(self, desk: Desk, page: NotebookPage) -> None:
        super().__init__(desk, page.filter)
        self._page = page
        self._before = page.filter
        self._return = page.way_back()

    def changed(self) -> None:
        self._page.show_filtered(self.prompt.text.strip())

    def escape(self) -> None:
        self._page.show_filtered(self._before)
        self._return()
        self.desk.end_typing()

    def other_key(self, key: str) -> None:
        step = {"up": -1, "ctrl+p": -1, "down": 1, "ctrl+n": 1}.get(key, 0)
        if step:
            self._page.move(step)

    def hint(self) -> list[Part]:
        return [("words, #tag, lost …  ", ("dim",)), ("Enter", ("key",)), (" keeps  ", ()),
                ("Esc", ("key",)), (" goes back ", ())]  # fmt: skip
