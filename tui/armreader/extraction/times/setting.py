"""A match of a pattern and the tokens around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from armreader.extraction.times.grammar import Match
from armreader.extraction.times.scanner import Item
from armreader.language import groups


class Setting(NamedTuple):
    """A match and the tokens around it."""

    match: Match
    items: Sequence[Item]

    @property
    def first(self) -> Item:
        return self.items[self.match.first]

    @property
    def last(self) -> Item:
        return self.items[self.match.end - 1]

    @property
    def length(self) -> int:
        """How many tokens the match has."""
        return self.match.end - self.match.first

    @property
    def before(self) -> Item | None:
        return self.items[self.match.first - 1] if self.match.first else None

    @property
    def after(self) -> Item | None:
        return self._at(self.match.end)

    @property
    def next_but_one(self) -> Item | None:
        return self._at(self.match.end + 1)

    @property
    def lowers(self) -> list[str]:
        return [item.lower for item in self.items[self.match.first : self.match.end]]

    def _at(self, place: int) -> Item | None:
        return self.items[place] if place < len(self.items) else None


def lower(item: Item | None) -> str:
    """The word of a token in lower case; empty for none."""
    return item.lower if item else ""


def is_capitalised(item: Item | None) -> bool:
    """Whether a token begins with a capital."""
    return bool(item and item.word[0].isupper())


def touch(left: Item | None, right: Item | None) -> bool:
    """Whether there is nothing between two tokens."""
    return bool(left and right and left.end == right.start)


@cache
def context(heading: str) -> frozenset[str]:
    """The words that ``language/en/times_context.txt`` lists under a heading."""
    return frozenset(groups("times_context")[heading])
