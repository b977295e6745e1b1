"""One line at the head or the foot of the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from armreader.ui.lines.line_view import LineView, Part, both_ends

_DIGIT = re.compile(r" (\d) ")
"""At the beginning of a tab, the key that leads there."""


class Bar(LineView):
    """Parts at the left and at the right; where they meet, the left ones are cut."""

    @dataclass
    class Clicked(Message):
        """A key that the bar shows, or its word, was clicked."""

        key: str
        """The key as it is shown."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  textual's own name
        super().__init__(id=id)
        self._left: Sequence[Part] = ()
        self._right: Sequence[Part] = ()

    def show(self, left: Sequence[Part], right: Sequence[Part] = ()) -> None:
        """Show other parts."""
        self._left, self._right = left, right
        self.redraw()

    def draw_lines(self) -> list[Strip]:
        width, height = self.size
        lines = [self.strip(both_ends(self._left, self._right, width))]
        return (lines + [self.strip(())] * (height - 1))[:height]

    def key_at(self, x: int) -> str:
        """The key at a column: one that is shown there, before its word or on its tab; else ""."""
        key = ""
        for text, roles in both_ends(self._left, self._right, self.size.width):
            tab = _DIGIT.match(text)
            if "key" in roles:
                key = text
            elif tab:
                key = tab[1]
            x -= cell_len(text)
            if x < 0:
                return key
            if "key" not in roles:
                key = ""
        return ""

    def on_click(self, event: Click) -> None:
        event.stop()
        key = self.key_at(event.x)
        if key:
            self.post_message(self.Clicked(key))
