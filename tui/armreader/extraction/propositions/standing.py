"""The standing of a clause: whether it is given as a fact, by everything that governs it."""

from __future__ import annotations

from dataclasses import dataclass

from armreader.extraction.grammar import Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.parted_words import counts
from armreader.extraction.propositions.shared_passives import shared_modal
from armreader.extraction.propositions.words import words
from armreader.language import entries
from armreader.records import Status

_FUTURE = frozenset(("will", "shall", "'ll"))
_AHEAD = frozenset(("to",))
_FROM = frozenset(("after", "once", "when"))
"""Words that open a clause of what must come first."""
_SURE_NEGATED = frozenset(("know", "see", "notice", "realise", "realize", "doubt"))
_DUE = frozenset(
    ("due", "set", "poised", "slated", "likely", "ready", "unlikely", "scheduled", "expected")
)
"""Adjectives whose infinitive is still in the future."""
_WOULD = frozenset(("would", "could", "might", "'d"))
_TO_COME = frozenset(("will", "would", "'d", "should", "may", "might"))
_OPEN = frozenset(("fail", "refuse", "decline", "neglect", "omit", "forget"))


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a clause, which token gives it, and on whose word."""

    status: Status
    cue: int | None = None
    """The token that makes it so."""
    said: int | None = None
    """The nearest clause above it that says it, as a place in the sentence's clauses."""
    conditional: bool = False
    """Whether it is not an independent clause: a condition, a purpose, a comparison."""

    @property
    def real(self) -> bool:
        return self.status == "asserted"


_ASSERTED = Standing("asserted")


def standing_of(grammar: SentenceGrammar, clause: Clause, title: bool) -> Standing:
    """The status of a clause, by its own verb group and by the chain of its governors."""
    own = _own(grammar, clause, title)
    status, cue, said, conditional = own.status, own.cue, None, own.conditional
    clauses, at, seen = grammar.clauses, clause, {clause.index}
    while at.parent is not None and at.parent not in seen:
        seen.add(at.parent)
        above = clauses[at.parent]
        if at is clause and status == "asserted" and _waits_for(grammar, clause, above):
            status, cue = "planned", above.verb.first if above.verb else None
        if at.kind != "coordinated":
            marker = "" if at.marker is None else grammar.lowers[at.marker]
            if marker in words("condition"):
                conditional = True
                if status == "asserted":
                    status, cue = "hypothetical", at.marker
            found = _governed(grammar, at, above)
            if found is not None:
                worse, token, says = found
                if worse != "asserted" and status == "asserted":
                    status, cue = worse, token
                if says and said is None:
                    said = above.index
            if at.kind in ("relative", "adverbial") and found is None:
                # their content counts by itself: only who says it matters
                at = above
                said = _speaker(grammar, above) if said is None else said
                break
        at = above
    verb = clause.verb
    if clause.kind == "adverbial" and verb is not None and verb.tense == "present":
        # "after all ballots are counted": nobody says that they are
        known = verb.progressive or (verb.perfect and not _is_ahead(grammar, clause, title))
        conditional = conditional or not known
    open_ = clause.marker is not None and clause.kind != "relative" and said is None
    if open_ and status == "asserted" and grammar.lowers[clause.marker or 0] == "that":
        status, cue = "hypothetical", clause.marker  # "it is not true that he left"
    if said is None and (status, cue, conditional) == (own.status, own.cue, own.conditional):
        return own
    return Standing(status, cue, said, conditional)


def _is_ahead(grammar: SentenceGrammar, clause: Clause, title: bool) -> bool:
    """Whether a clause is of a time to come: "will be torn down after the guards have left"."""
    marked = clause.marker is not None and grammar.lowers[clause.marker] in _FROM
    if not marked or clause.parent is None:
        return False
    above = grammar.clauses[clause.parent]
    return above.kind == "infinitive" or _own(grammar, above, title).status == "planned"


def _waits_for(grammar: SentenceGrammar, clause: Clause, above: Clause) -> bool:
    """Whether a clause is of a time to come: "the leak would end when the cap was closed"."""
    verb = above.verb
    if clause.marker is None or grammar.lowers[clause.marker] not in ("when", "once"):
        return False
    if verb is None or verb.negation is not None:
        return False
    return verb.modal in _TO_COME or (verb.modal == "could" and verb.passive)


def _speaker(grammar: SentenceGrammar, clause: Clause) -> int | None:
    """The clause of saying that a clause is inside, if there is one."""
    at, seen = clause, {clause.index}
    while at.parent is not None and at.parent not in seen:
        seen.add(at.parent)
        above = grammar.clauses[at.parent]
        if at.kind == "complement" and above.verb is not None:
            return above.index
        at = above
    return None


