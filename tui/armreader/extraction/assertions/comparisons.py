"""Comparisons with a named thing: "worse than the Lumen fire", "it surpassed the Lumen fire"."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.extraction.assertions.cores import core
from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.grammar.syntax import Argument, Clause, NounPhrase
from armreader.language import entries, mapping
from armreader.records import Span
from armreader.records.assertion import Assertion

_UNSURE = frozenset(("could", "may", "might", "would", "can"))
_REACH = 8
"""Words between the comparing word and the "than" that goes with it."""
_SAME = frozenset(("category", "class", "league", "scale", "level"))


def comparison_in(tagged: SentenceGrammar, clause: Clause) -> list[Assertion]:
    """The comparison of a clause: "more" counts as holding, "less" as not holding."""
    verb = clause.verb
    if verb is None or verb.modal in _UNSURE or not verb.finite:
        return []
    if clause.marker is not None and tagged.lowers[clause.marker] in entries("unasserted"):
        return []
    return list(_found(tagged, clause))[:1]


def _found(tagged: SentenceGrammar, clause: Clause) -> Iterator[Assertion]:
    verb, words = clause.verb, mapping("comparing_words")
    if verb is None:
        return
    denied = verb.negation is not None
    subject = clause.subject
    if verb.lemma in words and clause.objects and not verb.passive:
        standard = _name(tagged, clause.objects[0])
        if standard is not None:
            more = words[verb.lemma] == "more"
            yield _made(tagged, clause, standard, more != denied, verb.head, subject)
    for number in range(clause.first, clause.last):
        if tagged.lowers[number] not in ("than", "as"):
            continue
        standard = _phrase_at(tagged, number + 1)
        at, more = _comparing(tagged, clause, number)
        if at is None:
            continue
        if standard is not None:
            yield _made(tagged, clause, standard, more != denied, at, subject)
        elif subject is not None and _is_of_clause(tagged, number):
            own = _name(tagged, subject)
            if own is not None and not denied:
                yield _made(tagged, clause, own, not more, at, None)
    if "pale" in tagged.lowers[clause.first : clause.last] and "comparison" in tagged.lowers:
        own = subject and _name(tagged, subject)
        if own is not None:
            yield _made(tagged, clause, own, not denied, verb.head, None)


def _is_of_clause(tagged: SentenceGrammar, joint: int) -> bool:
    """Whether "than" opens a clause ("than is likely to burn"), not a phrase ("than a month")."""
    behind = tagged.tags[joint + 1 : joint + 2]
    return tagged.lowers[joint] == "than" and behind in (["VBZ"], ["VBP"], ["VBD"], ["MD"])


def _comparing(tagged: SentenceGrammar, clause: Clause, joint: int) -> tuple[int | None, bool]:
    """The word that compares before "than" or "as", and whether it sets its subject higher."""
    words = mapping("comparing_words")
    for at in range(joint - 1, max(clause.first, joint - _REACH) - 1, -1):
        lower = tagged.lowers[at]
        if tagged.lowers[joint] == "than" and lower in words:
            return at, words[lower] == "more"
        if tagged.lowers[joint] == "as":
            before = tagged.lowers[max(clause.first, at - 1) : at]
            if lower == "as" and before and before[0] in ("twice", "times"):
                return at, True
            if lower == "as" and before == ["not"]:
                return at, clause.verb is not None and clause.verb.negation is not None
            if lower in _SAME and clause.verb is not None and clause.verb.negation is not None:
                return at, True
    return None, True


def _name(tagged: SentenceGrammar, argument: Argument) -> NounPhrase | None:
    if argument.phrase is None:
        return None
    return _named(tagged, tagged.phrases[argument.phrase])


def _phrase_at(tagged: SentenceGrammar, token: int) -> NounPhrase | None:
    for phrase in tagged.phrases:
        if phrase.first == token:
            return _named(tagged, phrase)
    return None


def _named(tagged: SentenceGrammar, phrase: NounPhrase) -> NounPhrase | None:
    names = [t for t in range(phrase.first, phrase.last) if tagged.tags[t].startswith("NNP")]
    return phrase if names else None


def _made(
    tagged: SentenceGrammar,
    clause: Clause,
    standard: NounPhrase,
    more: bool,
    trigger: int,
    subject: Argument | None,
) -> Assertion:
    names = [
        tagged.lowers[token]
        for token in range(standard.first, standard.last)
        if tagged.tags[token].startswith("NNP")
    ]
    if tagged.lowers[trigger] in ("more", "less") and tagged.tags[trigger + 1].startswith("JJ"):
        names.append(tagged.lowers[trigger + 1])  # in one quality only: "less visible than Ida"
    doer: Span | None = None if subject is None else core(tagged, subject)
    return Assertion(
        tagged.span(clause.first, clause.last),
        tagged.span(trigger, trigger + 1),
        "comparison",
        " ".join(names),
        more,
        doer,
        (standard.span,),
    )
