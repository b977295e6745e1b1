"""Commenting on a bookmark: in a line at the foot, or in the user's own editor."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from armreader.home.drafts import drop_draft, new_draft, only_draft
from armreader.notes.block_text import said_of
from armreader.records.visible import visible_line
from armreader.ui.lines.line_view import Part
from armreader.ui.prompts.line import LONGEST
from armreader.ui.prompts.typing import Typing
from armreader.ui.session.notices import Fault, look_of
from armreader.ui.terminal.screen_writer import ScreenWriterMixin

if TYPE_CHECKING:
    from armreader.notes.bookmark import Bookmark
    from armreader.ui.session.desk import Desk

Say = Callable[["Bookmark", str], bool]
"""Saves the comment on a bookmark, and returns whether it did; reports what was wrong."""

_TAGS_AT_END = re.compile(r"(?<=\s)(?=#[\w/-]+(?:\s+#[\w/-]+)*\s*\Z)")
_DEFAULT_EDITOR = "vi"
_WIDE = 78
"""From this many columns on, there is room for more hints than how to save."""


def in_one_line(bookmark: Bookmark) -> str | None:
    """The comment with its tags as one line to be edited; None where it has more than one, or
    what cannot be shown."""
    line = said_of(bookmark, " ")
    return line if visible_line(line) == line and len(line) < LONGEST else None


class CommentTyping(Typing):
    """A comment and #tags; Enter saves them with the bookmark, which is made if needed."""

    sign = "comment: "

    def __init__(self, desk: Desk, bookmark: Bookmark, line: str, say: Say) -> None:
        super().__init__(desk, line)
        self._bookmark = bookmark
        self._say = say

    def enter(self) -> None:
        """Save; what could not be saved stays in the line."""
        typed = self.prompt.text.strip()
        tags = _TAGS_AT_END.search(typed)
        text = f"{typed[: tags.start()].rstrip()}\n\n{typed[tags.start() :]}" if tags else typed
        if self._say(self._bookmark, text):
            self.desk.end_typing()

    def hint(self) -> list[Part]:
        notice = self.desk.state.notice
        if notice:
            return [(f"{notice} ", look_of(notice))]
        if self.desk.screen.size.width < _WIDE:
            return [("Enter", ("key",)), (" saves ", ())]
        return [("#tag  ", ("dim",)), ("Enter", ("key",)), (" saves  ", ()), ("Esc", ("key",)),
                (" cancels ", ())]  # fmt: skip


def in_editor(desk: Desk, bookmark: Bookmark, say: Say) -> None:
    """Edit the comment and the tags in ``$VISUAL`` or ``$EDITOR``, which gets the terminal
    meanwhile.

    The editor is given a private file with the user's own words alone: nothing of the article,
    which could hold modelines. What cannot be saved stays in that file.
    """
    given = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _DEFAULT_EDITOR
    try:
        command = shlex.split(given) or [_DEFAULT_EDITOR]
    except ValueError as error:
        desk.tell(Fault(f"$EDITOR cannot be understood ({error}): {given}"))
        return
    before = said_of(bookmark, "\n\n")
    try:
        file = new_draft(f"{before}\n" if before else "")
    except OSError as error:
        desk.tell(Fault(f"Cannot make a file for the editor: {error.strerror or error}"))
        return
    problem = _run(desk, [*command, str(file)])
    try:
        text = file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        gone = f"Not saved, the editor's file is gone: {error.strerror or error}"
        desk.tell(Fault(problem or gone))
        return
    if text == before.strip() and (not problem or only_draft(file)):
        desk.tell(Fault(problem) if problem else "No change")
    elif problem:
        desk.tell(Fault(f"{problem}; what you wrote is in {file.parent}"))
        return
    elif not say(bookmark, text):
        desk.tell(Fault(f"{desk.state.notice}; what you wrote is in {file.parent}"))
        return
    drop_draft(file)


def _run(desk: Desk, command: list[str]) -> str:
    """Run a program in the terminal, then paint the whole screen; returns what went wrong."""
    app = desk.screen.app
    try:
        with app.suspend():
            problem = _outcome(command)
    except SuspendNotSupported:
        return "Cannot open an editor in this terminal"
    if isinstance(app, ScreenWriterMixin):
        app.paint_whole()
    return problem


def _outcome(command: list[str]) -> str:
    """Run a program to its end; it alone is ended by Ctrl-c and Ctrl-\\. What went wrong."""
    keys = (signal.SIGINT, signal.SIGQUIT)
    before = [signal.signal(number, lambda *_: None) for number in keys]
    try:
        status = subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        return f"{command[0]} cannot be run: {getattr(error, 'strerror', None) or error}"
    finally:
        for number, handler in zip(keys, before, strict=True):
            signal.signal(number, handler)
    if status < 0:
        return f"{command[0]} was stopped by signal {-status}"
    return f"{command[0]} ended with {status}" if status else ""
