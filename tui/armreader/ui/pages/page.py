"""What every view over the panes can do: open for a state, take commands, lead into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from armreader.ui.lines.row_list import RowList
from armreader.ui.session.state import State

if TYPE_CHECKING:
    from armreader.ui.lines.line_view import LineView

    _Base = LineView
else:
    _Base = object

Hints = tuple[tuple[str, str], ...]
"""The id of a command, and a word for what it does here."""

_STEPS = {"down": 1, "up": -1, "text-down": 1, "text-up": -1}
_PAGES = {"page-down": 1, "page-up": -1, "text-page-down": 1, "text-page-up": -1}


class Page(_Base):
    """A view over the panes; a mixin for a widget that draws lines."""

    NAME: ClassVar[str]
    """The id of the command that opens it, and of the widget."""
    HINTS: ClassVar[Hints] = ()
    """The keys to name at the foot while it is shown."""
    OWN: ClassVar[frozenset[str]] = frozenset()
    """Commands that would open another view, but here say more about the row."""

    def open(self, state: State) -> str:
        """Show a state; if there is nothing to show, returns a message instead."""
        raise NotImplementedError

    def do(self, command: str, count: int) -> bool:
        """Do a command, by its id; false where it means nothing here."""
        raise NotImplementedError

    def leave(self) -> bool:
        """Leave the innermost thing inside the view; false where there is none."""
        return False

    def enter(self, state: State) -> State | None:
        """The state to continue reading in, from the cursor; None where it leads nowhere."""
        raise NotImplementedError

    def foot_words(self, width: int) -> str:
        """What to say at the foot, in so many cells, about what the cursor is on."""
        return ""


def move_cursor(rows: RowList[Any], command: str, count: int) -> bool:
    """Do a motion in a list of rows; false if the command is not one."""
    if command in _STEPS:
        rows.move(_STEPS[command] * count)
    elif command in _PAGES:
        rows.page(_PAGES[command] * count)
    elif command in ("top", "bottom"):
        if count > 1:
            rows.jump_to(count)
        else:
            rows.jump(0 if command == "top" else len(rows.rows))
    elif command == "percent":
        rows.jump_to(-(-min(count, 100) * rows.count // 100))
    else:
        return False
    return True
