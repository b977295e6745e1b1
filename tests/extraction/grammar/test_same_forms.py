"""Past forms that are like their base."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar.same_forms import repair_same_forms

CASES = [
    ("a strong quake hit ardal .", "DT JJ NN NN NNP .", "DT JJ NN VBD NNP ."),
    ("the dam burst on thursday .", "DT NN NN IN NNP .", "DT NN VBD IN NNP ."),
    ("lund quit on friday .", "NNP VB IN NNP .", "NNP VBD IN NNP ."),
    ("the port shut in may .", "DT NN VBN IN NNP .", "DT NN VBD IN NNP ."),
    ("a storm hit ardal , guards said .", "DT NN NN NNP , NNS VBD .", "DT NN VBD NNP , NNS VBD ."),
    ("the dam , built in may , burst .", "DT NN , VBN IN NNP , NN .", "DT NN , VBN IN NNP , VBD ."),
    ("the dam that burst was old .", "DT NN WDT NN VBD JJ .", "DT NN WDT NN VBD JJ ."),
    ("they saw a dam that burst .", "PRP VBD DT NN WDT NN .", "PRP VBD DT NN WDT VBD ."),
    ("rebels set fire to the hall .", "NNS JJ NN TO DT NN .", "NNS VBD NN TO DT NN ."),
    ("ardal beat lund .", "JJ NN NNP .", "NNP VBD NNP ."),
    ("lund beat ardal and won .", "NNP CC NNP CC VBD .", "NNP VBD NNP CC VBD ."),
    ("lund beat ardal and will go .", "NNP CC NNP CC MD VB .", "NNP VBD NNP CC MD VB ."),
    ("a quake of 5.9 hit northern ardal .", "DT NN IN CD NN JJ NNP .", "DT NN IN CD VBD JJ NNP ."),
    ("a quake measuring 5.9 hit ardal .", "DT NN VBG CD NN NNP .", "DT NN VBG CD VBD NNP ."),
    ("the band of 10 hit songs .", "DT NN IN CD NN NNS .", "DT NN IN CD NN NNS ."),
    # Another verb before the comma, another form before it, a phrase without a verb.
    ("the price cut in may failed .", "DT NN NN IN NNP VBD .", "DT NN NN IN NNP VBD ."),
    ("the port will cut jobs .", "DT NN MD VB NNS .", "DT NN MD VB NNS ."),
    ("with the port shut , all left .", "IN DT NN VBN , DT VBD .", "IN DT NN VBN , DT VBD ."),
    ("a show broadcast by the port .", "DT NN VBN IN DT NN .", "DT NN VBN IN DT NN ."),
    ("the plan put into practice , work began .", "DT NN VBN IN NN , NN VBD .",
     "DT NN VBN IN NN , NN VBD ."),
    ("the cut was deep .", "DT NN VBD JJ .", "DT NN VBD JJ ."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "tags", "wanted"), CASES)
def test_the_only_verb_of_a_sentence_is_past(sentence: str, tags: str, wanted: str) -> None:
    given = tags.split()
    repair_same_forms(sentence.split(), given)
    assert given == wanted.split()
