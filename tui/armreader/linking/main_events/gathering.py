"""The second layer: where else an event is reported, in a noun, a participle or a relative clause.

It is looser than the first and never decides a row: it adds one mention of each further article,
and only where that names the same kind of event with the same people or rare words, and is in a
group of single mentions with a telling of the row or as like one as two tellings of an event are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from armreader.linking.main_events.candidate import Candidate, Candidates, Deed
from armreader.linking.main_events.clashes import clash, each_way, what_clashes
from armreader.linking.main_events.joining import JOIN
from armreader.linking.main_events.likeness import (
    BOTH_LEAD,
    DEATH,
    SAME_DAYS,
    SAME_GROUP,
    SAME_SUBJECT,
    SAME_VERB,
    SUMMED_UP,
    TOGETHER,
    TOLL,
    Likeness,
)
from armreader.linking.main_events.near_rows import WORDS, NearRows
from armreader.linking.main_events.salience import MainEvent
from armreader.records.dates import DateRange

ALSO = 0.3
"""The likeness to the nearest telling of a row at which a mention belongs to it."""
PAST = 0.6
"""The same where the row is of an earlier year and the mention gives no time of its own."""
_YEAR = 365
_ROUNDING = 1e-9
"""More than sums of evidence differ by the order in which they are made."""


class _SameTerms(NamedTuple):
    """Tellings of a row that have the same terms, so that their cosines with a mention are too."""

    terms: frozenset[str]
    length: float
    """That of the vector of these terms."""
    members: list[Candidate]


class _Row:
    """A row with what every mention is compared with, made once."""

    def __init__(self, row: MainEvent, likeness: Likeness) -> None:
        self.event = row
        self.statuses = {one.proposition.status for one in row.members}
        self.statements = {one.proposition.form == "statement" for one in row.members}
        self.tolls = row.tolls
        self.sentences = {(one.place, one.sentence) for one in row.members}
        self.groups = {one.group for one in row.members}
        self.places = {one.place for one in row.members}
        self.victims = {one.victim for one in row.members if one.victim}
        self.ranges = {one.range for one in row.members if one.range}
        self.owns = {one.own for one in row.members if one.own}
        self.deeds = _by_deed(row.members, likeness)
        different = {_what_is_alike(one): one for one in row.members}
        self.different = _by_deed(different.values(), likeness)
        """Without tellings that are as like a mention of another article as one that is there."""
        self.kept_apart = each_way(row.members)
        self._clashing: dict[tuple[object, ...], tuple[bool, DateRange | None, DateRange | None]]
        self._clashing = {}
        """By all of a mention that a clash depends on, but for its sentence; and its days."""

    def fit(self, one: Candidate, likeness: Likeness) -> float:
        """How well a mention fits: its likeness to the nearest of the tellings."""
        proposition = one.proposition
        if proposition.status not in self.statuses:
            return 0.0
        if (proposition.form == "statement") not in self.statements:
            return 0.0
        if (one.place, one.sentence) in self.sentences:
            return 0.0
        if one.deed.harms and one.figures and self.tolls and one.figures.isdisjoint(self.tolls):
            return 0.0  # "killed up to 68" is not "killed up to 149"
        kin = list(self._kin(one))
        if not kin or self._clashes(one):
            return 0.0
        cosines = zip(likeness.cosines(one, kin), kin, strict=True)
        most = self._most_besides_words(one) + _ROUNDING
        best = 0.0
        for cosine, same in sorted(cosines, key=itemgetter(0), reverse=True):
            if cosine + most < best:
                break
            for each in same.members:
                best = max(best, likeness.of_agreeing(each, one, cosine))
        return best

    def _clashes(self, one: Candidate) -> bool:
        """Whether a mention, which is in none of their sentences, clashes with a telling."""
        way = what_clashes(one)
        if way not in self._clashing:
            found = any(clash(member, one) for member in self.kept_apart)
            self._clashing[way] = found, one.range, one.about  # kept: they are known by their ids
        return self._clashing[way][0]

    def _most_besides_words(self, one: Candidate) -> float:
        """How far above their cosine a mention's likeness to any of the tellings is at most."""
        most = SAME_VERB + SAME_SUBJECT + SAME_GROUP
        if one.range and any(map(one.range.overlaps, self.ranges)):
            most += SAME_DAYS
        if one.own and any(map(one.own.overlaps, self.owns)):
            most += TOGETHER
        if one.place in self.places:
            most += BOTH_LEAD + SUMMED_UP
        if one.victim in self.victims:
            most += DEATH
        return most + TOLL * self.counts(one)

    def counts(self, one: Candidate) -> bool:
        """Whether a mention has the number of the dead or hurt of the row: "injuring 80"."""
        return bool(one.deed.harms) and not one.figures.isdisjoint(self.tolls)

    def _kin(self, one: Candidate) -> Iterator[_SameTerms]:
        """The tellings that name the same kind of event as a mention."""
        for deed, tellings in self.deeds if one.place in self.places else self.different:
            if deed.is_like(one.deed):
                yield from tellings

    def least(self, one: Candidate) -> float:
        """The likeness that a mention needs, by whether it has a time or the row is long over."""
        if one.group is None or one.group not in self.groups:
            return JOIN  # as like as two tellings of one event
        range_ = self.event.range
        over, first = range_ and range_.latest, one.published and one.published.earliest
        past = over and first and (first - over).days > _YEAR
        return PAST if past and not one.own else ALSO


