"""What prompts and pages may ask of the screen, and the screen of the program. Prompts and pages
know only these two protocols, so that none of them imports the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from armreader.ui.session.state import Found, Pane, State

if TYPE_CHECKING:
    from textual.screen import Screen

    from armreader.records import Correction
    from armreader.story.selection import Selection
    from armreader.ui.keys.commands import Command
    from armreader.ui.keys.keymap import Keymap
    from armreader.ui.lines.record_list import RecordList
    from armreader.ui.lines.row_list import RowList
    from armreader.ui.noting import Noting
    from armreader.ui.pages.help import CommandPage
    from armreader.ui.pages.stack import Pages
    from armreader.ui.panes.hits import HitsPane
    from armreader.ui.panes.text import ArticleText
    from armreader.ui.prompts.typing import Typing


class Program(Protocol):
    """The program around the screen: it reads, searches, corrects and saves the place."""

    def changed(self) -> None:
        """The state has changed."""

    def stop_reading(self) -> None:
        """Open what has been read so far, and read no more."""

    def reload(self) -> None:
        """Read the files again."""

    def correct(self, correction: Correction | None) -> None:
        """Save a correction and link again; None removes the last one."""

    def find(self, query: str) -> Found:
        """What a query finds."""


class Desk(Protocol):
    """The reading screen, as prompts and pages may use it."""

    program: Program
    state: State
    keymap: Keymap
    text: ArticleText
    hits: HitsPane
    pages: Pages
    noting: Noting
    queries: list[str]
    """What has been searched, the last at the end."""

    @property
    def screen(self) -> Screen[object]:
        """The screen that widgets are mounted on."""

    @property
    def panes(self) -> Mapping[Pane, RecordList | ArticleText]:
        """The panes by their names, in the order of the screen."""

    @property
    def list_in_focus(self) -> RowList[Selection] | None:
        """The list that keys move in; None where they move the text."""

    @property
    def pointed_state(self) -> State:
        """The state, with what the cursor is on where nothing is selected."""

    @property
    def commands(self) -> CommandPage:
        """The page of commands."""

    def apply(self, state: State) -> None:
        """Take a state and draw it."""

    def tell(self, notice: str) -> None:
        """Show a message at the foot until the next key."""

    def choose(self, selection: Selection) -> None:
        """Select something for good."""

    def go_to(self, pane: Pane) -> None:
        """Move the keys to a pane."""

    def show_current(self) -> None:
        """Bring the current mention back into sight."""

    def way_back(self) -> Callable[[], None]:
        """A function that restores every pane's place."""

    def begin_typing(self, typing: Typing) -> None:
        """Let a prompt have the keys until it ends."""

    def typed(self) -> None:
        """Draw the foot after a change of what is typed."""

    def end_typing(self) -> None:
        """Give the keys back."""

    def command_id(self, key: str, character: str | None) -> str:
        """The id of the command of a key; empty where it has none."""

    def run_command(self, command: Command | None, count: int = 1) -> None:
        """Do a command, or say why it does not apply."""
