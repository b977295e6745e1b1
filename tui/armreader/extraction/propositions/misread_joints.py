"""Verbs after "and" whose subject may be another than that of the verb before it."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.clause_parts import is_joined
from armreader.extraction.propositions.shape import CIRCUMSTANCE
from armreader.extraction.propositions.words import words


def is_joined_wrongly(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause that shares its subject through "and" may have another one."""
    return is_joined(grammar, clause) and (
        _is_joined_to_whose(grammar, clause)
        or _turns_from_said(grammar, clause)
        or _changes_tense(grammar, clause)
        or _lists(grammar, clause)
        or _follows_relative(grammar, clause)
    )


def _is_joined_to_whose(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb goes on with what is somebody's: "Lee, whose songs won prizes and | sold"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.shared:
        return False
    whose = "WP$" in grammar.tags[subject.head : verb.first]
    return whose and grammar.lowers[verb.first - 1] != ","


def _follows_relative(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether the verb that a clause shares its subject with may be that of a relative clause, or
    of one that says when.

    "Ardal mourned the blasts which killed ten and injured 50": Ardal injured nobody. "The flood
    began when a wall cracked and fell": the flood did not fall.
    """
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.shared:
        return False
    if clause.parent is not None and opens_aside(grammar, grammar.clauses[clause.parent]):
        return True  # "Ardal, which Lee won in May but lost in June, has voted"
    return any(
        (one.kind == "relative" or _when(grammar, one) in CIRCUMSTANCE)
        and one.index != clause.parent
        and one.verb is not None
        and (one.verb.finite or (one.subject is not None and not one.subject.shared))
        and subject.head < one.verb.head < clause.first
        and "," not in grammar.lowers[one.verb.last : verb.first]
        for one in grammar.clauses
    )


def _when(grammar: SentenceGrammar, clause: Clause) -> str:
    """The word that opens a clause; empty where there is none."""
    return "" if clause.marker is None else grammar.lowers[clause.marker]


def _turns_from_said(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether "but" may turn from what is said to who says it: "said crews left but did not"."""
    shared = clause.subject is not None and clause.subject.shared
    but = "but" in grammar.lowers[max(clause.first - 1, 0) : clause.first + 1]
    if clause.parent is None or not (shared and but):
        return False
    above = grammar.clauses[clause.parent]
    said = above.governor is not None and grammar.lemma(above.governor) in words("said")
    return above.kind == "complement" and said


def _changes_tense(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a joined verb has another tense, or a modal after what is said: it is a third's."""
    if clause.subject is not None and not clause.subject.shared:
        return False  # "the flu is mild, but several towns closed their schools"
    above = grammar.clauses[clause.parent] if clause.parent is not None else clause
    verb, before = clause.verb, above.verb
    if verb and verb.modal and before and before.lemma in words("said") and above.complements:
        return True  # "says the port is old and will cost more to mend"
    if before and verb and _has_done(grammar, before) and grammar.tags[verb.head] == "VBD":
        return False  # "has closed the port and suspended the fair", where the parse takes a past
    return {each.tense for each in (verb, before) if each} == {"past", "present"}


def _has_done(grammar: SentenceGrammar, verb: VerbGroup) -> bool:
    """Whether a verb is in the perfect, by its own auxiliary and not a far one's."""
    whole = not any(tag.startswith("N") for tag in grammar.tags[verb.first : verb.last])
    return verb.perfect and not verb.modal and whole


def _lists(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a joined verb ends a list in a participle: ", burying men under ash and | burnt"."""
    above = grammar.clauses[clause.parent] if clause.parent is not None else clause
    assert clause.verb is not None
    joins = clause.verb.first - 1
    while joins > 0 and grammar.tags[joins] != "CC":
        joins -= 1
    return grammar.lowers[joins - 1] != "," and any(
        one.kind == "participle" and one.parent == above.index and above.verb is not None
        and above.verb.head < one.first < joins and grammar.lowers[one.first - 1] == ","
        for one in grammar.clauses
    )  # fmt: skip


def opens_aside(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb is in an unclosed aside: "Ann Lee, the mother of the boy killed, …"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or subject.shared:
        return False
    between = grammar.lowers[subject.head + 1 : verb.first]
    commas = grammar.tags[subject.head + 1 : verb.first].count(",")
    if commas != 1 or "," not in between:
        return False
    after = between[between.index(",") + 1 :]
    described = grammar.tags[subject.head] == "NNP" and after[:1] in (["a"], ["an"])
    return described or not {"and", "or", "&"} & {*after}


def resumes(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause resumes a subject after its aside: "…, have sued the line"."""
    if clause.kind != "coordinated" or clause.parent is None or clause.verb is None:
        return False
    closed = grammar.lowers[clause.verb.first - 1] == ","
    return closed and clause.verb.finite and opens_aside(grammar, grammar.clauses[clause.parent])