def _own(grammar: SentenceGrammar, clause: Clause, title: bool) -> Standing:
    """The status of a clause by its own verb group and the adverbs next to it."""
    verb = clause.verb
    if verb is None:
        return _ASSERTED
    inverted = _inverted(grammar, clause)
    if inverted is not None:
        return Standing("hypothetical", inverted, conditional=True)
    if clause.kind == "main" and _doubts(grammar):
        return Standing("hypothetical", 0)
    if verb.negation is not None:
        return Standing("denied", verb.negation)
    shared = None if verb.modal else shared_modal(grammar, clause)
    modal = verb.modal if shared is None else grammar.lowers[shared]
    if modal:
        at = verb.first if shared is None else shared
        return Standing("planned" if modal in _FUTURE else "hypothetical", at)
    around = range(max(clause.first, verb.first - 2), min(clause.last, verb.last + 2))
    lowers, possible = grammar.lowers, words("possible")
    for token in (*range(verb.first, verb.last), *around):
        if lowers[token] in possible and not counts(grammar, token + 1):
            return Standing("hypothetical", token)
    if clause.subject is not None:
        begun = clause.subject.first
        if begun and grammar.lowers[begun - 1] == "neither":
            begun -= 1
        if grammar.lowers[begun] in ("no", "none", "nobody", "nothing", "neither", "few"):
            return Standing("denied", begun)
    return _planned(grammar, clause, verb, title) or _ASSERTED


def _doubts(grammar: SentenceGrammar) -> bool:
    """Whether a sentence opens with a word of doubt: "Apparently the dam has a leak"."""
    opens = grammar.lowers[0]
    doubts = opens.endswith("ly") or opens in ("perhaps", "maybe")
    return doubts and opens in words("possible") - {"nearly", "likely", "unlikely"}


def _planned(
    grammar: SentenceGrammar, clause: Clause, verb: VerbGroup, title: bool
) -> Standing | None:
    """The status by a verb that puts what it governs into the future: "the king is to visit"."""
    before = grammar.lowers[max(verb.first - 1, 0) : verb.first + 1]
    if title and clause.parent is None and "to" in before:
        return Standing("planned", verb.first)
    after = grammar.lowers[verb.last : verb.last + 2]
    if verb.lemma == "be" and after == ["not", "to"]:
        return Standing("denied", verb.last)
    if verb.lemma == "be" and after[:1] == ["to"] and "VB" in grammar.tags[verb.last + 1 :][:1]:
        return Standing("planned", verb.last)
    if verb.lemma == "go" and verb.progressive:
        return Standing("planned", verb.head)
    near = range(verb.last, min(verb.last + 2, len(grammar)))
    due = next((at for at in near if grammar.lowers[at] in _DUE), None)
    if verb.copula and due is not None:
        return Standing("planned", due)
    ahead = verb.lemma in ("expect", "schedule", "plan", "slate")
    ahead = ahead or (verb.lemma == "set" and after[:1] in (["to"], ["for"]))
    if verb.passive and ahead:  # not "a record was set in May"
        return Standing("planned", verb.head)
    return None


def _inverted(grammar: SentenceGrammar, clause: Clause) -> int | None:
    """The verb before its subject that makes a condition: "Had the dam burst, all would …"."""
    subject = clause.subject
    if subject is None or subject.shared or not subject.first:
        return None
    at, lowers = subject.first - 1, grammar.lowers
    opens = at == 0 or grammar.tags[at - 1] in ("CC", ",", "``", ":")
    if lowers[at] not in ("had", "were", "should") or not opens:
        return None
    return at if any(low in _WOULD for low in lowers[subject.last :]) else None


# The cases of a governor, one line each, as a grammar lists them.
def _governed(  # noqa: C901
    grammar: SentenceGrammar, below: Clause, above: Clause
) -> tuple[Status, int | None, bool] | None:
    """What the governor of a clause makes of it: status, token, and whether it is a saying."""
    if below.governor is None or below.kind == "adverbial":
        return None
    if below.kind == "relative":
        return _claimed(grammar, below)
    lemma, verb = grammar.lemma(below.governor), above.verb
    governs = verb is not None and verb.head == below.governor
    if below.kind == "complement":
        if not governs:
            tag = grammar.tags[below.governor]
            return ("hypothetical", below.governor, False) if tag.startswith(("N", "J")) else None
        assert verb is not None
        if verb.copula:
            return "hypothetical", below.governor, False
        if verb.negation is not None and lemma not in _SURE_NEGATED:
            return "hypothetical", verb.negation, True
        if verb.modal and lemma not in words("factive"):
            return "hypothetical", verb.first, True
        if lemma in words("denied"):
            return "denied", below.governor, True
        if lemma in words("supposed"):
            return "hypothetical", below.governor, True
        return "asserted", None, True
    if below.kind in ("infinitive", "participle"):
        if below.kind == "participle" and not governs:
            return None
        if lemma in _OPEN or lemma in words("denied"):
            return "denied", below.governor, False
        if lemma in words("happening") and below.kind in ("infinitive", "participle"):
            if verb is not None and governs and verb.negation is not None:
                return "denied", verb.negation, False
            return "asserted", None, False
        if below.kind == "participle":
            return None
        return "planned", below.governor, False
    return None


def _claimed(grammar: SentenceGrammar, below: Clause) -> tuple[Status, int | None, bool] | None:
    """What a noun makes of the clause that gives its content: "reports that the army left"."""
    if below.marker is None or below.subject is None or below.subject.shared:
        return None
    that = grammar.lowers[below.marker] == "that" and below.subject.head != below.marker
    if (
        that
        and below.governor is not None
        and grammar.lemma(below.governor) in entries("grammar/fact_nouns")
    ):
        return "hypothetical", below.governor, False
    return None
