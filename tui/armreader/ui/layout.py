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


def layout_classes(
    size: tuple[int, int], state: State, *, commands: bool, searching: bool = False
) -> dict[str, bool]:
    """Each class of the stylesheet, and whether it holds.

    ``size``: columns and rows; ``commands``: whether the page of commands is shown;
    ``searching``: whether the hits of a query are, in the room of the lists.
    """
    columns, rows = size
    tiny = columns < NARROW or rows < HIGH
    return {
        "-tiny": tiny,
        "-below": not tiny and columns < WIDE,
        "-low": rows < TALL,
        "-reading": state.pane == "text" and not searching,
        "-alone": state.alone and not searching,
        "-widened": state.widened and state.pane != "text" and not searching,
        "-searching": searching,
        "-commands": commands,
    }


def lay_out(screen: Screen[None], state: State, *, commands: bool, searching: bool = False) -> None:
    """Set the classes of a screen; only what changed is laid out again."""
    size = screen.size or screen.app.size
    classes = layout_classes(size, state, commands=commands, searching=searching)
    screen.update_classes(classes, animate=False)


def lists_width(columns: int, state: State, *, searching: bool = False) -> int | None:
    """The columns of the lists beside the text: 76 of 120, 90 of 160; None where it is not."""
    if columns < WIDE or ((state.widened or state.alone) and not searching):
        return None
    wanted = _LISTS + max(0, columns - 120) * 35 // 100 + state.divider
    return max(_LEAST, min(wanted, columns - _LEAST))


def give_room(screen: Screen[None], state: State, *, searching: bool) -> None:
    """Give the list in focus the room, and the lists their width where the text is beside."""
    lists = screen.query_one("#lists")
    for rows in lists.children:
        rows.set_class(rows.id == state.beside, "-focus")
    columns = (screen.size or screen.app.size).width
    width = lists_width(columns, state, searching=searching)
    before = lists.styles.inline.width if lists.styles.inline.has_rule("width") else None
    if width != (before.cells if before else None):
        lists.styles.width = width
