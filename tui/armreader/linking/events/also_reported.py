"""Where else a row of the chronology is reported: single mentions that are one event with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from armreader.language.event_classes import event_words
from armreader.linking.events.telling import Telling, Tellings
from armreader.linking.main_events import Candidate, MainEvent
from armreader.linking.main_events.candidate import harms_of

SHARED = 2
"""The fewest terms that a mention must share with a telling of a row."""


def also_reported(
    rows: Sequence[MainEvent],
    groups: Sequence[int],
    numbers: Mapping[tuple[str, int], int],
    tellings: Tellings,
) -> dict[int, list[int]]:
    """For each row, by its place, the further tellings of the same event.

    ``groups`` gives the number of the group that each telling is in, ``numbers`` the telling of an
    article whose trigger starts at an offset.
    """
    owners: defaultdict[int, Counter[int]] = defaultdict(Counter)
    taken: set[int] = set()
    named: dict[int, int] = {}
    for place, row in enumerate(rows):
        for one in (*row.members, *row.also):
            number = numbers.get((one.article, one.proposition.trigger.start))
            if number is not None:
                taken.add(number)
                owners[groups[number]][place] += 1
            for number in _named(one, numbers, tellings):
                taken.add(number)
                named[groups[number]] = place
                owners[groups[number]][place] += 1
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        if group not in owners or number in taken:
            continue
        telling = tellings[number]
        for place, _ in sorted(owners[group].items(), key=lambda one: (-one[1], one[0])):
            bare = named.get(group) == place and not telling.mention.actors
            if _fits(rows[place], telling, 0 if bare else SHARED):
                found[place].append(number)
                break
    return found


def _named(one: Candidate, numbers: Mapping[tuple[str, int], int], tellings: Tellings) -> list[int]:
    """The tellings whose noun names what a row reports: "was destroyed in an explosion"."""
    if one.proposition.form != "event":
        return []
    nouns = {lemma for lemma in one.proposition.lemmas[1:] if lemma in event_words().nouns}
    nouns -= event_words().verbs.keys()
    starts = (at for span in one.proposition.label for at in range(span.start, span.end) if nouns)
    found = (numbers.get((one.article, start)) for start in starts)
    return [at for at in found if at is not None and tellings[at].mention.lemma in nouns]


def _fits(row: MainEvent, telling: Telling, least: int) -> bool:
    """Whether a mention can be of a row, by its days, its status and its words.

    ``least`` is how many terms the two must share: a bare "the explosion" need share none.
    """
    if telling.range and row.range and not telling.range.overlaps(row.range):
        return False
    status = row.members[0].proposition.status
    if telling.mention.status != status and "asserted" in (telling.mention.status, status):
        return False
    if any(one.article == telling.mention.article for one in row.members):
        return False
    terms = set(telling.terms())
    figures, given = {term for term in terms if term.isdigit()}, row.tolls
    if figures and given and figures.isdisjoint(given) and harms_of(telling.classes):
        return False  # "killed up to 68" is not "killed up to 149"
    return any(len(terms & one.terms) >= least for one in row.members)
