"""What indexing says of how far it is."""

from __future__ import annotations

import pytest

from armreader.cli.library import Reporting, rest_words
from armreader.opening.indexing import Progress


@pytest.mark.parametrize(
    ("done", "of", "seconds", "words"),
    [
        (0, 10, 5.0, ""),
        (0, 0, 5.0, ""),
        (5, 10, 3.0, " (50 %, 3 s left)"),
        (1, 10, 60.0, " (10 %, 9 min left)"),
        (999, 1000, 60.0, " (99 %)"),
        (10, 10, 60.0, " (100 %)"),
    ],
)
def test_how_much_is_left(done: int, of: int, seconds: float, words: str) -> None:
    assert rest_words(Progress("annotating", done, of), seconds) == words


def test_what_was_done_before_says_nothing_of_the_pace() -> None:
    assert rest_words(Progress("annotating", 750, 1000), 10.0, 700) == " (75 %, 50 s left)"
    assert rest_words(Progress("annotating", 700, 1000), 10.0, 700) == " (70 %)"


def test_steps_that_take_turns_keep_their_pace(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    report = Reporting(lambda: now[0])
    for done in range(0, 101, 10):
        now[0] += 1
        report(Progress("reading", done + 5, 200))
        now[0] += 4
        report(Progress("annotating", done, 200))
    *_, last = (line for line in capsys.readouterr().err.splitlines() if "annotating" in line)
    assert last == "annotating: 80 of 200 (40 %, 60 s left)"
