"""Series: figures of equal value first, then groups of one role, thing, name and context."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from math import log

from armreader.language import entries, mapping, rows
from armreader.linking.disjoint_sets import DisjointSets
from armreader.linking.quantities.group import Group, cosine
from armreader.linking.quantities.stated import StatedFigure
from armreader.records.quantity import Figure

_TOLERANCE = 0.015
_EQUAL, _ALIKE = 0.05, 0.24
"""Cosines of context at which figures of one value, and groups of different values, join."""
_SAME_ROLE, _NO_ROLE = 0.12, 0.04
_RARE_ROLE = 0.6
"""Divided among the groups of a dimension with one role: if few, they are likelier of one thing."""
_SAME_NOUN, _OTHER_NOUN, _OTHER_FAR = 0.08, 0.03, 0.15
_OTHER_NAMES = 0.1
_CLOSE, _NEAR_VALUE = 1.6, 0.15
"""For a thing of fixed size: values within this ratio are likelier to be of one thing."""
_FARTHEST, _FARTHEST_TIME = 100, 4
"""A value so many times another is of another thing; the second is for lengths of time."""
_MOST = 4000
"""Groups of one dimension that are compared; the rest keep to series of one value."""
_HOLDERS = 200
"""Groups that may share a term for it to bring them together."""
_NEAREST = 4
"""The first terms of a figure, which show whether the thing of its series grows."""
OF_PEOPLE = frozenset(
    (
        *("dead", "missing", "injured", "casualties", "infected", "trapped", "buried"),
        *("arrested", "held", "homeless", "displaced", "rescued", "aboard", "affected"),
        *("struck", "dismissed", "marched", "voted", "registered"),
    )
)
"""Roles that count people, whatever the people are called."""


def grouped(figures: Sequence[StatedFigure]) -> list[Group]:
    """The series of the dossier, without parts and multiples."""
    frequency = Counter(term for one in figures for term in one.figure.terms)
    weight = {term: log((len(figures) + 1) / count) for term, count in frequency.items()}
    by_dimension: defaultdict[str, list[StatedFigure]] = defaultdict(list)
    for one in figures:
        if not one.figure.relative:
            by_dimension[one.figure.dimension].append(one)
    found: list[Group] = []
    for key in sorted(by_dimension):
        found += _joined(_equal(by_dimension[key], weight))
    return found


def _vector(figure: Figure, weight: Mapping[str, float]) -> Counter[str]:
    vector: Counter[str] = Counter()
    for place, term in enumerate(figure.terms):
        vector[term] = weight[term] / (1 + place / 5)  # type: ignore[assignment]
    return vector


def ends(figure: Figure) -> tuple[float, float]:
    """Low and high in the base unit of the dimension; an open end has the value of the other."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return (low or 0.0) * figure.size, (high or 0.0) * figure.size


def same_value(one: Figure, other: Figure) -> bool:
    """Whether the figures are equal, apart from rounding in a conversion."""
    return all(
        abs(a - b) <= _TOLERANCE * max(a, b) for a, b in zip(ends(one), ends(other), strict=True)
    )


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


