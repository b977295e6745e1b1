"""What goes on after an attribution, and marks and labels that nobody says anything with."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

AFTER_ATTRIBUTIONS = [
    Case(
        "The crews were late, Ada Lund said, and the ferries were old.",
        "indirect The crews were late … and the ferries were old < said = Ada Lund",
    ),
    Case(
        "Gifts are checked to see that they fit the rules, Lund said, but “we never ask who "
        "gives.”",
        "mixed Gifts are checked to see that they fit the rules … we never ask who gives. < "
        "said = Lund",
    ),
    Case(
        "The crews were late, Ada Lund said, and left the room.",
        "indirect The crews were late < said = Ada Lund",
    ),
    Case(
        "“He is to cheer us,” Lund said. Instead, “he just acts like a tired man.”",
        "direct He is to cheer us, < said = Lund\ndirect he just acts like a tired man. < - = Lund",
    ),
]
NOBODYS = [
    Case(
        "It is too soon to say how bad the damage to Oslo might be.",
        "",
    ),
    Case(
        "Oslo was hit. It's implied that Lund won't stand in the way.",
        "",
    ),
]
WORKS = [
    Case(
        "Berg, who has been in “Tides and Sea” and “Guardians of the Port,” posted the clip.",
        "",
    ),
    Case(
        "Karl Falk's best song “Let Us Go” blared from the quay.",
        "",
    ),
    Case(
        "The show began with a film, “Tides and Sea,” in May.",
        "",
    ),
]
HEADINGS = [
    Case(
        "“It is late,” Ada Lund said.\n"
        "\n"
        "'Bonds that last.'\n"
        "\n"
        "Her crews had been there since spring. “We work,” she said.",
        "direct It is late, < said = Ada Lund\ndirect We work, < said = Ada Lund",
    ),
    Case(
        "Lund led for a while.\n"
        "\n"
        "Lund: Now or never.\n"
        "\n"
        "Lund has never lost the north, and her crews like her.\n"
        "\n"
        "Falk: Just hang on.\n"
        "\n"
        "Falk lost a race in May and has no crews in the south.\n"
        "\n"
        "Berg: See you later.\n"
        "\n"
        "Berg hardly came at all.",
        "",
    ),
]


@pytest.mark.parametrize(
    "case",
    [*AFTER_ATTRIBUTIONS, *NOBODYS, *WORKS, *HEADINGS],
    ids=lambda case: case.text[:40],
)
def test_joint_or_refusal(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
