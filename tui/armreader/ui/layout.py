"""Where the panes are: what fits beside what, and which pane has the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from armreader.ui.lines.text_pane import MAX_WIDTH
from armreader.ui.session.room import Layout
from armreader.ui.session.state import State

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

WIDE, WIDEST, NARROW, HIGH = 110, 160, 40, 10
"""Columns from which the lists are beside the text, and from which they have two columns; the least
columns and rows for showing anything."""
TALL, LOW = 32, 22
"""Rows from which lists out of focus have four rows each, and below which the text has four."""
_LISTS, _LEAST = 76, 40
"""Columns of the lists at 120, and the fewest that lists or text are shrunk to."""
_TEXT = 56
"""Columns of the text at 160, where the lists have two columns."""
_FIRST = 0.6
"""The share of two columns that the list in focus has."""
_ALL_ARTICLES = 6
"""Up to this many articles are all listed while their list is out of focus."""
_ARTICLE_LINES = 3
"""Lines of an article in focus: its title in two, and one about it."""
_FEW_QUOTES, _FEW_EVENTS, _FEW_ARTICLES = 4, 3, 3
"""Lines of lists out of focus, with their head: few quotes go with an event, and fewer main events
and articles with a quote."""
STEP = 4
"""Columns that the divider moves at a time."""


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
        "-columns": columns >= WIDEST and not tiny,
        "-low": rows < TALL,
        "-lowest": rows < LOW,
        "-reading": state.pane == "text" and not searching,
        "-alone": state.room.alone and not searching,
        "-widened": state.room.widened and state.pane != "text" and not searching,
        "-searching": searching,
        "-commands": commands,
    }


def lay_out(screen: Screen[None], state: State, *, commands: bool, searching: bool = False) -> None:
    """Set the classes of a screen; only what changed is laid out again."""
    size = screen.size or screen.app.size
    classes = layout_classes(size, state, commands=commands, searching=searching)
    screen.update_classes(classes, animate=False)


def layout_of(columns: int) -> Layout:
    """How the panes are laid out on a terminal of a width."""
    return "below" if columns < WIDE else "beside" if columns < WIDEST else "columns"


def lists_width(columns: int, state: State, *, searching: bool = False) -> int | None:
    """The columns of the lists beside the text: 76 of 120, 104 of 160; None where it is not."""
    if columns < WIDE or (state.full and not searching):
        return None
    if columns < WIDEST:
        wanted = _LISTS + max(0, columns - 120) * 35 // 100
    else:
        wanted = columns - min(_TEXT + (columns - WIDEST) // 2, MAX_WIDTH + 4)
    return max(_LEAST, min(wanted + state.room.divider, columns - _LEAST))


def focus_width(columns: int, lists: int | None) -> int | None:
    """The columns of the list in focus, where the others stand beside it; else None."""
    if columns < WIDEST:
        return None
    return int((lists or columns) * _FIRST)


def list_heights(state: State, rows: int) -> Mapping[str, int | str]:
    """The lines of the lists where they stand above one another, by pane; where one is left out the
    stylesheet says.

    Of few articles all are listed, so that only their marks change; in focus they leave the room
    that they do not need to the others. ``rows``: those of the screen.
    """
    count = len(state.dossier.articles)
    few = 0 < count <= _ALL_ARTICLES and not state.loading  # while they come, nothing moves
    if rows < TALL or state.layout != "beside":
        return {}
    match state.beside:
        case "articles" if few and state.order == "day":
            return {"articles": 1 + count * _ARTICLE_LINES, "timeline": "1fr", "quotes": "1fr"}
        case "timeline":
            return {"quotes": _FEW_QUOTES} | ({"articles": 1 + count} if few else {})
        case "quotes":
            return {"timeline": _FEW_EVENTS, "articles": 1 + count if few else _FEW_ARTICLES}
    return {}


def give_room(screen: Screen[None], state: State, *, searching: bool) -> None:
    """Give the list in focus the room, and the lists their width where the text is beside."""
    lists = screen.query_one("#lists")
    columns, lines = screen.size or screen.app.size
    width = lists_width(columns, state, searching=searching)
    alone = searching or state.room.alone
    first = None if alone else focus_width(columns, width)
    heights = {} if alone else list_heights(state, lines)
    for rows in lists.children:
        focus = rows.id == state.beside
        rows.set_class(focus, "-focus")
        _set(rows, "width", first if focus else None)
        _set(rows, "height", heights.get(rows.id or ""))
    _set(lists, "width", width)


def _set(widget: Widget, rule: Literal["width", "height"], size: int | str | None) -> None:
    """Set the columns or the lines of a widget, or leave them to the stylesheet; only where it
    changes."""
    inline = widget.styles.inline
    before = str(getattr(inline, rule)) if inline.has_rule(rule) else None
    if before != (None if size is None else str(size)):
        setattr(widget.styles, rule, size)
