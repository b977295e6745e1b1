"""The days of feasts, and the ranges of days that values stand for."""

from __future__ import annotations

from datetime import date

import pytest

from armreader.language import rows
from armreader.linking.times.calendar import easter, feast_day, value_range
from time_texts import resolved_in


# Western Easter of known years: Meeus, Astronomical Algorithms, chapter 8.
@pytest.mark.parametrize(
    "day",
    [date(1818, 3, 22), date(1886, 4, 25), date(1943, 4, 25), date(1991, 3, 31), date(2000, 4, 23)],
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("11-4-4", date(2024, 11, 28)),
        ("05-1--1", date(2024, 5, 27)),
        ("09-1-1", date(2024, 9, 2)),
        ("easter-2", date(2024, 3, 29)),
        ("easter+49", date(2024, 5, 19)),
    ],
)
def test_a_feast_by_its_rule(rule: str, day: date) -> None:
    assert feast_day(rule, 2024) == day


def test_every_feast_of_the_table_has_a_day() -> None:
    for name, when in rows("times_holidays"):
        text = f"It closed on {name.title()} 2024."
        assert any(time.range and time.range.days == 1 for time in resolved_in(text)), (name, when)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2024-02-23T10:30", "2024-02-23"),
        ("2024-W08", "2024-02-19/2024-02-25"),
        ("2024-W08-WE", "2024-02-24/2024-02-25"),
        ("2024-H1", "2024-01/2024-06"),
        ("2024-WI", "2024-12/2025-02"),
        ("199", "199X"),
        ("19", "19XX"),
        ("1931/1934", "1931/1934"),
    ],
)
def test_the_days_of_a_value(value: str, edtf: str) -> None:
    found = value_range(value)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "value",
    ["XXXX-05", "2024-XX-23", "2024-02-30", "2024-W60", "P3D", "PAST_REF"],
)
def test_values_without_days(value: str) -> None:
    assert value_range(value) is None
