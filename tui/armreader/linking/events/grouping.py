"""Which tellings are one event: each joins the group with the most evidence for it, or starts
one."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import accumulate, chain, pairwise
from math import log
from typing import NamedTuple

from armreader.linking.events.candidate_groups import CandidateGroups
from armreader.linking.events.group import Group
from armreader.linking.events.shared_classes import Shared, SharedClasses
from armreader.linking.events.telling import Report, Telling
from armreader.linking.events.terms_of_tellings import TermsOfTellings
from armreader.records.dates import DateRange

# Evidence, in units of one rare word that two clauses share. The figures were chosen on training
# topics of ECB+ (Cybulska and Vossen 2014), where halving or doubling one moves the result little.
JOIN = 0.7
"""How much evidence two tellings need to be one event."""
CLASS = 0.5
"""For a class that nothing else in the dossier has; less, the commoner it is."""
AROUND = 0.4
"""How much a word counts that is in the same sentence, but in another clause."""
EXPONENT = 1.3
"""How fast a word's weight falls with the number of clauses that have it."""
LEAST_WORDS = 0.25
"""With less weight of shared words, only the leading news of two articles can be one event."""
SAME_DAY, SAME_MONTH, SAME_YEAR = 0.5, 0.4, 0.2
"""For dates that have days in common, by the precision of the vaguer one."""
SAME_WORD = 0.1
"""For the same lemma, besides the same class."""
SAME_ARTICLE, SAME_STORY, BOTH_LEAD = 0.3, 0.5, 0.65
"""For tellings of one article, of articles on one story, and of the openings of both."""
COMMON = -0.6
"""For classes that say little: speech, phases, movements, and verbs without a class."""
OTHER_SENSE = -0.45
"""For words that share a class which is not the first of both."""
FACT_AND_PLAN = -0.6
"""For a fact compared with what is planned, possible or denied."""
LOOSE_CLASH = -0.4
"""For dates without a common day that may belong to other words of the clauses."""
CLASH = -9.0
"""For dates without a common day: never one event."""
MARGIN = 0.15
"""Within this, two events of different dates fit an undated telling equally well."""
NEWS_LASTS = 30
"""How many days apart sources that open with one piece of news may appear."""
_DAY = timedelta(days=1)
RULES = ("event-first-mention", "event-same-date", "event-same-news", "event-same-words")
"""Why a telling is in a group: it started the group, or what they have in common."""
_UNPLACED = 2**32 - 1
"""The group of a telling that has none yet."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which tellings are one event: in columns, because a million records take much memory."""

    groups: array[int]
    """By telling, the number of its group."""
    rules: bytearray
    """By telling, which of ``RULES`` put it in its group."""
    first: array[int] = field(default_factory=lambda: array("I"))
    """By group, the number of the telling that started it; all others joined it."""

    def members(self) -> Iterator[tuple[int, list[tuple[int, str]]]]:
        """For each group its first telling and, in the order of the dossier, all with their rules.

        The groups are in the order in which they were started.
        """
        starts = array("I", [0]) * (len(self.first) + 1)
        for group in self.groups:
            starts[group + 1] += 1
        starts = array("I", accumulate(starts))
        order, free = array("I", self.groups), starts[:-1]
        for number, group in enumerate(self.groups):
            order[free[group]] = number
            free[group] += 1
        for first, (start, end) in zip(self.first, pairwise(starts), strict=True):
            yield first, [(number, RULES[self.rules[number]]) for number in order[start:end]]


def group_tellings(tellings: Sequence[Telling]) -> Grouped:
    """Which tellings are one event.

    What is news or dated is placed first, so that the background can choose between events.
    """
    grouping = _Grouping(tellings)
    for number in chain(grouping.news, grouping.background):
        grouping.place(tellings[number])
    return grouping.grouped


class _Placing(NamedTuple):
    """A telling that is being placed, and what every group is compared with."""

    telling: Telling
    classes: tuple[str, ...]
    story: int
    lead: bool
    real: bool
    weights: Mapping[str, float]
    """Those of its terms; for terms around its clause, only a share."""


