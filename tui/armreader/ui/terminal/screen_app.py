"""What the reader's and the library's applications have in common: looks, and the screen writer."""

from __future__ import annotations

from typing import TypeVar

from textual.app import App

from armreader.home.crash import keep_reason_aside
from armreader.home.folders import bundled
from armreader.ui.looks.themes import DEFAULTS, THEMES, starting_theme
from armreader.ui.terminal.crash import CrashLineMixin
from armreader.ui.terminal.screen_writer import ScreenWriterMixin

Returned = TypeVar("Returned")


class ScreenApp(CrashLineMixin, ScreenWriterMixin, App[Returned], inherit_bindings=False):
    """An application with the themes and styles of the program, and nothing of Textual's own."""

    CSS_PATH = [bundled("styles") / name for name in ("base.tcss", "layout.tcss")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "armreader"

    def __init__(self, theme: str) -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = starting_theme(theme)
        self.animation_level = "none"
        self.on_stepped_aside = keep_reason_aside

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS
