"""Sentences that are easily misread: each gives a true label, or none."""

from __future__ import annotations

import pytest

from wire import report

LABELS = {
    "The board was criticized for promoting in a note a sale of the port.": (
        "The board was criticized for promoting in a note a sale of the port"
    ),
    "Ann Lee insisted that clerks who refused to pay for the port - as some have - were wrong.": (
        "Ann Lee insisted that clerks who refused to pay for the port - as some have - were wrong"
    ),
    "Ann Lee and Olaf Berg, the parents of two sailors killed in the 2012 blast, "
    "have sued the line in Ardal.": "Ann Lee and Olaf Berg have sued the line in Ardal",
    "Olaf Berg, an ally of the mayor, said on Thursday his one fear is that it leaks.": (
        "Olaf Berg said his one fear is that it leaks"
    ),
    "On Tuesday, Ann Lee criticized an Ardal, Okla., police officer for shooting a dog.": (
        "Ann Lee criticized an Ardal, Okla., police officer for shooting a dog"
    ),
    "Ann Lee also asserted on Monday that the dam would hold.": (
        "Ann Lee asserted that the dam would hold"
    ),
    "Ann Lee refused on Monday to say the words ‘open port’ at the meeting.": (
        "Ann Lee refused on Monday to say the words ‘open port’ at the meeting"
    ),
    "Mr. Berg said the meeting in May in Ardal would be the last of the board.": (
        "Mr. Berg said the meeting in May in Ardal would be the last of the board"
    ),
    "The dam will hold for years, Ann Lee, the former mayor and a candidate, told the Courier.": (
        "The dam will hold for years, Ann Lee, the former mayor and a candidate, told the Courier"
    ),
}

CUT = {
    "Polls suggested that old voters - who have helped push the once deeply red state to the left"
    " - stayed at home.": "deeply red",
    "Ann Lee was praised on Wednesday at a Ruritania harbour fair.": "a Ruritania\n",
    "The poll was taken May 16-19, and nobody paid for it.": "16-\n",
    "Two others have not said who they would vote for.": "said",
    "The authors of that piece were left content on Monday.": "piece",
    "Ann Lee asserted to reporters on Monday.": "asserted",
    "Ann Lee left the hall around noon on Friday and Olaf Berg an hour later.": "Berg",
    "Ann Lee said on Tuesday that the port was still owned and run by the state.": "still owned\n",
    "The blue flag Ann Lee raised on Wednesday has been seen in many towns.": "raised\n",
    "Ann Lee said if the board closes the port, she would leave the town.": "said",
    "Ann Lee said as she opened the port in Ardal, “We are free.”": "said",
    "Ann Lee had been expected to visit the port as early as Friday.": "as early\n",
    "The more Ann Lee has won, the more the board has feared her.": "won",
    "Lawyers for Ann Lee could not be reached for comment on Saturday.": "reached",
    "A spokesman for the port declined to comment on Saturday.": "declined",
}
"""Sentences, and a word that is in none of their labels, or ends none of them."""


def labels(text: str) -> list[str]:
    """The labels of a report of a sentence, as they are read."""
    one = report(f"Notes\n{text}", "2021-02-01")
    return [
        " ".join(one.article.text[slice(*span)] for span in each.label).replace(" ,", ",")
        for each in one.propositions
        if each.label
    ]


@pytest.mark.parametrize(("sentence", "label"), LABELS.items())
def test_an_aside_a_mark_or_an_abbreviation_does_not_cut_a_label(sentence: str, label: str) -> None:
    assert label in labels(sentence)


@pytest.mark.parametrize(("sentence", "word"), CUT.items())
def test_what_says_nothing_by_itself_has_no_label(sentence: str, word: str) -> None:
    assert not any(word in label + "\n" for label in labels(sentence))
