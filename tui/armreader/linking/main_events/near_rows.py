"""Near rows: which rows of the chronology have words in common with a mention or a sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from itertools import chain

from armreader.linking.main_events.salience import MainEvent

WORDS = 2
"""The fewest terms that a row and a mention of it share."""
_POSTING = 60
"""The most rows with a term for it to find them."""


class NearRows:
    """Finds rows, by their places, by the terms of their tellings."""

    def __init__(self, rows: Sequence[MainEvent]) -> None:
        self._stories: defaultdict[int, defaultdict[str, set[int]]]
        self._stories = defaultdict(lambda: defaultdict(set))
        """By the stories of their tellings and their terms, the places of the rows."""
        for place, row in enumerate(rows):
            for one in row.members:
                for term in one.terms:
                    self._stories[one.story][term].add(place)

    def of(self, story: int, terms: Set[str]) -> Counter[int]:
        """The rows of a story that have some of the terms, and how many."""
        by_term = self._stories[story]
        having = [by_term[term] for term in terms if term in by_term]
        return Counter(chain.from_iterable(rows for rows in having if len(rows) <= _POSTING))
