"""Tolls that a participle adds to what happened: "a bus overturned, killing 11 and hurting 20"."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.language.event_classes import classes_of


def added_tolls(grammar: SentenceGrammar, clause: Clause) -> set[int]:
    """Where participles of a clause begin that say who was killed or how many were hurt."""
    found: set[int] = set()
    clauses = grammar.clauses
    if clause.parent is not None and clauses[clause.parent].kind == "relative":
        return found  # "the ship that sank after a leak was found, killing two": which killed?
    for one in clauses:
        if not one.objects or not _adds_toll(grammar, clause, one, found):
            continue
        classes = classes_of(one.verb.lemma) if one.verb else ()
        counted = "CD" in grammar.tags[one.objects[0].first : one.objects[0].last]
        if "death.kill" in classes or (counted and "harm.wound" in classes):
            found.add(one.first)
    return found


def _adds_toll(grammar: SentenceGrammar, clause: Clause, one: Clause, tolls: set[int]) -> bool:
    """Whether a clause hangs on another as a toll does, or goes on with one: "and hurting 20".

    A comma parts it from what is said of an object: "a bus carrying pilgrims, killing 11".
    """
    if one.parent is None:
        return False
    above = grammar.clauses[one.parent]
    if one.kind == "coordinated":
        return above.first in tolls
    if one.kind != "participle" or above.index == clause.index:
        return one.kind == "participle"
    apart = grammar.lowers[one.first - 1] == ","
    return apart and above.kind == "participle" and above.parent == clause.index
