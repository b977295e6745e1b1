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
    Case(
        "Anders Moe said the ads were false. “They are a joke,” he said.\n\n"
        "That is something which worries Karl Falk, president of the club. “No one sings,” he "
        "said.",
        "indirect the ads were false < said = Anders Moe\n"
        "direct They are a joke, < said = Anders Moe\n"
        "direct No one sings, < said = Karl Falk",
    ),
    Case(
        "Anders Moe praised Karl Falk, president of the club. “He sings,” he said.",
        "indirect praised Karl Falk, president of the club < praised = Anders Moe\n"
        "direct He sings, < said = Anders Moe",
    ),
    Case(
        "Several doctors met on Monday. They said the port was old.",
        "indirect the port was old < said = doctors",
    ),
    Case(
        "The letter came on Monday. It said the port was old.",
        "indirect the port was old < said = letter",
    ),
    Case(
        "The email, sent by Norsk Havn, came late. “We wait for the boats,” it reads.",
        "direct We wait for the boats, < reads = email",
    ),
    Case(
        "Polls fell in May. They said the port was old.",
        "indirect the port was old < said = ?",
    ),
    Case(
        "No doctors came. They said the port was old.",
        "indirect the port was old < said = ?",
    ),
    Case(
        "Women run the port, they said.",
        "indirect Women run the port < said = ?",
    ),
    Case(
        "Doctors backed the plan, which they say will save the port.",
        "indirect the plan … will save the port < say = Doctors",
    ),
    Case(
        "But Lund would do well to begin “building bridges,” said David Falk.",
        "mixed Lund would do well to begin “building bridges,” < said = David Falk",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_antecedent(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
