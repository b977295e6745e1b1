"""What indexing says of how far it is."""

from __future__ import annotations

import pytest

from armreader.cli.library import rest_words
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
