"""The ruler of the timeline."""

from __future__ import annotations

import pytest

from armreader.ui.lines.density import density, month_at


def drawn(months: list[int], width: int) -> str:
    return "".join(text for text, _ in density(months, width))


JAN_2030 = 12 * 2030


@pytest.mark.parametrize(
    ("months", "width", "strip"),
    [
        ([JAN_2030, JAN_2030, JAN_2030 + 11], 25, " Jan  █          ▄  Dec "),
        ([JAN_2030 + 2, JAN_2030 + 4], 19, " Mar  ██    ██  May "),
        ([JAN_2030], 37, " Jan  ██                        Dec  "),
        ([JAN_2030, JAN_2030 + 12 * 9], 23, " 2030 █        █  2039 "),
        ([], 40, ""),
        ([JAN_2030], 12, ""),
    ],
)
def test_bars(months: list[int], width: int, strip: str) -> None:
    assert drawn(months, width).split() == strip.split()


def test_a_cell_is_a_month() -> None:
    months = [JAN_2030, JAN_2030 + 11]
    assert month_at(months, 6, 25) == JAN_2030
    assert month_at(months, 17, 25) == JAN_2030 + 11
    assert month_at(months, 3, 25) is None
    assert month_at([], 10, 25) is None
