"""How much room a pane has: what the keys for its size do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from armreader.ui.layout import STEP
from armreader.ui.session.room import give

if TYPE_CHECKING:
    from armreader.ui.reader import Reader

_SIZES = 2
"""Steps from a pane's first size to the whole screen."""

Action = Callable[["Reader", int], None]


def alone(reader: Reader, count: int) -> None:
    """The whole screen for the pane in focus, and back."""
    reader.apply(give(reader.state, alone=not reader.state.room.alone))


def widen(step: int) -> Action:
    """More room for the pane in focus, or less: beside the text, over it, the whole screen."""

    def action(reader: Reader, count: int) -> None:
        state = reader.state
        size = max(0, min(_SIZES, state.room.widened + state.room.alone + step))
        widened = size > 0 and state.pane != "text"
        reader.apply(give(state, widened=widened, alone=size == _SIZES))

    return action


def divide(direction: int) -> Action:
    """Move the divider between lists and text."""

    def action(reader: Reader, count: int) -> None:
        moved = reader.state.room.divider + direction * count * STEP
        reader.apply(give(reader.state, divider=moved))

    return action
