"""Antecedents: whom a pronoun means among the persons of its own sentence."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar
from armreader.extraction.propositions.persons import Persons, has_others, subjects
from armreader.extraction.propositions.words import names_one_person
from armreader.records import Span
from armreader.records.actor import Gender

_FRONTING = frozenset(("when", "after", "as", "while", "once", "before", "until", "since"))
"""Words that open a clause in front of the one it goes with."""


class Place(NamedTuple):
    """A pronoun, where it is, and what is known when it is read."""

    grammar: SentenceGrammar
    at: int
    gender: Gender
    topic: str | None
    """The person whom the sentence before is about."""
    meant: Mapping[Span, str]
    """The pronouns resolved so far."""


def in_sentence(place: Place, persons: Persons, before: Set[str]) -> str | None:
    """The one of some persons named before a pronoun whom it means; None if that is not sure."""
    fronted = _in_fronted(place, persons)
    if fronted is not None:
        return fronted
    if len(before) != 1:
        return None
    (one,) = before
    found = {
        persons.at_head(place.grammar, each) or _owner(place, persons, each)
        for each in subjects(place.grammar, place.at)
    }
    if one in found or _nobody_else_fits(place, persons, one):
        return one
    return None


def said_again(place: Place, persons: Persons, before: Set[str]) -> str | None:
    """Whom an earlier subject of the sentence with the same pronoun means: "He left as he could".

    None where another is named, or has a part in it, in between.
    """
    grammar, at = place.grammar, place.at
    for subject in subjects(grammar, at):
        if grammar.lowers[subject.head] != grammar.lowers[at]:
            continue
        one = place.meant.get(grammar.span(subject.head, subject.head + 1))
        if one is None or not before <= {one}:
            return None
        return None if has_others(grammar, persons, subject.head + 1, at) else one
    return None


def _in_fronted(place: Place, persons: Persons) -> str | None:
    """The person of a clause in front that goes with the pronoun's: "When Lee fell, she …".

    That is its subject, or the only person of one that no person does: "When it hit Lee, she …".
    """
    grammar = place.grammar
    own = _clause_of(grammar, place.at)
    for clause in grammar.clauses if own is not None else ():
        subject = clause.subject
        if subject is None or subject.shared or clause.last > place.at or subject.first == 0:
            continue
        beside = own is not None and clause.parent in (own.index, own.parent)
        if not beside or grammar.lowers[subject.first - 1] not in _FRONTING:
            continue
        one = persons.at_head(grammar, subject)
        if one is not None:
            return one if persons.fitting({one}, place.gender) else None
        inside = persons.inside(grammar, clause.first, clause.last)
        found = persons.fitting(inside, place.gender)
        if grammar.tags[subject.head].startswith("PRP") or len(found) != 1:
            return None
        others = has_others(grammar, persons, clause.first, clause.last)
        return None if others else found.pop()
    return None


def _clause_of(grammar: SentenceGrammar, at: int) -> Clause | None:
    """The clause of which a token is the subject."""
    return next(
        (one for one in grammar.clauses if one.subject is not None and one.subject.head == at), None
    )


def _owner(place: Place, persons: Persons, subject: Argument) -> str | None:
    """Whose a subject is that "he" cannot mean: "Lee's relatives said he was ill"."""
    grammar = place.grammar
    thing = grammar.tags[subject.head] == "NNS" or not names_one_person(grammar, subject.head)
    return persons.owner(grammar, subject) if thing else None


def _nobody_else_fits(place: Place, persons: Persons, one: str) -> bool:
    """Whether neither the topic nor anybody else in the sentence can be meant instead."""
    if persons.genders[one] != place.gender:
        return False
    grammar, topic = place.grammar, place.topic
    if any(
        grammar.lowers[each.head] == grammar.lowers[place.at]
        for each in subjects(grammar, place.at)
    ):
        return False  # "He met Lee when he …"
    if topic not in (None, one) and persons.fitting({topic}, place.gender):
        return False
    return not has_others(grammar, persons, 0, place.at)
