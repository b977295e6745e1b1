"""Lines that a program broke are joined; lines that somebody wrote are not."""

from __future__ import annotations

import textwrap

import pytest

from armreader.reading.wrapping import unwrapped

PARAGRAPHS = [
    "The council of the city voted on Monday for a second bridge over the river, after a debate"
    " that had lasted for nine hours, and the mayor spoke of a day that nobody would forget.",
    "“Work begins in spring,” she said. “It will be done in two years, and not one day later, for"
    " we have waited long enough.” Her opponents had left the hall by then, some in tears.",
]


@pytest.mark.parametrize("width", [60, 66, 72])
def test_wrapped_paragraphs_are_made_whole(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert unwrapped(wrapped) == "\n\n".join(PARAGRAPHS)


def test_a_headline_above_stays_a_line_of_its_own() -> None:
    text = "Council votes for bridge\nBy Anna Kalnina\n\n" + textwrap.fill(" ".join(PARAGRAPHS), 70)
    assert unwrapped(text).split("\n")[:2] == ["Council votes for bridge", "By Anna Kalnina"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "Advertisement\nAdvertisement\nWorld\nLearn more\n" * 9,
        "A short line that somebody wrote\nand another of them, a little longer\nthen one\n" * 9,
        "- " + "\n- ".join(["an item of a list that goes on for some sixty characters, say"] * 9),
        "",
    ],
)
def test_lines_that_somebody_wrote_stay(text: str) -> None:
    assert unwrapped(text) == text
