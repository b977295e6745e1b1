"""Help and palette: the same commands, found by typing, run by Enter."""

from __future__ import annotations

import pytest
from textual.events import Paste

from armreader.home.config import Config
from armreader.story.selection import Selection
from armreader.ui.keys.commands import COMMANDS
from armreader.ui.prompts.jump import labels_for
from hand import Hand, Start


async def test_the_page_shows_the_keys_and_what_does_not_apply(start: Start) -> None:
    async with start(120, 86) as hand:
        await hand.press("2", "?")
        for command in COMMANDS:
            assert hand.shows(command.help)
        assert hand.shows("(not here: needs a list)")
        await hand.press("escape")
        assert hand.shows("1 Articles")


async def test_typing_filters_and_enter_runs(start: Start) -> None:
    async with start() as hand:
        await hand.press("?")
        await hand.type("sort articles")
        assert hand.shows("Sort the articles, where they have the keys, else the quotes")
        assert not hand.shows("Go to the quotes")
        await hand.press("enter")
        assert hand.reader.state.order == "source"


def spy(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the commands that are run from now on; none is done."""
    ran: list[str] = []
    actions = {
        command.id: lambda reader, count, id_=command.id: ran.append(id_) for command in COMMANDS
    }
    monkeypatch.setattr("armreader.ui.reader.ACTIONS", actions)
    monkeypatch.setattr("armreader.ui.pages.stack.Pages.do", lambda *_: False)
    hand.reader.choose(Selection("quote", "q-stand"))
    return ran


async def test_every_command_is_reached_by_each_of_its_keys(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as hand:
        ran = spy(hand, monkeypatch)
        expected = []
        for command in COMMANDS:
            for key in command.keys:
                expected.append(command.id)
                hand.reader.settle()
                await hand.pilot.press(key)
        assert ran == expected


async def test_every_command_is_reached_by_the_palette(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as hand:
        ran = spy(hand, monkeypatch)
        for command in COMMANDS:
            hand.reader.show_commands(all_commands=False)
            hand.reader.on_paste(Paste(command.help))  # typing filters at each letter
            hand.reader._typing.key("enter", None)  # type: ignore[union-attr]
        assert ran == [command.id for command in COMMANDS]


async def test_keys_of_the_user_are_taken_and_mistakes_reported(start: Start) -> None:
    config = Config(keys={"timeline": "T", "bokmark": "B"})
    async with start(config=config) as hand:
        assert hand.shows("did you mean “bookmark”?")
        await hand.press("T")
        assert hand.reader.state.pane == "timeline"
        await hand.press("?")
        assert hand.shows("T                  Go to the timeline")


async def test_why_shows_the_rule_and_the_passages(start: Start) -> None:
    async with start() as hand:
        hand.reader.choose(Selection("event", "e-vote"))
        await hand.press("w")
        assert hand.shows("closed the old pier")
        assert hand.shows("sources differ on the day")
        assert not hand.shows("─ 1 Articles")
        await hand.press("j", "space", "escape")
        assert hand.shows("1 Articles")


@pytest.mark.parametrize(("width", "height"), [(120, 36), (80, 24), (60, 20)])
async def test_a_label_selects_the_item_next_to_it(start: Start, width: int, height: int) -> None:
    async with start(width, height) as hand:
        await hand.press("3" if width < 80 else "2", "f")
        before = hand.reader.state.selection
        labelled = [line for line in hand.screen() if "closed the old" in line]
        assert labelled or width == 80
        await hand.press("s")
        assert hand.reader.state.selection != before
        await hand.press("f", "escape")
        assert not hand.reader._typing


def test_labels_are_all_of_one_length() -> None:
    for count in (0, 1, 26, 27, 200):
        labels = labels_for(count)
        assert len(set(labels)) == count
        assert len({len(label) for label in labels}) <= 1
