"""The screen writer against a terminal model: the screen equals Textual's own, in fewer bytes."""

from __future__ import annotations

from io import StringIO

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from armreader.ui.screen_writer import ScreenWriter

Cell = tuple[object, ...]


class DefaultErasingScreen(pyte.Screen):
    """A terminal that, like GNU screen, erases to its own background."""

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        self._erase(super().erase_in_line, how, private)

    def erase_characters(self, count: int | None = None) -> None:
        self._erase(super().erase_characters, count)

    def erase_in_display(self, how: int = 0, *args: object, **kwargs: object) -> None:
        self._erase(super().erase_in_display, how)

    def _erase(self, erase, *args) -> None:
        attributes, self.cursor.attrs = self.cursor.attrs, self.default_char
        erase(*args)
        self.cursor.attrs = attributes


def terminal(width: int, height: int, screen_class: type[pyte.Screen] = pyte.Screen):
    screen = screen_class(width, height)
    stream = pyte.Stream(screen)
    stream.feed("\x1b[?7l")
    return screen, stream


def looks(screen: pyte.Screen) -> list[list[Cell]]:
    """Every cell as it looks: what only colours letters does not show on a blank."""
    rows = []
    for y in range(screen.lines):
        row = []
        for x in range(screen.columns):
            char = screen.buffer[y][x]
            plain_blank = char.data == " " and not (
                char.underscore or char.reverse or char.strikethrough
            )
            row.append((" ", char.bg) if plain_blank else tuple(char))
        rows.append(row)
    return rows


def console(colours: str) -> Console:
    return Console(file=StringIO(), color_system=colours, force_terminal=True, legacy_windows=False)


def layout(rows: list[list[Segment]], width: int) -> LayoutUpdate:
    return LayoutUpdate([[Strip(row, width)] for row in rows], Region(0, 0, width, len(rows)))


STYLES = st.one_of(
    st.none(),
    st.builds(
        Style,
        color=st.sampled_from([None, "default", "red", "#102030", "#ffffff", "color(100)"]),
        bgcolor=st.sampled_from([None, "default", "blue", "#102030", "#0c0c0c"]),
        bold=st.sampled_from([None, False, True]),
        dim=st.sampled_from([None, True]),
        italic=st.sampled_from([None, True]),
        underline=st.sampled_from([None, True]),
        reverse=st.sampled_from([None, True]),
        strike=st.sampled_from([None, True]),
        link=st.sampled_from([None, None, "https://example.org/a", "https://example.org/b"]),
        meta=st.sampled_from([None, {"@click": "app.bell"}]),
    ),
)
LETTERS = ["a", "b", "é", "“", "─", "●", "世", "界", "e\u0301", "ա", "           ", "    ", " "]
WORDS = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=12).map("".join)


@st.composite
def rows_of(draw: st.DrawFn, width: int, height: int) -> list[list[Segment]]:
    rows = []
    for _ in range(height):
        segments = draw(st.lists(st.builds(Segment, WORDS, STYLES, st.none()), max_size=4))
        rows.append(list(Strip(segments).adjust_cell_length(width, draw(STYLES))))
    return rows


@st.composite
def sessions(draw: st.DrawFn) -> list[tuple[str, object]]:
    """A first screen, then parts, wholes and interruptions in any order."""
    width, height = draw(st.integers(2, 40)), draw(st.integers(1, 5))
    cut = draw(st.integers(1, width - 1))
    cuts = [0, cut, width]
    steps: list[tuple[str, object]] = []
    for kind in [
        "whole",
        *draw(st.lists(st.sampled_from(["whole", "part", "forget"]), max_size=5)),
    ]:
        if kind == "forget":
            steps.append(("forget", None))
            continue
        rows = draw(rows_of(width, height))
        chops = [dict(zip(cuts, Strip(row, width).divide(cuts[1:]), strict=False)) for row in rows]
        if kind == "whole":
            update: CompositorUpdate = LayoutUpdate(
                [list(chop.values()) for chop in chops], Region(0, 0, width, height)
            )
        else:
            spans = []
            for y in range(height):
                start, end = draw(st.sampled_from([(0, cut), (cut, width), (0, width), (0, 0)]))
                if end:
                    spans.append((y, start, end))
            if not spans:
                continue
            update = ChopsUpdate(chops, spans, [cuts[1:]] * height)
        steps.append(("show", update))
    return [("size", (width, height)), *steps]


@pytest.mark.parametrize("term", ["xterm-256color", "screen"])
@settings(max_examples=150, deadline=None)
@given(session=sessions())
def test_the_screen_equals_textuals_own(session: list[tuple[str, object]], term: str) -> None:
    colours = "256"  # rich keeps a style's sequence for the first colour system that asks
    (_, (width, height)), *steps = session
    kind = DefaultErasingScreen if term == "screen" else pyte.Screen
    expected, textual_stream = terminal(width, height)
    actual, stream = terminal(width, height, kind)
    writer = ScreenWriter(colours, {"TERM": term})
    for step, update in steps:
        if step == "forget":
            stream.feed("\x1b[2;3Hsomething else wrote here\x1b[31;44m")
            writer.forget()
        else:
            textual_stream.feed(update.render_segments(console(colours)))
            writer.take(update)
        stream.feed(writer.frame())
        assert looks(actual) == looks(expected)
        assert writer.frame() == ""
