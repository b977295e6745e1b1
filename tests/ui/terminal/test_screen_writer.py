"""The screen writer against a terminal model: the screen equals Textual's own, in fewer bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from typing import Any, Final, Literal

import pyte
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from armreader.ui.terminal.links import CLOSE, begin
from armreader.ui.terminal.screen_writer import ScreenWriter, UnknownUpdate
from pseudo_terminal import looks


class DefaultErasingScreen(pyte.Screen):
    """A terminal that, like GNU screen, erases to its own background."""

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        self._erase(super().erase_in_line, how, private)

    def erase_characters(self, count: int | None = None) -> None:
        self._erase(super().erase_characters, count)

    def erase_in_display(self, how: int = 0, *args: object, **kwargs: object) -> None:
        self._erase(super().erase_in_display, how)

    def _erase(self, erase: Callable[..., None], *args: object) -> None:
        attributes, self.cursor.attrs = self.cursor.attrs, self.default_char
        erase(*args)
        self.cursor.attrs = attributes


def terminal(
    width: int, height: int, screen_class: type[pyte.Screen] = pyte.Screen
) -> tuple[pyte.Screen, pyte.Stream]:
    screen = screen_class(width, height)
    stream = pyte.Stream(screen)
    stream.feed("\x1b[?7l")
    return screen, stream


def console(colours: Literal["256"]) -> Console:
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
        # Textual parts a line between graphemes; a mark that is parted from its letter is no line.
        assume(not any(chop.text.startswith("\u0301") for row in chops for chop in row.values()))
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


@settings(max_examples=100)
@given(session=sessions())
def test_the_screen_equals_textuals_own(session: list[tuple[str, Any]]) -> None:
    colours: Final = "256"  # rich keeps a style's sequence for the first colour system that asks
    (_, (width, height)), *steps = session
    expected, textual_stream = terminal(width, height)
    kinds = {"xterm-256color": pyte.Screen, "screen": DefaultErasingScreen}
    ours = [
        (*terminal(width, height, kind), ScreenWriter(colours, {"TERM": term}))
        for term, kind in kinds.items()
    ]
    for step, update in steps:
        if step != "forget":
            textual_stream.feed(update.render_segments(console(colours)))
        for actual, stream, writer in ours:
            if step == "forget":
                stream.feed("\x1b[2;3Hsomething else wrote here\x1b[31;44m")
                writer.forget()
            else:
                writer.take(update)
            stream.feed(writer.frame())
            assert looks(actual) == looks(expected)
            assert writer.frame() == ""


@st.composite
def scrolled(draw: st.DrawFn) -> tuple[int, list[list[list[Segment]]]]:
    """Screens of one pool of rows, each a part of it further up or down, with a row changed."""
    width, height = 40, draw(st.integers(4, 8))
    styles = draw(st.lists(STYLES, min_size=3, max_size=3))
    pool = [
        list(Strip([Segment(f"{n} {LETTERS[n % 13]}", styles[n % 3])]).adjust_cell_length(width))
        for n in range(height + 8)
    ]
    screens = []
    for _ in range(draw(st.integers(2, 4))):
        at, fixed = draw(st.integers(0, 8)), draw(st.integers(0, 2))
        rows = pool[:fixed] + pool[at + fixed : at + height]
        rows[draw(st.integers(0, height - 1))] = pool[draw(st.integers(0, height - 1))]
        screens.append(rows)
    return width, screens


@pytest.mark.parametrize("term", ["xterm-256color", "screen"])
@settings(max_examples=50)
@given(session=scrolled())
def test_rows_that_the_terminal_moves_are_where_they_belong(
    session: tuple[int, list[list[list[Segment]]]], term: str
) -> None:
    width, screens = session
    kind = DefaultErasingScreen if term == "screen" else pyte.Screen
    expected, textual_stream = terminal(width, len(screens[0]))
    actual, stream = terminal(width, len(screens[0]), kind)
    writer = ScreenWriter("256", {"TERM": term})
    for rows in screens:
        update = layout(rows, width)
        textual_stream.feed(update.render_segments(console("256")))
        writer.take(update)
        stream.feed(writer.frame())
        assert looks(actual) == looks(expected)


def test_a_page_scrolled_by_a_line_sends_the_line() -> None:
    texts = [f"row {number} has words of its own, as all of them do" for number in range(30)]
    writer = ScreenWriter("256", {"TERM": "xterm-256color"})
    sizes = []
    for top in (0, 1, 3, 2):
        shown_rows = [[Segment("head")], *([Segment(text)] for text in texts[top : top + 20])]
        rows = [list(Strip(row).adjust_cell_length(80)) for row in [*shown_rows, [Segment("foot")]]]
        writer.take(layout(rows, 80))
        sizes.append(len(writer.frame()))
    assert sizes[0] > 900
    assert max(sizes[1:]) < 150


def test_a_list_that_moved_is_not_sent_again_beside_a_text_that_changed() -> None:
    texts = [f"event {number} has a label of its own, as they have" for number in range(30)]
    writer = ScreenWriter("256", {"TERM": "xterm-256color"})
    sizes = []
    for top, letter in ((0, "a"), (2, "b"), (4, "c")):
        rows = [[Segment(f"{text:50}"), Segment(letter * 20)] for text in texts[top : top + 20]]
        head = [Segment("head")]
        drawn = [list(Strip(row).adjust_cell_length(80)) for row in [head, *rows, head]]
        writer.take(layout(drawn, 80))
        sizes.append(len(writer.frame()))
    of_text, of_list = 20 * (20 + 8), 2 * 50
    assert max(sizes[1:]) < of_text + of_list + 100


@settings(max_examples=40)
@given(session=sessions())
def test_another_process_continues_from_a_snapshot(session: list[tuple[str, Any]]) -> None:
    (_, (width, height)), *steps = session
    wholes = [update for _, update in steps if isinstance(update, LayoutUpdate)]
    expected, textual_stream = terminal(width, height)
    actual, stream = terminal(width, height)
    writer = ScreenWriter("256", {})
    writer.take(wholes[0])
    writer.frame()
    snapshot = json.loads(json.dumps(writer.snapshot()))
    stream.feed(snapshot["paint"])
    textual_stream.feed(wholes[0].render_segments(console("256")))
    assert looks(actual) == looks(expected)
    after = ScreenWriter("256", {})
    after.begin_with(snapshot)
    after.take(wholes[-1])
    stream.feed(after.frame())
    textual_stream.feed(wholes[-1].render_segments(console("256")))
    assert looks(actual) == looks(expected)


def shown(writer: ScreenWriter, row: list[Segment], width: int) -> str:
    """What the writer sends when its only row becomes this one."""
    writer.take(layout([list(Strip(row).adjust_cell_length(width))], width))
    return writer.frame()


@pytest.fixture
def writer() -> ScreenWriter:
    writer = ScreenWriter("256", {"TERM": "xterm-256color"})
    shown(writer, [Segment("one two three four five six seven eight nine ten")], 80)
    return writer


def test_only_the_changed_cells_are_sent(writer: ScreenWriter) -> None:
    sent = shown(writer, [Segment("one TWO three four five six seven eight nine TEN")], 80)
    assert sent == "\x1b[5GTWO\x1b[46GTEN"


def test_a_short_gap_is_rewritten(writer: ScreenWriter) -> None:
    sent = shown(writer, [Segment("One Two three four five six seven eight nine ten")], 80)
    assert sent == "\rOne T"


def test_the_rest_of_a_row_is_erased(writer: ScreenWriter) -> None:
    assert shown(writer, [Segment("one two three")], 80) == "\x1b[15G\x1b[K"


def test_nothing_is_sent_for_what_does_not_show(writer: ScreenWriter) -> None:
    again = [
        Segment("one two three four five", Style(meta={"@click": "bell"})),
        Segment(" six seven eight nine ten"),
        Segment("   ", Style(color="red", bold=True)),
    ]
    assert shown(writer, again, 80) == ""


def test_erased_cells_take_a_background_only_if_the_terminal_does_so() -> None:
    row = [Segment(" " * 80, Style(bgcolor="blue"))]
    assert shown(ScreenWriter("256", {"TERM": "tmux-256color"}), row, 80).count(" ") == 0
    assert shown(ScreenWriter("256", {"TERM": "screen"}), row, 80).count(" ") == 80


def test_a_link_begins_and_ends_where_it_is() -> None:
    link = Style(link="https://example.org/a")
    row = [Segment("see "), Segment("this", link), Segment(".")]
    sent = shown(ScreenWriter("256", {"TERM": "xterm"}), row, 9)
    assert f"see {begin('https://example.org/a')}this{CLOSE}." in sent
    assert "\x1b]8" not in shown(ScreenWriter("256", {"TERM": "linux"}), row, 9)


def test_no_link_is_left_open_between_two_frames() -> None:
    link = Style(link="https://example.org/a")
    writer = ScreenWriter("256", {"TERM": "xterm"})
    assert shown(writer, [Segment("this", link)], 4).endswith(f"this{CLOSE}")
    assert shown(writer, [Segment("thus", link)], 4).endswith(
        f"{begin('https://example.org/a')}u{CLOSE}"
    )


def test_a_cell_that_only_becomes_a_link_is_sent() -> None:
    writer = ScreenWriter("256", {"TERM": "xterm"})
    shown(writer, [Segment("this one")], 8)
    sent = shown(writer, [Segment("this "), Segment("one", Style(link="https://a.org"))], 8)
    assert f"{begin('https://a.org')}one{CLOSE}" in sent
    assert "this" not in sent


@pytest.mark.parametrize(
    "text", ["a\x1b]52;c;eHg=\x07b", "a\x9b2Jb", "a\x1b[2Jb", "a\rb", "a\x00b"]
)
def test_no_control_character_of_the_text_is_sent(text: str) -> None:
    own = shown(ScreenWriter("256", {}), [Segment("ab")], 40)
    allowed = set(own) | set("]52;c;eHg=[2J") - {"\x1b"}
    sent = shown(ScreenWriter("256", {}), [Segment(text)], 40)
    assert set(sent) <= allowed
    assert sent.count("\x1b") <= own.count("\x1b") + 1


@pytest.mark.parametrize("joined", ["👨\u200d👩\u200d👧", "☂\ufe0f", "🇦🇲"])
def test_what_follows_a_disputed_width_is_addressed(joined: str) -> None:
    sent = shown(ScreenWriter("256", {}), [Segment(f"a{joined}b")], 20)
    assert sent.startswith("a", sent.index("H") + 1)
    assert sent.rpartition("G")[2].startswith("b")


def test_an_update_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UnknownUpdate):
        ScreenWriter("256", {}).take(CompositorUpdate())


def test_what_is_not_sent_yet_is_replaced_by_what_comes_after(writer: ScreenWriter) -> None:
    for text in ("one x", "one y", "one two three four five six seven eight nine ten"):
        writer.take(layout([list(Strip([Segment(text)]).adjust_cell_length(80))], 80))
    assert writer.frame() == ""


def test_a_new_size_is_painted_whole(writer: ScreenWriter) -> None:
    assert "one" in shown(writer, [Segment("one")], 60)


def test_the_cursor_is_left_where_it_is_wanted(writer: ScreenWriter) -> None:
    assert writer.frame((5, 0)) == "\x1b[6G"
    assert writer.frame((5, 0)) == ""


def test_words_that_go_are_erased_together(writer: ScreenWriter) -> None:
    assert len(shown(writer, [Segment("one"), Segment(" " * 76), Segment("|")], 80)) < 30
