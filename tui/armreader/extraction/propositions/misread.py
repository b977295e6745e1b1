"""Clauses that are not sentences by themselves, or were misread: they get no label."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from armreader.extraction.grammar import FINITE, Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.clause_parts import is_joined
from armreader.extraction.propositions.misread_joints import is_joined_wrongly, opens_aside
from armreader.extraction.propositions.misread_subjects import subject_is_misread
from armreader.extraction.propositions.parted_words import ASKING, counts
from armreader.extraction.propositions.saying_nothing import (
    is_only_asked,
    only_colours,
    orders,
    says_little,
    says_nothing,
)
from armreader.extraction.propositions.shared_passives import shared_auxiliaries
from armreader.extraction.propositions.words import words
from armreader.language import entries

_JOINING_TAGS = frozenset(("CC", "WDT", "WP", "WP$", "WRB", "``", ":"))
_JOINING = frozenset(
    ("that", "because", "as", "after", "before", "since", "until", "while", "if", "although",
     "though", "whether", "than", "so", "once", "like", ",", "“", '"', "-", "--", "unless")
)  # fmt: skip
"""What may come between two finite verbs of one label."""
_WITH_OUT = {("point", "out"), ("carry", "out"), ("figure", "out"), ("rule", "out")}
"""Verbs that need an object with their particle."""
_RELATIVES = frozenset(("WDT", "WP", "IN"))
"""Tags of a relative pronoun, including "that"."""


def is_misread(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause is torn, lacks what its verb needs, or continues what somebody said."""
    verb = clause.verb
    if verb is None or _follows_saying(grammar, clause) or _lacks_object(grammar, clause):
        return True
    if _is_within_phrase(grammar, verb) or _is_whose(grammar, clause):
        return True
    if any(
        grammar.lowers[one.first] == "that" and one.last > one.first + 2 for one in clause.objects
    ):
        return True  # "insisted that those who left were safe", read as a noun
    if is_joined_wrongly(grammar, clause):
        return True
    found = verb.passive and verb.lemma not in words("hearing", "wording")
    found = found or _names_what_is_said(clause) or _admits(grammar, verb)
    found = found or clause.predicate is not None or orders(grammar, clause)  # "but found guilty"
    if verb.lemma in words("said", "wording") and not (found or _appears(grammar, verb)):
        return True
    if says_nothing(grammar, clause) or only_colours(grammar, clause):
        return True
    if is_only_asked(grammar, clause):
        return True
    return subject_is_misread(grammar, clause) or _torn(grammar, clause)


