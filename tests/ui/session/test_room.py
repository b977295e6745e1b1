"""The sizes of panes are saved for each layout, and read back with care."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.home.resume import Stopped, keep, last
from armreader.ui.session.room import Room, kept_rooms, rooms_of
from hand import Start


def test_rooms_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARMREADER_HOME", str(tmp_path))
    rooms = {"beside": Room(divider=-8), "below": Room(alone=True)}
    assert keep([str(tmp_path)], Stopped(places={}), "dark", kept_rooms(rooms))  # type: ignore[arg-type]
    assert rooms_of(last().rooms) == rooms


@pytest.mark.parametrize(
    "kept", [{}, {"beside": (1,)}, {"beside": (0, 0, 9999)}, {"attic": (0, 0, 0)}]
)
def test_what_makes_no_sense_is_left_out(kept: dict[str, tuple[int, ...]]) -> None:
    assert rooms_of(kept) == {}


async def test_the_next_start_has_the_same_room(start: Start) -> None:
    async with start(120, 36) as hand:
        await hand.press("3", ">", ">")
        width = hand.reader.text.size.width
        hand.app.keep_place()
    async with start(120, 36) as hand:
        assert hand.reader.text.size.width == width < 43
