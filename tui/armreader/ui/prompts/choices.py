"""The short list above the foot that a prompt offers: a menu, or what to join with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from armreader.ui.lines.line_view import Part
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut
from armreader.ui.prompts.typing import Typing

if TYPE_CHECKING:
    from textual.screen import Screen

    from armreader.ui.session.desk import Desk


class Choice(NamedTuple):
    """A row to choose: what comes first, and a note on it."""

    sign: str
    words: str


class ChoiceList(RowList[int]):
    """Rows under a title and a few lines of preview, in the height it is given."""

    def __init__(self) -> None:
        super().__init__("Choices", 0)
        self.active = True
        self._choices: Sequence[Choice] = ()
        self._preview: Sequence[str] = ()

    def show(self, title: str, choices: Sequence[Choice], shown: Sequence[int]) -> None:
        """Show some of the choices, by their numbers."""
        self.label, self._choices = title, choices
        self.set_rows([Row(number) for number in shown])
        self.redraw()

    def preview(self, lines: Sequence[str]) -> None:
        """Show lines between the title and the choices."""
        self._preview = lines
        self.HEAD_HEIGHT = 1 + len(lines)
        self.redraw()

    def draw_head(self, width: int) -> list[list[Part]]:
        lines: list[list[Part]] = [[("  " + cut(line, width - 2), ())] for line in self._preview]
        return [self.head_line(width), *lines]

    def draw_row(self, row: Row[int], width: int) -> list[list[Part]]:
        choice = self._choices[row.key or 0]
        sign = f"{choice.sign}  " if choice.sign else ""
        return [[(sign, ("key",)), (cut(choice.words, width - len(sign)), ())]]


class Choosing(Typing):
    """A prompt with a list above it; ``chosen`` is called with the number of what was chosen."""

    def __init__(self, desk: Desk, title: str, choices: Sequence[Choice], height: int) -> None:
        super().__init__(desk)
        self._title, self._choices, self._height = title, choices, height
        self.list = _list_of(desk.screen)

    def begin(self) -> None:
        self.list.styles.height = min(self._height, max(4, self.desk.screen.size.height - 6))
        self.list.styles.display = "block"
        self.list.preview(())
        self.list.show(self._title, self._choices, range(len(self._choices)))
        self.list.go_to_first()
        self.list.redraw()

    def close(self) -> None:
        """Give the keys back."""
        self.list.styles.display = "none"
        self.desk.end_typing()

    def escape(self) -> None:
        self.close()

    def enter(self) -> None:
        number = self.list.key
        self.close()
        if number is not None:
            self.chosen(number)

    def chosen(self, number: int) -> None:
        """Do what was chosen."""
        raise NotImplementedError

    def other_key(self, key: str) -> None:
        step = {"up": -1, "ctrl+p": -1, "down": 1, "ctrl+n": 1}.get(key, 0)
        if step:
            self.list.move(step)
            self.moved()
        elif key in ("pagedown", "pageup"):
            self.list.page(1 if key == "pagedown" else -1)
            self.moved()

    def moved(self) -> None:
        """Called when the cursor is on another row."""


def _list_of(screen: Screen[object]) -> ChoiceList:
    """The list, made when it is first asked for."""
    for found in screen.query(ChoiceList):
        return found
    made = ChoiceList()
    screen.mount(made, before="#too-small")
    return made
