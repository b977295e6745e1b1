"""The terms of all tellings, as numbers."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count


class TermsOfTellings:
    """The terms of the tellings, a number for each: a million tuples of them fill the memory."""

    def __init__(self) -> None:
        self._known: defaultdict[str, int] = defaultdict(count().__next__)
        self._numbers = array("I")
        self._ends = array("I", [0])

    def append(self, terms: Iterable[str]) -> None:
        self._numbers.extend(map(self._known.__getitem__, terms))
        self._ends.append(len(self._numbers))

    @cached_property
    def _spelled(self) -> list[str]:
        """By number, the term; asked for only when all are known."""
        return list(self._known)

    def of(self, telling: int) -> list[str]:
        numbers = self._numbers[self._ends[telling] : self._ends[telling + 1]]
        return list(map(self._spelled.__getitem__, numbers))

    def counted(self) -> Iterator[tuple[str, int]]:
        """Each term, and how many tellings have it."""
        for number, times in Counter(self._numbers).items():
            yield self._spelled[number], times
