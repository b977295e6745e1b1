"""Which tellings are one event: each is put to the group that most speaks for it, or starts one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from math import log

from armreader.dates import DateRange
from armreader.linking.events.telling import Telling, spread
from armreader.words.event_classes import family

JOIN = 1.0
"""How much evidence two tellings need to be one event."""
SAME_STORY = 0.5
BOTH_LEAD = 0.65
SAME_DAY, SAME_MONTH, SAME_YEAR = 0.5, 0.4, 0.2
SAME_WORD = 0.1
AROUND = 0.4
CLASS = 0.5
SAME_ARTICLE = 0.3
FACT_AND_PLAN = -0.3
COMMON = -0.6
NEWS_LASTS = timedelta(days=7)
"""How far apart sources may appear that open with one piece of news."""
_WEAK = frozenset(("say", "phase", "move"))
_POSTINGS = 40
_CANDIDATES = 12
_DAY = timedelta(days=1)


@dataclass(slots=True)
class Group:
    """Tellings held to be one event."""

    number: int
    members: list[Telling]
    classes: tuple[str, ...]
    range: DateRange | None
    terms: dict[str, int] = field(default_factory=dict)
    lemmas: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    stories: set[int] = field(default_factory=set)
    leads: set[int] = field(default_factory=set)
    reasons: list[tuple[str, Telling | None]] = field(default_factory=list)

    def add(self, telling: Telling, rule: str) -> None:
        self.reasons.append((rule, self.members[0] if self.members else None))
        self.members.append(telling)
        shared = tuple(name for name in self.classes if name in telling.classes)
        self.classes = shared or self.classes
        if telling.range:
            self.range = narrowed(self.range, telling.range)
        for term in telling.terms + telling.around:
            self.terms[term] = self.terms.get(term, 0) + 1
        self.lemmas.add(telling.mention.lemma)
        self.articles.add(telling.mention.article)
        self.stories.add(telling.story)
        if telling.lead:
            self.leads.add(telling.story)


def narrowed(one: DateRange | None, other: DateRange) -> DateRange:
    """What two dates of one event leave: the days in both, or the first where they clash."""
    return (one.intersection(other) or one) if one else other


def group_tellings(all_tellings: Sequence[Telling]) -> list[Group]:
    """The groups, in the order of their first telling."""
    grouping = _Grouping(all_tellings)
    for telling in all_tellings:
        grouping.place(telling)
    return grouping.groups


class _Grouping:
    def __init__(self, all_tellings: Sequence[Telling]) -> None:
        self.groups: list[Group] = []
        terms, classes = spread(all_tellings)
        total = max(len(all_tellings), 2)
        self.term_weight = {term: log(total / n) / log(total) for term, n in terms.items()}
        self.class_weight = {name: log(total / n) / log(total) for name, n in classes.items()}
        self.by_term: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_story: defaultdict[tuple[int, str], list[int]] = defaultdict(list)

    def place(self, telling: Telling) -> None:
        best, most, rule = None, JOIN, ""
        for number in self._candidates(telling):
            group = self.groups[number]
            score, why = self._evidence(group, telling)
            if score > most:
                best, most, rule = group, score, why
        if best is None:
            best = Group(len(self.groups), [], telling.classes, None)
            self.groups.append(best)
            rule = "event-first-told"
        new = [t for t in telling.terms if t not in best.terms]
        new_story = telling.story not in best.stories
        best.add(telling, rule)
        for name in best.classes:
            for term in new:
                posting = self.by_term[name, term]
                if len(posting) < _POSTINGS:
                    posting.append(best.number)
            if new_story and len(self.by_story[telling.story, name]) < _CANDIDATES:
                self.by_story[telling.story, name].append(best.number)

    def _candidates(self, telling: Telling) -> Iterable[int]:
        found: dict[int, float] = {}
        for name in telling.classes:
            for number in self.by_story.get((telling.story, name), ()):
                found[number] = found.get(number, 0.0) + 0.01
            for term in telling.terms:
                weight = self.term_weight[term]
                for number in self.by_term.get((name, term), ()):
                    found[number] = found.get(number, 0.0) + weight
        return sorted(found, key=lambda n: (-found[n], n))[:_CANDIDATES]

    def _evidence(self, group: Group, telling: Telling) -> tuple[float, str]:
        shared = [name for name in telling.classes if name in group.classes]
        if not shared:
            return 0.0, ""
        weight = self.term_weight
        size = len(group.members)
        counts = group.terms
        words = sum(weight[t] * counts[t] for t in telling.terms if t in counts) / size
        around = sum(weight.get(t, 0.0) * counts[t] for t in telling.around if t in counts) / size
        score = CLASS * max(self.class_weight[name] for name in shared) + words + AROUND * around
        rule = "event-same-words"
        dates = _dates_agree(group.range, telling.range)
        if dates < 0:
            return 0.0, ""
        if dates > 0:
            score += dates
            rule = "event-same-date"
        strong = any("." in name and family(name) not in _WEAK for name in shared)
        if not strong:
            score += COMMON
        near = telling.story in group.stories and _one_news(group, telling)
        if near and strong:
            score += SAME_STORY
            if telling.lead and telling.story in group.leads:
                score += BOTH_LEAD
                rule = rule if words + dates >= JOIN else "event-same-news"
        if telling.mention.article in group.articles and strong:
            score += SAME_ARTICLE
        if telling.mention.lemma in group.lemmas:
            score += SAME_WORD
        if telling.real != group.members[0].real:
            if not near:
                return 0.0, ""
            score += FACT_AND_PLAN
        return score, rule


def _one_news(group: Group, telling: Telling) -> bool:
    """Whether a telling's article appeared within days of the group's first."""
    one, other = group.members[0].published, telling.published
    if not (one and other and one.earliest and one.latest and other.earliest and other.latest):
        return True
    return other.earliest - one.latest <= NEWS_LASTS and one.earliest - other.latest <= NEWS_LASTS


def _dates_agree(one: DateRange | None, other: DateRange | None) -> float:
    """What two dates say for one event: more where precise ones meet; negative where they clash."""
    if one is None or other is None:
        return 0.0
    common = one.intersection(other)
    if common is None:
        near = (
            one.days == other.days == 1
            and one.earliest
            and other.earliest
            and abs(one.earliest - other.earliest) <= _DAY
        )
        return 0.0 if near else -1.0
    days = max(one.days or 4000, other.days or 4000)
    return (
        SAME_DAY if days == 1 else SAME_MONTH if days <= 31 else SAME_YEAR if days <= 366 else 0.0
    )
