"""The record of a proposition: its time, its weight, and whether it is reported as news."""

from __future__ import annotations

from armreader.extraction.grammar import Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.clause_parts import (
    core_run,
    in_passing,
    names_other_days,
    opening_word,
    tells_outcome,
    verb_span,
)
from armreader.extraction.propositions.clause_times import says_then, time_of
from armreader.extraction.propositions.deeds import deed_lemmas
from armreader.extraction.propositions.nominal import happenings, is_of_known
from armreader.extraction.propositions.participants import Participants
from armreader.extraction.propositions.sentence import Reading
from armreader.extraction.propositions.standing import Standing
from armreader.extraction.propositions.words import words
from armreader.language.event_classes import classes_of, family
from armreader.records import Proposition, PropositionForm

# What speaks for a row in the clause itself, and what against it.
_ACTOR, _NAME, _NUMBER, _TITLE, _LEAD = 0.4, 0.1, 0.2, 0.5, 0.3
_PAST = 0.5
_STATE, _AHEAD, _LASTING, _UNSURE, _SHARED = -0.8, -0.5, -0.8, -0.3, -0.3
_ASIDE = -0.6
_DEADLY = frozenset(("death.die", "death.kill", "death.execute", "death.suicide"))
"""Classes of verbs after which somebody is dead."""
_HARMFUL = frozenset(("death.shoot", "death.stab", "harm.beat", "harm.wound"))
"""Classes of verbs after which somebody is hurt, or dead "to death", "fatally"."""
_SIDES = frozenset(("politics.support", "politics.oppose", "law.accuse"))
"""Classes of what somebody says of others or of what they did, besides the family of saying."""
_PASSED_ON = frozenset(("cite", "quote", "report", "publish", "recall", "recount"))
"""Verbs for what was said or done before: "cited the register"."""
_BESIDE = frozenset(("as", "while", "because", "though", "although"))
"""Words that open what goes with another clause, or its reason: "as the guards looked on"."""


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
    time, inherited = time_of(reading, clause, form, actor)
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


def _is_news(reading: Reading, clause: Clause, form: PropositionForm) -> bool:
    """Whether a clause reports what was new when its article appeared."""
    telling, verb = reading.telling, clause.verb
    assert verb is not None
    if verb.perfect and verb.tense == "past" and not verb.modal:
        return False
    grammar = reading.telling.grammar
    if says_then(grammar, clause):
        return False
    if form == "statement" or _is_said(verb):
        return telling.lead or not _follows_event(grammar)
    if names_other_days(grammar, clause) or _is_background(grammar, clause):
        return False
    if in_passing(grammar, clause) or opening_word(grammar, clause) == "since":
        return False
    if not telling.lead and _follows_event(grammar):
        return False
    if reading.dating.any:
        undated = reading.dating.of(clause, ()) is None
        reported = telling.lead or (undated and _has_happened(verb))
        return reported and clause.kind in ("main", "coordinated")
    if telling.lead or _has_happened(verb):
        return True
    return telling.early and _is_over(verb) and not is_of_known(telling.grammar, clause)


def _follows_event(grammar: SentenceGrammar) -> bool:
    """Whether a sentence opens with what came before: "After the clash, Lee said"."""
    opens = grammar.lowers[0] in ("after", "following", "during")
    if not opens or "," not in grammar.lowers:
        return False
    before = grammar.lowers.index(",") - 1
    return grammar.tags[before].startswith("N") and grammar.lemma(before) in happenings()


def _is_said(verb: VerbGroup) -> bool:
    """Whether somebody takes a side or asks, which is told as news: "praised the pilots"."""
    classes = () if verb.lemma in _PASSED_ON else classes_of(verb.lemma)
    said = any(family(name) == "say" or name in _SIDES for name in classes)
    return said and verb.tense == "past" and not (verb.modal or verb.perfect or verb.passive)


def _is_background(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a past says only whose view comes next: "survived a prison and calls it inhumane"."""
    verb = clause.verb
    if verb is None or verb.tense != "past" or clause.kind != "main":
        return False
    return any(
        one.kind == "coordinated" and one.parent == clause.index and one.verb is not None
        and one.subject is not None and one.subject.shared
        and one.verb.tense == "present" and one.verb.lemma in words("said")
        for one in grammar.clauses
    )  # fmt: skip


def _is_recent(reading: Reading, clause: Clause, form: PropositionForm) -> bool:
    """Whether a clause without a time may be news by where it is among those that have one."""
    grammar = reading.telling.grammar
    if reading.dating.any or form != "event" or clause.verb is None:
        return False
    if _has_happened(clause.verb) or not _is_over(clause.verb):
        return False
    known = in_passing(grammar, clause) or is_of_known(grammar, clause)
    known = known or says_then(grammar, clause)
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
    weight += _ASIDE * (opening_word(grammar, clause) in _BESIDE)
    return round(weight + _SHARED * shared, 2)
