"""Jumping: every record on the screen gets a label, and typing one selects it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from armreader.story.selection import Selection
from armreader.ui.prompts.typing import Bars, Typing
from armreader.ui.session.state import Pane

if TYPE_CHECKING:
    from armreader.ui.session.desk import Desk

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers come first."""


def labels_for(count: int) -> list[str]:
    """As many labels, all of one letter where there are enough, else all of two."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    pairs = ("".join(pair) for pair in product(LETTERS, repeat=2))
    return [label for label, _ in zip(pairs, range(count), strict=False)]


class JumpTyping(Typing):
    """A label is typed; any other key gives the keys back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._goals: dict[str, tuple[Pane, Selection]] = {}
        self._typed = ""

    def begin(self) -> None:
        goals = list(_goals(self.desk))
        labels = labels_for(len(goals))
        self._goals = dict(zip(labels, goals, strict=True))
        for name, pane in self.desk.panes.items():
            goals_here = (
                (label, goal[1]) for label, goal in self._goals.items() if goal[0] == name
            )
            pane.show_labels({selection: label for label, selection in goals_here})

    def key(self, key: str, character: str | None) -> None:
        self._typed += character or "\0"
        goal = self._goals.get(self._typed)
        if goal or not any(label.startswith(self._typed) for label in self._goals):
            for pane in self.desk.panes.values():
                pane.show_labels({})
            self.desk.end_typing()
        if goal:
            self.desk.go_to(goal[0])
            self.desk.choose(goal[1])

    def paste(self, text: str) -> None:
        """Nothing is pasted here."""

    def bar(self, width: int) -> Bars:
        return [(" Type a label to select what is next to it", ())], [
            ("Esc", ("key",)), (" goes back ", ())
        ]  # fmt: skip


def _goals(desk: Desk) -> Iterator[tuple[Pane, Selection]]:
    """What can be selected on the screen, pane by pane."""
    for name, pane in desk.panes.items():
        if pane.is_on_screen:
            yield from ((name, selection) for selection in pane.visible_keys())
