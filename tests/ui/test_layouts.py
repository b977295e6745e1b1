"""Every terminal size: three columns, one list next to the text, one pane, or a message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui.layout import list_heights
from armreader.ui.lines.record_list import RecordList
from armreader.ui.session.state import State
from dossiers import harbour_dossier
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
        assert hand.shows("2 Lumen Gazette")
        await hand.press("3", "j")
        assert hand.shows("3 of 3 sources")
        assert all(len(line) == width for line in hand.screen())


@pytest.mark.parametrize(("width", "height"), [(80, 24), (60, 20)])
async def test_below_110_columns_the_lists_are_above_the_text(
    start: Start, width: int, height: int
) -> None:
    async with start(width, height) as hand:
        for name in ("1 Articles", "3 Timeline", "4 Quotes", "2 Lumen Gazette"):
            assert hand.shows(name)
        await hand.press("3")
        assert hand.shows("closed the old pier")
        assert not hand.shows("We cannot keep it standing”  ")
        await hand.press("2")
        assert hand.reader.state.pane == "text"
        assert not hand.shows("built the pier  ")
        assert hand.shows("Fishermen have mended it twice.")


async def test_the_list_in_focus_has_the_room_and_the_others_what_goes_with_it(
    start: Start,
) -> None:
    async with start(120, 36) as hand:
        await hand.press("3", "j")
        heights = {name: pane.size.height for name, pane in hand.reader.panes.items()}
        assert heights["timeline"] > 20
        assert heights["articles"] == heights["quotes"] == 4, "as many as there are, and a head"
        assert sum("Ada Quill:" in line for line in hand.screen()) == 2
        assert not hand.shows("Boats will move to the north basin next year  ")
        await hand.press("4")
        assert hand.reader.panes["quotes"].size.height > 20


async def test_few_articles_stay_in_place_and_only_their_marks_change(start: Start) -> None:
    async with start(120, 36) as hand:
        await hand.press("3", "j")
        first = hand.screen()[2:5]
        await hand.press("j")
        second = hand.screen()[2:5]
        assert [line[2:76] for line in first] == [line[2:76] for line in second]
        assert [line[1] for line in first] != [line[1] for line in second]


async def test_few_articles_in_focus_leave_room_to_what_goes_with_them(start: Start) -> None:
    async with start(120, 36) as hand:
        await hand.press("1")
        heights = {name: pane.size.height for name, pane in hand.reader.panes.items()}
        assert heights["articles"] == 1 + 3 * 3, "a title in two lines, and one about it"
        assert heights["timeline"] == heights["quotes"] == 12
        await hand.press("3")
        assert hand.reader.panes["articles"].size.height == 1 + 3


def test_no_list_changes_its_height_while_articles_come() -> None:
    state = State(harbour_dossier(), loading="reading")
    assert list_heights(state, 36) == {"quotes": 4}
    assert list_heights(replace(state, loading=""), 36) == {"quotes": 4, "articles": 4}
    assert list_heights(replace(state, loading=""), 30) == {}, "a low screen has two rows for each"


def _many_articles(*_: object) -> tuple[Dossier, bool]:
    """The dossier made by hand with more articles, in which there is nothing."""
    dossier = harbour_dossier()
    more = (replace(dossier.articles[-1], id=f"more-{n}", text="Tides.") for n in range(6))
    return replace(dossier, articles=(*dossier.articles, *more)), True


async def test_of_many_articles_those_stay_that_go_with_the_selection(start: Start) -> None:
    async with start(120, 36, loader=_many_articles) as hand:
        await hand.press("3", "j")
        rows = hand.reader.panes["articles"]
        assert isinstance(rows, RecordList)
        assert {row.key.id for row in rows.rows if row.key} == hand.reader.state.related.articles
        assert rows.size.height == 5
        await hand.press("4")
        assert rows.size.height == 3, "a quote has few"
        await hand.press("1")
        assert rows.size.height > 20


def _with_a_detail(*_: object) -> tuple[Dossier, bool]:
    dossier = harbour_dossier()
    events = (replace(event, prominent=event.id == "e-vote") for event in dossier.events)
    return replace(dossier, events=tuple(events)), True


async def test_the_timeline_out_of_focus_keeps_of_what_it_lists(start: Start) -> None:
    """Every verb around a quote is an event; those that are not listed are details."""
    async with start(120, 36, loader=_with_a_detail) as hand:
        rows = hand.reader.panes["timeline"]
        assert isinstance(rows, RecordList)
        hand.reader.choose(Selection("article", "gazette"))
        await hand.press("1")
        details = hand.reader.state.related.events - {"e-vote"}
        assert details
        assert [row.key.id for row in rows.rows if row.key] == ["e-vote"]
        hand.reader.choose(Selection("event", min(details)))
        await hand.pilot.pause()
        assert min(details) in [row.key.id for row in rows.rows if row.key], "it was asked for"


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_plus_and_underscore_and_z_give_room_and_take_it(
    start: Start, width: int, height: int
) -> None:
    async with start(width, height) as hand:
        await hand.press("3")
        before = hand.screen()
        await hand.press("+")
        assert not hand.shows("2 Lumen Gazette")
        assert hand.shows("4 Quotes ")
        await hand.press("+")
        assert not hand.shows("─ 4 Quotes")
        await hand.press("_", "_")
        assert hand.screen() == before
        await hand.press("z")
        assert hand.reader.panes["timeline"].size.width == width
        await hand.press("z", "2", "z")
        assert hand.reader.text.size.width == width
        await hand.press("z", "3")
        assert hand.screen() == before


async def test_the_divider_moves(start: Start) -> None:
    async with start(120, 36) as hand:
        before = hand.reader.text.size.width
        await hand.press("<", "<")
        assert hand.reader.text.size.width == before + 8
        await hand.press(*[">"] * 20)
        assert hand.reader.text.size.width >= 38


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


async def test_from_160_columns_the_other_lists_are_beside_the_one_in_focus(
    start: Start,
) -> None:
    async with start(160, 40) as hand:
        await hand.press("3", "j")
        panes = hand.reader.panes
        assert panes["timeline"].region.x == 0
        assert panes["articles"].region.x == panes["quotes"].region.x > 50
        assert panes["text"].region.x > panes["quotes"].region.right - 2
        assert panes["timeline"].size.height > 30
        assert hand.shows("● Ada Quill  ")
        await hand.press("4")
        assert panes["quotes"].region.x == 0
        assert panes["timeline"].region.x > 50
        await hand.press("z")
        assert panes["quotes"].size.width == 160


async def test_a_text_alone_on_a_wide_screen_goes_on_in_a_second_column(start: Start) -> None:
    async with start(160, 10) as hand:
        await hand.press("2", "z")
        text = hand.reader.text
        assert text.columns == 2
        assert text.page_rows == 2 * (text.size.height - 1)
        first, rest = hand.screen()[2], text.wrapped.row_text(text.page_rows // 2 - 2)
        assert rest.strip() in first[80:]


async def test_each_layout_keeps_its_own_room(start: Start) -> None:
    async with start(120, 36) as hand:
        await hand.press("3", "<", "+")
        await hand.pilot.resize_terminal(80, 24)
        await hand.pilot.pause()
        assert not hand.reader.state.full
        await hand.press("z")
        await hand.pilot.resize_terminal(120, 36)
        await hand.pilot.pause()
        room = hand.reader.state.room
        assert (room.widened, room.alone, room.divider) == (True, False, -4)


async def test_the_cursor_stays_on_the_row_of_the_background(start: Start) -> None:
    def with_background(*_: object) -> tuple[Dossier, bool]:
        dossier = harbour_dossier()
        vars(dossier)["background"] = frozenset({dossier.events[0].id})  # as in a longer story
        return dossier, True

    async with start(loader=with_background) as hand:
        timeline = hand.reader.panes["timeline"]
        assert isinstance(timeline, RecordList)
        for key in ("j", "g", "+"):
            await hand.press("3", key)
        assert timeline.on_fold


@pytest.mark.slow
async def test_what_is_typed_has_room_beside_its_keys(start: Start) -> None:
    async with start(60, 20) as hand:
        await hand.press("/")
        await hand.type("the old harbour")
        assert "/the old harbour" in hand.screen()[-1]
        assert "Esc back" in hand.screen()[-1]
