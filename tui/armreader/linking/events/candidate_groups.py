"""Which groups a telling is compared with: those that share its rarest words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

_POSTINGS = 40
"""Groups remembered for each class and word; bounds the work in dossiers of one story."""
_CANDIDATES = 8
"""Groups that a telling is compared with."""
UNIQUE = 1.0
"""The weight of a term that one clause alone has."""


class CandidateGroups:
    """The first groups that have a class and a term, or are of a class and a story."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """``weights`` are those of the terms."""
        self._weights = weights
        self._by_term: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        """By class and term; a term that only one clause has is left out."""
        self._full: defaultdict[str, dict[str, dict[int, float]]] = defaultdict(dict)
        """The same of lists that are full: what the term says for each group, negative."""
        self._by_story: defaultdict[tuple[int, str], list[int]] = defaultdict(list)

    def add(self, group: int, classes: Iterable[str], terms: Iterable[str]) -> None:
        """Remember a group for terms that it did not have."""
        weights = self._weights
        shared = [term for term in terms if weights[term] < UNIQUE]
        for name in classes:
            postings = self._by_term[name]
            for term in shared:
                posting = postings.setdefault(term, [])
                if len(posting) < _POSTINGS:
                    posting.append(group)
                    if len(posting) == _POSTINGS:
                        self._full[name][term] = dict.fromkeys(posting, -weights[term])

    def add_of_story(self, group: int, classes: Iterable[str], story: int) -> None:
        """Remember a group for a story that it did not have."""
        for name in classes:
            known = self._by_story[story, name]
            if len(known) < _CANDIDATES:
                known.append(group)

    def of(self, classes: Iterable[str], story: int, terms: Sequence[str]) -> Iterable[int]:
        """The groups that share the most, where there are many."""
        found: dict[int, float] = {}  # negative, so that the best come first
        weighed = [(term, self._weights[term]) for term in terms]
        for name in classes:
            for group in self._by_story.get((story, name), ()):
                found[group] = found.get(group, 0.0) - 0.01
            postings, full = self._by_term[name], self._full[name]
            for term, weight in weighed:
                if term in full and len(found) < _POSTINGS // 2:
                    before, found = found, dict(full[term])  # faster than to add so many
                    for group, score in before.items():
                        found[group] = found.get(group, 0.0) + score
                else:
                    for group in postings.get(term, ()):
                        if group in found:
                            found[group] -= weight
                        else:
                            found[group] = -weight
        if len(found) <= _CANDIDATES:
            return found
        last = sorted(found.values())[_CANDIDATES - 1]
        best = sorted([(score, group) for group, score in found.items() if score <= last])
        return [group for _, group in best[:_CANDIDATES]]  # of equals the first started
