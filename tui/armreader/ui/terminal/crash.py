"""A crash in one line: what failed, where its traceback is kept, and a status that is not 0."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.text import Text

from armreader.home.crash import kept_crash
from armreader.records.visible import visible_line

if TYPE_CHECKING:
    from textual.app import App

    _App = App[Any]
else:
    _App = object


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
