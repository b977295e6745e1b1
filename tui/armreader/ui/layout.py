"""The classes by which the stylesheet places the panes: what fits beside what, what is asked."""

from __future__ import annotations

from armreader.ui.session.state import PANES, Pane, State

WIDE, MIDDLE, NARROW, HIGH = 110, 78, 40, 10
"""Columns from which all panes stand beside each other, the text and one list, one pane at a time;
rows from which there is anything at all."""


def layout_classes(
    size: tuple[int, int], state: State, beside: Pane, *, commands: bool
) -> dict[str, bool]:
    """Each class, and whether it holds.

    ``size``: columns and rows; ``beside``: the list that stands beside the text where only one
    does; ``commands``: whether the page of commands is shown.
    """
    columns, rows = size
    tiny = columns < NARROW or rows < HIGH
    wide = columns >= WIDE
    return {
        "-tiny": tiny,
        "-narrow": not tiny and columns < MIDDLE,
        "-middle": not tiny and MIDDLE <= columns < WIDE,
        "-alone": state.alone,
        "-commands": commands,
        # Only where panes take turns, because a change of class costs a new layout.
        **{f"-pane-{pane}": not wide and pane == state.pane for pane in PANES},
        **{f"-list-{pane}": not wide and pane == beside for pane in PANES if pane != "text"},
    }
