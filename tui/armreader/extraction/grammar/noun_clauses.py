"""Noun phrases of a sentence that is being read: whose subject, object or predicate they are."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar.drafts import Draft, OpenClauses
from armreader.extraction.grammar.phrases import PHRASE_STARTS, VERBS, noun_phrase_end, time_nouns
from armreader.extraction.grammar.syntax import FINITE, NounPhrase
from armreader.language import entries

_SHARES = frozenset(("few", "many", "more", "most", "much", "several"))
"""Adjectives that stand for a noun before "of"."""
_AHEAD = 14
"""Tokens searched for the mark that ends an apposition."""


def read_phrase(clauses: OpenClauses, first: int) -> int:
    last, head = noun_phrase_end(clauses.tags, clauses.words, first)
    if head < 0:
        return first + 1
    tags, top = clauses.tags, clauses.stack[-1]
    described = tags[head] in ("JJ", "JJR", "JJS") and tags[first] not in ("DT", "PRP$")
    if described and not _is_share(clauses, head, last):
        _adjective(clauses, first, last, head)
        return last
    place = len(clauses.phrases)
    before = clauses.phrases[-1] if clauses.phrases else None
    attached = conjunct = apposition = None
    time = clauses.lowers[head] in time_nouns() and "POS" not in tags[first:head]
    bare = clauses.preposition is None
    if not bare:
        of = clauses.lowers[clauses.preposition or 0] == "of"
        if before and (of or (top.verb is None and before.last == clauses.preposition)):
            attached = place - 1
        else:
            top.obliques.append(place)
    elif before and _is_joined(clauses, before, last):
        conjunct = place - 1 if before.conjunct is None else before.conjunct
        bare = before.preposition is None
    elif before and clauses.comma == first - 1 and before.last == clauses.comma and not time:
        if last < len(tags) and tags[last] == "CC" and _joins_phrases(clauses, last):
            conjunct = place - 1 if before.conjunct is None else before.conjunct
            bare = before.preposition is None
        elif _ends_before_verb(clauses, last):
            apposition = place - 1
            bare = False
    clauses.phrases.append(
        NounPhrase(
            first, last, head, clauses.span(first, last),
            clauses.preposition, attached, conjunct, apposition, time,
        )
    )  # fmt: skip
    clauses.preposition = None
    if bare:
        _bare(clauses, place, top)
    clauses.joining = None
    return last


def _is_share(clauses: OpenClauses, head: int, last: int) -> bool:
    """Whether an adjective is for part of what follows: "said most of them had left"."""
    return clauses.lowers[head] in _SHARES and clauses.lowers[last : last + 1] == ["of"]


def _is_joined(clauses: OpenClauses, before: NounPhrase, last: int) -> bool:
    """Whether "and" joins a phrase to the one before, and does not open a clause of which it is
    the subject: "ships left the port, and the harbour burned".
    """
    joining = clauses.joining
    if joining is None or before.last < joining - 1:
        return False
    apart = clauses.stack[-1].verb is not None and clauses.comma == joining - 1
    opens = (
        apart and before.conjunct is None and not FINITE.isdisjoint(clauses.tags[last : last + 1])
    )
    return not opens


def _joins_phrases(clauses: OpenClauses, at: int) -> bool:
    return at + 1 < len(clauses.tags) and clauses.tags[at + 1] in PHRASE_STARTS


def _ends_before_verb(clauses: OpenClauses, first: int) -> bool:
    """Whether a mark comes before any verb: "a lawyer from Bonn," is an apposition."""
    for at in range(first, min(first + _AHEAD, len(clauses.tags))):
        tag = clauses.tags[at]
        if tag in (",", ".", ":", "''", "-LRB-", "-RRB-", "WP", "WP$", "WDT"):
            return True
        if tag in VERBS or tag == "MD":
            return tag == "VBN" or tag == "VBG"
    return True


def _adjective(clauses: OpenClauses, first: int, last: int, head: int) -> None:
    top = clauses.stack[-1]
    if top.verb and top.verb.copula and top.predicate is None and not clauses.loose:
        top.predicate = len(clauses.phrases)
        clauses.phrases.append(NounPhrase(first, last, head, clauses.span(first, last)))
    clauses.preposition = None


def _bare(clauses: OpenClauses, place: int, top: Draft) -> None:
    phrase = clauses.phrases[place]
    verb = top.verb
    if phrase.conjunct is not None:
        if verb is None or clauses.comma < phrase.first - 2:
            clauses.loose.append(place)
        return
    clauses.loose.append(place)
    if verb is None:
        (top.obliques if phrase.time else top.bare).append(place)
    elif phrase.time and not clauses.adjacent(place, verb):
        top.obliques.append(place)
    elif clauses.comma > verb.head:
        top.bare.append(place)
    elif top.there and top.subject is None:
        top.subject = place  # "there were protests"
    elif verb.copula:
        if top.predicate is None:
            top.predicate = place
    elif phrase.time and verb.lemma not in ("spend", "waste", "take", "mark"):
        top.obliques.append(place)
    elif verb.passive:
        if verb.lemma in _two_objects() and clauses.adjacent(place, verb):
            top.objects.append(place)
    elif not top.objects:
        if not any(one > 0 and clauses.phrases[one].first > verb.head for one in top.obliques):
            top.objects.append(place)
    elif (
        len(top.objects) == 1
        and clauses.phrases[top.objects[0]].last == phrase.first
        and verb.lemma in _two_objects()
    ):
        top.objects.append(place)


@cache
def _two_objects() -> frozenset[str]:
    return entries("grammar/two_objects")
