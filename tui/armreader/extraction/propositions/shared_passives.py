"""A passive whose auxiliary stands with the verb before it: "was fined and ordered to pay"."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar
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
    if tag not in ("VBN", "VBD"):
        return None
    alone = verb.last - verb.first == 1 and not (clause.objects or clause.predicate)
    needs = verb.lemma in words("transitive", "undergoing") or (
        tag == "VBN" and verb.lemma not in words("intransitive")
    )
    before = _passive_before(grammar, clause)
    if not (alone and needs) or before is None or before.verb is None:
        return None
    helping = (before.verb.first, before.verb.head)
    return None if before.verb.negation is not None else helping


def _passive_before(grammar: SentenceGrammar, clause: Clause) -> Clause | None:
    """The last finite clause before a clause with the same subject, if it is a passive."""
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
    last = max(same, key=lambda one: one.verb.head if one.verb else 0, default=None)
    return last if last is not None and last.verb is not None and last.verb.passive else None
