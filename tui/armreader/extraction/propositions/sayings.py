"""Verbs of saying and what they report, which together are one proposition."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import FINITE, Clause, SentenceGrammar
from armreader.extraction.propositions.sentence import Reading
from armreader.extraction.propositions.standing import standing_of
from armreader.extraction.propositions.words import words


def what_is_said(grammar: SentenceGrammar, clause: Clause) -> list[Clause]:
    """The finite clauses that a verb of saying or thinking governs."""
    verb = clause.verb
    assert verb is not None
    if verb.lemma not in words("said", "supposed", "denied"):
        return []
    found = [
        one
        for one in grammar.clauses
        if one.kind == "complement" and one.parent == clause.index and one.governor == verb.head
        and one.verb is not None and one.verb.finite
    ]  # fmt: skip
    if found or verb.lemma not in words("said", "supposed"):
        return found
    return [  # "said after the vote that he was glad"
        one
        for one in grammar.clauses
        if one.kind == "relative" and one.parent == clause.index and one.first > verb.head
        and one.marker is not None and grammar.lowers[one.marker] == "that"
        and one.subject is not None and not one.subject.shared and one.subject.head > one.marker
    ][:1]  # fmt: skip


def without_words_before(
    grammar: SentenceGrammar,
    runs: list[tuple[int, int]],
    clause: Clause,
    said: Clause,
    times: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """The runs without the words between "said" and what is said: "on Monday", "in a note"."""
    if not runs or clause.verb is None:
        return runs
    first, last = runs[-1]
    marked = said.marker is not None and grammar.lowers[said.marker] == "that"
    after, begins = clause.verb.last, said.first
    if marked and said.marker is not None:
        begins = max(begins, said.marker)
    if not first <= after < begins < last:
        return runs
    if any(grammar.tags[at] in FINITE for at in range(after, begins)):
        return []  # "said his one fear is | that the dam bursts"
    timed = {at for begun, end in times for at in range(begun, end)}
    only_time = all(at in timed or grammar.tags[at] == "IN" for at in range(after, begins))
    if any(after <= one.first < begins for one in clause.objects) and not only_time:
        return runs
    if not marked and not only_time:
        return runs
    return [*runs[:-1], (first, after), (begins, last)]


def on_nobodys_word(grammar: SentenceGrammar, index: int) -> bool:
    """Whether a clause has a source without a name: officials, police, a report."""
    clause = grammar.clauses[index]
    verb, subject = clause.verb, clause.subject
    if verb is None or verb.negation is not None or verb.modal:
        return False
    if verb.lemma not in words("said"):
        return False
    if subject is None:
        return False
    return grammar.lemma(subject.head) in words("sourceless") or grammar.lowers[
        subject.head
    ] in words("sourceless")


def is_fact(reading: Reading, saying: Clause, clause: Clause) -> bool:
    """Whether what is said is reported as fact, on the word of nobody in particular."""
    grammar, verb = reading.telling.grammar, clause.verb
    if verb is None or clause.subject is None:
        return False
    if grammar.tags[clause.subject.head].startswith("PRP"):
        return False
    standing = standing_of(grammar, clause, reading.telling.title)
    if standing.status != "asserted" or standing.conditional:
        return False
    if verb.copula or verb.lemma in words("state"):
        return False
    if verb.tense != "past" and not verb.perfect and not verb.progressive:
        return False
    return on_nobodys_word(grammar, saying.index)
