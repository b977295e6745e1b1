"""The terms of all tellings, as numbers."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator


class TermsOfTellings:
    """The terms of the tellings, a number for each: a million tuples of them fill the memory."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._spelled: list[str] = []
        self._numbers = array("I")
        self._ends = array("I", [0])

    def append(self, terms: Iterable[str]) -> None:
        for term in terms:
            number = self._known.setdefault(term, len(self._spelled))
            if number == len(self._spelled):
                self._spelled.append(term)
            self._numbers.append(number)
        self._ends.append(len(self._numbers))

    def of(self, telling: int) -> list[str]:
        numbers = self._numbers[self._ends[telling] : self._ends[telling + 1]]
        return [self._spelled[number] for number in numbers]

    def counted(self) -> Iterator[tuple[str, int]]:
        """Each term, and how many tellings have it."""
        for number, count in Counter(self._numbers).items():
            yield self._spelled[number], count
