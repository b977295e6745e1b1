"""Texts that were once slow: twice the text is twice the work, counted in calls, not in time."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from wire import report

SHAPES = [
    "3 March ", "March 3, ", "3 March, and ", "3 March 2023 ", "Friday 3 March ", "at 10:30, ",
    "said ", "“He said ", "Ann Lee, ", "who ", "not ", "said that he said that ", "14 of 20 ",
]  # fmt: skip
LETTERS = 1000


def calls(text: str) -> int:
    """How many function calls it takes to read and annotate a text."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        report(f"Harbour shut\n{text}", "2021-05-03")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_twice_the_work(shape: str) -> None:
    calls("The harbour closed on Monday.")  # reads the tables
    once = shape * (LETTERS // len(shape))
    assert calls(once * 2) < 2.3 * calls(once)
