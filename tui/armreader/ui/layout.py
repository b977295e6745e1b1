"""Where the panes stand: what fits beside what, and who has the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.ui.session.state import State

if TYPE_CHECKING:
    from textual.screen import Screen

WIDE, NARROW, HIGH, TALL = 110, 40, 10, 32
"""Columns from which the lists stand beside the text; columns and rows from which there is anything
at all; rows from which lists out of focus have four rows each."""
_LISTS, _LEAST = 76, 40
"""Columns of the lists at 120, and the fewest that lists or text are shrunk to."""
STEP = 4
"""Columns that the divider moves at once."""


def layout_classes(size: tuple[int, int], state: State, *, commands: bool) -> dict[str, bool]:
    """Each class of the stylesheet, and whether it holds.

    ``size``: columns and rows; ``commands``: whether the page of commands is shown.
    """
    columns, rows = size
    tiny = columns < NARROW or rows < HIGH
    return {
        "-tiny": tiny,
        "-below": not tiny and columns < WIDE,
        "-low": rows < TALL,
        "-reading": state.pane == "text",
        "-alone": state.alone,
        "-widened": state.widened and state.pane != "text",
        "-commands": commands,
    }


def lay_out(screen: Screen[None], state: State, *, commands: bool) -> None:
    """Set the classes of a screen; only what changed is laid out again."""
    size = screen.size or screen.app.size
    screen.update_classes(layout_classes(size, state, commands=commands), animate=False)


def lists_width(columns: int, state: State) -> int | None:
    """The columns of the lists beside the text: 76 of 120, 90 of 160; None where it is not."""
    if columns < WIDE or state.widened or state.alone:
        return None
    wanted = _LISTS + max(0, columns - 120) * 35 // 100 + state.divider
    return max(_LEAST, min(wanted, columns - _LEAST))
