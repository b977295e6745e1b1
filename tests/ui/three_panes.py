"""A program with three Line-API panes under the screen writer, for the terminal tests.

    python three_panes.py [FILE]    FILE is where "saved" is written at the end by a signal

Keys: arrows and pages, tab, w blocks the loop, x crashes, e runs another program, l paints again,
q quits.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from armreader.ui.terminal import signals
from armreader.ui.terminal.crash import CrashLineMixin
from armreader.ui.terminal.screen_writer import ScreenWriterMixin

SENTENCE = "harbour boats left early and the port office said that a storm would come by noon"
WORDS = SENTENCE.split()
ROWS = 500


class Rows(ScrollView, can_focus=True):
    BINDINGS: ClassVar = [
        ("down,j", "step(1)"),
        ("up", "step(-1)"),
        ("pagedown,space", "page(1)"),
        ("pageup", "page(-1)"),
    ]

    def __init__(self, key: str, *, cursor: bool) -> None:
        super().__init__(id=key)
        self.cursor = 0 if cursor else -1
        self.virtual_size = Size(200, ROWS)

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        style = self.rich_style
        if number == self.cursor:
            style += Style(reverse=True)
        words = " ".join(WORDS[(number * 7 + i * (number % 5 + 1)) % len(WORDS)] for i in range(16))
        head = f"{number:4} "
        strip = Strip([Segment(head, style + Style(bold=True)), Segment(words, style)])
        return strip.crop_extend(0, self.size.width, style)

    def action_step(self, by: int) -> None:
        old, self.cursor = self.cursor, max(0, min(ROWS - 1, self.cursor + by))
        for number in (old, self.cursor):
            self.refresh(Region(0, number - self.scroll_offset.y, self.size.width, 1))
        if self.cursor >= self.scroll_offset.y + self.size.height:
            self._go(self.cursor - self.size.height + 1)

    def action_page(self, by: int) -> None:
        self._go(self.scroll_offset.y + by * (self.size.height - 1))

    def _go(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, immediate=True, force=True)


class ThreePanes(CrashLineMixin, ScreenWriterMixin, App[None]):
    CSS = """
    Rows { scrollbar-size: 0 0; border: solid $primary; }
    #left { width: 24; }
    #right { width: 34; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        ("q", "quit"),
        ("w", "block"),
        ("x", "crash"),
        ("e", "edit"),
        ("l", "paint_whole"),
    ]

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Rows("left", cursor=True)
            yield Rows("middle", cursor=False)
            yield Rows("right", cursor=True)

    def on_mount(self) -> None:
        self.animation_level = "none"
        signals.install(self, save)

    def action_block(self) -> None:
        time.sleep(60)

    def action_crash(self) -> None:
        raise RuntimeError("as it was told")

    def action_edit(self) -> None:
        with self.suspend():
            subprocess.run(["printf", "%s", "another program wrote this" * 9], check=True)

    def action_paint_whole(self) -> None:
        self.paint_whole()


def save() -> None:
    if sys.argv[1:]:
        with Path(sys.argv[1]).open("a") as file:
            file.write("saved\n")


if __name__ == "__main__":
    app = ThreePanes()
    app.run(mouse=False)
    sys.exit(app.return_code or 0)
