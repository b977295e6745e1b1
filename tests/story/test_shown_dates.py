"""Dates on the screen are never more precise than what is known."""

from __future__ import annotations

import pytest

from armreader.records import Publication, Reason
from armreader.records.dates import DateRange
from armreader.story.shown_dates import (
    Unit,
    date_under,
    full_date,
    heading,
    publication_date,
    weekday_date,
)


@pytest.mark.parametrize(
    ("edtf", "full", "under", "rest"),
    [
        ("2024-02-22", "22 Feb 2024", "2024 Feb", "22"),
        ("2024-02-22~", "~22 Feb 2024", "2024 Feb", "~22"),
        ("2023-09", "Sep 2023", "2023 Sep", ""),
        ("2023", "2023", "2023", ""),
        ("2023~", "~2023", "2023", "~2023"),
        ("199X", "1990s", "1990", "→ 1999"),
        ("2021/2022", "2021–2022", "2021", "→ 2022"),
        ("2022-11/2023-02", "Nov 2022–Feb 2023", "2022", "→ 2023"),
        ("2024-05/2024-06", "May–Jun 2024", "2024", "May–Jun"),
        ("2024-02-22/2024-02-25", "22–25 Feb 2024", "2024 Feb", "22–25"),
        ("2024-02-27/2024-03-02", "27 Feb–2 Mar 2024", "2024 Feb", "→ 2 Mar"),
        ("2024-02-22/..", "from 22 Feb 2024", "2024 Feb", "from 22"),
        ("../2024-02-22", "until 22 Feb 2024", "2024 Feb", "until 22"),
        ("../2023", "until Dec 2023", "2023", "until Dec"),
        ("2023~/..", "~from Jan 2023", "2023", "~from Jan"),
    ],
)
def test_dates(edtf: str, full: str, under: str, rest: str) -> None:
    range_ = DateRange.from_edtf(edtf)
    assert range_
    assert full_date(range_) == full
    assert (heading(range_, "month"), date_under(range_, "month")) == (under, rest)


@pytest.mark.parametrize(
    ("edtf", "unit", "under", "rest"),
    [
        ("2024-02-22", "year", "2024", "22 Feb"),
        ("2024-02-22~", "year", "2024", "~22 Feb"),
        ("2024-02", "year", "2024", "Feb"),
        ("2024", "year", "2024", ""),
        ("2024-02-22/2024-02-25", "year", "2024", "22–25 Feb"),
        ("2024-02-27/2024-03-02", "year", "2024", "27 Feb–2 Mar"),
        ("2024-05/2024-06", "year", "2024", "May–Jun"),
        ("2024-02-22/..", "year", "2024", "from 22 Feb"),
        ("../2024-02-22", "year", "2024", "until 22 Feb"),
        ("2021/2022", "year", "2021", "→ 2022"),
        ("2024-02-22", "day", "2024 Feb 22", ""),
        ("2024-02-22~", "day", "2024 Feb 22", "~"),
        ("2024-02", "day", "2024 Feb", ""),
        ("2024-02-22/2024-02-25", "day", "2024 Feb", "22–25"),
        ("2024", "day", "2024", ""),
    ],
)
def test_dates_under_years_and_days(edtf: str, unit: Unit, under: str, rest: str) -> None:
    range_ = DateRange.from_edtf(edtf)
    assert range_
    assert (heading(range_, unit), date_under(range_, unit)) == (under, rest)


def test_what_has_no_date_is_undated() -> None:
    assert heading(None, "month") == "undated"


@pytest.mark.parametrize(
    ("edtf", "basis", "shown"),
    [
        ("2024-02-22", "stated", "22 Feb 2024"),
        ("2024-02-22", "given", "22 Feb 2024"),
        ("2024-02-22", "inferred", "~22 Feb 2024"),
        ("2024-02-22~", "inferred", "~22 Feb 2024"),
        ("", "unknown", "? undated"),
    ],
)
def test_a_publication_date_says_how_it_is_known(edtf: str, basis: str, shown: str) -> None:
    range_ = DateRange.from_edtf(edtf)
    assert publication_date(Publication(range_, basis, Reason("made-by-hand"))) == shown  # type: ignore[arg-type]


def test_a_day_with_its_weekday() -> None:
    day = DateRange.from_edtf("2024-02-22")
    month = DateRange.from_edtf("2024-02")
    assert day
    assert month
    assert (weekday_date(day), weekday_date(month)) == ("Thu 22 Feb", "Feb 2024")
