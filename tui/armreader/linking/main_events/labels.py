"""The labels of an article's clauses, for events outside the chronology."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, chain

from armreader.records import Proposition, Span


class Labels:
    """The labels of an article's clauses by where their verbs begin, in little memory."""

    __slots__ = ("_edges", "_first", "_starts")

    def __init__(self, propositions: Iterable[Proposition]) -> None:
        labels = {one.trigger.start: one.label for one in propositions if one.label}
        self._starts = array("I", sorted(labels))
        edges = [list(chain.from_iterable(labels[start])) for start in self._starts]
        self._first = array("I", accumulate(map(len, edges), initial=0))
        self._edges = array("I", chain.from_iterable(edges))

    def of(self, start: int) -> list[Span]:
        at = bisect_left(self._starts, start)
        if at == len(self._starts) or self._starts[at] != start:
            return []
        edges = self._edges[self._first[at] : self._first[at + 1]]
        return [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
