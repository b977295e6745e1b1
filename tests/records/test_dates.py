"""DateRange: precision, EDTF there and back, and the arithmetic of intervals."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.records.dates import DateRange
from armreader.records.days import parse_day

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
RANGES = st.builds(
    lambda one, other, approximate: DateRange(min(one, other), max(one, other), approximate),
    DAYS,
    DAYS,
    st.booleans(),
)

# EDTF | first day | last day | precision
EDTF = """
2024-02-23            | 2024-02-23 | 2024-02-23 | day
2024-02               | 2024-02-01 | 2024-02-29 | month
2023-02~              | 2023-02-01 | 2023-02-28 | month
2023                  | 2023-01-01 | 2023-12-31 | year
2023~                 | 2023-01-01 | 2023-12-31 | year
199X                  | 1990-01-01 | 1999-12-31 | decade
19XX                  | 1900-01-01 | 1999-12-31 | century
2021/2022             | 2021-01-01 | 2022-12-31 | interval
2023-07/2023-09       | 2023-07-01 | 2023-09-30 | interval
2024-02-22/2024-02-25 | 2024-02-22 | 2024-02-25 | interval
2024-02-22/..         | 2024-02-22 |            | interval
../2024               |            | 2024-12-31 | interval
"""


# EDTF of years before the year 1 | first and last year, 1 BC being 0 | as people write it
ANCIENT = """
-0479        | -479  | -479 | 480 BC
0000         | 0     | 0    | 1 BC
-02XX        | -299  | -200 | 300–201 BC
-048X        | -489  | -480 | 490–481 BC
-1189/-1184  | -1189 | -1184 | 1190–1185 BC
-0049~/0020~ | -49   | 20   | 50 BC–AD 20
"""


@pytest.mark.parametrize("row", ANCIENT.strip().splitlines())
def test_years_before_christ(row: str) -> None:
    edtf, first, last, words = (field.strip() for field in row.split("|"))
    found = DateRange.from_edtf(edtf)
    assert found is not None
    assert (found.ancient, found.edtf, found.in_words) == ((int(first), int(last)), edtf, words)
    assert (found.earliest, found.latest, found.days) == (None, None, None)


def test_years_before_christ_come_first_and_meet_only_their_like() -> None:
    old, older = DateRange.astronomical(-479, -479), DateRange.astronomical(-489, -470)
    new = DateRange.year(30)
    assert sorted([new, old, older], key=lambda one: one.sort_key) == [older, old, new]
    assert (older.overlaps(old), older.contains(old), old.overlaps(new)) == (True, True, False)
    assert old.intersection(older) == old
    assert old.span(new) == DateRange.astronomical(-479, 30)
    assert DateRange.astronomical(1, 30) == DateRange.years(1, 30)


def rows() -> list[list[str]]:
    return [[field.strip() for field in line.split("|")] for line in EDTF.strip().splitlines()]


@pytest.mark.parametrize(("edtf", "first", "last", "precision"), rows())
def test_edtf(edtf: str, first: str, last: str, precision: str) -> None:
    found = DateRange.from_edtf(edtf)
    assert found is not None
    assert (found.earliest, found.latest) == (parse_day(first), parse_day(last))
    assert (found.precision, found.edtf) == (precision, edtf)
    assert found.approximate == edtf.endswith("~")


@pytest.mark.parametrize("text", ["", "now", "2024-13", "2024-02-30", "2024/2023", "24", "x/2024"])
def test_what_is_no_edtf(text: str) -> None:
    assert DateRange.from_edtf(text) is None


def test_weeks_run_from_monday_to_sunday() -> None:
    assert DateRange.week(2024, 8).edtf == "2024-02-19/2024-02-25"
    assert DateRange.week(2020, 53).edtf == "2020-12-28/2021-01-03"


def test_a_range_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        DateRange(date(2024, 2, 2), date(2024, 2, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-23", date(2024, 2, 23)),
        ("2024-02-23T10:00Z", date(2024, 2, 23)),
        ("20240223", date(2024, 2, 23)),
        ("2024-02-30", None),
        ("2024-02-231", None),
        ("23 February", None),
    ],
)
def test_parse_day(text: str, expected: date | None) -> None:
    assert parse_day(text) == expected


@given(RANGES)
def test_edtf_there_and_back(one: DateRange) -> None:
    assert DateRange.from_edtf(one.edtf) == one


@given(RANGES, RANGES)
def test_intersection_lies_in_both_and_span_holds_both(one: DateRange, other: DateRange) -> None:
    both, around = one.intersection(other), one.span(other)
    assert around.contains(one)
    assert around.contains(other)
    assert one.overlaps(other) == (both is not None)
    if both:
        assert one.contains(both)
        assert other.contains(both)


@given(RANGES)
def test_a_range_is_as_long_as_it_says(one: DateRange) -> None:
    assert one.days == (one.latest - one.earliest).days + 1 if one.latest and one.earliest else None


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2024-03-01", "2024-03-04", 3),
        ("2024-03", "2024-04", 1),
        ("2024-03-01/2024-03-05", "2024-03-03", -2),
        ("2024-03-01/..", "2024-02-20", 10),
        ("2024-03-01/..", "2024-02-20/..", None),
    ],
)
def test_the_gap_between_two_ranges(one: str, other: str, days: int | None) -> None:
    first, second = DateRange.from_edtf(one), DateRange.from_edtf(other)
    assert first
    assert second
    gap = timedelta.min if days is None else timedelta(days=days)
    assert first.gap(second) == second.gap(first) == gap


def test_an_approximate_range_with_a_likeliest_day_is_shown_and_ordered_as_about_that_day() -> None:
    news = DateRange(date(2021, 5, 10), date(2021, 5, 12), True, likeliest=date(2021, 5, 11))
    monday, wednesday = DateRange.day(date(2021, 5, 10)), DateRange.day(date(2021, 5, 12))
    assert news.edtf == "2021-05-11~"
    assert news.shown == DateRange.day(date(2021, 5, 11), approximate=True)
    assert monday.sort_key < news.sort_key < wednesday.sort_key
    assert news.overlaps(wednesday)
    assert news.days == 3
    assert monday.shown is monday
