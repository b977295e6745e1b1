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
    ("The union held a strike on Monday.", "strike"),
    ("The barge sank in a storm on Monday.", "storm"),
    ("A strong earthquake hit the port of Ardal on Monday.", "earthquake"),
    ("An explosion rocked the yard of Lund Marine on Monday.", "explosion"),
]


@pytest.mark.parametrize(("sentence", "phrase"), DEEDS)
def test_a_deed_has_the_phrase_that_names_it(sentence: str, phrase: str) -> None:
    assert phrase in {lemma for one in report(sentence).propositions for lemma in one.lemmas}


def test_a_verb_without_the_rest_of_a_phrase_is_only_itself() -> None:
    [found] = [one.lemmas for one in report("The army took the port of Ardal.").propositions]
    assert found == ("take",)


EVENTS = [
    ("Police made an arrest in Ardal on Monday.", "event"),
    ("The union held a strike in Ardal on Monday.", "event"),
    ("The captain went to Ardal on Monday.", "event"),
    ("The union holds a strike every year.", "state"),
    ("The premier had a speech to give in Ardal.", "state"),
    ("The firm made tyres in Ardal.", "state"),
]


@pytest.mark.parametrize(("sentence", "form"), EVENTS)
def test_a_verb_that_says_little_reports_the_event_that_is_its_object(
    sentence: str, form: str
) -> None:
    assert report(sentence).propositions[0].form == form
