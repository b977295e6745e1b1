"""Conditions: what is only so if something else is."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.words import words


def has_condition(grammar: SentenceGrammar) -> bool:
    """Whether a sentence has a condition: "if the dam bursts"."""
    return bool(words("condition") & set(grammar.lowers))


def loses_condition(grammar: SentenceGrammar, clause: Clause, runs: list[tuple[int, int]]) -> bool:
    """Whether a condition of the clause is outside its label: "if the dam bursts, …"."""
    return any(
        one.parent == clause.index
        and one.marker is not None
        and grammar.lowers[one.marker] in words("turning")
        and grammar.lowers[one.marker] != "than"
        and not any(first <= one.first < last for first, last in runs)
        for one in grammar.clauses
    )
