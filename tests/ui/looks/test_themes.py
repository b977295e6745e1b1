"""Themes: every role differs from the text without its colour."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from armreader.ui.looks.glyphs import Glyphs, glyphs
from armreader.ui.looks.themes import NAMES, next_theme, starting_theme
from hand import Start

NEEDS_MORE_THAN_COLOUR = (
    "title", "selected", "wording", "trigger", "bold", "differing", "disputed", "actor", "time",
    "hit", "current", "head-active", "heading", "cursor", "cursor-active", "match",
    "alert", "key", "prompt-cursor",
)  # fmt: skip


async def test_roles_differ_by_more_than_colour(start: Start) -> None:
    async with start(theme="none") as hand:
        bare = hand.reader.text.style()
        for role in NEEDS_MORE_THAN_COLOUR:
            style = hand.reader.text.style(role)
            assert (style.bold, style.underline, style.reverse, style.italic) != (
                bare.bold, bare.underline, bare.reverse, bare.italic,
            ), role  # fmt: skip


async def test_without_colours_no_colour_is_sent(start: Start) -> None:
    async with start(theme="none") as hand:
        await hand.press("3", "j", "/")
        await hand.type("pier")
        for line in hand.reader._compositor.render_strips():
            for segment in line:
                for colour in (
                    segment.style and segment.style.color,
                    segment.style and segment.style.bgcolor,
                ):
                    assert not colour or colour.is_default, segment


@pytest.mark.parametrize("theme", NAMES)
async def test_the_row_of_the_cursor_can_be_read(start: Start, theme: str) -> None:
    async with start() as hand:
        hand.app.theme = theme
        await hand.press("3", "j")
        row = next(
            line
            for line in hand.reader._compositor.render_strips()
            if "▸" in line.text and "closed" in line.text
        )
        for segment in row:
            style = segment.style
            if segment.text.strip() and style and style.bgcolor and not style.bgcolor.is_default:
                assert style.color != style.bgcolor, segment


def test_the_theme_to_begin_with(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert starting_theme("") == "dark"
    assert starting_theme("light") == "light"
    assert starting_theme("no such theme") == "dark"
    monkeypatch.setenv("TERM", "xterm")
    assert starting_theme("") == "ansi"
    monkeypatch.setenv("NO_COLOR", "1")
    assert starting_theme("light") == "none"


def test_the_theme_command_goes_through_all_of_them() -> None:
    seen, name = [], NAMES[0]
    for _ in NAMES:
        seen.append(name)
        name = next_theme(name)
    assert (sorted(seen), name) == (sorted(NAMES), NAMES[0])


def test_a_poor_font_gets_plain_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    glyphs.cache_clear()
    try:
        assert all(mark.isascii() for mark in glyphs())
    finally:
        glyphs.cache_clear()
    assert all(cell_len(mark) == 1 for mark in Glyphs()[:-1])