def lacks_content(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb needs something more to say anything: "The blast occurred", "Lee replied"."""
    verb = clause.verb
    if verb is None or _lacks_object(grammar, clause) or is_only_asked(grammar, clause):
        return True
    if _is_within_phrase(grammar, verb) or only_colours(grammar, clause):
        added = [one.index for one in grammar.clauses if one.parent == clause.index]
        return set(added) <= set(clause.complements)
    if not (verb.lemma in words("said", "wording") or says_little(grammar, clause)):
        return False
    return not (clause.complements or clause.objects or (verb.passive and clause.obliques))


def loses_what_is_said(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a "that" was found without its clause: "suggested that men - who left - stayed".

    Only a label with all that follows is then known to say it.
    """
    verb = clause.verb
    if verb is None or verb.lemma not in words("said", "supposed"):
        return False
    found = [grammar.clauses[at].verb for at in clause.complements]
    known = any(one is not None and one.finite for one in found)
    return not known and grammar.lowers[verb.last : verb.last + 1] == ["that"]


def _names_what_is_said(clause: Clause) -> bool:
    """Whether a verb of saying has a noun for what is said: "announced a plan"."""
    if clause.verb is None or clause.verb.lemma in words("hearing", "wording"):
        return False
    return bool(clause.objects)


def opens_phrase(grammar: SentenceGrammar) -> bool:
    """Whether a sentence opens with a phrase that its clause is in: "The first time Lee won"."""
    more = grammar.lowers[:1] == ["the"] and grammar.tags[1:2] in (["JJR"], ["RBR"])
    if not (more or grammar.lowers[2:3] == ["time"]):
        return False
    after = 2 if more else 3
    return grammar.tags[after : after + 1] in (["DT"], ["NNP"], ["PRP"])


def _is_within_phrase(grammar: SentenceGrammar, verb: VerbGroup) -> bool:
    """Whether a participle describes a noun: "the most wanted list", "oil-soaked gulls"."""
    alone, before = verb.first == verb.head, grammar.tags[max(verb.first - 1, 0)]
    if before == "HYPH" and grammar.tags[verb.last : verb.last + 1] in (["NN"], ["NNS"]):
        return alone and grammar.tags[verb.first - 2].startswith("N")
    return alone and grammar.tags[verb.head] == "VBN" and before in ("POS", "RBS", "PRP$")


def _is_whose(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb is of a "whose" before it: "a boxer whose string of victories ended"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or subject.shared:
        return False
    between = range(subject.first, verb.first)
    whose = next((at for at in between if grammar.tags[at] == "WP$"), None)
    return whose is not None and "," not in grammar.lowers[whose : verb.first]


def _admits(grammar: SentenceGrammar, verb: VerbGroup) -> bool:
    """Whether a verb has an -ing form for what was done: "admitted (to) robbing two banks"."""
    after = verb.last + (grammar.lowers[verb.last : verb.last + 1] == ["to"])
    doing = grammar.tags[after : after + 1] == ["VBG"]
    return doing and verb.lemma in entries("grammar/gerund_verbs")


def _appears(grammar: SentenceGrammar, verb: VerbGroup) -> bool:
    """Whether somebody only comes: "showed up"."""
    return verb.lemma == "show" and grammar.lowers[verb.last : verb.last + 1] == ["up"]


def _lacks_object(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb lacks the object that it needs: "the report published on Monday".

    An object after an aside is not found: "described, in plain words, a set of rules that".
    """
    verb = clause.verb
    if verb is None or verb.passive:
        return False
    joined = is_joined(grammar, clause) and shared_auxiliaries(grammar, clause) is None
    if (verb.lemma, *grammar.lowers[verb.last : verb.last + 1]) in _WITH_OUT:
        return grammar.lowers[verb.last + 1 : verb.last + 2] in ([","], ["."], [])
    needs = verb.lemma in words("transitive") or (joined and verb.lemma in words("undergoing"))
    if not needs:
        return False
    parted = grammar.lowers[verb.last : verb.last + 1] == [","]
    brought = not parted and any(
        one.parent == clause.index and one.kind in ("participle", "infinitive", "complement")
        for one in grammar.clauses
    )
    if counts(grammar, verb.last):
        return False
    return not (brought or clause.objects or clause.complements or clause.predicate)


def _follows_saying(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause continues what is said: "said if the dam bursts, all will leave"."""
    above = grammar.clauses[clause.parent] if clause.parent is not None else clause
    if clause.kind == "adverbial" and above.verb is not None:
        opens = grammar.lowers[max(clause.first - 1, 0) : clause.first + 1]
        asked = above.verb.lemma in words("said", "supposed") or above.verb.lemma == "hear"
        return asked and not ASKING.isdisjoint(opens)  # "the court heard how Lee left"
    return (
        clause.kind == "coordinated"
        and grammar.lowers[clause.first - 1] == ","
        and above.verb is not None
        and above.verb.lemma in words("said", "supposed")
        and not is_joined(grammar, clause)
        and bool(above.complements)
    )


def _torn(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause is misread: two finite verbs in one group, one comma before its verb."""
    verb = clause.verb
    assert verb is not None
    if any(
        one.head < verb.first and grammar.tags[one.head] in _RELATIVES for one in clause.objects
    ):
        return True  # "the money that the firm gave the town"
    inside = grammar.tags[verb.first : verb.last]
    if sum(tag in ("VBD", "VBZ", "VBP", "MD") for tag in inside) > 1:
        return True
    if verb.lemma in words("said") and any(
        one.kind == "coordinated" and one.parent == clause.index and not is_joined(grammar, one)
        for one in grammar.clauses
    ):
        return True  # "said all the crew, two boys too, would be paid"
    return opens_aside(grammar, clause)


def runs_on(grammar: SentenceGrammar, clause: Clause, runs: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing joins two finite verbs that follow each other: "sang for us left"."""
    if clause.verb is None or clause.verb.lemma in words("said", "supposed"):
        return False
    if any(grammar.clauses[at].subject is not None for at in clause.complements):
        return False
    tokens = [at for first, last in runs for at in range(first, last)]
    verbs = [place for place, at in enumerate(tokens) if grammar.tags[at] in FINITE]
    verbs = [  # "the votes needed to win" may be a participle
        place for place in verbs
        if place == verbs[0] or not grammar.lowers[tokens[place]].endswith("ed")
    ]  # fmt: skip
    return any(
        not any(
            grammar.tags[at] in _JOINING_TAGS or grammar.lowers[at] in _JOINING
            for at in tokens[first + 1 : second]
        )
        for first, second in pairwise(verbs)
    )
