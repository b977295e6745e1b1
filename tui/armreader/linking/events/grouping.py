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

JOIN = 0.8
"""How much evidence two tellings need to be one event."""
SAME_STORY = 0.5
BOTH_LEAD = 0.65
SAME_DAY, SAME_MONTH, SAME_YEAR = 0.5, 0.4, 0.2
SAME_WORD = 0.1
AROUND = 0.4
CLASS = 0.5
SAME_ARTICLE = 0.3
FACT_AND_PLAN = -0.6
COMMON = -0.6
OTHER_SENSE = -0.45
LEAST_WORDS = 0.25
EXPONENT = 1.3
NEWS_LASTS = timedelta(days=30)
"""How far apart sources may appear that open with one piece of news."""
_WEAK = frozenset(("say", "phase", "move"))
_POSTINGS = 40
_CANDIDATES = 12
_DAY = timedelta(days=1)


@dataclass(slots=True)
class Group:
    """Tellings held to be one event."""

    number: int
    primary: str
    """The class that the first telling names before others."""
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
        self.term_weight = {
            term: float((log(total / n) / log(total)) ** EXPONENT) for term, n in terms.items()
        }
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
            best = Group(len(self.groups), telling.classes[0], [], telling.classes, None)
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
        """How much speaks for one event, and the rule that says most of it; 0 where they clash."""
        shared = [name for name in telling.classes if name in group.classes]
        dates = _dates_agree(group.range, telling.range)
        if not shared or dates < 0:
            return 0.0, ""
        near = telling.story in group.stories and _one_news(group, telling)
        real = group.members[0].real
        if not near and (telling.real != real or not (real or dates)):
            return 0.0, ""
        words = self._shared_words(group, telling)
        strong = any("." in name and family(name) not in _WEAK for name in shared)
        news = near and strong and telling.lead and telling.story in group.leads
        if not news and words < LEAST_WORDS:
            return 0.0, ""
        score = CLASS * max(self.class_weight[name] for name in shared) + words + dates
        score += SAME_WORD if telling.mention.lemma in group.lemmas else 0.0
        score += 0.0 if shared[0] == telling.classes[0] == group.primary else OTHER_SENSE
        score += 0.0 if strong else COMMON
        score += FACT_AND_PLAN if telling.real != real else 0.0
        if strong:
            score += SAME_STORY if near else 0.0
            score += BOTH_LEAD if news else 0.0
            score += SAME_ARTICLE if telling.mention.article in group.articles else 0.0
        if dates > 0:
            return score, "event-same-date"
        return score, "event-same-news" if news and words < JOIN else "event-same-words"

    def _shared_words(self, group: Group, telling: Telling) -> float:
        """The weight of the terms that a telling shares with the tellings of a group on average."""
        counts, weight = group.terms, self.term_weight
        words = sum(weight[term] * counts[term] for term in telling.terms if term in counts)
        around = sum(weight.get(t, 0.0) * counts[t] for t in telling.around if t in counts)
        return (words + AROUND * around) / len(group.members)


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
