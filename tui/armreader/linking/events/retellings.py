"""Retellings: sentences that say most of a row in other words, "opened" for "founded a clinic"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from itertools import chain, groupby
from math import log
from operator import attrgetter

from armreader.linking.events.compared_rows import ComparedRow
from armreader.linking.events.telling import Report, Telling, Tellings
from armreader.linking.main_events import MainEvent
from armreader.linking.main_events.likeness import GRAIN
from armreader.linking.terms import terms_of

SENTENCE, CLAUSE = 2.5, 2.0
"""What the share of a row's words that a sentence says counts, and what the share of the words of a
mention's clause that are the row's. Each of these words counts up to 1, by how rare it is, and so
does each sign: a verb or noun of the same class or that the row has, the same group, its days."""
LEAST = 5.25
"""What it takes: of the reports that are added so, some nine in ten are right. The weights follow a
logistic regression over 17 chronologies written by hand, each predicted from the others."""
_MOST = 3.0
"""As much as the words of a clause count at most."""
_FEW = 0.25
"""The share of a row's words below which a sentence is not compared with it."""
_POSTING = 60
"""The most rows with a term for it to find them."""

Owners = Callable[[Telling], Container[int]]
"""For a mention, the rows in which tellings of its group are, by their places."""


def retold(
    rows: Sequence[MainEvent],
    compared: Sequence[ComparedRow],
    owners: Owners,
    taken: Set[int],
    tellings: Tellings,
) -> Iterator[tuple[int, int]]:
    """For rows, by their places, the number of the mention in an article that retells each best.

    A mention goes to the row that it retells best. Those ``taken`` are in rows already.
    """
    of_story: defaultdict[int, dict[int, ComparedRow]] = defaultdict(dict)
    for place, row in enumerate(rows):
        of_story[row.members[0].story][place] = compared[place]
    for story, reports in tellings.stories():
        if len(reports) < 2 or story not in of_story:
            continue
        best: dict[tuple[int, str], tuple[float, int]] = {}
        for place, score, one in _Story(of_story[story], reports, tellings).fitting(owners, taken):
            key = place, one.article
            best[key] = max(best.get(key, (0.0, 0)), (score, -one.number))
        for (place, article), (_, number) in best.items():
            if article not in compared[place].articles:
                yield place, -number


class _Story:
    """The sentences of a story and its rows, with how rare each term is in it."""

    def __init__(
        self, rows: Mapping[int, ComparedRow], reports: Sequence[Report], tellings: Tellings
    ) -> None:
        self._rows, self._reports, self._tellings = rows, reports, tellings
        self._weights = _weights(reports)
        by_term: defaultdict[str, list[int]] = defaultdict(list)
        for place, row in rows.items():
            for term in row.terms:
                by_term[term].append(place)
        self._having = {term: found for term, found in by_term.items() if len(found) <= _POSTING}
        self._lengths = {place: max(map(self._weight, row.tellings)) for place, row in rows.items()}

    def fitting(self, owners: Owners, taken: Set[int]) -> Iterator[tuple[int, float, Telling]]:
        """The mentions that retell a row, each with the one that it retells best."""
        for terms, together in self._sentences():
            shares = self._shares(terms)
            for one in together if shares else ():
                if one.number in taken:
                    continue
                scores = [
                    (self._score(one, place, share, owners(one)), -place) for place, share in shares
                ]
                score, place = max(scores)
                if score > LEAST:
                    yield -place, score, one

    def _sentences(self) -> Iterator[tuple[frozenset[str], list[Telling]]]:
        """The terms of each sentence with its mentions."""
        for report in self._reports:
            terms = terms_of(report.text)
            mentions = self._tellings[report.start : report.end]
            for span, together in groupby(mentions, attrgetter("sentence")):
                yield frozenset(terms.inside(span)), list(together)

    def _weight(self, terms: Set[str]) -> float:
        return sum(self._weights.get(term, 1.0) for term in terms)

    def _shares(self, terms: Set[str]) -> list[tuple[int, float]]:
        """The rows of which a sentence says some words, with the share that it says."""
        near = Counter(chain.from_iterable(self._having.get(term, ()) for term in terms))
        found = []
        for place, n in near.items():
            if n < 2:
                continue
            share = self._shared(place, terms) / (self._lengths[place] or 1.0)
            if share >= _FEW:
                found.append((place, share))
        return found

    def _shared(self, place: int, terms: Set[str]) -> float:
        """The weight of the words that are those of one telling of a row."""
        return max(self._weight(terms & known) for known in self._rows[place].tellings)

    def _score(self, one: Telling, place: int, share: float, owners: Container[int]) -> float:
        """The evidence that a mention is of a row; 0 where it cannot be."""
        row, terms = self._rows[place], frozenset(one.terms())
        if not row.can_be(one, terms):
            return 0.0
        words = self._shared(place, terms)
        own = terms_of(one.report.text).inside(one.trigger)
        signs = (
            row.is_alike(one),
            not row.terms.isdisjoint(own),
            place in owners,
            row.is_then(one),
        )
        clause = words / (self._weight(terms) or 1.0)
        return SENTENCE * share + CLAUSE * clause + min(words, _MOST) + sum(signs)


def _weights(reports: Sequence[Report]) -> dict[str, float]:
    """How much each term says, at most 1. Those that occur as often, first and last in the same
    sentences, as the words of a long name do, say together what one of them would."""
    having: dict[str, tuple[int, int, int]] = {}
    """By term: the first and the last sentence that has it, and how many have it."""
    total = 1
    for report in reports:
        known = terms_of(report.text)
        for sentence in report.sentences:
            total += 1
            for term in {*known.inside(sentence.span)}:
                first, _, n = having.get(term, (total, total, 0))
                having[term] = first, total, n + 1
    together = Counter(where for where in having.values() if where[2] > 1)
    weights = {n: log(total / (n + 1)) / log(total) for _, _, n in having.values()}
    return {
        term: round(weights[where[2]] / (together[where] or 1) / GRAIN) * GRAIN
        for term, where in having.items()
    }
