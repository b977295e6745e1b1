"""The record of a proposition: its time, its weight, and whether it is reported as news."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.clause_parts import (
    core_run,
    in_passing,
    is_joined,
    names_other_days,
    tells_outcome,
    verb_span,
)
from armreader.extraction.propositions.deeds import deed_lemmas
from armreader.extraction.propositions.nominal import happenings, is_in_known, is_of_known
from armreader.extraction.propositions.participants import Participants
from armreader.extraction.propositions.sentence import Reading
from armreader.extraction.propositions.standing import Standing
from armreader.extraction.propositions.words import words
from armreader.language.event_classes import classes_of
from armreader.records import Proposition, PropositionForm, Span

# What speaks for a row in the clause itself, and what against it.
_ACTOR, _NAME, _NUMBER, _TITLE, _LEAD = 0.4, 0.1, 0.2, 0.5, 0.3
_PAST = 0.5
_STATE, _AHEAD, _LASTING, _UNSURE, _SHARED = -0.8, -0.5, -0.8, -0.3, -0.3
_ASIDE = -0.6
_DEADLY = frozenset(("death.die", "death.kill", "death.execute", "death.suicide"))
"""Classes of verbs after which somebody is dead."""
_HARMFUL = frozenset(("death.shoot", "death.stab", "harm.beat", "harm.wound"))
"""Classes of verbs after which somebody is hurt, or dead "to death", "fatally"."""
_BESIDE = frozenset(("as", "while", "because", "though", "although"))
"""Words that open what goes with another clause, or its reason: "as the guards looked on"."""
_LATER = frozenset(("then", "later", "afterwards", "afterward", "subsequently", "eventually"))
_TOGETHER = frozenset(("as", "when", "while"))
"""Words that join two clauses about the same time."""


def made(
    reading: Reading,
    participants: Participants,
    clause: Clause,
    standing: Standing,
    form: PropositionForm,
    label: list[tuple[int, int]],
) -> Proposition:
    """The proposition of a clause, with the label found for it."""
    grammar, verb = reading.telling.grammar, clause.verb
    assert verb is not None
    actor = participants.actor(grammar, clause.subject)
    time, inherited = _time(reading, clause, form, actor)
    victim, dead = _victim(grammar, participants, clause)
    return Proposition(
        span=clause.span,
        trigger=verb_span(grammar, clause),
        form=form,
        status=standing.status,
        label=tuple(grammar.span(first, last) for first, last in label),
        lemmas=deed_lemmas(grammar, clause, form),
        subject=clause.subject and grammar.span(*core_run(grammar, clause.subject)),
        actor=actor,
        time=time,
        victim=victim,
        dead=dead,
        over=(verb.tense == "past" or verb.perfect) and not verb.modal,
        inherited=inherited,
        news=_is_news(reading, clause, form),
        recent=_is_recent(reading, clause, form),
        weight=_weight(reading, participants, clause, standing, form, label),
        cue=None if standing.cue is None else grammar.span(standing.cue, standing.cue + 1),
        pronouns=participants.replaced(grammar, label, actor),
    )


def _victim(
    grammar: SentenceGrammar, participants: Participants, clause: Clause
) -> tuple[str | None, bool]:
    """The local id of the person whom a clause reports killed or hurt, and whether as dead."""
    verb = clause.verb
    assert verb is not None
    classes = set(classes_of(verb.lemma))
    after = grammar.lowers[verb.last : verb.last + 2]
    fatal = after == ["to", "death"] or after[:1] == ["dead"]
    fatal = fatal or "fatally" in grammar.lowers[verb.first : verb.last]
    if not classes & (_DEADLY | _HARMFUL):
        return None, False
    hurt = clause.objects[0] if clause.objects and not verb.passive else clause.subject
    victim = participants.actor(grammar, hurt)
    return victim, victim is not None and (fatal or bool(classes & _DEADLY))


def _time(
    reading: Reading, clause: Clause, form: PropositionForm, actor: str | None
) -> tuple[Span | None, bool]:
    """The time of a clause, and whether it comes from another clause or sentence."""
    grammar, verb = reading.telling.grammar, clause.verb
    assert verb is not None
    time = reading.dating.of(clause, _brought(grammar, clause))
    past = verb.tense == "past" and not verb.modal and not verb.perfect
    joined = clause.kind in ("coordinated", "adverbial")
    if time is None and form == "statement" and past and _after_event(grammar, clause):
        return reading.telling.carried, reading.telling.carried is not None
    if time is not None or form == "statement" or not (past or joined):
        return time, False
    if reading.dating.any:
        return _beside(reading, clause), False
    speaker = reading.telling.speaker
    comments = verb.lemma in words("said")
    goes_on = past and not comments and speaker in (None, actor)
    goes_on = goes_on and not in_passing(grammar, clause) and not is_in_known(grammar, clause)
    time = reading.telling.carried if goes_on else None
    return time, time is not None


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


def _is_news(reading: Reading, clause: Clause, form: PropositionForm) -> bool:
    """Whether a clause reports what was new when its article appeared."""
    telling, verb = reading.telling, clause.verb
    assert verb is not None
    if verb.perfect and verb.tense == "past" and not verb.modal:
        return False
    if form == "statement":
        return True
    if names_other_days(reading.telling.grammar, clause):
        return False
    if (
        in_passing(reading.telling.grammar, clause)
        or _opening(reading.telling.grammar, clause) == "since"
    ):
        return False
    if reading.dating.any:
        return telling.lead and clause.kind in ("main", "coordinated")
    if telling.lead or _has_happened(verb):
        return True
    return telling.early and _is_over(verb) and not is_of_known(telling.grammar, clause)


def _opening(grammar: SentenceGrammar, clause: Clause) -> str:
    """The word that opens an adverbial clause: "since" in "since the dam burst"; else empty."""
    if clause.kind != "adverbial" or clause.marker is None:
        return ""
    return grammar.lowers[clause.marker]


def _is_recent(reading: Reading, clause: Clause, form: PropositionForm) -> bool:
    """Whether a clause without a time may be news by where it is among those that have one."""
    grammar = reading.telling.grammar
    if reading.dating.any or form != "event" or clause.verb is None:
        return False
    if _has_happened(clause.verb) or not _is_over(clause.verb):
        return False
    known = in_passing(grammar, clause) or is_of_known(grammar, clause)
    return not (known or names_other_days(grammar, clause))


def _is_over(verb: VerbGroup) -> bool:
    """Whether a verb tells what happened or goes on: "sank", "has sunk", "is sinking"."""
    if verb.modal or (verb.perfect and verb.tense == "past"):
        return False
    return verb.tense == "past" or verb.perfect or verb.progressive


def _has_happened(verb: VerbGroup) -> bool:
    """Whether a verb is in the present perfect: "has pledged" matters now, whenever it was."""
    lately = verb.perfect and verb.tense == "present" and not verb.modal
    return lately and not verb.progressive and verb.negation is None


def _weight(
    reading: Reading,
    participants: Participants,
    clause: Clause,
    standing: Standing,
    form: PropositionForm,
    label: list[tuple[int, int]],
) -> float:
    telling, grammar, verb = reading.telling, reading.telling.grammar, clause.verb
    assert verb is not None
    actor = participants.actor(grammar, clause.subject)
    numbers = any(grammar.tags[at] == "CD" for first, last in label for at in range(first, last))
    lasting = verb.tense == "present" and not (verb.perfect or verb.progressive or verb.modal)
    lasting = lasting and form != "statement" and not tells_outcome(grammar, clause)
    weight = _ACTOR * (actor is not None) + _NAME * min(participants.count(grammar, clause), 3)
    weight += _NUMBER * numbers + _TITLE * telling.title + _LEAD * telling.lead
    weight += _STATE * (form == "state") + _PAST * (verb.tense == "past" and not verb.perfect)
    if not telling.title:
        weight += _AHEAD * (standing.status in ("planned", "hypothetical"))
        weight += _LASTING * lasting + _UNSURE * (not clause.sure)
    shared = bool(label) and clause.subject is not None and clause.subject.shared
    weight += _ASIDE * (_opening(grammar, clause) in _BESIDE)
    return round(weight + _SHARED * shared, 2)


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
    if marker in ("which", "whom", "whose"):
        return None
    if _comes_after(grammar, clause):
        return None
    together = clause.kind == "coordinated" or marker in _TOGETHER
    near = [_finite_above(grammar, clause)] if clause.parent is not None and together else []
    near += [
        one
        for one in clauses
        if one.parent == clause.index
        and (_is_joined_by_word(grammar, one) or _opening(grammar, one) in _TOGETHER)
    ]
    for one in near:
        if one.verb is None or not _one_tense(grammar, one, clause):
            continue
        if one.verb.lemma in words("said") and one.complements:
            continue
        found = reading.dating.of(one, one.complements)
        if found is None and one.kind == "adverbial" and one.index < clause.index:
            found = _beside(reading, one)
        if found is not None:
            return found
    return None
