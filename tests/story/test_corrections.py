"""Corrections in words."""

from __future__ import annotations

import pytest

from armreader.records import Correction
from armreader.story.corrections import correction_in_words, is_about
from dossiers import GAZETTE, harbour_dossier, span

VOTE = f"gazette@{span(GAZETTE, 'close the', 1).start}"


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (Correction("date", "gazette", "2030-03-07"), "appeared on 2030-03-07"),
        (Correction("source", "gazette", "Post"), "is a report of Post"),
        (Correction("speaker", "q-stand", "Tom"), "“We cannot keep it standing” was said by Tom"),
        (Correction("hide", "q-stand"), "“We cannot keep it standing” is not a quote"),
        (Correction("same", "q-stand", "q-upright"), "is the same as “It can no longer be kept up"),
        (Correction("hide", VOTE), "is not an event"),
        (Correction("call", VOTE, "The vote"), "is called “The vote”"),
        (Correction("furniture", "gazette@0", "10"), f"“{GAZETTE[:10].strip()}” is not part of"),
        (Correction("join", VOTE, "a-0123456789@4"), "is the same as a-0123456789@4"),
    ],
)
def test_a_correction_says_what_and_of_what(correction: Correction, words: str) -> None:
    sentence = correction_in_words(harbour_dossier(), correction)
    assert words in sentence
    assert sentence.startswith("“")
    assert "\n" not in sentence
    assert is_about(harbour_dossier(), correction)


def test_what_is_of_another_dossier_is_named_by_its_id() -> None:
    other = Correction("call", "a-0123456789@4", "It")
    assert correction_in_words(harbour_dossier(), other) == "a-0123456789@4 is called “It”"
    assert not is_about(harbour_dossier(), other)