class _OfOneValue:
    """The groups of about the value that is being placed, found by the terms of their contexts."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._by_term: defaultdict[str, list[int]] = defaultdict(list)
        self._ends = (0.0, 0.0)

    def turn_to(self, figure: Figure) -> None:
        """Forget the groups of another value; figures come in the order of their values."""
        if ends(figure) == self._ends:
            return
        self._ends = ends(figure)
        left = [one for one in self._groups if same_value(one.members[0].figure, figure)]
        if len(left) < len(self._groups):
            self._groups = []
            self._by_term.clear()
            for one in left:
                self.start(one)

    def start(self, group: Group) -> None:
        self._index(len(self._groups), group.weights)
        self._groups.append(group)

    def add(self, number: int, single: Group) -> None:
        """Put a figure into a group."""
        group = self._groups[number]
        self._index(number, [term for term in single.weights if term not in group.weights])
        group.add(single)

    def _index(self, number: int, terms: Iterable[str]) -> None:
        for term in terms:
            self._by_term[term].append(number)

    def sharing(self, single: Group) -> list[tuple[int, Group]]:
        """The groups that share a term with a figure, each with its number."""
        having = (self._by_term[term] for term in single.weights if term in self._by_term)
        return [(number, self._groups[number]) for number in set(chain.from_iterable(having))]


def _equal(figures: Sequence[StatedFigure], weight: Mapping[str, float]) -> list[Group]:
    """Groups of one value whose contexts share something."""
    groups: list[Group] = []
    near = _OfOneValue()
    for one in sorted(figures, key=lambda one: ends(one.figure)):
        near.turn_to(one.figure)
        single = Group([one], _vector(one.figure, weight), Counter(one.figure.anchors))
        options = [
            (cosine(single, group), -number, group.role)
            for number, group in near.sharing(single)
            if not _clash(group.role, one.figure.role)
            and (one.figure.dimension != "count" or _one_thing(group, single))
        ]
        likeness, number, role = max(options, default=(0.0, 0, ""))
        least = 0.0 if one.figure.role and role == one.figure.role else _EQUAL
        if likeness > 0 and likeness >= least:
            near.add(-number, single)
        else:
            near.start(single)
            groups.append(single)
    return groups


def _one_thing(one: Group, other: Group) -> bool:
    """Whether two groups of counts may count one thing."""
    first, second = one.role, other.role
    if (
        first in OF_PEOPLE
        and first == second
        and is_of_people(one.noun)
        and is_of_people(other.noun)
    ):
        return True
    return not one.things.isdisjoint(other.things)


def is_of_people(noun: str) -> bool:
    """Whether a noun is a word for people, or is empty."""
    return (
        not noun
        or noun == "people"
        or noun in entries("people_words")
        or noun.endswith(("er", "or", "ist", "ian", "ee", "ant", "man"))
    )


def _joined(groups: list[Group]) -> list[Group]:
    """Groups of different values that are of one thing, joined most alike first."""
    if len(groups) > _MOST:
        return groups
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for term, _ in group.weights.most_common(8):
            by_term[term].append(number)
    by_role: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in {group.role, f"of {group.noun}" if group.noun else ""} - {""}:
            by_role[key].append(number)
    rare = {role: _RARE_ROLE / (len(numbers) + 1) for role, numbers in by_role.items()}
    pairs = {
        (a, b)
        for numbers in (*by_term.values(), *by_role.values())
        if len(numbers) <= _HOLDERS
        for place, a in enumerate(numbers)
        for b in numbers[place + 1 :]
    }
    scored = sorted((-_likeness(groups[a], groups[b], rare), a, b) for a, b in pairs)
    sets = DisjointSets(len(groups))
    for negative, a, b in scored:
        if -negative < _ALIKE:
            break
        first, second = sets.root(a), sets.root(b)
        if first != second and _likeness(groups[first], groups[second], rare) >= _ALIKE:
            sets.put_under(second, first)
            groups[first].add(groups[second])
    return [group for number, group in enumerate(groups) if sets.root(number) == number]


def _likeness(one: Group, other: Group, rare: Mapping[str, float]) -> float:
    """How likely two groups are to be of one thing; -1 where they cannot be."""
    first, second = one.role, other.role
    if _clash(first, second):
        return -1.0
    dimension = one.members[0].figure.dimension
    counts = dimension == "count"
    if counts and not _one_thing(one, other):
        return -1.0
    a, b = ends(one.members[0].figure)[1], ends(other.members[0].figure)[1]
    ratio = max(a, b) / min(a, b) if a and b else 1.0
    if ratio > (_FARTHEST_TIME if dimension == "duration" else _FARTHEST) or one.year != other.year:
        return -1.0
    names, others = one.common_names, other.common_names
    if first == "distance" and not names & others:
        return -1.0  # from different places
    if first == second == "depth" and _clash(one.noun, other.noun):
        return -1.0  # under water, under the ground
    found = cosine(one, other)
    if first and first == second:
        found += _SAME_ROLE + rare[first]
        if is_fixed(one) and is_fixed(other) and ratio < _CLOSE:
            found += _NEAR_VALUE
    else:
        found -= _NO_ROLE
    if one.noun and one.noun == other.noun:
        found += rare[f"of {one.noun}"] + (0 if counts else _SAME_NOUN)
    elif not counts and one.noun and other.noun:
        found -= _OTHER_NOUN if ratio < _CLOSE else _OTHER_FAR
    if names and others and not names & others:
        found -= _OTHER_NAMES
    return found


@cache
def kind_of_role(role: str) -> str:
    """``fixed`` or ``growing``; empty where a role is neither."""
    return mapping("quantities_kinds_of_role").get(role, "")


@cache
def gives_role(term: str, role: str) -> bool:
    """Whether a term is from a word that gives figures the role: "kill", "injur"."""
    return any(
        row[1] == role
        and (term.startswith(row[0][:-1]) if row[0].endswith("*") else row[0].startswith(term))
        for row in rows("quantities_roles")
    )


def is_fixed(group: Group) -> bool:
    """Whether the size cannot change: the height of a tower, but not the length of a flood."""
    if kind_of_role(group.role) != "fixed":
        return False
    telling = sum(spreads(one.figure, _NEAREST) for one in group.members)
    return telling * 2 < len(group.members)


def spreads(figure: Figure, most: int) -> bool:
    """Whether the noun or one of the first terms is a word for what grows or moves."""
    words = (figure.noun, *figure.terms[:most])
    return not _spreading().isdisjoint(word.rstrip("e") for word in words)


@cache
def _spreading() -> frozenset[str]:
    return frozenset(word.rstrip("e") for word in entries("quantities_spreading"))
