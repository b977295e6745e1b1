"""Where else a row of the chronology is reported: single mentions that are one event with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from armreader.linking.events.telling import Telling, Tellings
from armreader.linking.main_events import MainEvent

SHARED = 2
"""Terms that a mention has at least in common with the tellings of a row."""


def also_reported(
    rows: Sequence[MainEvent],
    groups: Sequence[int],
    numbers: Mapping[tuple[str, int], int],
    tellings: Tellings,
) -> dict[int, list[int]]:
    """For each row, as its place, the further tellings that are one event with those it has.

    ``groups`` gives for each telling the number of its event by itself, ``numbers`` the telling of
    an article whose trigger starts at an offset.
    """
    owners: defaultdict[int, Counter[int]] = defaultdict(Counter)
    taken: set[int] = set()
    for place, row in enumerate(rows):
        for one in (*row.members, *row.also):
            number = numbers.get((one.article, one.proposition.trigger.start))
            if number is not None:
                taken.add(number)
                owners[groups[number]][place] += 1
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        if group not in owners or number in taken:
            continue
        telling = tellings[number]
        for place, _ in sorted(owners[group].items(), key=lambda one: (-one[1], one[0])):
            if _fits(rows[place], telling):
                found[place].append(number)
                break
    return found


def _fits(row: MainEvent, telling: Telling) -> bool:
    """Whether nothing speaks against a mention being of a row: its days, a denial, its words."""
    if telling.range and row.range and not telling.range.overlaps(row.range):
        return False
    status = row.members[0].proposition.status
    if telling.mention.status != status and "asserted" in (telling.mention.status, status):
        return False
    if any(one.article == telling.mention.article for one in row.members):
        return False
    terms = set(telling.terms())
    return any(len(terms & one.terms) >= SHARED for one in row.members)
