"""Keys to commands, with the digits that go to a pane or count the command after them."""

from __future__ import annotations

from collections.abc import Callable

from armreader.ui.keys.commands import Command
from armreader.ui.keys.keymap import Keymap

COUNT_WITHIN = 0.18
"""Seconds between a digit and the key that it counts: fast typing, on the slow side."""
_MOST_DIGITS = 4


def key_of(key: str, character: str | None) -> str:
    """A key as the command table names it: a letter or mark by itself, another by its name."""
    return character if character and character.isprintable() and key != "space" else key


class Keying:
    """Runs the command of a key.

    A digit goes to its pane at once. If a command that takes a count follows as fast as people type
    one, or another digit, it was one: what it did is undone, and the command gets the count.

    ``run`` does a command a number of times, or reports a key that has none; ``undoing`` gives a
    function that restores the present state.
    """

    def __init__(
        self,
        keymap: Keymap,
        run: Callable[[Command | None, int], None],
        undoing: Callable[[], Callable[[], None]],
    ) -> None:
        self._keymap = keymap
        self._run = run
        self._undoing = undoing
        self._undo: Callable[[], None] = lambda: None
        self._digits = ""
        self._digit_at = 0.0

    def press(self, key: str, at: float) -> None:
        """Take a key, pressed at a time in seconds."""
        if at - self._digit_at >= COUNT_WITHIN:
            self._digits = ""
        command = self._keymap.command_of.get(key)
        if key.isdecimal() and key.isascii() and (self._digits or key != "0"):
            self._digit_at = at
            if self._digits:
                self._undo()
            else:
                self._undo = self._undoing()
                self._run(command, 1)
            self._digits = (self._digits + key)[-_MOST_DIGITS:]
            return
        count = 1
        if self._digits and command and command.counted:
            self._undo()
            count = int(self._digits)
        self._digits = ""
        self._run(command, count)

    def forget_digits(self) -> None:
        """Forget the digits, so that they do not count what comes next."""
        self._digits = ""
