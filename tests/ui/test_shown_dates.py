"""Dates on the screen are never more precise than what is known."""

from __future__ import annotations

import pytest

from armreader.dates import DateRange
from armreader.records import Publication, Reason
from armreader.ui.shown_dates import (
    date_in_month,
    full_date,
    month_heading,
    publication_date,
    weekday_date,
)


@pytest.mark.parametrize(
    ("edtf", "full", "heading", "rest"),
    [
        ("2024-02-22", "22 Feb 2024", "2024 Feb", "22"),
        ("2024-02-22~", "~22 Feb 2024", "2024 Feb", "~22"),
        ("2023-09", "Sep 2023", "2023 Sep", ""),
        ("2023", "2023", "2023", ""),
        ("2023~", "~2023", "2023", "~"),
        ("199X", "1990s", "1990", "→ 1999"),
        ("2021/2022", "2021–2022", "2021", "→ 2022"),
        ("2022-11/2023-02", "Nov 2022–Feb 2023", "2022", "→ 2023"),
        ("2024-05/2024-06", "May–Jun 2024", "2024", "May–Jun"),
        ("2024-02-22/2024-02-25", "22–25 Feb 2024", "2024 Feb", "22–25"),
        ("2024-02-27/2024-03-02", "27 Feb–2 Mar 2024", "2024 Feb", "→ 2 Mar"),
        ("2024-02-22/..", "from 22 Feb 2024", "2024 Feb", "22…"),
        ("../2024-02-22", "until 22 Feb 2024", "2024 Feb", "…22"),
    ],
)
def test_dates(edtf: str, full: str, heading: str, rest: str) -> None:
    range_ = DateRange.from_edtf(edtf)
    assert range_
    assert full_date(range_) == full
    assert (month_heading(range_), date_in_month(range_)) == (heading, rest)


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
