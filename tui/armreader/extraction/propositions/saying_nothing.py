"""Clauses that say nothing by themselves: no answer, only colour, a question without its words."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.words import words
from armreader.language import entries, groups

_WRITERS = frozenset(("writer", "writers", "reporter", "reporters", "correspondent", "staff"))
_ASKERS = frozenset(("journalist", "media", "newsman", "press", "reporter"))
_BY = ("by", "on", "in")
"""Prepositions of who asked, when and where."""


def says_nothing(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause has no news: no answer, no words of who spoke, who else wrote the report."""
    return (
        gives_no_answer(grammar, clause)
        or only_speaks(grammar, clause)
        or only_signs(grammar, clause)
        or only_compares(grammar, clause)
    )


def says_little(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb says nothing by itself: "the blast occurred", not "voting began"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or verb.lemma in words("empty"):
        return verb is not None
    if verb.lemma not in words("beginning"):
        return False
    return subject is None or grammar.tags[subject.head] not in ("NN", "NNS", "VBG")


def breaks_off(grammar: SentenceGrammar, verb: VerbGroup, end: int) -> bool:
    """Whether only adverbs come after a verb that needs more: "resulted, once again, | in"."""
    kept = {*grammar.tags[verb.last : end]}
    return bool(kept) and kept <= {"RB", ","} and verb.lemma in words("incomplete")


def is_only_asked(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether somebody "was asked" or "was quoted by the Courier", without what was said."""
    verb = clause.verb
    if verb is None or not verb.passive or verb.lemma not in words("asking"):
        return False
    about = [one for one in clause.obliques if grammar.lowers[one.first - 1] not in _BY]
    return not (about or _brings(grammar, clause) or clause.objects)


def _brings(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether another clause belongs to it."""
    return any(one.parent == clause.index for one in grammar.clauses)


def gives_no_answer(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether somebody "declined to comment", "did not return calls"."""
    verb = clause.verb
    if verb is None or verb.lemma not in words("unavailable"):
        return False
    lowers = grammar.lowers
    if any(
        lowers[at] in words("answers") and lowers[at - 1] in ("for", "to", "an", "seeking", "be")
        for at in range(verb.last + 1, clause.last)
    ):
        return True
    return verb.negation is not None and _are_calls(grammar, clause)


def _are_calls(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether calls or letters are not answered: "did not return Lee's calls"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or verb.lemma not in ("answer", "return", "reply", "respond"):
        return False
    returned = verb.lemma in ("answer", "return")
    asked = clause.objects if returned else clause.obliques
    if verb.passive and returned and subject is not None:
        asked = (subject,)
    known = ("call", "message") if returned else ("message", "email", "e-mail")
    return any(grammar.lemma(one.head) in known for one in asked)


def only_speaks(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether somebody "spoke in an interview with the Courier" or "agreed", without what was said
    or agreed.
    """
    verb = clause.verb
    if verb is None or clause.objects:
        return False
    after = [one for one in clause.obliques if one.first > verb.head]
    if verb.lemma in words("answering"):
        return not (after or _brings(grammar, clause))  # "Ann Lee agreed"
    if verb.lemma not in ("speak", "talk"):
        return False
    return any(
        not _ASKERS.isdisjoint(grammar.lemmas[one.first : one.last])
        or (
            grammar.lowers[one.first - 1] in ("in", "during")
            and grammar.lemma(one.head) in words("message")
        )
        for one in after[:1]
    )


def only_signs(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a sentence says who else wrote a report: "Courier writer Ann Lee contributed"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.lemma != "contribute" or clause.objects:
        return False
    return not _WRITERS.isdisjoint(grammar.lowers[subject.first : subject.last])


def only_compares(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says only with whom or when: "just as Lund was eight years ago"."""
    verb = clause.verb
    if clause.kind != "adverbial" or verb is None or verb.lemma != "be" or verb.passive:
        return False
    times = entries("grammar/time_nouns")
    found = [*clause.obliques, *clause.objects, *((clause.predicate,) if clause.predicate else ())]
    plain = any(grammar.lowers[one.head] not in times for one in found)
    return not (plain or clause.complements)


def only_colours(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb and its object say nothing by themselves: "took a similar line"."""
    idioms, brought = groups("colour_idioms"), (grammar.clauses[at] for at in clause.complements)
    chain = (clause, *(one for one in brought if one.kind == "infinitive"))
    return any(
        grammar.lemma(each.head) in idioms.get(one.verb.lemma, ())
        for one in chain
        if one.verb is not None
        for each in one.objects
    )


def orders(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether somebody is asked or ordered to do something: "told the bakers to go home"."""
    verb = clause.verb
    if verb is None or verb.lemma not in words("hearing") or not clause.objects:
        return False
    return any(one.kind == "infinitive" and one.parent == clause.index for one in grammar.clauses)
