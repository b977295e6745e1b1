"""Between Textual and the terminal: sends only the cells that changed.

`ScreenWriter` turns the compositor's updates into frames; `ScreenWriterMixin` puts it under an
App. Neither knows what the application shows. Where Textual is not as it is known here, the writer
steps aside and Textual writes for itself.
"""

from __future__ import annotations

import asyncio
import os
import traceback
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.console import RenderableType
from textual.app import App

from armreader.ui.terminal import links
from armreader.ui.terminal.grid import Grid
from armreader.ui.terminal.pens import Pens

try:
    from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
    from textual.drivers.linux_driver import LinuxDriver

    from armreader.ui.terminal.driver import TerminalDriver
except ImportError as error:
    _NOT_FOUND = str(error)
else:
    _NOT_FOUND = ""

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.screen import Screen

    _App = App[Any]
else:
    _App = object

_SYNCHRONISED_FROM = 512
"""Characters of a frame from which on the terminal is told where it begins and ends; what is
shorter arrives in one piece anyhow."""
_NEXT_LAYOUT = 0.05
"""The most seconds that a frame waits for a layout that follows at once."""
_PARTS = (("self", "strips", "region"), ("self", "chops", "spans", "chop_ends"))
_USED_OF_APP = (
    "_display",
    "_build_driver",
    "get_driver_class",
    "_begin_batch",
    "post_display_hook",
)
_USED_OF_DRIVER = (
    "run_input_thread",
    "start_application_mode",
    "stop_application_mode",
    "_get_terminal_size",
)
_STATUS_OF_HANG_UP = 128 + 1
_SYNC_BEGIN, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"

_COLOUR_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}


def misfit() -> str:
    """What of Textual's inside is not as the writer knows it; "" when it fits."""
    if _NOT_FOUND:
        return _NOT_FOUND
    made = LayoutUpdate.__init__.__code__, ChopsUpdate.__init__.__code__
    for code, parts in zip(made, _PARTS, strict=True):
        if code.co_varnames[: code.co_argcount] != parts:
            return f"{code.co_qualname} takes other parts"
    for owner, names in ((App, _USED_OF_APP), (LinuxDriver, _USED_OF_DRIVER)):
        for name in names:
            if not hasattr(owner, name):
                return f"{owner.__name__} has no {name}"
    return ""


def reason_to_stand_aside(driver: type[Driver]) -> str:
    """Why Textual writes for itself, where it would take this driver; "" while the writer can."""
    if driver.__name__ != "LinuxDriver":
        return f"the driver is {driver.__name__}"
    return misfit()


class UnknownUpdate(Exception):
    """An update of a kind or shape that this writer does not know."""


class ScreenWriter:
    """The compositor's updates in, the fewest bytes that show them out.

    ``colours``: rich's name of the terminal's colour system, None for none.
    """

    def __init__(self, colours: str | None, environ: Mapping[str, str]) -> None:
        self._pens = Pens(_COLOUR_SYSTEMS.get(colours or ""), with_links=links.are_known(environ))
        # GNU screen erases to the terminal's own background, whatever is set; nobody else does.
        self._colour_erases = not environ.get("TERM", "").startswith("screen")
        self._grid: Grid | None = None
        self._shown_before: Mapping[str, Any] | None = None

    def take(self, update: CompositorUpdate) -> None:
        """Note what the update shows; nothing is sent yet."""
        if isinstance(update, LayoutUpdate):
            self._take_layout(update)
        elif isinstance(update, ChopsUpdate):
            self._take_chops(update)
        else:
            raise UnknownUpdate(type(update).__name__)

    def frame(self, cursor: tuple[int, int] | None = None) -> str:
        """What to send so that the terminal shows all that is wanted; "" when it does already."""
        return self._grid.frame(cursor) if self._grid else ""

    def begin_with(self, snapshot: Mapping[str, Any]) -> None:
        """Assume that the terminal already shows this, if the first screen has its size."""
        self._shown_before = snapshot

    def snapshot(self) -> dict[str, Any] | None:
        """What the terminal shows, for `begin_with` in another process; None before anything."""
        return self._grid.snapshot() if self._grid else None

    def forget(self) -> None:
        """Something else wrote to the terminal: the next frame paints everything."""
        if self._grid:
            self._grid.forget()

    def _take_layout(self, update: LayoutUpdate) -> None:
        x, y, width, height = update.region
        if self._grid is None or (self._grid.width, self._grid.height) != (width, height):
            self._grid = Grid(width, height, self._pens, colour_erases=self._colour_erases)
            before, self._shown_before = self._shown_before, None
            if before and len(before["cells"]) == height:
                self._grid.adopt(before)
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


