"""The deed of a clause: which lemmas and phrases name what was done."""

from __future__ import annotations

import pytest

from wire import report

DEEDS = [
    ("The army took full control of the port of Ardal.", "take control"),
    ("Three sailors filed two separate lawsuits in Ardal.", "file a lawsuit"),
    ("Guards took the captain into custody on Monday.", "take into custody"),
    ("The captain was taken into custody on Monday.", "take into custody"),
    ("The chairman of the bank stepped down on Monday.", "step down"),
    ("The company made an offer on Monday.", "offer"),
    ("The barge sank in a storm on Monday.", "storm"),
]


@pytest.mark.parametrize(("sentence", "phrase"), DEEDS)
def test_a_deed_has_the_phrase_that_names_it(sentence: str, phrase: str) -> None:
    assert phrase in {lemma for one in report(sentence).propositions for lemma in one.lemmas}


def test_a_verb_without_the_rest_of_a_phrase_is_only_itself() -> None:
    [found] = [one.lemmas for one in report("The army took the port of Ardal.").propositions]
    assert found == ("take",)
