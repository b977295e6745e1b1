"""Which of two clauses that report is the one to be read, kind by kind."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

SOURCES = [
    Case(
        "According to the Post, the crews wore caps that read “Let it Sink.”",
        "mixed the crews wore caps that read “Let it Sink.” < According to = Post",
    ),
    Case(
        "According to the Post, port officials saw to what would come if the mayor announced he "
        "would not stay.",
        "indirect port officials saw to what would come if the mayor announced he would not stay"
        " < According to = Post",
    ),
    Case(
        "Letters on the wreck that were labeled “secret” by the port are lost, according to people "
        "who have read them.",
        "mixed Letters on the wreck that were labeled “secret” by the port are lost"
        " < according to = people",
    ),
    Case(
        "Lund said the pier, which is a mile long, according to the port, was old.",
        "indirect the pier, which is a mile long, according to the port, was old < said = Lund",
    ),
    Case(
        "“We are late,” Lund told the crews, according to Karl Berg.",
        "direct We are late, < told = Lund",
    ),
]
OTHER_CLAUSES = [
    Case(
        "Lund told the crews in July he was warned to leave the port, the Oslo Post reported late "
        "on Thursday.",
        "indirect he was warned to leave the port < told = Lund",
    ),
    Case(
        "Forecasts indicate the ice may stay away, but if the wind turns it could reach the pier, "
        "said Karl Berg of the board of pilots and crews.",
        "indirect Forecasts indicate the ice may stay away, but if the wind turns it could reach "
        "the pier < said = Karl Berg",
    ),
]


@pytest.mark.parametrize("case", SOURCES + OTHER_CLAUSES, ids=lambda case: case.text[:40])
def test_reported(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
