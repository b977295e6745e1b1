"""Retellings: sentences of other articles that say a row in other words."""

from __future__ import annotations

import pytest

from armreader.records import Event
from wire import linked, report

SCHOOL = "the Elsby School of Rope and Nets for poor crews"
FOUNDED = (
    "A clerk for Ardal\nThe council named Ada Moen the clerk of Ardal on Monday.\n"
    f"Moen founded {SCHOOL} in 1990.\n"
)
AROUND = "A school burned. Old rope was sold. Nets tore. Elsby lost a bridge." + 20 * " Boats lay."
"""Against which the words of a row are rare; some have one of them."""


def founded(sentence: str) -> tuple[Event, list[str]]:
    """The row of who founded a school, and the words of its mentions in a second report."""
    other = report(f"Votes\nThe town of Ardal voted.\n{sentence}\n", "2021-04-06")
    found = linked(report(f"{FOUNDED}{AROUND}\n", "2021-04-05"), other)
    (row,) = [one for one in found.events if one.prominent and "founded the" in one.label]
    text = other.article.text
    return row, [
        text[slice(*each.trigger)] for each in row.mentions if each.article == other.article.id
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (f"By then Moen, who opened {SCHOOL}, was rich.", ["opened"]),
        (f"By then Moen, who may open {SCHOOL}, was rich.", []),  # another status
        (f"By then Moen, who opened {SCHOOL} in 2015, was rich.", []),  # other days
        ("In the town Moen opened a bank, a school of nets and the Elsby mill.", []),
        ("By then Moen, who opened the Elsby School, was rich.", []),  # too little
    ],
)
def test_a_row_has_the_sentences_that_say_most_of_it(sentence: str, words: list[str]) -> None:
    _, mentions = founded(sentence)
    assert mentions == words


def test_a_mention_says_why_it_is_of_the_row() -> None:
    row, _ = founded(f"By then Moen, who opened {SCHOOL}, was rich.")
    assert row.mentions[-1].reason.rule == "event-retold"
    assert row.reason.rule == "event-retold"  # and not that two say who did what


def test_the_words_of_a_long_name_say_what_one_of_them_would() -> None:
    bloc = "Northern Fishing Harbour Treaty Organisation"
    row = f"Moen joins\nAda Moen of Ardal grew tired of the {bloc} in May.\n{AROUND}"
    other = f"Talk\nThe town voted.\nIn a speech Berg, who has led the {bloc}, was mild.\n{AROUND}"
    found = linked(report(f"{row}\n", "2021-06-05"), report(f"{other}\n", "2021-06-06"))
    (tired,) = [one for one in found.events if one.prominent and "tired" in one.label]
    assert len({each.article for each in tired.mentions}) == 1
