"""Compared rows: what a mention has in common with a row of the chronology, and what forbids it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import chain

from armreader.linking.events.telling import Telling
from armreader.linking.main_events import MainEvent
from armreader.linking.main_events.candidate import harms_of
from armreader.linking.main_events.regions import regions_in

HALF, MANY, MOST = 0.5, 12, 0.15
"""What a term counts that more rows have than so many, and than such a share of all: "virus". With
fewer rows the names of the parties are in that many, and tell one event of theirs from another."""
_LONG_AGO = 99_999
"""Days, where the row or the mention has none."""


class ComparedRow:
    """What a mention is compared with, made once for a row."""

    def __init__(self, row: MainEvent, common: Set[str]) -> None:
        self._range = row.range
        self._status = row.members[0].proposition.status
        self.articles = {one.article for one in chain(row.members, row.also)}
        """Those that report the row already, of which a looser mention adds no source."""
        self.tellings = {one.terms for one in row.members}
        """The terms of each of its tellings."""
        self.terms = frozenset(chain.from_iterable(self.tellings))
        self._common = common
        self._most: dict[frozenset[str], float] = {}
        """By those of its terms that a mention has, what those of one telling count at most."""
        self._tolls = row.tolls
        self._regions = frozenset[str]().union(*(one.regions for one in row.members))
        self._kinds = frozenset[str]().union(*(one.deed.kinds for one in row.members))
        """Without the classes of speech, phases and movements, which name no event."""

    def shared(self, telling: Telling, terms: Set[str]) -> float | None:
        """How many terms a mention has in common with a telling of the row, common ones a half
        each; None where its days or its status are of another event.
        """
        if not (self.is_alike(telling) and self.can_be(telling, terms)):
            return None
        found = self.terms & terms
        if found not in self._most:
            of_each = [found & known for known in self.tellings]
            self._most[found] = max([len(one) - HALF * len(one & self._common) for one in of_each])
        return self._most[found]

    def is_alike(self, telling: Telling) -> bool:
        """Whether a mention is of a class of events that its tellings are of."""
        return not self._kinds.isdisjoint(telling.classes)

    def can_be(self, telling: Telling, terms: Set[str]) -> bool:
        """Whether nothing forbids that a mention is of the row: status, days, dead, place, news."""
        status = telling.status
        if status != self._status and "asserted" in (status, self._status):
            return False
        if telling.range and self._range and not telling.range.overlaps(self._range):
            return False
        if self._is_other_toll(telling, terms) or self._is_of_later_news(telling):
            return False
        return not self._is_in_other_region(telling)

    def is_then(self, telling: Telling) -> bool:
        """Whether a mention's own days are those of the row."""
        return bool(telling.range and self._range and telling.range.overlaps(self._range))

    def days_before(self, telling: Telling) -> int:
        """How many days before the news of a mention the row was: of two wars the later one."""
        published = telling.report.published
        if not (self._range and published):
            return _LONG_AGO
        return published.gap(self._range).days

    def _is_of_later_news(self, telling: Telling) -> bool:
        """Whether a row is of news after the report of a mention, which cannot have it."""
        own, report = self._range, telling.report.published
        if not (own and own.approximate and own.earliest and report and report.latest):
            return False
        return report.latest < own.earliest

    def _is_in_other_region(self, telling: Telling) -> bool:
        """Whether a mention names other states than its tellings: a win in one is not the other."""
        if not self._regions:
            return False
        named = regions_in(telling.report.text, telling.span)
        return bool(named) and named.isdisjoint(self._regions)

    def _is_other_toll(self, telling: Telling, terms: Set[str]) -> bool:
        """Whether as many died by none of its tellings: 68 killed are not 149."""
        if not self._tolls or not self._tolls.isdisjoint(terms) or not harms_of(telling.classes):
            return False
        return any(term.isdigit() for term in terms)


def common_terms(rows: Sequence[MainEvent]) -> frozenset[str]:
    """The terms that many rows have: they say little of which is meant."""
    terms = (frozenset[str]().union(*(one.terms for one in row.members)) for row in rows)
    having, most = Counter(chain.from_iterable(terms)), max(MANY, MOST * len(rows))
    return frozenset(term for term, n in having.items() if n > most)
