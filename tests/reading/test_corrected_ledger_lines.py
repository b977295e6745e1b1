"""The lines of a corrections file that are about figures and disagreements."""

from __future__ import annotations

import pytest

from armreader.reading.corrections import format_line, parse_line
from armreader.records import Correction

ONE, OTHER = "a-0123456789@12", "a-9876543210@7"


@pytest.mark.parametrize(
    "correction",
    [
        Correction("agree", ONE, OTHER),
        Correction("agree", ONE, f"{OTHER} {ONE}"),
        Correction("part", ONE),
        Correction("gather", ONE, OTHER),
    ],
)
def test_round_trip(correction: Correction) -> None:
    assert parse_line(format_line(correction)) == correction


@pytest.mark.parametrize(
    "line", [f"agree {ONE}", f"agree {ONE} nothing", f"part {ONE} {OTHER}", f"gather {ONE}"]
)
def test_a_mistake_is_reported_in_words(line: str) -> None:
    assert isinstance(parse_line(line), str)
