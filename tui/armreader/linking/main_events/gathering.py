"""The second layer: where else an event is reported, in a noun, a participle or a relative clause.

It is looser than the first and never decides a row: it adds one mention of each further article,
and only where that names the same kind of event with the same people or rare words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from armreader.linking.main_events.candidate import Candidate, Deed
from armreader.linking.main_events.clashes import clash, each_way
from armreader.linking.main_events.likeness import Likeness
from armreader.linking.main_events.salience import MainEvent

ALSO = 0.3
"""The likeness to the nearest telling of a row at which a mention belongs to it."""
PAST = 0.6
"""The same where the row is of an earlier year and the mention gives no time of its own."""
_YEAR = 365
_WORDS, _POSTING = 2, 60
"""The fewest terms that the two share; the most rows with a term for it to be compared."""


class _Row:
    """A row with what every mention is compared with, made once."""

    def __init__(self, row: MainEvent) -> None:
        self.event = row
        self.statuses = {one.proposition.status for one in row.members}
        self.statements = {one.proposition.form == "statement" for one in row.members}
        self.tolls = row.tolls
        self.sentences = {(one.place, one.sentence) for one in row.members}
        self.groups = {one.group for one in row.members}
        self.places = {one.place for one in row.members}
        self.deeds = _by_deed(row.members)
        self.different = _by_deed({_what_is_alike(one): one for one in row.members}.values())
        """Without tellings that are as like a mention of another article as one that is there."""
        self.kept_apart = each_way(row.members)

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
        kin = self._kin(one)
        if not kin or any(clash(member, one) for member in self.kept_apart):
            return 0.0
        return max(likeness.of_agreeing(member, one) for member in kin)

    def counts(self, one: Candidate) -> bool:
        """Whether a mention has the number of the dead or hurt of the row: "injuring 80"."""
        return bool(one.deed.harms) and not one.figures.isdisjoint(self.tolls)

    def _kin(self, one: Candidate) -> list[Candidate]:
        """The tellings that name the same kind of event as a mention."""
        found: list[Candidate] = []
        for deed, members in self.deeds if one.place in self.places else self.different:
            if deed.has_part_of(one.deed):
                found += members
            elif one.group is not None and one.group in self.groups:
                form = one.proposition.form
                found += [
                    each
                    for each in members
                    if each.group == one.group and each.proposition.form == form
                ]
        return found

    def least(self, one: Candidate) -> float:
        """The likeness that a mention needs, by whether it has a time or the row is long over."""
        range_ = self.event.range
        over, first = range_ and range_.latest, one.published and one.published.earliest
        past = over and first and (first - over).days > _YEAR
        return PAST if past and not one.own else ALSO


def _by_deed(members: Iterable[Candidate]) -> list[tuple[Deed, list[Candidate]]]:
    deeds: dict[int, tuple[Deed, list[Candidate]]] = {}
    for one in members:
        deeds.setdefault(id(one.deed), (one.deed, []))[1].append(one)
    return list(deeds.values())


def _what_is_alike(one: Candidate) -> tuple[object, ...]:
    """All of a telling that its likeness to a mention of another article depends on."""
    proposition = one.proposition
    ranges = id(one.range), id(one.own), id(one.days)
    kinds = proposition.form, proposition.status, id(one.deed), one.group
    return one.terms, one.subject, one.figures, one.actor, one.victim, *ranges, *kinds


def gather(rows: Sequence[MainEvent], candidates: Iterable[Candidate], likeness: Likeness) -> None:
    """Add to each row the mention that fits it best in each article that does not report it yet.

    A mention goes to one row, the one that it fits best.
    """
    taken = {one.number for row in rows for one in row.members}
    stories: defaultdict[int, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, row in enumerate(rows):
        for one in row.members:
            for term in one.terms:
                stories[one.story][term].add(number)
    compared = [_Row(row) for row in rows]
    best: dict[tuple[int, int], tuple[float, Candidate]] = {}
    for one in candidates:
        if one.number in taken:
            continue
        by_term = stories[one.story]
        having = [by_term[term] for term in one.terms if term in by_term]
        shared = Counter(chain.from_iterable(rows_ for rows_ in having if len(rows_) <= _POSTING))
        fits = [
            (score, -number)
            for number, count in shared.items()
            if (count >= _WORDS or compared[number].counts(one))
            and (score := compared[number].fit(one, likeness)) >= ALSO
            and score >= compared[number].least(one)
        ]
        if fits:
            score, number = max(fits)
            key = (-number, one.place)
            if key not in best or best[key][0] < score:
                best[key] = (score, one)
    for (number, place), (_, one) in sorted(best.items()):
        if all(member.place != place for member in rows[number].members):
            rows[number].also.append(one)
