"""Tags that the sentence as a whole shows to be wrong."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar.repairs import repair_subjects

CASES = [
    ("violent clashes erupted in Ardal", "JJ VBZ VBN IN NNP", "JJ NNS VBD IN NNP"),
    ("border clashes between the two continued", "NN VBZ IN DT CD VBD", "NN NNS IN DT CD VBD"),
    ("the army attacks the town", "DT NN VBZ DT NN", "DT NN VBZ DT NN"),
    ("the mayor says in a note", "DT NN VBZ IN DT NN", "DT NN VBZ IN DT NN"),
]


@pytest.mark.parametrize(("sentence", "tags", "wanted"), CASES)
def test_an_event_before_its_verb_is_a_noun(sentence: str, tags: str, wanted: str) -> None:
    given = tags.split()
    repair_subjects(sentence.lower().split(), given)
    assert given == wanted.split()
