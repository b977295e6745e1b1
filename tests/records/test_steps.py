"""How far a piece of work is, heard in its thread."""

from __future__ import annotations

from threading import Thread

import pytest

from armreader.records.fence import fenced
from armreader.records.steps import Ended, following, reached


def test_only_who_follows_hears_of_a_step() -> None:
    heard: list[tuple[float, float]] = []
    reached(0, 0.1)
    with following(lambda *step: heard.append(step)):
        reached(0.1, 0.5)
        other = Thread(target=reached, args=(0.2, 0.3))
        other.start()
        other.join()
    reached(0.5, 1)
    assert heard == [(0.1, 0.5)]


def test_who_follows_can_end_the_work_through_every_fence() -> None:
    def end(share: float, until: float) -> None:
        raise Ended

    faults: list[str] = []
    with following(end), pytest.raises(Ended):
        fenced(lambda: reached(0, 1), None, 0, faults, "nothing")
    assert not faults
