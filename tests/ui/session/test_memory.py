"""Nothing that has left the screen stays in memory, however often the dossier is reloaded."""

from __future__ import annotations

import gc
from collections import Counter

from hand import Hand, Start

OWN = ("armreader.records", "armreader.story", "armreader.search", "armreader.ui.session")
ROUNDS = 4
KEYS = ("4", "b", "b", "3", "j", "p", "escape", "w", "escape", "c", "escape", "/", "f", "enter")


async def reload(hand: Hand, times: int) -> None:
    for _ in range(times):
        await hand.rattle(*KEYS, "escape", "1", "r")
        await hand.app.workers.wait_for_complete()
        await hand.pilot.pause()


def alive() -> Counter[str]:
    """How many records there are of each of our classes, those that are never collected too."""
    gc.collect()
    gc.unfreeze()
    classes = (type(one) for one in gc.get_objects())
    return Counter(one.__qualname__ for one in classes if str(one.__module__).startswith(OWN))


async def test_reloads_leave_nothing_behind(start: Start) -> None:
    async with start() as hand:
        await reload(hand, ROUNDS)
        before = alive()
        assert before["Dossier"]
        await reload(hand, 3 * ROUNDS)
        more = alive() - before
    left = {name: count for name, count in more.items() if count >= ROUNDS}
    # A change that can be undone, with its place, and the last 200 selections are kept on purpose.
    assert not set(left) - {"_Change", "Selector", "Visit", "Selection"}, left
