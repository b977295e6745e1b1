"""Every size of terminal: three columns, one list beside the text, one pane, or a word."""

from __future__ import annotations

import pytest

from armreader.story.selection import Selection
from hand import Start

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_every_pane_can_be_seen_and_the_selection_read(
    start: Start, width: int, height: int
) -> None:
    async with start(width, height) as hand:
        for digit, name in (("1", "Articles"), ("3", "Timeline"), ("4", "Quotes")):
            await hand.press(digit)
            assert hand.shows(f"{digit} {name}")
        await hand.press("2")
        assert hand.shows("2 Harbour board")
        await hand.press("3", "j")
        assert hand.shows("3 of 3 sources")
        assert all(len(line) == width for line in hand.screen())


async def test_at_80_columns_one_list_stands_beside_the_text(start: Start) -> None:
    async with start(80, 24) as hand:
        assert hand.shows("1 Articles")
        assert hand.shows("2 Harbour board")
        await hand.press("4")
        assert hand.shows("4 Quotes")
        assert not hand.shows("1 Articles")
        await hand.press("2")
        assert hand.shows("4 Quotes")
        assert hand.reader.state.pane == "text"


async def test_at_60_columns_one_pane_at_a_time(start: Start) -> None:
    async with start(60, 20) as hand:
        assert not hand.shows("2 Harbour board")
        await hand.press("3", "j", "enter")
        assert hand.shows("2 Harbour board")
        assert not hand.shows("3 Timeline")


@pytest.mark.parametrize(("width", "height"), [(20, 6), (39, 30), (100, 9), (10, 3), (2, 1)])
async def test_too_small_says_so_and_still_quits(start: Start, width: int, height: int) -> None:
    async with start(width, height) as hand:
        if width >= 20:
            assert hand.shows("Too small")
        await hand.press("j")
        await hand.pilot.resize_terminal(120, 36)
        await hand.pilot.pause()
        assert hand.shows("1 Articles")


async def test_resizing_keeps_the_place(start: Start) -> None:
    async with start(120, 12) as hand:
        hand.reader.choose(Selection("article", "gazette"))
        await hand.press("2", "j", "j", "j", "j", "j")
        place = hand.reader.text.place
        assert place > 0
        for width, height in ((80, 24), (60, 12), (20, 6), (200, 12), (120, 12)):
            await hand.pilot.resize_terminal(width, height)
            await hand.pilot.pause()
        assert hand.reader.text.place == place
