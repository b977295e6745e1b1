"""The way back to what the panes showed, whatever was scrolled since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from armreader.ui.lines.row_list import RowList
from armreader.ui.lines.text_pane import TextPane


def way_back(panes: Iterable[RowList[Any] | TextPane]) -> Callable[[], None]:
    """What brings panes back to where they are now, once the state is the same again."""
    marks = [_mark(pane) for pane in panes]

    def go_back() -> None:
        for return_ in marks:
            return_()

    return go_back


def _mark(pane: RowList[Any] | TextPane) -> Callable[[], None]:
    if isinstance(pane, TextPane):
        place = pane.mark_place()
        return lambda: pane.return_to(place)
    mark = pane.mark_place()
    return lambda: pane.return_to(mark)
