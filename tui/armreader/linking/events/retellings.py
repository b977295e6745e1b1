"""Retellings: sentences that say most of a row in other words, "opened" for "founded a clinic"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence, Set
from math import log
from operator import attrgetter

from armreader.language.event_classes import is_talk
from armreader.linking.events.compared_rows import ComparedRow
from armreader.linking.events.telling import Report, Telling, Tellings
from armreader.linking.main_events import MainEvent
from armreader.linking.main_events.likeness import GRAIN
from armreader.linking.main_events.near_rows import WORDS, NearRows
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

Owners = Callable[[Telling], Container[int]]
"""For a mention, the rows in which tellings of its group are, by their places."""


def retold(
    rows: Sequence[MainEvent],
    compared: Sequence[ComparedRow],
    owners: Owners,
    taken: Set[int],
    tellings: Tellings,
) -> Iterator[tuple[int, Telling]]:
    """For rows, by their places, the mention in each article that retells them best.

    A mention goes to the row that it retells best. Those ``taken`` are in rows already.
    """
    near, with_rows = NearRows(rows), {row.members[0].story for row in rows}
    for story, reports in tellings.stories():
        if len(reports) < 2 or story not in with_rows:
            continue
        read = _Story(story, reports, compared, near)
        for report in reports:
            best: dict[int, tuple[float, int]] = {}
            for place, score, number in read.fitting(report, owners, taken, tellings):
                best[place] = max(best.get(place, (0.0, 0)), (score, -number))
            for place, (_, number) in best.items():
                if report.article not in compared[place].articles:
                    yield place, tellings[-number]


class _Story:
    """The rows of a story, with how rare each term is in it."""

    def __init__(
        self,
        story: int,
        reports: Sequence[Report],
        compared: Sequence[ComparedRow],
        near: NearRows,
    ) -> None:
        self._story, self._compared, self._near = story, compared, near
        self._weights = _weights(reports)
        self._lengths: dict[int, float] = {}
        """By place, the weight of the words of a row."""
        self._most: dict[tuple[int, frozenset[str]], float] = {}
        """By place and words of a row, the weight of those that are of one telling of it."""

    def fitting(
        self, report: Report, owners: Owners, taken: Set[int], tellings: Tellings
    ) -> Iterator[tuple[int, float, int]]:
        """The mentions of a report that retell a row, each with the one that it retells best."""
        terms, triggers = terms_of(report.text), report.mentions.triggers
        ends, first = (*report.starts[1:], len(report.text)), 0
        for sentence, end in zip(report.sentences, ends, strict=True):
            last = bisect_left(triggers, end, first, key=attrgetter("start"))
            shares = self._shares(frozenset(terms.inside(sentence.span))) if first < last else []
            for number in range(report.start + first, report.start + last) if shares else ():
                if number not in taken:
                    one = tellings[number]
                    score, place = self._best(one, shares, owners(one))
                    if score > LEAST:
                        yield place, score, number
            first = last

    def _weight(self, terms: Set[str]) -> float:
        weight = self._weights.get
        return sum([weight(term, 1.0) for term in terms])

    def _shares(self, terms: frozenset[str]) -> list[tuple[int, float]]:
        """The rows of which a sentence says some words, with the share that it says."""
        near = self._near.of(self._story, terms)
        shares = ((place, self._share(place, terms)) for place, n in near.items() if n >= WORDS)
        return [(place, share) for place, share in shares if share >= _FEW]

    def _share(self, place: int, terms: frozenset[str]) -> float:
        """The share of a row's words that a sentence says."""
        row = self._compared[place]
        if place not in self._lengths:
            self._lengths[place] = max(map(self._weight, row.tellings)) or 1.0
        return self._shared(place, terms & row.terms) / self._lengths[place]

    def _shared(self, place: int, found: frozenset[str]) -> float:
        """The weight of those words of a row that are of one telling of it."""
        known = self._most.get((place, found))
        if known is None:
            each = (self._weight(found & one) for one in self._compared[place].tellings)
            self._most[place, found] = known = max(each)
        return known

    def _best(
        self, one: Telling, shares: Sequence[tuple[int, float]], owners: Container[int]
    ) -> tuple[float, int]:
        """The most evidence that a mention is of a row, and the row."""
        terms = frozenset(one.terms())
        weight = self._weight(terms) or 1.0
        own = terms_of(one.report.text).inside(one.trigger)
        grouped = not all(map(is_talk, one.classes))  # a group of "said" is of no one event
        best = 0.0, 0
        for place, share in shares:
            row = self._compared[place]
            signs = (
                row.is_alike(one),
                not row.terms.isdisjoint(own),
                grouped and place in owners,
                row.is_then(one),
            )
            words = self._shared(place, terms & row.terms)
            score = SENTENCE * share + _evidence(words, weight) + sum(signs)
            better = score > LEAST and (score, -place) > best
            if better and row.can_be(one, terms):
                best = score, -place
        return best[0], -best[1]


def _evidence(words: float, weight: float) -> float:
    """What the words of a clause that are a row's count, by their weight and that of all of it."""
    return CLAUSE * words / weight + min(words, _MOST)


def _weights(reports: Sequence[Report]) -> dict[str, float]:
    """How much each term says, at most 1.

    Those that occur as often, first and last in the same sentences, as the words of a long name
    do, say together what one of them would.
    """
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
