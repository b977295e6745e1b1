"""Group: figures that are taken to be of one thing, and what is known of them together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt

from armreader.linking.quantities.stated import StatedFigure

_COMMON = 0.4
"""Share of a group's figures that must have a name for it to be a name of the group."""
_PAST = 0.3
"""Share of a group's figures that must name a past year for it to be of that year."""
_COUNTED = ("role", "noun", "unit", "year", "common_names", "square")
"""What is worked out when it is asked for, and again when others are taken in."""


@dataclass
class Group:
    """Figures that are taken to be of one thing, with how many have what."""

    members: list[StatedFigure]
    weights: Counter[str]
    names: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        figures = [one.figure for one in self.members]
        self._roles = Counter(one.role for one in figures if one.role)
        self._nouns = Counter(one.noun for one in figures if one.noun)
        self._units = Counter(one.unit for one in figures if one.unit)
        self._years = Counter(one.year for one in self.members if one.year)
        self.things = {one.noun or one.unit for one in figures}
        """What is counted or measured."""

    @cached_property
    def role(self) -> str:
        """The commonest role of its figures."""
        return _most(self._roles)

    @cached_property
    def noun(self) -> str:
        return _most(self._nouns)

    @cached_property
    def unit(self) -> str:
        return _most(self._units)

    @cached_property
    def year(self) -> str:
        """The past year that enough of its figures are of; empty for what is reported as news."""
        year = _most(self._years)
        return year if self._years[year] >= _PAST * len(self.members) else ""

    @cached_property
    def common_names(self) -> set[str]:
        least = _COMMON * len(self.members)
        return {name for name, count in self.names.items() if count >= least}

    @cached_property
    def square(self) -> float:
        """The square of the length of its weights."""
        return sum(value * value for value in self.weights.values())

    def add(self, other: Group) -> None:
        """Take in the figures of another group."""
        self.members += other.members
        self.weights.update(other.weights)
        self.names.update(other.names)
        self._roles.update(other._roles)
        self._nouns.update(other._nouns)
        self._units.update(other._units)
        self._years.update(other._years)
        self.things |= other.things
        for counted in _COUNTED:
            self.__dict__.pop(counted, None)


def _most(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else ""


def cosine(one: Group, other: Group) -> float:
    """The cosine of the contexts of two groups."""
    fewer, more = sorted((one.weights, other.weights), key=len)
    common = sum(value * more[term] for term, value in fewer.items() if term in more)
    return common / sqrt(one.square * other.square) if common else 0.0
