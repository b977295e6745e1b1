"""The time of a clause: its own, or that of the clause or the sentence that it goes with."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.clause_parts import (
    in_passing,
    is_joined,
    is_of_youth,
    opening_word,
)
from armreader.extraction.propositions.nominal import happenings, is_in_known
from armreader.extraction.propositions.sentence import Reading
from armreader.extraction.propositions.words import words
from armreader.records import PropositionForm, Span

_LATER = frozenset(("then", "later", "afterwards", "afterward", "subsequently", "eventually"))
_TOGETHER = frozenset(("as", "when", "while"))
"""Words that join two clauses about the same time."""


def time_of(
    reading: Reading, clause: Clause, form: PropositionForm, actor: str | None
) -> tuple[Span | None, bool]:
    """The time of a clause, and whether it comes from another clause or sentence."""
    grammar, verb = reading.telling.grammar, clause.verb
    assert verb is not None
    time = reading.dating.of(clause, _brought(grammar, clause))
    past = verb.tense == "past" and not verb.modal and not verb.perfect
    joined = clause.kind in ("coordinated", "adverbial")
    then = _after_event(grammar, clause) or says_then(grammar, clause)
    if time is None and form == "statement" and past and then:
        return reading.telling.carried, reading.telling.carried is not None
    if time is not None or form == "statement" or not (past or joined):
        return time, False
    if reading.dating.any:
        return _beside(reading, clause), False
    speaker = reading.telling.speaker
    answers = verb.lemma in words("answering") and not clause.complements
    comments = answers or verb.lemma in words("said")
    goes_on = past and not comments and speaker in (None, actor)
    goes_on = goes_on and not in_passing(grammar, clause) and not is_in_known(grammar, clause)
    goes_on = goes_on and not is_of_youth(grammar, clause)
    time = reading.telling.carried if goes_on else None
    return time, time is not None


def says_then(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause is of a time that was mentioned before: "at the time, Lee said".

    Not "Lee said the guards slept at the time", where only what is said is of that time.
    """
    lowers = grammar.lowers
    return any(
        lowers[at] == "at"
        and lowers[at + 1 : at + 3] in (["the", "time"], ["that", "time"], ["that", "point"])
        and (at == 0 or _innermost(grammar, at) == clause.index)
        for at in (0, *range(clause.first, clause.last))
    )


def _innermost(grammar: SentenceGrammar, at: int) -> int:
    """The number of the smallest clause around a token."""
    around = (one for one in grammar.clauses if one.first <= at < one.last)
    return min((one.last - one.first, one.index) for one in around)[1]


