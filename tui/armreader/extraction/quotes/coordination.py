"""Coordination: where the verb that reports is followed by another of the same subject.

``Falk praised the crew and left for Oslo``: what was praised ends before "and left".
"""

from __future__ import annotations

from bisect import bisect_left

from armreader.extraction.grammar import Clause, SentenceGrammar, VerbGroup
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.phrases import Range

_JOINTS = frozenset((",", "and", "but", "or"))


def clause_of(sentence: Blanked, verb: int) -> tuple[SentenceGrammar, Clause] | None:
    """The clause whose verb stands at a token, with the grammar of its sentence."""
    grammar = sentence.grammar.at(sentence.starts[verb])
    token = grammar.token_at(sentence.starts[verb]) if grammar else None
    if grammar is None or token is None:
        return None
    for clause in grammar.clauses:
        if clause.verb and clause.verb.head == token:
            return grammar, clause
    return None


def subject_by_clause(sentence: Blanked, verb: int) -> Range | None:
    """The tokens of the subject that the clauses of the sentence give a verb."""
    found = clause_of(sentence, verb)
    subject = found[1].subject if found else None
    if found is None or subject is None or subject.shared:
        return None
    starts = sentence.starts
    start = bisect_left(starts, found[0].starts[subject.first])
    end = bisect_left(starts, found[0].ends[subject.last - 1])
    inside = start < end <= verb and starts[start] == found[0].starts[subject.first]
    return (start, end) if inside and RUN not in sentence.lowers[start:end] else None


def next_verb_of_subject(sentence: Blanked, verb: int, start: int, end: int) -> int | None:
    """The token before which what a verb reports ends, as another verb goes on beside it."""
    found = clause_of(sentence, verb)
    if found is None or found[1].verb is None:
        return None
    grammar, own = found
    for clause in grammar.clauses[own.index + 1 :]:
        if clause.kind != "coordinated" or clause.verb is None:
            continue
        if clause.first != clause.verb.first or not _beside(grammar.clauses, clause, own):
            continue
        at = bisect_left(sentence.starts, grammar.starts[clause.first])
        joined = start < at < end and sentence.lowers[at - 1] in _JOINTS
        if joined and _same_form(found[1].verb, clause.verb):
            while at > start and sentence.lowers[at - 1] in _JOINTS:
                at -= 1
            return at
    return None


def _same_form(one: VerbGroup, other: VerbGroup) -> bool:
    return one.finite == other.finite and one.tense == other.tense


def _beside(clauses: tuple[Clause, ...], clause: Clause, own: Clause) -> bool:
    """Whether one clause is coordinated with another, directly or by those between them."""
    while clause.kind == "coordinated" and clause.parent is not None:
        if clause.parent == own.index:
            return True
        clause = clauses[clause.parent]
        if clause.verb is None or clause.first != clause.verb.first:
            return False
    return False
