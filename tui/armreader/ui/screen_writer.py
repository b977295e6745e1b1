"""Between Textual and the terminal: sends only the cells that changed.

`ScreenWriter` turns the compositor's updates into frames; `ScreenWriterMixin` puts it under an
App. Neither knows what the application shows. Where Textual is not as it is known here, the writer
steps aside and Textual writes for itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate

from armreader.ui.terminal.grid import Grid
from armreader.ui.terminal.pens import Pens

_COLOUR_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}


class UnknownUpdate(Exception):
    """An update of a kind, or of a shape, that this writer was not made for."""


class ScreenWriter:
    """The compositor's updates in, the fewest bytes that show them out.

    ``colours``: rich's name of the terminal's colour system, None for none.
    """

    def __init__(self, colours: str | None, environ: Mapping[str, str]) -> None:
        self._pens = Pens(_COLOUR_SYSTEMS.get(colours or ""))
        # GNU screen erases to the terminal's own background, whatever is set; nobody else does.
        self._colour_erases = not environ.get("TERM", "").startswith("screen")
        self._grid: Grid | None = None

    def take(self, update: CompositorUpdate) -> None:
        """Want what the update shows; nothing is sent yet."""
        if isinstance(update, LayoutUpdate):
            self._take_layout(update)
        elif isinstance(update, ChopsUpdate):
            self._take_chops(update)
        else:
            raise UnknownUpdate(type(update).__name__)

    def frame(self, cursor: tuple[int, int] | None = None) -> str:
        """What to send so that the terminal shows all that is wanted; "" when it does already."""
        return self._grid.frame(cursor) if self._grid else ""

    def forget(self) -> None:
        """Something else wrote to the terminal: the next frame paints whole."""
        if self._grid:
            self._grid.forget()

    def _take_layout(self, update: LayoutUpdate) -> None:
        x, y, width, height = update.region
        if self._grid is None or (self._grid.width, self._grid.height) != (width, height):
            self._grid = Grid(width, height, self._pens, colour_erases=self._colour_erases)
        for row, strips in enumerate(update.strips, y):
            self._grid.put(x, row, (segment for strip in strips for segment in strip))

    def _take_chops(self, update: ChopsUpdate) -> None:
        """The same cells that `ChopsUpdate.render_segments` draws."""
        if self._grid is None:
            raise UnknownUpdate("a part before the whole")
        for y, start, end in update.spans:
            for chop_end, (x, strip) in zip(
                update.chop_ends[y], update.chops[y].items(), strict=False
            ):
                if strip is not None and x <= end and chop_end > start:
                    self._grid.put(x, y, strip if chop_end <= end else strip.crop(0, end - x))
