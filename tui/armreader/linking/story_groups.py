"""Which articles of a library are one story: alike in content, with the same names, close in time.

Groups are joined by average link, from high likeness to low, in passes over an inverted index, so
that work grows with the number of articles and not with that of their pairs. Two groups that are
each about a name which the other does not have are kept apart, however alike their words are: two
arrests, two takeovers, two earthquakes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from armreader.linking.profiles import Background, Profile, vector_of
from armreader.linking.vectors import Vector, nearest, product

_LEVELS = (0.5, 0.4, 0.32, 0.26, 0.21, 0.17, 0.14)
"""Likeness at which groups join, pass after pass (see ``_likeness``)."""
_TOLERATED = 0.3
_AGAINST = 1.3
"""How much of the likeness a contrast above the tolerated one takes away."""
_FRESH, OVER = 30, 365
"""Days without a report: up to the first a story is as likely to go on as ever, from the second
it is over; in between the likeness falls evenly. Days read from a text are sometimes wrong."""

Days = tuple[date, date]


@dataclass(slots=True)
class Group:
    """Articles put together so far, and what the next one is compared with."""

    members: list[str]
    """Ids of articles, in the order in which they came."""
    vector: dict[str, float]
    """The sum of the members' vectors."""
    names: dict[str, int]
    """In how many members each name is."""
    days: Days | None
    """From the earliest to the latest known day of publication."""
    story: str = ""
    """The id of the story that it was before; empty for a new one."""
    parted: frozenset[str] = field(default=frozenset())
    """Articles that the user keeps out of it."""


def group_of(
    article: str, profile: Profile, background: Background, days: Days | None = None
) -> Group:
    """A group of one article."""
    names = {term: 1 for term in profile.names if term in background.spread}
    return Group([article], vector_of(profile, background), names, days)


def grouped(groups: Sequence[Group]) -> list[Group]:
    """The groups joined into stories; the order matters where two are equally near.

    Those that were stories before may grow or be joined, but are never split.
    """
    found = list(groups)
    for level in _LEVELS:
        found = _joined(found, level)
    return found


def joined(groups: Sequence[Group]) -> Group:
    """The groups merged into one, as an earlier run found them."""
    first, *others = groups
    for other in others:
        first = _together(first, other)
    return first


def _joined(groups: Iterable[Group], level: float) -> list[Group]:
    """Each group merged into the most similar one before it, where they are alike enough."""
    kept: list[Group] = []
    index: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for own in groups:
        best, likeness = -1, 0.0
        for other in nearest(own.vector, index, lambda group: len(kept[group].members)):
            alike = _likeness(own, kept[other], level)
            if alike > likeness:
                best, likeness = other, alike
        if best < 0 or likeness < level:
            best = len(kept)
            kept.append(own)
            added: Vector = own.vector
        else:
            added = own.vector
            kept[best] = _together(kept[best], own)
        total = kept[best].vector
        for term in added:
            index[term][best] = total[term]
    return kept


def _together(one: Group, other: Group) -> Group:
    if other.story and not one.story:
        one.story = other.story
    one.members += other.members
    for term, weight in other.vector.items():
        one.vector[term] = one.vector.get(term, 0.0) + weight
    for name, count in other.names.items():
        one.names[name] = one.names.get(name, 0) + count
    if one.days and other.days:
        one.days = (min(one.days[0], other.days[0]), max(one.days[1], other.days[1]))
    else:
        one.days = one.days or other.days
    one.parted |= other.parted
    return one


def _likeness(one: Group, other: Group, level: float) -> float:
    """The mean product of their articles, less the evidence for two stories; about 0 to 1.

    A result below ``level`` need not be exact.
    """
    if one.parted & set(other.members) or other.parted & set(one.members):
        return 0.0
    pairs = len(one.members) * len(other.members)
    alike = product(one.vector, other.vector) / pairs * _freshness(one.days, other.days)
    if alike < level:
        return alike
    return alike * (1 - _AGAINST * max(0.0, _contrast(one, other) - _TOLERATED))


def _freshness(one: Days | None, other: Days | None) -> float:
    if not one or not other:
        return 1.0
    gap = max((other[0] - one[1]).days, (one[0] - other[1]).days, _FRESH)
    return max(0.0, 1 - (gap - _FRESH) / (OVER - _FRESH))


def _contrast(one: Group, other: Group) -> float:
    """How surely each has a name of its own: the share of the articles that have it, 0 to 1.

    A single article has names by chance, so the share is taken of one article more.
    """
    return min(_own(one, other), _own(other, one))


def _own(one: Group, other: Group) -> float:
    having, lacking = len(one.members) + 1, len(other.members)
    return max(
        (count / having - other.names.get(name, 0) / lacking for name, count in one.names.items()),
        default=0.0,
    )
