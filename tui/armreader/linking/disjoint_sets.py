"""Disjoint sets: which of many things have been joined, directly or through others."""

from __future__ import annotations


class DisjointSets:
    """Numbers from 0, each at first in a set of its own."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, number: int) -> int:
        """The number that stands for the set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> bool:
        """Join their sets under the least member, so that order never matters; False where they
        were one already.
        """
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        self.put_under(max(first, second), min(first, second))
        return True

    def put_under(self, root: int, other: int) -> None:
        """Join the set of one root to that of another, which stands for both."""
        self._parent[root] = other
