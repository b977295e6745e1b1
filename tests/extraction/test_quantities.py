"""Figures: value, unit and bound of what our own sentences give, and what is no figure."""

from __future__ import annotations

import pytest

from armreader.records.quantity import Figure
from wire import report

A, N = "about", None


def figures(sentence: str) -> tuple[Figure, ...]:
    return report(f"A title\n{sentence}").figures


@pytest.mark.parametrize(
    ("sentence", "low", "high", "bound", "unit"),
    [
        ("The ferry lost 40 tonnes of grain.", 40, 40, "exact", "tonnes"),
        ("At least 12 miners were rescued.", 12, N, "at_least", "miner"),
        ("The bridge cost $3.5 million to mend.", 3.5e6, 3.5e6, "exact", "USD"),
        ("The bank pledged £20bn in loans.", 2e10, 2e10, "exact", "GBP"),
        ("The pump moves 300 gallons a minute.", 300, 300, "exact", "gallons/minute"),
        ("It moves 300 gallons (1,100 litres) a minute.", 300, 300, "exact", "gallons/minute"),
        ("The wall is about 30 feet high.", 30, 30, A, "feet"),
        ("The wall is 30 feet (9 metres) high.", 30, 30, "exact", "feet"),
        ("Between 40 and 60 percent of the crop failed.", 40, 60, "range", "percent"),
        ("Three to four months will be needed.", 3, 4, "range", "months"),
        ("The fire burned up to 900 hectares.", N, 900, "at_most", "hectares"),
        ("Three-quarters of the crop failed.", 75, 75, "exact", "percent"),
    ],
)  # fmt: skip
def test_figures(sentence: str, low: float, high: float, bound: str, unit: str) -> None:
    (figure,) = figures(sentence)
    assert (figure.low, figure.high, figure.bound, figure.unit) == (low, high, bound, unit)


@pytest.mark.parametrize(
    "sentence",
    ["The treaty was signed on 3 May 1992.", "It began in 2009.", "One of them waved."],
)
def test_no_figures(sentence: str) -> None:
    assert not figures(sentence)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [("The blast killed 14 miners.", "dead"), ("Police arrested 14 miners.", "arrested")],
)
def test_roles(sentence: str, role: str) -> None:
    assert figures(sentence)[0].role == role