class _Grouping:
    def __init__(self, tellings: Sequence[Telling]) -> None:
        count = len(tellings)
        self.grouped = Grouped(array("I", [_UNPLACED]) * count, bytearray(count))
        self.groups: list[Group] = []
        self._report: Report | None = None
        self._reported_here: set[int] = set()
        """The groups that the tellings of that report are in so far."""
        self.news, self.background = array("I"), array("I")
        """The numbers of the tellings, in their order."""
        self._terms = TermsOfTellings()
        classes: Counter[tuple[str, ...]] = Counter()
        for telling in tellings:
            self._terms.append(telling.terms())
            classes[telling.classes] += 1
            (self.background if telling.background else self.news).append(telling.number)
        total = max(count, 2)
        self.term_weight = {
            term: float((log(total / n) / log(total)) ** EXPONENT)
            for term, n in self._terms.counted()
        }
        having: Counter[str] = Counter()
        for names, n in classes.items():
            having.update(dict.fromkeys(names, n))
        self.class_weight = {name: log(total / n) / log(total) for name, n in having.items()}
        self._shared: defaultdict[tuple[str, ...], dict[tuple[str, ...], Shared | None]] = (
            defaultdict(dict)
        )
        self._candidates = CandidateGroups(self.term_weight)

    def place(self, telling: Telling) -> None:
        """Put a telling in the group with the most evidence for it, or in one of its own."""
        report = telling.report
        if report is not self._report:
            self._report = report
            self._reported_here = set(self.grouped.groups[report.start : report.end])
        terms, classes = self._terms.of(telling.number), telling.classes
        placing = self._placing(telling, terms, classes)
        found = self._fitting(placing, terms)
        if found and not self._ambiguous(telling, found):
            best, rule = self.groups[-found[0][1]], found[0][2]
        else:
            best, rule = self._start(placing), RULES[0]
        self.grouped.groups[telling.number] = best.number
        self.grouped.rules[telling.number] = RULES.index(rule)
        self._reported_here.add(best.number)
        known, story = best.terms, report.story
        new = [term for term in terms if term not in known]
        new_story = story not in best.known
        best.add(telling, placing.classes, placing.weights)
        self._candidates.add(best.number, best.classes, new)
        if new_story:
            self._candidates.add_of_story(best.number, best.classes, story)

    def _placing(
        self, telling: Telling, terms: Sequence[str], classes: tuple[str, ...]
    ) -> _Placing:
        weight = self.term_weight
        weights = {term: weight[term] for term in terms}
        for term in telling.around():
            if term in weight and term not in weights:
                weights[term] = AROUND * weight[term]
        story = telling.report.story
        return _Placing(telling, classes, story, telling.lead, telling.real, weights)

    def _start(self, placing: _Placing) -> Group:
        """A new group, of which a telling is the first."""
        classes, published = placing.classes, placing.telling.report.days
        group = Group(len(self.groups), classes[0], placing.real, published, classes)
        self.groups.append(group)
        self.grouped.first.append(placing.telling.number)
        return group

    def _ambiguous(self, telling: Telling, found: Sequence[tuple[float, int, str]]) -> bool:
        """Whether an undated telling fits two events of different dates about equally well."""
        if not telling.background:
            return False
        best = self.groups[-found[0][1]].range
        return any(
            score > found[0][0] - MARGIN and _dates_agree(best, self.groups[-number].range) < 0
            for score, number, _ in found[1:]
        )

    def _fitting(self, placing: _Placing, terms: Sequence[str]) -> list[tuple[float, int, str]]:
        """The groups that a telling may be in, best first: evidence, negative number and rule."""
        telling, classes, story, lead, real, weights = placing
        range_, about, (first, last) = telling.range, telling.about, telling.report.days
        first, last = first - NEWS_LASTS, last + NEWS_LASTS
        if classes not in self._shared:
            self._shared[classes] = SharedClasses(classes, self.class_weight)
        shared = self._shared[classes]
        found = []
        for number in self._candidates.of(classes, story, terms):
            group = self.groups[number]
            common = shared[group.classes]
            if common is None:
                continue
            dates = _dates_agree(group.range, range_) if range_ and group.range else 0.0
            if dates <= CLASH:
                continue
            if about and dates == 0 and _dates_agree(group.range or group.about, about) < 0:
                dates = LOOSE_CLASH
            published = group.published
            one_news = published[1] >= first and published[0] <= last
            near = one_news and story in group.known
            if not near:
                if real != group.real or not (real or dates > 0):
                    continue
                if dates <= 0 and common.talk and not one_news:
                    continue
            words = group.shares(weights)
            news = near and common.strong and lead and ~story in group.known
            if not news and words < LEAST_WORDS:
                continue
            score = CLASS * common.weight + words + dates
            score = self._with_further(score, group, placing, common, near, news)
            if score > JOIN:
                said = "event-same-news" if news and words < JOIN else "event-same-words"
                found.append((score, -number, "event-same-date" if dates > 0 else said))
        found.sort(reverse=True)
        return found

    def _with_further(
        self,
        score: float,
        group: Group,
        placing: _Placing,
        common: Shared,
        near: bool,
        news: bool,
    ) -> float:
        """The evidence of classes, words and dates with all other."""
        if placing.telling.lemma in group.known:
            score += SAME_WORD
        if not common.first == placing.classes[0] == group.first_class:
            score += OTHER_SENSE
        if not common.strong:
            score += COMMON
        if placing.real != group.real:
            score += FACT_AND_PLAN
        if common.strong:
            score += SAME_STORY if near else 0.0
            score += BOTH_LEAD if news else 0.0
            score += SAME_ARTICLE if group.number in self._reported_here else 0.0
        return score


def _dates_agree(one: DateRange | None, other: DateRange | None) -> float:
    """The evidence of two dates for one event: more if they are precise, negative if they clash."""
    if one is None or other is None:
        return 0.0
    if not one.overlaps(other):
        near = (
            one.days == other.days == 1
            and one.earliest
            and other.earliest
            and abs(one.earliest - other.earliest) <= _DAY
        )
        return 0.0 if near else CLASH
    days = max(one.days or 4000, other.days or 4000)
    return (
        SAME_DAY if days == 1 else SAME_MONTH if days <= 31 else SAME_YEAR if days <= 366 else 0.0
    )