def _after_event(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether somebody speaks after an event that was mentioned before: "said after the clash"."""
    assert clause.verb is not None
    at = clause.verb.last
    after = grammar.lowers[at : at + 1] in (["after"], ["following"])
    if not after or grammar.lowers[at + 1 : at + 2] != ["the"]:
        return False
    noun = next((n for n in range(at + 2, len(grammar)) if grammar.tags[n].startswith("NN")), None)
    return noun is not None and grammar.lemma(noun) in happenings()


def _brought(grammar: SentenceGrammar, clause: Clause) -> list[int]:
    """The clauses that a verb governs, and those that they govern: "began refusing to attend"."""
    brought = [
        at for at in clause.complements
        if at > clause.index and grammar.clauses[at].kind in ("infinitive", "participle")
    ]  # fmt: skip
    return brought + [far for at in brought for far in _brought(grammar, grammar.clauses[at])]


def _governor(grammar: SentenceGrammar, clause: Clause) -> Clause:
    """The clause that a clause depends on; for what a verb governs, the clause of that verb."""
    at = clause.parent
    assert at is not None
    one = grammar.clauses[at]
    while (
        one.kind in ("infinitive", "participle")
        and one.parent is not None
        and any(one.index in other.complements for other in grammar.clauses)
    ):
        one = grammar.clauses[one.parent]
    return one


def _finite_above(grammar: SentenceGrammar, clause: Clause) -> Clause:
    """The clause that a clause depends on, or the next above it that has a tense."""
    one = _governor(grammar, clause)
    while _tense(one) in ("", "none") and one.parent is not None and one.parent < one.index:
        one = grammar.clauses[one.parent]
    return one


def _nearest(grammar: SentenceGrammar, clause: Clause) -> Clause:
    """The last clause before one that is joined to the one above it: "sank and rose as it fell"."""
    above = _finite_above(grammar, clause)
    joined = [
        one
        for one in grammar.clauses
        if one.parent == above.index and one.kind == "coordinated" and one.verb is not None
        and above.first < one.first < clause.first and one.verb.finite
    ]  # fmt: skip
    return max(joined, key=lambda one: one.first, default=above)


def _one_tense(grammar: SentenceGrammar, one: Clause, other: Clause) -> bool:
    """Whether two clauses have the same tense; "signed and sealed" is past twice."""
    first, second = ("past" if _goes_with(grammar, each) else _tense(each) for each in (one, other))
    return first == second


def _goes_with(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb that may be a participle is joined to a finite one by "and"."""
    shared = clause.subject is not None and clause.subject.shared
    return shared and _tense(clause) == "none" and is_joined(grammar, clause)


def _tense(clause: Clause) -> str:
    return "" if clause.verb is None else clause.verb.tense


def _comes_after(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a joined clause is of a later time: "burned on Friday and later sank"."""
    verb = clause.verb
    if clause.kind != "coordinated" or verb is None:
        return False
    first = max(verb.first - 2, 0)
    return not _LATER.isdisjoint(grammar.lowers[first : verb.last + 1])


def _is_joined_by_word(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a word or a mark joins a clause: not "a state she won eight years ago"."""
    if clause.kind != "coordinated":
        return False
    return not {"CC", ",", ":"}.isdisjoint(
        grammar.tags[max(clause.first - 1, 0) : clause.first + 1]
    )


def _beside(reading: Reading, clause: Clause) -> Span | None:
    """The time of the clause that a clause is joined to, where both are about the same time."""
    clauses, grammar = reading.telling.grammar.clauses, reading.telling.grammar
    marker = "" if clause.marker is None else grammar.lowers[clause.marker]
    if marker in ("which", "whom", "whose") or grammar.lowers.count("when") > 1:
        return None  # "when Lee praised what was done when the dam burst in 1989, Berg left"
    if _comes_after(grammar, clause):
        return None
    together = clause.kind == "coordinated" or marker in _TOGETHER
    near = [_nearest(grammar, clause)] if clause.parent is not None and together else []
    near += [
        one
        for one in clauses
        if one.parent == clause.index
        and (_is_joined_by_word(grammar, one) or opening_word(grammar, one) in _TOGETHER)
    ]
    copula = clause.verb is not None and clause.verb.copula
    for one in near:
        if one.verb is None or not _one_tense(grammar, one, clause):
            continue
        if copula and one.parent == clause.index and one.kind == "coordinated":
            continue  # "was the first to rule and left last year"
        if one.verb.lemma in words("said") and one.complements:
            continue
        found = reading.dating.of(one, one.complements)
        if found is None and one.kind == "adverbial" and one.index < clause.index:
            found = _beside(reading, one)
        if found is not None and not (
            one.parent == clause.index and _is_its_own(grammar, one, found)
        ):
            return found
    return None


def _is_its_own(grammar: SentenceGrammar, clause: Clause, time: Span) -> bool:
    """Whether a time dates a joined clause alone: "…, and in 1995 she left"."""
    subject = clause.subject
    if clause.kind != "coordinated" or subject is None or subject.shared:
        return False
    opens = time.end <= grammar.starts[subject.first]
    joint = subject.first - 1
    return opens or (grammar.tags[joint] == "CC" and grammar.lowers[joint - 1] == ",")
