"""The holder of a sum of money: who spent, raised or lost it, as its clause says."""

from __future__ import annotations

from armreader.extraction.grammar.syntax import Clause
from armreader.extraction.quantities.roles import Place
from armreader.extraction.quantities.sources import source_of
from armreader.records import Span

_PRONOUNS = frozenset(("PRP", "PRP$"))
_STEPS = 3
"""Clauses up from "spending $4m" to the subject that spent it."""


def holder_of(place: Place) -> Span | None:
    """The words that name it: Acme for "Acme's losses reached $4m", the speaker for "it lost"."""
    tagged, clause = place.tagged, place.clause
    for _ in range(_STEPS):
        if clause is None:
            return None
        if clause.subject is not None:
            break
        clause = None if clause.parent is None else tagged.clauses[clause.parent]
    if clause is None or clause.subject is None:
        return None
    if tagged.tags[clause.subject.head] in _PRONOUNS:
        return source_of(place)
    return _of_subject(place, clause)


def _of_subject(place: Place, clause: Clause) -> Span | None:
    tagged, subject = place.tagged, clause.subject
    if subject is None or subject.phrase is None or subject.phrase == place.phrase:
        return None
    phrase = tagged.phrases[subject.phrase]
    for token in range(phrase.first, phrase.head):
        if tagged.tags[token] == "PRP$":
            return source_of(place)
        if tagged.tags[token] == "POS":
            return tagged.span(phrase.first, token)
    behind = tagged.phrases[subject.phrase + 1 : subject.phrase + 2]
    if behind and behind[0].preposition == phrase.last and behind[0].first < place.first:
        inner = behind[0]
        if tagged.tags[inner.first] == "PRP$":
            return source_of(place)
        if tagged.lowers[phrase.last] in ("of", "by", "from", "to"):
            return inner.span
    return phrase.span
