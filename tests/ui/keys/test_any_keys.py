"""Keys that have nothing to act on: the reader goes on as if none had been pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from armreader.opening.loading import Tell
from armreader.story.dossier import Dossier
from armreader.ui.application import Application
from armreader.ui.keys.commands import COMMANDS
from dossiers import dossier_of
from hand import Hand, Start

MOVES = [key for command in COMMANDS if command.group == "Move" for key in command.keys]
EACH_MOVE = [command.keys[0] for command in COMMANDS if command.group == "Move"]
OTHERS = [
    command.keys[0]
    for command in COMMANDS
    if command.group != "Move" and command.id not in ("edit", "quit")
]


def load_nothing_found(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    """A loader of a report in which there is no event, quote or name."""
    return dossier_of("Tide"), True


@pytest.mark.parametrize("pane", "1234")
async def test_moving_among_no_rows(start: Start, pane: str) -> None:
    async with start(loader=load_nothing_found) as hand:
        await hand.rattle(pane, *MOVES)
        await hand.press("escape", "1")
        assert hand.shows("Tide")


@pytest.mark.parametrize(("pane", "moves"), [("3", EACH_MOVE), ("4", ["j"])])
async def test_every_command_where_nothing_was_found(
    start: Start, pane: str, moves: Sequence[str]
) -> None:
    """What a command opens is the same from either pane; every move in it is tried once."""
    async with start(loader=load_nothing_found) as hand:
        for key in OTHERS:
            await hand.rattle(pane, key, *moves, "escape", "escape", "escape")
        assert hand.shows("Tide")


@pytest.mark.parametrize("keys", [MOVES, OTHERS])
async def test_every_command_before_the_dossier_is_there(
    keys: Sequence[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, read = tmp_path_factory.mktemp("notes"), Event()

    def load_when_released(*given: object) -> tuple[Dossier, bool]:
        read.wait(60)
        return dossier_of("Tide"), True

    loader: Callable[..., tuple[Dossier, bool]] = load_when_released
    app = Application([str(folder / "tide")], notes=folder / "notes.md", loader=loader)
    async with app.run_test(size=(80, 24)) as pilot:
        hand = Hand(app, pilot)
        try:
            for pane in "1234":
                await hand.rattle(pane, *keys, "escape", "escape")
        finally:
            read.set()
        await app.workers.wait_for_complete()
        await hand.press("escape", "1")
        assert hand.shows("Tide")
