"""The second layer: where else an event is reported, in a noun, a participle or a relative clause.

It is looser than the first and never decides a row: it adds one mention of each further article,
and only where that names the same kind of event with the same people or rare words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from armreader.linking.main_events.candidate import Candidate
from armreader.linking.main_events.joining import Likeness, clash
from armreader.linking.main_events.salience import MainEvent

ALSO = 0.3
"""The likeness to the nearest telling of a row at which a mention belongs to it."""
PAST = 0.6
"""The same where the row is of an earlier year and the mention gives no time of its own."""
_YEAR = 365
_WORDS, _POSTING = 2, 60
"""The fewest terms that the two share; the most rows with a term for it to be compared."""


def gather(rows: Sequence[MainEvent], candidates: Sequence[Candidate], likeness: Likeness) -> None:
    """Add to each row the mention that fits it best in each article that does not report it yet.

    A mention goes to one row, the one that it fits best.
    """
    taken = {one.number for row in rows for one in row.members}
    by_term: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for one in row.members:
            for term in one.terms:
                by_term[one.story, term].add(number)
    best: dict[tuple[int, int], tuple[float, Candidate]] = {}
    for one in candidates:
        if one.number in taken:
            continue
        shared: defaultdict[int, int] = defaultdict(int)
        for term in one.terms:
            rows_with = by_term.get((one.story, term), ())
            if len(rows_with) <= _POSTING:
                for number in rows_with:
                    shared[number] += 1
        fits = [
            (score, -number)
            for number, count in shared.items()
            if count >= _WORDS
            and (score := _fit(rows[number], one, likeness)) >= _least(rows[number], one)
        ]
        if fits:
            score, number = max(fits)
            key = (-number, one.place)
            if key not in best or best[key][0] < score:
                best[key] = (score, one)
    for (number, place), (_, one) in sorted(best.items()):
        if all(member.place != place for member in rows[number].members):
            rows[number].also.append(one)


def _least(row: MainEvent, one: Candidate) -> float:
    """The likeness that a mention needs, by whether it has a time or the row is long over."""
    over, first = row.range and row.range.latest, one.published and one.published.earliest
    past = over and first and (first - over).days > _YEAR
    return PAST if past and not one.own else ALSO


def _fit(row: MainEvent, one: Candidate, likeness: Likeness) -> float:
    """How well a mention fits a row: its likeness to the nearest of the tellings."""
    if any(clash(member, one) for member in row.members):
        return 0.0
    if one.proposition.form == "state" or all(
        m.proposition.status != one.proposition.status for m in row.members
    ):
        return 0.0
    if all(
        (m.proposition.form == "statement") != (one.proposition.form == "statement")
        for m in row.members
    ):
        return 0.0
    kin = [member for member in row.members if _kindred(member, one)]
    return max((likeness.of(member, one) for member in kin), default=0.0)


def _kindred(member: Candidate, one: Candidate) -> bool:
    """Whether two name the same kind of event."""
    if set(member.proposition.lemmas) & set(one.proposition.lemmas) or member.classes & one.classes:
        return True
    same = member.group is not None and member.group == one.group
    return same and member.proposition.form == one.proposition.form
