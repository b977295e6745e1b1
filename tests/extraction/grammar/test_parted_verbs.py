"""Verbs that a time parts from their auxiliary."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import analyse
from armreader.extraction.grammar.parted_verbs import repair_parted_subjects
from armreader.records import Sentence, Span

CASES = [
    ("Olaf Berg was last night jailed for theft.", "was … jailed passive"),
    ("The port was on Monday closed to ships.", "was … closed passive"),
    ("The board had last month fired the head.", "had … fired perfect"),
    ("Police were last night hunting a guard.", "were … hunting progressive"),
    ("The mayor has today resigned.", "has … resigned perfect"),
    ("The party was in the hall on Monday.", "was … was"),
]


@pytest.mark.parametrize(("sentence", "wanted"), CASES)
def test_the_two_are_one_group_by_rules_and_by_parse(sentence: str, wanted: str) -> None:
    [rules] = analyse(sentence, [Sentence(Span(0, len(sentence)), "body", 0)])
    for grammar in (rules, rules.parsed):
        verb = grammar.clauses[0].verb
        assert verb is not None
        kinds = [name for name in ("passive", "perfect", "progressive") if getattr(verb, name)]
        group = f"{grammar.words[verb.first]} … {grammar.words[verb.head]}"
        assert " ".join([group, *kinds]) == wanted


DAYS = [
    ("Norvanian troops Thursday left the port.", "troops left"),
    ("Answering the raid, Norvanian troops Thursday left the port.", "troops left"),
    ("The mayor yesterday sold the port.", "mayor sold"),
]


@pytest.mark.parametrize(("sentence", "wanted"), DAYS)
def test_a_day_between_subject_and_verb_is_no_subject(sentence: str, wanted: str) -> None:
    [rules] = analyse(sentence, [Sentence(Span(0, len(sentence)), "body", 0)])
    for grammar in (rules, rules.parsed):
        [(subject, verb)] = [
            (one.subject, one.verb)
            for one in grammar.clauses
            if one.verb is not None and one.verb.finite
        ]
        assert subject is not None
        assert verb is not None
        assert f"{grammar.words[subject.head]} {grammar.words[verb.head]}" == wanted


@pytest.mark.parametrize("day", ["Black Friday", "Good Friday"])
def test_a_day_with_a_name_stays_a_name(day: str) -> None:
    tags = ["NNP", "NNP", "VBD", "NN"]
    repair_parted_subjects([*day.lower().split(), "hurt", "trade"], tags)
    assert tags == ["NNP", "NNP", "VBD", "NN"]
