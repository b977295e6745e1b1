"""Verbs that a time parts from their auxiliary."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import analyse
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
