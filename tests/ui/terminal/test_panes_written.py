"""Panes that scroll, change and are resized in any order: the writer shows what Textual would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from itertools import accumulate, pairwise

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from armreader.ui.terminal.screen_writer import ScreenWriter
from pseudo_terminal import looks

WORDS = ["", "a", "quay", "a grain ship", "the port office, at noon", "世界", "é", "● 3/5"]
STYLES = (
    Style(),
    Style(color="#ffffff", bgcolor="#102030"),
    Style(bold=True),
    Style(bgcolor="#0c0c0c", dim=True),
    Style(underline=True, link="https://example.org/a"),
)
LINES = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(STYLES)), min_size=3, max_size=14
)


@dataclass
class Desk:
    """Panes side by side, each with its lines, scrolled to one of them; ``size`` of the screen."""

    size: tuple[int, int]
    panes: list[list[tuple[str, Style]]]
    tops: list[int]

    def rows(self) -> list[Iterable[Strip]]:
        edges = self.edges()
        return [
            [
                self._strip(pane, top + y, end - start)
                for pane, top, (start, end) in zip(
                    self.panes, self.tops, pairwise((0, *edges)), strict=True
                )
            ]
            for y in range(self.size[1])
        ]

    def edges(self) -> list[int]:
        """Where the panes end."""
        width, count = self.size[0], len(self.panes)
        return list(
            accumulate([width // count] * (count - 1) + [width - width // count * (count - 1)])
        )

    def _strip(self, pane: list[tuple[str, Style]], at: int, width: int) -> Strip:
        text, style = pane[at % len(pane)]
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def whole(self) -> CompositorUpdate:
        return LayoutUpdate(self.rows(), Region(0, 0, *self.size))

    def part(self, pane: int) -> CompositorUpdate:
        edges = self.edges()
        starts = (0, *edges)
        chops = [
            {
                x: strip if number == pane else None
                for number, (x, strip) in enumerate(zip(starts, row, strict=False))
            }
            for row in self.rows()
        ]
        spans = [(y, starts[pane], edges[pane]) for y in range(self.size[1])]
        return ChopsUpdate(chops, spans, [edges] * self.size[1])


class Compared:
    """A terminal that the writer writes to, and one that Textual does."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.ours, self.textuals = pyte.Screen(*size), pyte.Screen(*size)
        self.streams = pyte.Stream(self.ours), pyte.Stream(self.textuals)
        for stream in self.streams:
            stream.feed("\x1b[?7l")
        self.writer = ScreenWriter("256", {"TERM": "xterm-256color"})

    def take(self, update: CompositorUpdate) -> None:
        self.writer.take(update)
        file = Console(file=StringIO(), color_system="256", force_terminal=True)
        self.streams[1].feed(update.render_segments(file))

    def send(self) -> None:
        self.streams[0].feed(self.writer.frame())
        assert looks(self.ours) == looks(self.textuals)

    def resize(self, size: tuple[int, int]) -> None:
        for screen in (self.ours, self.textuals):
            screen.resize(size[1], size[0])


SIZES = st.tuples(st.integers(6, 70), st.integers(1, 14))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_sequence_of_updates_shows_what_textual_would(data: st.DataObject) -> None:
    desk = Desk(data.draw(SIZES), data.draw(st.lists(LINES, min_size=3, max_size=3)), [0, 0, 0])
    compared = Compared(desk.size)
    compared.take(desk.whole())
    compared.send()
    for act in data.draw(
        st.lists(st.sampled_from(["scroll", "scroll", "all", "resize", "forget"]), max_size=12)
    ):
        if act == "forget":
            compared.writer.forget()
        elif act == "scroll":
            pane = data.draw(st.integers(0, 2))
            desk.tops[pane] += data.draw(st.integers(-3, 3))
            compared.take(desk.part(pane))
        else:
            desk.tops = data.draw(st.lists(st.integers(0, 8), min_size=3, max_size=3))
            if act == "resize":
                desk.size = data.draw(SIZES)
                compared.resize(desk.size)
            compared.take(desk.whole())
        if data.draw(st.booleans()):  # else the next update comes before a frame is sent
            compared.send()
    compared.send()
