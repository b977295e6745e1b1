"""A terminal model that knows which cells are links."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyte

_LINK = re.compile(rb"\x1b\]8;([^;\x07\x1b]*);([^\x07\x1b]*)(?:\x07|\x1b\\)")


class LinkedScreen(pyte.Screen):
    """Draws as pyte does, and notes the address that is open as each letter is drawn."""

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self.open = ("", "")
        """The parameters and the address of the link that is open."""
        self.links: dict[tuple[int, int], tuple[str, str]] = {}

    def draw(self, data: str) -> None:
        for letter in data:
            self.links[self.cursor.y, self.cursor.x] = self.open
            super().draw(letter)

    def linked(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Each link with the text that it covers, row by row."""
        for (y, x), link in sorted(self.links.items()):
            letter = self.buffer[y][x].data
            if link[1] and letter != " ":
                yield link, letter


def feed(screen: LinkedScreen, output: bytes, unknown: re.Pattern[bytes]) -> None:
    """Show the output; ``unknown``: what pyte does not know and is left out."""
    stream = pyte.ByteStream(screen)
    at = 0
    for match in _LINK.finditer(output):
        stream.feed(unknown.sub(b"", output[at : match.start()]))
        screen.open = (match[1].decode(), match[2].decode())
        at = match.end()
    stream.feed(unknown.sub(b"", output[at:]))
