"""How much room a pane has: what the keys for its size do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from armreader.ui.layout import STEP

if TYPE_CHECKING:
    from armreader.ui.reader import Reader

_SIZES = 2
"""Steps from the room that a pane has at first to the whole screen."""

Action = Callable[["Reader", int], None]


def alone(reader: Reader, count: int) -> None:
    """The whole screen for the pane in focus, and back."""
    reader.apply(replace(reader.state, alone=not reader.state.alone))


def widen(step: int) -> Action:
    """More room for the pane in focus, or less: beside the text, over it, the whole screen."""

    def action(reader: Reader, count: int) -> None:
        state = reader.state
        size = max(0, min(_SIZES, state.widened + state.alone + step))
        widened = size > 0 and state.pane != "text"
        reader.apply(replace(state, widened=widened, alone=size == _SIZES))

    return action


def divide(direction: int) -> Action:
    """Move the divider between lists and text."""

    def action(reader: Reader, count: int) -> None:
        moved = reader.state.divider + direction * count * STEP
        reader.apply(replace(reader.state, divider=moved))

    return action
