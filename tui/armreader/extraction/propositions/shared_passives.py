"""Auxiliaries that stand with the verb before: "was fined and ordered", "will go and pay"."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.propositions.words import words


def shared_auxiliaries(grammar: SentenceGrammar, clause: Clause) -> tuple[int, int] | None:
    """The run of the auxiliaries that a joined participle shares: "was" in "was fined and told".

    A past form without its object is one too: nobody convicted in "was cleared but convicted". None
    where it stands for itself, or where only the first is denied.
    """
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.shared or clause.kind != "coordinated":
        return None
    tag = grammar.tags[verb.head]
    modal = shared_modal(grammar, clause)
    if modal is not None:
        return modal, modal + 1
    if tag not in ("VBN", "VBD"):
        return None
    judged = _judged(grammar, clause)
    alone = verb.last - verb.first == 1 and (judged or not (clause.objects or clause.predicate))
    needs = verb.lemma in words("transitive", "undergoing") or (
        tag == "VBN" and verb.lemma not in words("intransitive")
    )
    before = _passive_before(grammar, clause)
    if not (alone and (needs or judged)) or before is None or before.verb is None:
        return None
    helping = (before.verb.first, before.verb.head)
    return None if before.verb.negation is not None else helping


def shared_modal(grammar: SentenceGrammar, clause: Clause) -> int | None:
    """The modal that a joined verb shares: "will" in "will leave the firm and lose the seat"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.shared or clause.kind != "coordinated":
        return None
    if verb.last - verb.first > 1 or grammar.tags[verb.head] != "VB":
        return None
    before = _before(grammar, clause)
    helping = before.verb if before is not None else None
    if helping is None or not helping.modal or helping.negation is not None:
        return None
    if "TO" in grammar.tags[helping.last : verb.first]:
        return None  # "may be to hide and wait", "will try to sell the port and leave"
    return helping.first


def _judged(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether an adjective after a verb says how its subject was found: "but found guilty"."""
    assert clause.verb is not None
    at = clause.verb.last
    if clause.verb.lemma not in words("judging") or at >= len(grammar):
        return False
    followed = grammar.tags[at + 1 : at + 2]
    noun = bool(followed) and followed[0][0] in "NJ"
    describes = "JJ" in (grammar.tags[at], tagger().possible(grammar.lowers[at])[:2])
    return describes and not noun


def _passive_before(grammar: SentenceGrammar, clause: Clause) -> Clause | None:
    """The last finite clause before a clause with the same subject, if it is a passive."""
    last = _before(grammar, clause)
    return last if last is not None and last.verb is not None and last.verb.passive else None


def _before(grammar: SentenceGrammar, clause: Clause) -> Clause | None:
    """The last finite clause before a clause with the same subject."""
    assert clause.subject is not None
    same = [
        one
        for one in grammar.clauses
        if one.verb is not None
        and one.subject is not None
        and one.subject.head == clause.subject.head
        and one.verb.finite
        and one.first < clause.first
        and one.index != clause.index
        and one.verb.head < clause.first
    ]
    return max(same, key=lambda one: one.verb.head if one.verb else 0, default=None)
