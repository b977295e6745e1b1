"""A crash in one line: what failed, where its traceback is kept, and a status that is not 0."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.text import Text

from armreader.home.folders import folders
from armreader.home.private_file import CRASH, write_private
from armreader.records.visible import visible_line

if TYPE_CHECKING:
    from textual.app import App

    _App = App[Any]
else:
    _App = object


def kept_crash(error: BaseException) -> str:
    """What failed, in one line, its traceback kept in a file of the state folder."""
    lines = "".join(traceback.format_exception(error))
    what = traceback.format_exception_only(error)[-1].strip()
    file = folders().state / CRASH
    try:
        write_private(file, lines)
        kept = f"details in {file}"
    except OSError as problem:
        kept = f"details could not be kept: {problem.strerror or problem}"
    return f"stopped by an error of its own: {what}; {kept}"


class CrashLineMixin(_App):
    """Put before `App` among the bases of an application."""

    def panic(self, *renderables: RenderableType) -> None:
        """End with a status that says so."""
        self._return_code = self._return_code or 1
        super().panic(*renderables)

    def _fatal_error(self) -> None:
        """Keep the traceback in a file, instead of printing pages with what was being read."""
        error = sys.exception()
        said = kept_crash(error) if error else "stopped"
        self._exit_renderables.append(Text(f"armreader: {visible_line(said)}", overflow="fold"))
        self._close_messages_no_wait()
