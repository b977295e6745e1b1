"""Publication dates: inferred as narrowly as the evidence allows, and never from today."""

from __future__ import annotations

import pytest

from armreader.records import Publication
from wire import QUAKE, QUAKE_UNDATED, VOTE, linked, report


def published(text: str) -> Publication:
    return linked(report(text)).articles[0].publication


@pytest.mark.parametrize(
    ("text", "edtf", "rule"),
    [
        (
            "Bridge\nThe bridge collapsed in March 2019 and was closed.",
            "2019-03/..",
            "publication-latest-date",
        ),
        (
            "Bridge\nThe bridge collapsed in June 2018. In April of this year the road was closed.",
            "2019",
            "publication-this-year",
        ),
        (
            "Bridge\nThe bridge was built in 1998. In April of this year the road was closed.",
            "1999/..",
            "publication-this-year",
        ),
        (
            "Bridge\nThe fund was closed in 2012 and will be kept by the town until 2030.",
            "2012/..",
            "publication-latest-date",
        ),
        ("Bridge\nThe bridge will open in March 2031.", "", "publication-unknown"),
        ("Bridge\nThe bridge collapsed on Monday.", "", "publication-unknown"),
    ],
)
def test_from_within(text: str, edtf: str, rule: str) -> None:
    found = published(text)
    assert (found.range.edtf if found.range else "") == edtf
    assert found.reason.rule == rule
    assert found.basis == ("inferred" if edtf else "unknown")


def test_the_weekday_of_news_that_a_dated_source_also_opens_with() -> None:
    found = linked(QUAKE, QUAKE_UNDATED).articles[1].publication
    assert found.basis == "inferred"
    assert found.range is not None
    assert found.range.edtf == "2021-05-11/2021-05-17"
    assert found.reason.rule == "publication-same-news"
    assert {one.article for one in found.evidence} == {
        QUAKE.article.id,
        QUAKE_UNDATED.article.id,
    }


def test_different_news_dates_nothing() -> None:
    assert linked(VOTE, QUAKE_UNDATED).articles[1].publication.basis == "unknown"


def test_last_year_where_another_source_gives_the_year() -> None:
    dated = report(
        "Talks\nThe rebels seized the northern port of Ardal in September last year, and talks"
        " have failed since."
    )
    other = report("Port\nIn September 2016, the rebels seized the northern port of Ardal.")
    found = linked(dated, other).articles[0].publication
    assert found.range is not None
    assert found.range.edtf == "2017"
    assert found.reason.rule == "publication-last-year"


def test_each_piece_of_evidence_counts_by_itself() -> None:
    found = published(
        "Bridge\nThe bridge collapsed in June 2018. In April of this year the road was closed."
    )
    assert [(one.range.edtf, one.reason.rule) for one in found.grounds] == [
        ("2018-06/..", "publication-latest-date"),
        ("2019", "publication-this-year"),
    ]
    assert set(found.evidence) == {p for one in found.grounds for p in one.reason.passages}
    assert not published("Bridge\nThe bridge collapsed in June 2018.").grounds


def test_evidence_that_clashes_is_shown_next_to_the_date() -> None:
    dated = report(
        "Talks\nThe rebels seized the northern port of Ardal in September last year, and talks"
        " have failed since. A truce was signed in June 2021."
    )
    other = report("Port\nIn September 2016, the rebels seized the northern port of Ardal.")
    found = linked(dated, other).articles[0].publication
    assert found.range
    assert found.range.edtf == "2021-06/.."
    assert [(one.range.edtf, one.reason.rule) for one in found.others] == [
        ("2017", "publication-last-year")
    ]


def test_what_is_given_stays() -> None:
    assert linked(QUAKE).articles[0].publication == QUAKE.article.publication
