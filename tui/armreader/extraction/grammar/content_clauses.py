"""Content clauses without a "that": a phrase after a verb of saying, found to be a subject."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.syntax import NounPhrase, VerbGroup
from armreader.language import entries

_PAIR = 2
"""Phrases that an "and" joins without a comma."""
_NEAREST = 6
"""Clauses or phrases after a verb of saying among which what is said is looked for."""


def content_subject(
    clauses: OpenClauses, group: VerbGroup, fresh: int | None, waiting: int | None
) -> tuple[int, int] | None:
    """The depth of an open clause of saying, and its object, which a finite verb without a subject
    of its own shows to be what something is said of: "said the boat built in Ardal | sank".
    """
    if waiting is not None and not clauses.finite_left[group.last]:
        return None
    for depth in range(len(clauses.stack) - 1, max(-1, len(clauses.stack) - 12), -1):
        draft = clauses.stack[depth]
        verb = draft.verb
        if verb is None or verb.passive or verb.lemma not in clausal_verbs():
            continue
        after = clauses.drafts[draft.index + 1 : draft.index + _NEAREST]
        if any(one.governor == verb.head and one.kind == "complement" for one in after):
            return None
        held = _held(clauses, verb, min((one.first for one in after), default=group.first))
        own = held is None or (fresh is not None and _is_own(clauses, held, fresh))
        return None if own or held is None else (depth, held)
    return None


def _held(clauses: OpenClauses, verb: VerbGroup, end: int) -> int | None:
    """The first phrase after a verb, but for when and where something was said."""
    first = bisect_left(clauses.phrases, verb.last, key=lambda phrase: phrase.first)
    for place in range(first, min(first + _NEAREST, len(clauses.phrases))):
        phrase = clauses.phrases[place]
        if phrase.first >= end or clauses.tags[phrase.first - 1] == ",":
            return None
        of = clauses.lowers[phrase.last] == "of"  # "years of drought"
        if phrase.preposition is None and not (phrase.time and not of):
            return place
    alone = first + 1 == len(clauses.phrases)  # "said Friday was too late"
    return first if alone and clauses.phrases[first].preposition is None else None


def _is_own(clauses: OpenClauses, held: int, fresh: int) -> bool:
    """Whether a later phrase is a verb's subject: "the day | the ships left", "and the men left".

    Not the last of several after a preposition: "said notes from Lee, Ek and Berg | were found".
    """
    phrase = clauses.phrases[fresh]
    if held == fresh or clauses.phrases[fresh - 1].last == phrase.first:
        return True
    between = range(clauses.phrases[fresh - 1].last, phrase.first)
    joining = next((at for at in between if clauses.tags[at] == "CC"), None)
    if joining is None:
        return phrase.conjunct == held
    joined, first = 2, clauses.phrases[fresh - 1]
    while (before := _listed_after(first)) is not None and before != held:
        joined, first = joined + 1, clauses.phrases[before]
    several = joined > _PAIR or clauses.tags[joining - 1] != ","
    return first.preposition is None or not several


def _listed_after(phrase: NounPhrase) -> int | None:
    """The phrase that one follows in a list."""
    return phrase.apposition if phrase.conjunct is None else phrase.conjunct


@cache
def clausal_verbs() -> frozenset[str]:
    """Verbs that govern a clause and seldom a noun: "said the port was shut"."""
    return entries("grammar/clausal_verbs")
