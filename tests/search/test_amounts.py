"""Figures in a query."""

from __future__ import annotations

from math import inf

import pytest

from armreader.search.amounts import amounts


@pytest.mark.parametrize(
    ("value", "within", "without"),
    [
        (">10000", 10_001, 10_000),
        (">=10000", 10_000, 9_999),
        ("<1.5m", 1_499_999, 1_500_000),
        ("5,000", 5_000, 5_001),
        ("5k..2bn", 2e9, 4_999),
        ("..40", 40, 41),
        ("40..", 41, 39),
    ],
)
def test_amounts(value: str, within: float, without: float) -> None:
    found = amounts(value)
    assert found is not None
    assert found[0] <= within <= found[1]
    assert not found[0] <= without <= found[1]


@pytest.mark.parametrize("value", ["", "many", "..", ">", "5..x", "-", "1e5"])
def test_text_that_is_not_a_number(value: str) -> None:
    assert amounts(value) is None


def test_open_ends() -> None:
    assert amounts("..5") == (-inf, 5.0)
