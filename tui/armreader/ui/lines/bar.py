"""One line at the head or the foot of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from armreader.ui.lines.line_view import LineView, Part, both_ends


class Bar(LineView):
    """Parts at the left and at the right; where they meet, the left ones are cut."""

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
