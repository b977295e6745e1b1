"""Charges and rebuttals: what somebody is accused of, and what somebody denies having done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armreader.extraction.assertions.cores import agent, core
from armreader.extraction.assertions.predicates import assertion_of, is_asserted
from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.grammar.syntax import Argument, Clause
from armreader.language import entries, mapping, rows
from armreader.records import Span
from armreader.records.assertion import Assertion, AssertionForm

_ANY_CHARGE = frozenset(
    ("wrongdoing", "accusation", "allegation", "charge", "criticism", "claim", "responsibility")
)
"""Nouns that deny any charge: "denied responsibility" answers whoever blames."""


@cache
def _charging_nouns() -> frozenset[str]:
    return frozenset(row[0] for row in rows("claiming_nouns") if "charge" in row[1:])


def charge_in(tagged: SentenceGrammar, clause: Clause) -> Iterator[Assertion]:
    """From "The union accused the firm of hiding the report": the firm hid the report."""
    verb = clause.verb
    accusing = mapping("accusing_verbs")
    if verb is None or verb.lemma not in accusing or verb.negation is not None:
        return
    if verb.modal or not verb.finite or not is_asserted(tagged, clause):
        return
    accused = clause.subject if verb.passive else next(iter(clause.objects), None)
    if accused is None or accused.phrase is None:
        return
    yield from _of(tagged, clause, core(tagged, accused), accusing[verb.lemma], "charge")


def reproach_in(tagged: SentenceGrammar, clause: Clause) -> Iterator[Assertion]:
    """From "amid claims that the firm hid the report": somebody says that it did."""
    if clause.kind != "complement" or clause.governor is None:
        return
    if tagged.lemma(clause.governor) not in _charging_nouns() or clause.parent is None:
        return
    above = tagged.clauses[clause.parent]
    lemma = above.verb.lemma if above.verb else ""
    if lemma in entries("contesting_verbs") or not is_asserted(tagged, above):
        return
    found = assertion_of(tagged, clause, "charge")
    if found and clause.subject is not None and not _is_noun(tagged, found):
        yield found


def _is_noun(tagged: SentenceGrammar, found: Assertion) -> bool:
    """Whether it says what something is, which is rarely a charge."""
    at = tagged.token_at(found.trigger.start)
    return at is not None and tagged.tags[at].startswith("NN")


def rebuttal_in(tagged: SentenceGrammar, clause: Clause) -> Iterator[Assertion]:
    """From "The firm denied hiding the report": it did not; from "denied that …", what follows."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.lemma not in entries("contesting_verbs"):
        return
    if verb.negation is not None or verb.modal or not verb.finite or verb.passive:
        return
    if not is_asserted(tagged, clause):
        return
    below = [one for one in tagged.clauses if one.parent == clause.index]
    for one in below:
        if one.verb is None or one.kind not in ("complement", "participle"):
            continue
        if one.kind == "participle" and (verb.lemma != "deny" or clause.objects):
            continue
        found = assertion_of(tagged, one, "rebuttal", denied=True)
        if found:
            yield found
        return
    if verb.lemma == "deny" or _is_charge(tagged, clause):
        yield from _denied_nouns(tagged, clause, core(tagged, subject))


def _is_charge(tagged: SentenceGrammar, clause: Clause) -> bool:
    return any(tagged.lemma(one.head) in _ANY_CHARGE for one in clause.objects)


def _denied_nouns(tagged: SentenceGrammar, clause: Clause, subject: Span) -> Iterator[Assertion]:
    for one in clause.objects:
        if one.phrase is None:
            continue
        lemma = tagged.lemma(one.head)
        key = "" if lemma in _ANY_CHARGE else lemma
        inside = [
            phrase.span
            for phrase in tagged.phrases[one.phrase + 1 :]
            if phrase.first < clause.last and not phrase.time
        ]
        if lemma in _ANY_CHARGE and inside:
            head = next(p.head for p in tagged.phrases[one.phrase + 1 :] if p.span == inside[0])
            if not tagged.tags[head].startswith("NN"):
                continue
            key = tagged.lemma(head)
        yield Assertion(
            tagged.span(clause.first, clause.last),
            tagged.span(one.head, one.head + 1),
            "rebuttal",
            key,
            False,
            subject,
            tuple(inside),
        )


def _of(
    tagged: SentenceGrammar, clause: Clause, accused: Span, word: str, form: AssertionForm
) -> Iterator[Assertion]:
    """The charge after "of" or "for": a clause with an -ing form, else a noun."""
    for one in tagged.clauses:
        if one.kind != "participle" or one.marker is None or one.verb is None:
            continue
        if tagged.lowers[one.marker] != word or not clause.first <= one.first < clause.last:
            continue
        found = assertion_of(tagged, one, form)
        if found:
            yield Assertion(
                tagged.span(clause.first, clause.last),
                *(found.trigger, form, found.key, found.holds, accused, found.objects),
            )
        return
    for phrase in _phrases_after(tagged, clause, word):
        yield _noun_charge(tagged, clause, accused, phrase, form)
        return


def _noun_charge(
    tagged: SentenceGrammar, clause: Clause, accused: Span, number: int, form: AssertionForm
) -> Assertion:
    """A charge that is a noun: "of negligence", "for the delay of the ferry"."""
    phrase = tagged.phrases[number]
    held = [
        other.span
        for other in tagged.phrases[number + 1 :]
        if other.first < clause.last and not other.time
    ]
    return Assertion(
        tagged.span(clause.first, clause.last),
        tagged.span(phrase.head, phrase.head + 1),
        form,
        tagged.lemma(phrase.head),
        True,
        accused,
        tuple(held[:2]),
    )


def _phrases_after(tagged: SentenceGrammar, clause: Clause, word: str) -> Iterator[int]:
    by: Argument | None = agent(tagged, clause)
    for number, phrase in enumerate(tagged.phrases):
        at = phrase.preposition
        if at is None or not clause.first <= at < clause.last or tagged.lowers[at] != word:
            continue
        if clause.verb is not None and at > clause.verb.head and not (by and by.phrase == number):
            yield number
