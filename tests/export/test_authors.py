"""Authors: the people whom a byline names, each one separately."""

from __future__ import annotations

import pytest

from armreader.export.authors import authors


@pytest.mark.parametrize(
    ("byline", "named"),
    [
        ("Ada Lund", ["Lund/Ada"]),
        ("By Ada Lund and Bo Berg", ["Lund/Ada", "Berg/Bo"]),
        ("Ada Lund, Bo Berg", ["Lund/Ada", "Berg/Bo"]),
        ("Ada Lund, Bo Berg and Ines Falk", ["Lund/Ada", "Berg/Bo", "Falk/Ines"]),
        ("Ada Lund, Bo Berg, and Ines Falk", ["Lund/Ada", "Berg/Bo", "Falk/Ines"]),
        ("Ada Lund & Bo Berg", ["Lund/Ada", "Berg/Bo"]),
        ("Ada Lund; Bo Berg", ["Lund/Ada", "Berg/Bo"]),
        ("Ada Lund with Bo Berg", ["Lund/Ada", "Berg/Bo"]),
        ("Bo Berg, Jr. and Ada Lund", ["Berg/Bo/Jr.", "Lund/Ada"]),
        ("Bo Berg III", ["Berg/Bo/III"]),
        ("Ludwig van der Meer", ["van der Meer/Ludwig"]),
        ("J. K. Oduya", ["Oduya/J. K."]),
        ("Oslo Daily staff", ["Oslo Daily staff"]),
        ("Soil Board", ["Soil Board"]),
        ("Reuters", ["Reuters"]),
        ("Ada Lund in Oslo", ["Ada Lund in Oslo"]),
        ("Lund, Ada", ["Lund, Ada"]),
        ("", []),
    ],
)
def test_who_a_byline_names(byline: str, named: list[str]) -> None:
    found = [
        "/".join(part for part in (one.family, one.given, one.suffix) if part)
        for one in authors(byline)
    ]
    assert found == named


def test_blanks_between_names_cost_nothing() -> None:
    assert [author.family for author in authors(f"Ada Lund{' ' * 50_000}and Bo Berg")] == [
        "Lund",
        "Berg",
    ]
