"""Whom a pronoun means after a question, beside another's spokesman and in a sentence of two."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

CASES = [
    Case(
        "In May, Karl Berg of the Post asked Mayor Bernt Lund whether his age was fair game."
        "\n\n“Sure it is,” he said.",
        "indirect whether his age was fair game < asked = Karl Berg\n"
        "direct Sure it is, < said = Bernt Lund",
    ),
    Case(
        "The Post asked Mayor Ada Lund about the dam and Eva Falk of the port listened.\n\n"
        "“It leaks,” she said.",
        "indirect asked Mayor Ada Lund about the dam and Eva Falk of the port listened"
        " < asked = Post\n"
        "direct It leaks, < said = Ada Lund",
    ),
    Case(
        "Falk consultant Karl Berg, the best pollster of the port, liked it. “It works,” he said.",
        "direct It works, < said = Karl Berg",
    ),
    Case(
        "Mayor Ada Lund met Eva Falk. She said it was late.",
        "indirect it was late < said = Ada Lund",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_antecedent(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
