"""Salience: which events make the chronology, and in whose words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from math import log2, sqrt

from armreader.linking.main_events.candidate import Candidate
from armreader.linking.main_events.clashes import KeptApart, any_clash, clash
from armreader.linking.main_events.likeness import Likeness
from armreader.linking.main_events.naming import Naming
from armreader.linking.terms import read_terms
from armreader.records import Span
from armreader.records.dates import DateRange

PER_ARTICLE = 8
"""Rows that one article gives at most, on average over the dossier."""
REPEATING = 10
"""More articles repeat each other: four times as many give twice the rows."""
FLOOR, LOWER = 1.1, 0.4
"""Salience below which no event is a row; and while there are few rows for so many articles."""
USUAL = 5
"""Rows an article that a dossier usually has: one with fewer takes the less salient too."""
AGAIN_SAID, AGAIN_DONE = 0.4, 0.3
"""The likeness to a telling of a row of about its days at which an event says that row again; the
second where they have a verb or a class of verbs in common."""
OWN_DATE, CARRIED, UNDATED, HISTORY = 1.2, 0.6, -1.0, -0.6
"""For a date in its own words, one from the sentence before, none at all, and one long ago."""
SOURCE, AGAIN = 0.6, 0.3
"""For each doubling of sources, and each further telling."""
REMARK = -0.7
"""For what somebody said, further down, on no day that is given: half of that is comment."""
LEAD, KNOWN, ONCE = 0.5, 0.6, -0.6
"""For one in the lead of an article, one that is an event of the articles too, and words that
nothing else in the dossier has."""
ALIKE = 0.7
"""The share of words at which two labels of about one day say the same."""
_WORDS, _POSTING = 2, 100
_NEAR, _LONGER = timedelta(days=3), 32
"""How far apart the days of one event may be said to be; longer stretches touch without that."""
_FEWEST = 3
"""The first so many rows have a floor of 0, so that a short dossier has a chronology."""
_SHORT, _LONG = 35, 85
"""A label of a length between these says enough and no more."""


@dataclass(slots=True)
class MainEvent:
    """An event of the chronology: its label, its days, and who reports it."""

    label: str
    range: DateRange | None
    members: list[Candidate]
    salience: float
    named: Candidate
    """The telling whose words are the label."""
    group: int | None
    """The group of single mentions that at least half of its tellings are in."""
    terms: frozenset[str] = frozenset()
    """Of its label, once it is compared with others."""
    also: list[Candidate] = field(default_factory=list)
    """Mentions in passing, from the second, looser layer."""

    @property
    def tolls(self) -> frozenset[str]:
        """How many died or were hurt by its tellings."""
        return frozenset(n for one in self.members if one.deed.harms for n in one.figures)

    def take_in(self, other: MainEvent) -> None:
        """Add the tellings of an event that says the same, and its days where they say more."""
        self.members += other.members
        self.group = _group(self.members)
        if other.range and self.range and _is_narrower(other.range, self.range):
            self.range = other.range


class Salience:
    """Ranks the events of a dossier by how much each deserves a row of its chronology."""

    def __init__(self, naming: Naming, likeness: Likeness) -> None:
        self._naming = naming
        self._likeness = likeness

    def event(self, members: Sequence[Candidate]) -> MainEvent | None:
        """The event that a group of candidates reports; None if none has a label."""
        counts = Counter(term for one in members for term in one.terms)
        best: tuple[float, int, str, Candidate] | None = None
        for one in members:
            label = self._naming.label(one) if one.proposition.label else ""
            if not label:
                continue
            found = (self._clarity(one, label, counts, len(members)), -one.number, label, one)
            best = max(best, found, key=lambda each: each[:2]) if best else found
        if best is None:
            return None
        label, clearest = best[2], best[3]
        range_ = _range(clearest, members)
        weightiest = max(
            (one for one in members if one.proposition.label),
            key=lambda one: one.proposition.weight,
        )
        score = weightiest.proposition.weight
        own = clearest.own is not None or any(one.own for one in members)
        news = any(one.proposition.news for one in members)
        score += LEAD * weightiest.leads + KNOWN * (weightiest.group is not None)
        score += ONCE * self._likeness.rare(weightiest.terms)
        score += OWN_DATE * own + UNDATED * (range_ is None and not news)
        score += CARRIED * (not own and any(one.range for one in members))
        score += SOURCE * log2(max(len({one.place for one in members if not one.copy}), 1))
        score += AGAIN * min(len(members) - 1, 4)
        score += HISTORY * clearest.old
        score += REMARK * (not own and _is_remark(weightiest))
        return MainEvent(label, range_, list(members), score, clearest, _group(members))

    def _clarity(self, one: Candidate, label: str, counts: Counter[str], size: int) -> float:
        """How well a telling represents them all."""
        proposition = one.proposition
        score = proposition.weight + 0.8 * (one.own is not None) + 0.2 * (one.about is not None)
        if size > 1 and one.terms:
            score += 2.0 * sum(counts[t] - 1 for t in one.terms) / ((size - 1) * len(one.terms))
        score -= max(0, _SHORT - len(label)) / 30 + max(0, len(label) - _LONG) / 40
        return score - 0.3 * (len(proposition.label) > 1) - 0.5 * one.copy


def _is_remark(one: Candidate) -> bool:
    """Whether somebody says something further down that corrects nobody."""
    said, content = one.proposition.form == "statement", one.proposition.content
    return said and content != "denied" and not one.leads


def _range(clearest: Candidate, members: Sequence[Candidate]) -> DateRange | None:
    """The days of an event: those that the telling that names it gives in its own words, or what
    another says of them more narrowly, else the fewest that another gives so, else those carried
    over, else those that the news is about, unless an article from before them reports it too.
    """
    if clearest.own:
        inside = [one.own for one in members if one.own and clearest.own.contains(one.own)]
        return min(inside, key=lambda r: (r.days or 99_999, r.sort_key))
    owned = sorted(
        (one.own for one in members if one.own), key=lambda r: (r.days or 99_999, r.sort_key)
    )
    if owned:
        return owned[0]
    for one in (clearest, *members):
        if one.range:
            return one.range
    reported_by = min((last for one in members if (last := _last(one.published))), default=date.max)
    news = sorted(
        (
            days
            for one in members
            if (days := one.about or one.late) and (days.earliest or reported_by) <= reported_by
        ),
        key=lambda r: (r.days or 99_999, r.sort_key),
    )
    return news[0] if news else None


def _last(days: DateRange | None) -> date | None:
    return days.latest if days else None


def _is_narrower(one: DateRange, other: DateRange) -> bool:
    """Whether a day or a month says when in another stretch it was."""
    return other.contains(one) and not (one.approximate or one.contains(other))


def chosen(events: list[MainEvent], articles: int, likeness: Likeness) -> list[MainEvent]:
    """The events that make the chronology, near-duplicates merged: the most salient, bounded.

    The list is used up, so that each event that makes no row is freed at once.
    """
    kept: list[MainEvent] = []
    apart: list[KeptApart] = []
    """Of those kept."""
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    listed: Counter[int] = Counter()
    budget = _most_rows(articles)
    events.sort(key=lambda one: (one.salience, -one.members[0].number))
    while events:
        event = events.pop()
        event.terms = frozenset(read_terms(event.label).terms)
        floor = FLOOR if len(kept) >= USUAL * articles else LOWER
        floor = floor if len(kept) >= _FEWEST else 0.0
        if event.salience < floor:
            break
        near = Counter(chain.from_iterable(by_term[term][:_POSTING] for term in event.terms))
        alike = sorted(at for at, shared in near.items() if shared >= _WORDS)
        own = KeptApart(event.members)
        same = next((at for at in alike if _same(kept[at], event, apart[at], own)), None)
        if same is not None:
            kept[same].take_in(event)
            apart[same].take_in(own)
            continue
        if len(kept) == budget:
            continue  # from here on the rows only take in what says the same
        if any(_says_again(kept[at], event, likeness) for at in near):
            continue
        places = {one.place for one in event.members}
        if all(one.copy for one in event.members):
            continue
        if len(places) == 1 and listed[next(iter(places))] >= PER_ARTICLE + 3:
            continue
        for term in event.terms:
            by_term[term].append(len(kept))
        kept.append(event)
        apart.append(own)
        listed.update(places)
    return kept


def _most_rows(articles: int) -> int:
    """Rows of a chronology at most: 32 for 4 articles, 80 for 10, 160 for 40, 800 for 1,000."""
    repeated = min(1.0, sqrt(REPEATING / max(articles, 1)))
    return max(int(PER_ARTICLE * articles * repeated), PER_ARTICLE // 2)


def _says_again(row: MainEvent, event: MainEvent, likeness: Likeness) -> bool:
    """Whether an event has little to say that a row of about its days does not.

    What is dated more narrowly than the row says more: "exploded on Tuesday" of "last week".
    """
    if not _close(row.range, event.range):
        return False
    if row.range and event.range and _is_narrower(event.range, row.range):
        return False
    return any(_is_again(one, event.named, likeness) for one in row.members)


def _is_again(one: Candidate, other: Candidate, likeness: Likeness) -> bool:
    """Whether two tellings that do not clash are so alike that a reader learns nothing from one."""
    if clash(one, other, within=_NEAR.days):
        return False
    least = AGAIN_DONE if one.deed.is_like(other.deed) else AGAIN_SAID
    return likeness.of_agreeing(one, other) >= least


def _share(one: MainEvent, other: MainEvent) -> float:
    """The share of words that two events have in common."""
    return len(one.terms & other.terms) / max(min(len(one.terms), len(other.terms)), 1)


def _same(one: MainEvent, other: MainEvent, apart: KeptApart, others: KeptApart) -> bool:
    """Whether two events that share words say the same about roughly the same days."""
    if not _one_polarity(one, other):
        return False
    if _within(one.named, other.named):
        return True
    if _share(one, other) <= ALIKE or not _close(one.range, other.range):
        clashing = one.range and other.range and not one.range.overlaps(other.range)
        if clashing or not _one_group(one, other):
            return False
    return not any_clash(apart, others)


def _within(one: Candidate, other: Candidate) -> bool:
    """Whether one label is part of the other: "Lee left" of "Boos were heard as Lee left"."""
    if one.article != other.article:
        return False
    first, second = one.proposition.label, other.proposition.label
    return _is_part(first, second) or _is_part(second, first)


def _is_part(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    return all(
        any(each.start <= one.start and one.end <= each.end for each in outer) for one in inner
    )


def _one_polarity(one: MainEvent, other: MainEvent) -> bool:
    first, second = one.members[0].proposition, other.members[0].proposition
    return (first.status == "denied") == (second.status == "denied")


def _one_group(one: MainEvent, other: MainEvent) -> bool:
    """Whether the single mentions of two events are in one group, and both or none are said."""
    if one.group is None or one.group != other.group:
        return False
    first, second = one.members[0].proposition, other.members[0].proposition
    return (first.form == "statement") == (second.form == "statement")


def _group(members: Sequence[Candidate]) -> int | None:
    """The group of single mentions that at least half of the tellings are in."""
    counts = Counter(one.group for one in members if one.group is not None)
    best = counts.most_common(1)
    return best[0][0] if best and 2 * best[0][1] >= len(members) else None


def _close(one: DateRange | None, other: DateRange | None) -> bool:
    if one is None or other is None:
        return True
    if one.overlaps(other):
        return True
    longest = max(one.days or _LONGER, other.days or _LONGER)
    return longest < _LONGER and one.gap(other) <= _NEAR
