"""Where the reading stopped: saved atomically, and harmless if it is lost or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.home.resume import Last, Stopped, keep, last, stopped_at
from armreader.story.selection import Selection
from hand import Start
from made_files.odd_places import ODD_PLACES

PLACE = Stopped(
    "a-1", {"a-1": 40}, ("event", "e-1"), "timeline", "speaker", "vote", "source", ("a-1",)
)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    paths = [str(tmp_path / "one")]
    assert keep(paths, PLACE, "light")
    assert stopped_at(paths) == PLACE
    assert last() == Last((str(tmp_path / "one"),), "light")
    assert stopped_at([str(tmp_path / "two")]) == Stopped()


def test_a_dossier_that_is_gone_is_not_opened_again(tmp_path: Path) -> None:
    keep([str(tmp_path / "gone")], PLACE, "")
    assert last().paths == ()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"version": 99}', '{"version": 1, "places": [1], "selection": 3}', "[" * 9999],
)
def test_with_a_broken_file_reading_starts_at_the_beginning(
    own_home: Path, tmp_path: Path, content: str
) -> None:
    paths = [str(tmp_path)]
    keep(paths, PLACE, "")
    for file in (own_home / "state").rglob("*.json"):
        file.write_text(content)
    assert stopped_at(paths) == Stopped()
    assert last() == Last()


@pytest.mark.parametrize("name", ODD_PLACES)
def test_with_anything_in_their_place_reading_starts_at_the_beginning(
    own_home: Path, tmp_path: Path, name: str
) -> None:
    paths = [str(tmp_path)]
    keep(paths, PLACE, "")
    files = [*(own_home / "state").rglob("*.json")]
    assert len(files) == 2
    for file in files:
        file.unlink()
        ODD_PLACES[name](file)
    assert stopped_at(paths) == Stopped()
    assert last() == Last()


def test_a_folder_that_cannot_be_written_is_reported_not_raised(own_home: Path) -> None:
    (own_home / "state").write_text("a file is in the way")
    assert not keep(["x"], PLACE, "")


async def test_the_reader_comes_back_to_where_it_was(start: Start) -> None:
    async with start() as hand:
        await hand.press("4", "s", "s", "3", "j", "n")
        hand.app.keep_place()
        before = hand.reader.state
    async with start() as hand:
        after = hand.reader.state
        assert after.selection == before.selection == Selection("event", "e-vote")
        assert (after.article, after.pane, after.grouping) == ("courier", "timeline", "speaker")
        assert hand.shows("Back where you left off.")
