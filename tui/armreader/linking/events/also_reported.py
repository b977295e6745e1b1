"""Where else a row of the chronology is reported: single mentions that are one event with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from armreader.language.event_classes import event_words
from armreader.linking.events.telling import Numbers, Telling, Tellings
from armreader.linking.main_events import Candidate, MainEvent
from armreader.linking.main_events.candidate import harms_of

SHARED = 2
"""The fewest terms that a mention must share with a telling of a row."""


def also_reported(
    rows: Sequence[MainEvent],
    groups: Sequence[int],
    numbers: Numbers,
    tellings: Tellings,
) -> dict[int, list[int]]:
    """For each row, by its place, the further tellings of the same event.

    ``groups`` gives the number of the group that each telling is in, ``numbers`` finds the telling
    of an article whose trigger starts at an offset.
    """
    owners: defaultdict[int, Counter[int]] = defaultdict(Counter)
    taken: set[int] = set()
    named: dict[int, int] = {}
    for place, row in enumerate(rows):
        for one in (*row.members, *row.also):
            number = numbers.of(one.article, one.proposition.trigger.start)
            if number is not None:
                taken.add(number)
                owners[groups[number]][place] += 1
            for number in _named(one, numbers, tellings):
                taken.add(number)
                named[groups[number]] = place
                owners[groups[number]][place] += 1
    found: defaultdict[int, list[int]] = defaultdict(list)
    compared = [_Row(row) for row in rows]
    likely = {
        group: sorted(places, key=lambda place: (-places[place], place))
        for group, places in owners.items()
    }
    for number, group in enumerate(groups):
        if group not in likely or number in taken:
            continue
        telling = tellings[number]
        terms = set(telling.terms())
        for place in likely[group]:
            bare = named.get(group) == place and not telling.actors
            if compared[place].fits(telling, terms, 0 if bare else SHARED):
                found[place].append(number)
                break
    return found


class _Row:
    """What a mention is compared with, made once for a row."""

    def __init__(self, row: MainEvent) -> None:
        self._range = row.range
        self._status = row.members[0].proposition.status
        self._articles = {one.article for one in row.members}
        self._terms = {one.terms for one in row.members}
        self._tolls = row.tolls

    def fits(self, telling: Telling, terms: Set[str], least: int) -> bool:
        """Whether a mention can be of the row, by its days, its status and its words.

        ``least`` is how many terms the two must share: a bare "the explosion" need share none.
        """
        if telling.article in self._articles:
            return False
        status = telling.status
        if status != self._status and "asserted" in (status, self._status):
            return False
        if telling.range and self._range and not telling.range.overlaps(self._range):
            return False
        if self._is_other_toll(telling, terms):
            return False
        return any(len(terms & known) >= least for known in self._terms)

    def _is_other_toll(self, telling: Telling, terms: Set[str]) -> bool:
        """Whether as many died by none of its tellings: 68 killed are not 149."""
        if not self._tolls or not self._tolls.isdisjoint(terms) or not harms_of(telling.classes):
            return False
        return any(term.isdigit() for term in terms)


def _named(one: Candidate, numbers: Numbers, tellings: Tellings) -> list[int]:
    """The tellings whose noun names what a row reports: "was destroyed in an explosion"."""
    if one.proposition.form != "event":
        return []
    words = event_words()
    further = one.proposition.lemmas[1:]
    nouns = {lemma for lemma in further if lemma in words.nouns and lemma not in words.verbs}
    if not nouns:
        return []
    starts = (at for span in one.proposition.label for at in range(span.start, span.end))
    found = (numbers.of(one.article, start) for start in starts)
    return [at for at in found if at is not None and tellings[at].lemma in nouns]
