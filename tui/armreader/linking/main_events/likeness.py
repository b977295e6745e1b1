"""Likeness: the evidence that two candidates report one event: the same people did the same thing
at the same time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Set
from math import log, sqrt

from armreader.language.event_classes import family
from armreader.linking.main_events.candidate import Candidate, Deed
from armreader.linking.main_events.clashes import clash, is_retold, one_death, with_title

# What adds to the cosine of the weighted words of two clauses, or takes from it.
SAME_VERB, SAME_CLASS, SAME_GROUP, TOGETHER = 0.14, 0.07, 0.14, 0.5
SAME_SUBJECT, OTHER_SUBJECT = 0.08, -0.25
SAME_DAYS, BOTH_LEAD, SUMMED_UP, TOLL, DEATH = 0.08, 0.1, 0.4, 0.5, 0.6
OTHER_FORM, OTHER_STATUS = -0.1, -0.15
VERBATIM = 0.8
"""The cosine at which two clauses say the same, so that their days may differ by one."""
_DAY_APART = 1
"""Days that such clauses may be apart."""
_FEW = 8
"""The most days of a time that dates an event closely."""
GRAIN = 2.0**-30
"""Weights are multiples of this, so that a sum is the same in whatever order it is made."""


class Likeness:
    """Weighs the terms of a dossier's candidates and compares them."""

    def __init__(self, spread: Mapping[str, int], candidates: int) -> None:
        """``spread`` says how many of so many candidates have each term."""
        total = candidates + 1
        self._spread = spread
        self.squares = {
            term: round(log(total / n) ** 2 / GRAIN) * GRAIN for term, n in spread.items()
        }
        """The weight of a term, squared."""
        self._lengths = array("d", bytes(8 * candidates))

    def length(self, one: Candidate) -> float:
        """The length of the vector of a candidate's terms."""
        known = self._lengths[one.number]
        if not known:
            known = sqrt(sum(map(self.squares.__getitem__, one.terms))) or 1.0
            self._lengths[one.number] = known
        return known

    def rare(self, terms: Set[str]) -> float:
        """The share of terms that no other candidate has."""
        return sum(self._spread[term] == 1 for term in terms) / max(len(terms), 1)

    def cosine(self, one: Candidate, other: Candidate) -> float:
        shared = sum(map(self.squares.__getitem__, one.terms & other.terms))
        return shared / (self.length(one) * self.length(other))

    def cosines(
        self, one: Candidate, others: Iterable[tuple[frozenset[str], float, object]]
    ) -> list[float]:
        """Its cosines with others, of which terms and length are given."""
        weight, own, length = self.squares.__getitem__, one.terms, self.length(one)
        return [sum(map(weight, terms & own)) / (other * length) for terms, other, _ in others]

    def _contained(self, one: Candidate, other: Candidate) -> float:
        """The share of the weight of the earlier one's terms that the later has too."""
        first, second = (one, other) if one.sentence < other.sentence else (other, one)
        shared = sum(map(self.squares.__getitem__, first.terms & second.terms))
        return shared / self.length(first) ** 2

    def of(self, one: Candidate, other: Candidate, cosine: float | None = None) -> float:
        """The evidence for one event; below 0 where they cannot be one."""
        score = self.cosine(one, other) if cosine is None else cosine
        if clash(one, other, within=_DAY_APART * (score >= VERBATIM)):
            return -1.0
        return self.of_agreeing(one, other, score)

    def at_most(self, one: Candidate, other: Candidate, cosine: float) -> float:
        """What the evidence for one event is not above, found faster than the evidence itself."""
        score = cosine + SAME_VERB + SAME_SUBJECT + SAME_DAYS
        if one.group is not None and one.group == other.group:
            score += SAME_GROUP
        if one.own and other.own and not one.subject.isdisjoint(other.subject):
            score += TOGETHER
        if one.place == other.place:
            score += BOTH_LEAD + SUMMED_UP
        if one.figures and one_toll(one, other):
            score += TOLL
        if one.victim and one_death(one, other):
            score += DEATH
        return score

    def of_agreeing(self, one: Candidate, other: Candidate, cosine: float | None = None) -> float:
        """The evidence for one event where two candidates do not clash."""
        score = self.cosine(one, other) if cosine is None else cosine
        form, other_form = one.proposition.form, other.proposition.form
        same_verb = not one.deed.verbs.isdisjoint(other.deed.verbs)
        kind = same_verb or one.deed.is_like(other.deed)
        if kind:
            score += SAME_VERB if same_verb else SAME_CLASS
            if form == other_form == "event" and _at_once(one, other):
                score += TOGETHER
        if one.group is not None and one.group == other.group:
            score += SAME_GROUP
        if one.figures and one_toll(one, other):
            score += TOLL
        if one.victim and one_death(one, other):
            score += DEATH
        score += _subjects(one, other)
        if (
            one.range
            and other.range
            and (one.range.days or 99) <= 2
            and one.range.overlaps(other.range)
        ):
            score += SAME_DAYS
        if one.place == other.place:
            if min(one.sentence, other.sentence) < 2 and one.leads and other.leads:
                score += BOTH_LEAD
            if (same_verb and _headed(one, other)) or (kind and is_retold(one, other)):
                score += SUMMED_UP * self._contained(one, other)
        if form != other_form:
            score += 0.0 if same_verb else OTHER_FORM
        elif one.proposition.status != other.proposition.status:
            score += OTHER_STATUS
        return score


def one_toll(one: Candidate, other: Candidate) -> bool:
    """Whether as many died or were hurt on days that agree: "three die", "killed three"."""
    if one.figures.isdisjoint(other.figures) or one.deed.harms.isdisjoint(other.deed.harms):
        return False
    return bool(one.days and other.days and one.days.overlaps(other.days))


def other_toll(one: Candidate, other: Candidate) -> bool:
    """Whether two say only how many died or were hurt, and in what, and no number is of both."""
    only = all(each.figures and _only_harms(each.deed) for each in (one, other))
    return only and one.figures.isdisjoint(other.figures)


def _only_harms(deed: Deed) -> bool:
    """Whether verbs say only that somebody died or was hurt, perhaps in a quake or a storm."""
    causes = deed.kinds - deed.harms
    return bool(deed.harms) and all(family(name) == "disaster" for name in causes)


def _at_once(one: Candidate, other: Candidate) -> bool:
    """Whether by their own words the same subject did both, within the same few days."""
    if not (one.own and other.own) or one.subject.isdisjoint(other.subject):
        return False
    return one.own.overlaps(other.own) and max(one.own.days or 99, other.own.days or 99) <= _FEW


def _subjects(one: Candidate, other: Candidate) -> float:
    if one.proposition.form == other.proposition.form == "statement":
        return 0.0
    if "statement" in (one.proposition.form, other.proposition.form):
        said, done = (one, other) if one.proposition.form == "statement" else (other, one)
        return OTHER_SUBJECT / 3 if done.subject.isdisjoint(said.terms) else SAME_SUBJECT
    if one.actor and other.actor:
        return SAME_SUBJECT if one.actor == other.actor else OTHER_SUBJECT
    if not one.subject.isdisjoint(other.subject):
        return SAME_SUBJECT
    known = one.subject and other.subject and not is_retold(one, other)
    return OTHER_SUBJECT / 3 if known else 0.0


def _headed(one: Candidate, other: Candidate) -> bool:
    """Whether one is the title and the other what the same actor does further down."""
    return with_title(one, other) and one.actor is not None and one.actor == other.actor