class ScreenWriterMixin(_App):
    """Put before `App` among the bases of an application, it sends only the cells that change."""

    _screen_writer: ScreenWriter | None = None
    _shown_before: Mapping[str, Any] | None = None
    _frame_due = False
    _holding = False
    screen_writer_aside = ""
    """Why Textual writes for itself, on the last line; "" while the writer writes, or before."""
    on_stepped_aside: Callable[[str], None] | None = None
    """What to do with the traceback of a failure after which Textual writes for itself."""
    on_terminal_lost: Callable[[], None] | None = None
    """What to do when the terminal is gone; None: end as by SIGHUP."""

    def begin_with(self, snapshot: Mapping[str, Any], modes: list[Any], *, hold: bool) -> None:
        """Go on from what the terminal shows already, in the alternate screen.

        ``modes``: the line discipline to restore; ``hold``: send nothing until `release_frames`.
        """
        self._shown_before = snapshot
        self._modes_before = modes
        self._holding = hold

    def release_frames(self) -> None:
        """Send from now on what has changed since the beginning."""
        self._holding = False
        self._send_frame()

    def snapshot(self) -> dict[str, Any] | None:
        """What was on the screen last, for `begin_with` of the next process."""
        return self._screen_writer.snapshot() if self._screen_writer else None

    def get_driver_class(self) -> type[Driver]:
        """Our driver instead of Textual's own for Unix terminals; else what Textual takes."""
        chosen = super().get_driver_class()
        self.screen_writer_aside = reason_to_stand_aside(chosen)
        return chosen if self.screen_writer_aside else TerminalDriver

    def _build_driver(self, *args: Any, **kwargs: Any) -> Driver:
        driver = super()._build_driver(*args, **kwargs)
        if not self.screen_writer_aside and isinstance(driver, TerminalDriver):
            driver.on_ready = self._send_frame
            driver.on_taken_up = self.paint_whole
            driver.on_lost = self._terminal_lost
            if self._shown_before is not None:
                driver.take_over(self._modes_before)
        return driver

    def _terminal_lost(self) -> None:
        if self.on_terminal_lost:
            self.on_terminal_lost()
        else:
            self.exit(return_code=_STATUS_OF_HANG_UP)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        driver = self._driver
        if (
            self.screen_writer_aside
            or not isinstance(driver, TerminalDriver)
            or not isinstance(renderable, CompositorUpdate)
            or self._batch_count
            or not self._running
            or self._closed
        ):
            super()._display(screen, renderable)
            return
        try:
            first = self._screen_writer is None
            if self._screen_writer is None:
                colours = None if self.no_color else self.console.color_system
                self._screen_writer = ScreenWriter(colours, os.environ)
                if self._shown_before is not None:
                    self._screen_writer.begin_with(self._shown_before)
            self._screen_writer.take(renderable)
            self._frame_due = True
            if not first and _asks_for_layout(screen):
                # A widget that was resized asks for another layout, which will be drawn right away;
                # but to see something is better than to see nothing.
                asyncio.get_running_loop().call_later(_NEXT_LAYOUT, self._send_frame)
            else:
                self._send_frame()
        except Exception as error:
            self._step_aside(driver, error)
        self.post_display_hook()

    def _send_frame(self) -> None:
        """Send what changed, when the terminal has kept up; the driver calls again when it has."""
        driver, writer = self._driver, self._screen_writer
        if not (self._frame_due and writer and isinstance(driver, TerminalDriver)):
            return
        if self._closed or self._holding or not driver.may_send():
            return
        self._frame_due = False
        cursor = self.cursor_position
        try:
            frame = writer.frame((cursor.x, cursor.y) if any(cursor) else None)
        except Exception as error:
            self._step_aside(driver, error)
            return
        if not frame:
            return
        if self._sync_available and len(frame) >= _SYNCHRONISED_FROM:
            frame = f"{_SYNC_BEGIN}{frame}{_SYNC_END}"
        driver.send_frame(frame)

    @property
    def line_is_behind(self) -> bool:
        """Whether frames wait because the terminal has not taken those before."""
        driver = self._driver
        return isinstance(driver, TerminalDriver) and driver.behind

    def paint_whole(self) -> None:
        """Send every cell again, whatever the terminal shows."""
        if self._screen_writer is not None:
            self._screen_writer.forget()
            self._frame_due = True
            self.call_later(self._send_frame)

    def _step_aside(self, driver: TerminalDriver, error: Exception) -> None:
        """Leave the writing to Textual from here on, with the colours reset."""
        self.screen_writer_aside = "".join(traceback.format_exception(error)).rstrip()
        self._screen_writer = None
        if self.on_stepped_aside:
            self.on_stepped_aside(self.screen_writer_aside)
        driver.write("\x1b[m")
        self.refresh()
        self.screen.refresh()


def _asks_for_layout(screen: Screen[Any]) -> bool:
    return any(getattr(one, "_layout_required", False) for one in screen.walk_children())
