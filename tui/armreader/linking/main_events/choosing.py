"""Choosing: which events make the rows of a chronology, each once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
from math import sqrt

from armreader.linking.main_events.candidate import Candidate
from armreader.linking.main_events.clashes import KeptApart, any_clash, clash
from armreader.linking.main_events.joining import JOIN
from armreader.linking.main_events.likeness import Likeness, other_toll
from armreader.linking.main_events.salience import MainEvent, is_narrower
from armreader.linking.terms import read_terms
from armreader.records import Span
from armreader.records.dates import DateRange

PER_ARTICLE = 8
"""Rows that one article gives at most, on average over the dossier."""
REPEATING = 10
"""More articles repeat each other: four times as many give twice the rows."""
FLOOR, LOWER = 1.1, 0.4
"""Salience below which no event is a row; and while there are few rows for so many articles."""
USUAL = 6
"""Rows an article that a dossier usually has: one with fewer takes the less salient too."""
AGAIN_SAID, AGAIN_DONE = 0.4, 0.3
"""The likeness to a telling of a row of about its days at which an event says that row again; the
second where they have a verb or a class of verbs in common."""
ALIKE, DONE_ELSE, SAME = 0.7, 0.75, 0.5
"""The share of words at which two labels of about one day say the same; and where their verbs have
nothing in common; and the likeness that one needs to a telling of the other besides."""
_WORDS, _POSTING = 2, 100
_NEAR, _LONGER = timedelta(days=3), 32
"""How far apart the days of one event may be said to be; longer stretches touch without that."""
_FEWEST = 3
"""The first so many rows have a floor of 0, so that a short dossier has a chronology."""


def chosen(events: list[MainEvent], articles: int, likeness: Likeness) -> list[MainEvent]:
    """The events that make the chronology, near-duplicates merged: the most salient, bounded.

    The list is used up, so that each event that makes no row is freed at once.
    """
    kept: list[MainEvent] = []
    apart: list[KeptApart] = []
    """Of those kept."""
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    budget = _most_rows(articles)
    events.sort(key=lambda one: (one.salience, -one.members[0].number))
    while events:
        event = events.pop()
        event.terms = frozenset(read_terms(event.reported).terms)
        floor = FLOOR if len(kept) >= USUAL * articles else LOWER
        floor = floor if len(kept) >= _FEWEST else 0.0
        if event.salience < floor:
            break
        near = Counter(chain.from_iterable(by_term[term][:_POSTING] for term in event.terms))
        alike = sorted(at for at, shared in near.items() if shared >= _WORDS)
        own = KeptApart(event.members)
        same = next((at for at in alike if _same(kept[at], event, apart[at], own, likeness)), None)
        if same is None:
            same = next((at for at in sorted(near) if _narrows(kept[at], event, likeness)), None)
        if same is not None:
            kept[same].take_in(event)
            apart[same].take_in(own)
            continue
        if len(kept) == budget:
            continue  # from here on the rows only take in what says the same
        if any(_says_again(kept[at], event, likeness) for at in near):
            continue
        if all(one.reprint for one in event.members):
            continue
        for term in event.terms:
            by_term[term].append(len(kept))
        kept.append(event)
        apart.append(own)
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
    if row.range and event.range and is_narrower(event.range, row.range):
        return False
    return any(_is_again(one, event.named, likeness) for one in row.members)


def _narrows(row: MainEvent, event: MainEvent, likeness: Likeness) -> bool:
    """Whether an event is that of a row, dated more narrowly: "exploded on Tuesday" of "last week".

    Its words must be as like a telling of the row as those of one event are.
    """
    if not (row.range and event.range and is_narrower(event.range, row.range)):
        return False
    return (row.range.days or _LONGER) < _LONGER and any(
        one.deed.is_like(event.named.deed)
        and not clash(one, event.named, within=_NEAR.days)
        and likeness.of_agreeing(one, event.named) >= JOIN
        for one in row.members
    )


def _is_again(one: Candidate, other: Candidate, likeness: Likeness) -> bool:
    """Whether two tellings that do not clash are so alike that a reader learns nothing from one."""
    if clash(one, other, within=_NEAR.days) or other_toll(one, other):
        return False
    if other.deed.harms and other.figures and not one.deed.harms:
        return False  # "a quake killed ten" says more than "a quake hit the island"
    alike = one.deed.is_like(other.deed)
    if not alike and one.actor and one.terms & other.terms <= one.subject & other.subject:
        return False  # only somebody is the same, not what they did
    return likeness.of_agreeing(one, other) >= (AGAIN_DONE if alike else AGAIN_SAID)


def _share(one: MainEvent, other: MainEvent) -> float:
    """The share of words that two events have in common."""
    return len(one.terms & other.terms) / max(min(len(one.terms), len(other.terms)), 1)


def _same(
    one: MainEvent, other: MainEvent, apart: KeptApart, others: KeptApart, likeness: Likeness
) -> bool:
    """Whether two events that share words say the same about roughly the same days."""
    share = _share(one, other)
    if share <= ALIKE and one.named.article != other.named.article and one.group != other.group:
        return False  # as most
    if not _one_polarity(one, other) or other_toll(one.named, other.named):
        return False
    if _within(one.named, other.named):
        return True
    alike = ALIKE if _may_be_one(one.named, other.named) else DONE_ELSE
    if share <= alike or not _close(one.range, other.range):
        clashing = one.range and other.range and not one.range.overlaps(other.range)
        if clashing or not _one_group(one, other):
            return False
    return _are_like(one, other, likeness) and not any_clash(apart, others)


def _may_be_one(one: Candidate, other: Candidate) -> bool:
    """Whether two tellings have a verb or its class in common, or one has only a noun."""
    return _is_noun(one, other) or one.deed.is_like(other.deed)


def _is_noun(one: Candidate, other: Candidate) -> bool:
    """Whether a noun is all that one of two tellings has to say what was done."""
    return "nominal" in (one.proposition.form, other.proposition.form)


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
    said = [each.members[0].proposition.form == "statement" for each in (one, other)]
    if all(said):  # what they have in one group is that they speak
        return one.named.deed.is_like(other.named.deed)
    return not any(said)


def _are_like(one: MainEvent, other: MainEvent, likeness: Likeness) -> bool:
    """Whether a telling of one event is like the other: "went to sea" is not "went on strike"."""
    return _is_noun(one.named, other.named) or any(
        likeness.of_agreeing(each, other.named) >= SAME for each in one.members
    )


def _close(one: DateRange | None, other: DateRange | None) -> bool:
    if one is None or other is None:
        return True
    if one.overlaps(other):
        return True
    longest = max(one.days or _LONGER, other.days or _LONGER)
    return longest < _LONGER and one.gap(other) <= _NEAR