def _by_deed(
    members: Iterable[Candidate], likeness: Likeness
) -> list[tuple[Deed, list[_SameTerms]]]:
    deeds: dict[int, tuple[Deed, dict[frozenset[str], _SameTerms]]] = {}
    for one in members:
        _, by_terms = deeds.setdefault(id(one.deed), (one.deed, {}))
        if one.terms not in by_terms:
            by_terms[one.terms] = _SameTerms(one.terms, likeness.length(one), [])
        by_terms[one.terms].members.append(one)
    return [(deed, list(by_terms.values())) for deed, by_terms in deeds.values()]


def _what_is_alike(one: Candidate) -> tuple[object, ...]:
    """All of a telling that its likeness to a mention of another article depends on."""
    proposition = one.proposition
    ranges = id(one.range), id(one.own), id(one.days)
    kinds = proposition.form, proposition.status, id(one.deed), one.group
    return one.terms, one.subject, one.figures, one.actor, one.victim, *ranges, *kinds


class _Near:
    """Which rows share words with a mention, remembered for the mentions of a story."""

    def __init__(self, rows: Sequence[MainEvent]) -> None:
        self._taken = {one.number for row in rows for one in row.members}
        self._near = NearRows(rows)
        self._story = -1
        self._known: dict[frozenset[str], Counter[int]] = {}
        """Of that story, by the terms of mentions."""

    def of(self, story: int, terms: frozenset[str]) -> Counter[int]:
        """The rows of a story that have some of the terms, and how many."""
        if story != self._story:
            self._story, self._known = story, {}
        if terms not in self._known:
            self._known[terms] = self._near.of(story, terms)
        return self._known[terms]

    def asks_for(self, number: int, story: int, terms: frozenset[str]) -> bool:
        """Whether a candidate may belong to a row of which it is no telling."""
        if number in self._taken:
            return False
        shared = self.of(story, terms)
        if not shared:
            return False
        return max(shared.values()) >= WORDS or any(map(str.isdigit, terms))


def gather(rows: Sequence[MainEvent], candidates: Candidates, likeness: Likeness) -> None:
    """Add to each row the mention that fits it best in each article that does not report it yet.

    A mention goes to one row, the one that it fits best.
    """
    near = _Near(rows)
    compared = [_Row(row, likeness) for row in rows]
    best: dict[tuple[int, int], tuple[float, Candidate]] = {}
    for one in chain.from_iterable(candidates.by_story(asked=near.asks_for)):
        if not near.asks_for(one.number, one.story, one.terms):
            continue
        fits = [
            (score, -number)
            for number, count in near.of(one.story, one.terms).items()
            if (count >= WORDS or compared[number].counts(one))
            and (score := compared[number].fit(one, likeness)) >= ALSO
            and score >= compared[number].least(one)
        ]
        if fits:
            score, number = max(fits)
            key = (-number, one.place)
            if one.place in compared[-number].places:
                continue
            if key not in best or best[key][0] < score:
                best[key] = (score, one.held())
    for (number, _), (_, one) in sorted(best.items(), key=lambda item: item[0]):
        rows[number].also.append(one)
