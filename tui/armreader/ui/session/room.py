"""How much room the user gave the panes, for each layout of the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from armreader.ui.session.state import State

Layout = Literal["below", "beside", "columns"]
"""The text below the list, beside it, or beside two columns of lists."""
LAYOUTS: tuple[Layout, ...] = get_args(Layout)


_FARTHEST = 500
"""The most columns that the divider can be moved."""


class Room(NamedTuple):
    """How much of the screen each pane has."""

    widened: bool = False
    """Whether the lists have the room of the text as well."""
    alone: bool = False
    """Whether the pane in focus has the whole screen."""
    divider: int = 0
    """How many columns more (or fewer) than at first the lists have."""


def kept_rooms(rooms: Mapping[Layout, Room]) -> dict[str, list[int]]:
    """Rooms as the numbers that are kept in a file."""
    return {layout: [int(number) for number in room] for layout, room in rooms.items()}


def rooms_of(kept: Mapping[str, Sequence[int]]) -> dict[Layout, Room]:
    """The rooms that were kept, as far as they make sense."""
    rooms: dict[Layout, Room] = {}
    for layout in LAYOUTS:
        numbers = kept.get(layout, ())
        if len(numbers) == len(Room._fields) and abs(numbers[2]) <= _FARTHEST:
            rooms[layout] = Room(bool(numbers[0]), bool(numbers[1]), numbers[2])
    return rooms


def give(state: State, **room: Any) -> State:
    """Change the room in the present layout; the fields are those of ``Room``."""
    return replace(state, rooms={**state.rooms, state.layout: state.room._replace(**room)})
