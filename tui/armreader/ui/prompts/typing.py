"""What is typed at the foot of the screen, and the typing of a command's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.ui.keys.commands import BY_ID
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut
from armreader.ui.prompts.line import Prompt, edit, insert, window

if TYPE_CHECKING:
    from armreader.ui.session.desk import Desk

Bars = tuple[list[Part], list[Part]]
_LEAST = 20
"""The fewest columns for what is typed, while there are keys beside it that can be left out."""


class Typing:
    """A prompt that receives the keys; Enter keeps what it did, Esc undoes it."""

    sign = ":"

    def __init__(self, desk: Desk, text: str = "", *, selected: bool = False) -> None:
        """``selected``: what is typed replaces the text."""
        self.desk = desk
        self.prompt = Prompt.of(text, selected=selected)

    def begin(self) -> None:
        """Called once, before it is drawn first."""

    def changed(self) -> None:
        """Called when what is typed is another text."""

    def enter(self) -> None:
        """Confirm, and give the keys back."""
        self.desk.end_typing()

    def escape(self) -> None:
        """Undo, and give the keys back."""
        self.desk.end_typing()

    def other_key(self, key: str) -> None:
        """Called with a key that edits nothing."""

    def hint(self) -> list[Part]:
        """What is at the right of what is typed."""
        return []

    def key(self, key: str, character: str | None) -> None:
        if key == "enter":
            self.enter()
        elif key in ("escape", "ctrl+c") or (key == "backspace" and not self.prompt.text):
            self.escape()
        else:
            self._take(edit(self.prompt, key, character), key)

    def paste(self, text: str) -> None:
        self._take(insert(self.prompt, text), "")

    def bar(self, width: int) -> Bars:
        """The foot while this is typed."""
        right, room = self.hint(), 0
        while (room := width - sum(len(text) for text, _ in right) - len(self.sign) - 3) < _LEAST:
            keys = [n for n, (_, roles) in enumerate(right) if n and "key" in roles]
            if not keys:
                break
            right = right[keys[0] :]  # what is typed comes first, then the last keys
        if room < _LEAST and right:
            words, rest = "".join(text for text, _ in right), width - len(self.sign) - 3 - _LEAST
            right, room = [(cut(words, max(0, rest)), right[0][1])], _LEAST
        before, under, after = window(self.prompt, max(4, room))
        left: list[Part] = [
            (f" {self.sign}", ("key",)),
            (before, ("prompt", "prompt-selected") if self.prompt.selected else ("prompt",)),
            (under, ("prompt", "prompt-cursor")),
            (after, ("prompt",)),
        ]
        return left, right

    def _take(self, prompt: Prompt | None, key: str) -> None:
        if prompt is None:
            self.other_key(key)
            return
        changed = prompt.text != self.prompt.text
        self.prompt = prompt
        if changed:
            self.changed()
        self.desk.typed()


class CommandTyping(Typing):
    """Words to find a command by; the page above shows those that match."""

    def __init__(self, desk: Desk, *, all_commands: bool) -> None:
        super().__init__(desk)
        self._all = all_commands
        self.sign = "?" if all_commands else ":"

    def begin(self) -> None:
        self.changed()

    def changed(self) -> None:
        context = self.desk.state.context
        self.desk.commands.show(context, self.prompt.text, all_commands=self._all)

    def enter(self) -> None:
        key = self.desk.commands.key
        self.desk.end_typing()
        if key:
            self.desk.run_command(BY_ID[key])

    def other_key(self, key: str) -> None:
        page = self.desk.commands
        match key:
            case "down" | "ctrl+n" | "tab":
                page.move(1)
            case "up" | "ctrl+p" | "shift+tab":
                page.move(-1)
            case "pagedown":
                page.page(1)
            case "pageup":
                page.page(-1)

    def hint(self) -> list[Part]:
        return [("type to filter  ", ("dim",)), ("Enter", ("key",)), (" runs it  ", ()),
                ("Esc", ("key",)), (" goes back ", ())]  # fmt: skip
