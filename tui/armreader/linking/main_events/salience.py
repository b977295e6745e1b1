"""Salience: how much an event deserves a row of the chronology, and in whose words it is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from math import log2

from armreader.linking.main_events.candidate import Candidate
from armreader.linking.main_events.likeness import Likeness
from armreader.linking.main_events.naming import Naming
from armreader.records import Span
from armreader.records.dates import DateRange

OWN_DATE, CARRIED, UNDATED, HISTORY = 1.2, 0.6, -1.0, -0.6
"""For a date in its own words, one from the sentence before, none at all, and one long ago."""
SOURCE, AGAIN = 0.6, 0.3
"""For each doubling of sources, and each further telling."""
REMARK = -0.5
"""For what somebody said, further down, on no day that is given: much of that is comment."""
LEAD, KNOWN, ONCE = 0.5, 0.6, -0.6
"""For one in the lead of an article, one that is an event of the articles too, and words that
nothing else in the dossier has."""
_SHORT, _LONG = 35, 85
"""A label of a length between these says enough and no more."""
_LITTLE = 25
"""Characters that may be left out of a label without a loss."""


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
    reported: str
    """The label without on whose word it is told."""
    terms: frozenset[str] = frozenset()
    """Of what is told, once it is compared with others."""
    also: list[Candidate] = field(default_factory=list)
    """Mentions in passing, from the second, looser layer."""
    _groups: Counter[int] | None = None
    """How many of its tellings are in each group, once it takes in others."""

    @property
    def tolls(self) -> frozenset[str]:
        """How many died or were hurt by its tellings."""
        return frozenset(n for one in self.members if one.deed.harms for n in one.figures)

    def take_in(self, other: MainEvent) -> None:
        """Add the tellings of an event that says the same, and its days where they say more."""
        if self._groups is None:
            self._groups = _groups(self.members)
        self._groups.update(_groups(other.members))
        self.members += other.members
        self.group = _group(self._groups, len(self.members))
        if other.range and self.range and is_narrower(other.range, self.range):
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
        reported = self._naming.reported(clearest) if clearest.proposition.attribution else label
        group = _group(_groups(members), len(members))
        return MainEvent(label, range_, list(members), score, clearest, group, reported)

    def _clarity(self, one: Candidate, label: str, counts: Counter[str], size: int) -> float:
        """How well a telling represents them all."""
        proposition = one.proposition
        score = proposition.weight + 0.8 * (one.own is not None) + 0.2 * (one.about is not None)
        if size > 1 and one.terms:
            score += 2.0 * sum(counts[t] - 1 for t in one.terms) / ((size - 1) * len(one.terms))
        score -= max(0, _SHORT - len(label)) / 30 + max(0, len(label) - _LONG) / 40
        return score - 0.3 * _is_parted(proposition.label) - 0.5 * one.reprint


def _is_parted(label: Sequence[Span]) -> bool:
    """Whether more than an age or a day is left out of a label."""
    return any(after.start - before.end > _LITTLE for before, after in pairwise(label))


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


def is_narrower(one: DateRange, other: DateRange) -> bool:
    """Whether a day or a month says when in another stretch it was."""
    return other.contains(one) and not (one.approximate or one.contains(other))


def _groups(members: Sequence[Candidate]) -> Counter[int]:
    """How many of the tellings are in each group of single mentions."""
    return Counter(one.group for one in members if one.group is not None)


def _group(counts: Counter[int], tellings: int) -> int | None:
    """The group of single mentions that at least half of so many tellings are in."""
    best = counts.most_common(1)
    return best[0][0] if best and 2 * best[0][1] >= tellings else None
