"""When to select what a list's cursor has reached, which draws all panes again."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.timer import Timer

from armreader.story.selection import Selection
from armreader.ui.session.state import Pane

PAUSE = 0.1
"""Seconds without a key after which a cursor counts as resting, on a slow line."""


class Pointing:
    """Selects at once; while keys follow fast, as often as there is time for. If the line to the
    terminal is behind, selects only when the keys end: nobody would see the rest.
    """

    def __init__(
        self,
        select: Callable[[Pane, Selection], None],
        is_behind: Callable[[], bool],
        set_timer: Callable[[float, Callable[[], None]], Timer],
    ) -> None:
        self._select = select
        self._is_behind = is_behind
        self._set_timer = set_timer
        self._pointed: tuple[Pane, Selection] | None = None
        self._pointed_at = 0.0
        self._selected_at = 0.0
        self._rest = 0.0
        self._timer: Timer | None = None

    def point(self, pane: Pane, selection: Selection, *, at_once: bool) -> None:
        """A cursor has reached something."""
        now = monotonic()
        if self._is_behind():
            pause, rested = PAUSE, now - self._pointed_at
            wait = PAUSE
        else:
            pause, rested = self._rest, now - self._selected_at
            wait = pause - rested
        self._pointed, self._pointed_at = (pane, selection), now
        if self._timer:
            self._timer.stop()
        if rested > pause or at_once:
            self.settle()
        else:
            self._timer = self._set_timer(wait, self.settle)

    def settle(self) -> None:
        """Select what the cursor reached last, if that is still to be done."""
        if self._pointed:
            began = monotonic()
            pointed, self._pointed = self._pointed, None
            self._select(*pointed)
            self._selected_at = monotonic()
            # Drawing takes as long again; half of the time is left to the keys.
            self._rest = min(PAUSE, 2 * (self._selected_at - began))
