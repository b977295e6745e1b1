"""Where else a row of the chronology is reported: single mentions that are one event with it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from armreader.language.event_classes import event_words
from armreader.linking.events.compared_rows import HALF, ComparedRow, common_terms
from armreader.linking.events.grouping import RULES, Grouped
from armreader.linking.events.retellings import retold
from armreader.linking.events.telling import Numbers, Telling, Tellings
from armreader.linking.main_events import Candidate, MainEvent

SHARED = 2
"""The fewest terms that a mention shares with a telling of a row; a bare "the explosion" none."""
SURE = 3
"""The same where none of its group is in a row."""
_DEFINITE = re.compile(r"\b[Tt]he(?: [^\W\d_]+){0,2} $")
"""What is before an event that was named before: "the", "the deadly", "the rig"."""
_BEFORE = 40
"""Characters before a mention in which that may be."""
_ByClass = Mapping[tuple[int, str], Sequence[int]]
"""By story and class of events, the places of rows."""


def also_reported(
    rows: Sequence[MainEvent],
    grouped: Grouped,
    numbers: Numbers,
    tellings: Tellings,
) -> dict[int, dict[int, str]]:
    """For each row, by its place, the further tellings of the same event, each with its rule.

    ``numbers`` finds the telling of an article whose trigger starts at an offset.
    """
    groups = grouped.groups
    known = _Known(rows, groups, numbers, tellings)
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    common = common_terms(rows)
    compared = [ComparedRow(row, common) for row in rows]
    of_class = _by_class(rows)
    likely = {
        group: sorted(places, key=lambda place: (-places[place], place))
        for group, places in known.owners.items()
    }
    for telling in tellings:
        number, group = telling.number, groups[telling.number]
        if number in known.taken:
            continue
        meant = known.meant_by(telling)
        named = known.named.get(group)
        bare = named if meant is None and not telling.actors else meant
        first = likely.get(group, ()) if meant is None else (meant, *likely.get(group, ()))
        places = dict.fromkeys((*first, *_alike(telling, of_class)))
        if not places:
            continue
        best = _best(telling, places, compared, bare, named, SHARED if first else SURE)
        if best is None or (first and best not in first):
            continue  # none, or another row of its class: then it is grouped wrongly
        if telling.article not in compared[best].articles:
            rule = RULES[grouped.rules[number]]
            found[best][number] = "event-same-words" if rule == RULES[0] else rule
    taken = known.taken.union(chain.from_iterable(found.values()))
    for place, telling in retold(rows, compared, known.owners_of, taken, tellings):
        reported = {tellings[number].article for number in found[place]}
        if telling.article not in reported:
            found[place][telling.number] = "event-retold"
    return found


class _Known:
    """Which tellings are in rows already, and which rows the groups and nouns are of."""

    def __init__(
        self,
        rows: Sequence[MainEvent],
        groups: Sequence[int],
        numbers: Numbers,
        tellings: Tellings,
    ) -> None:
        self._groups = groups
        self.taken: set[int] = set()
        """The numbers of the tellings that are mentions of a row, or within one."""
        self.owners: defaultdict[int, Counter[int]] = defaultdict(Counter)
        """By group, how many of its tellings are in each row."""
        self.named: dict[int, int] = {}
        """By group, the row that names its event with a noun."""
        self.by_noun: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
        """By story and noun, the rows that name their event with it."""
        reported: defaultdict[int, set[str]] = defaultdict(set)
        """By group, the classes of its tellings that rows are made of."""
        for place, one in _placed(rows):
            for number in _itself(one, numbers, tellings):
                reported[groups[number]].update(tellings[number].classes)
                self.taken.add(number)
                self.owners[groups[number]][place] += 1
                if one.proposition.form == "nominal":
                    self.named[groups[number]] = place
        for place, one in _placed(rows):
            for number in _named(one, numbers, tellings):
                group = groups[number]
                others = not reported[group].isdisjoint(tellings[number].classes)
                if others and place not in self.owners[group]:
                    continue  # "won in the primaries", where another row is of the primaries
                self.taken.add(number)
                self.owners[group][place] += 1
                self.named[group] = place
                self.by_noun[rows[place].members[0].story, tellings[number].lemma].add(place)

    def owners_of(self, telling: Telling) -> Container[int]:
        """The rows in which tellings of its group are."""
        return self.owners.get(self._groups[telling.number], ())

    def meant_by(self, telling: Telling) -> int | None:
        """The one row of its story that names its event with the noun of a telling."""
        only = self.by_noun.get((telling.report.story, telling.lemma), ())
        return next(iter(only)) if len(only) == 1 else None


def _placed(rows: Sequence[MainEvent]) -> Iterator[tuple[int, Candidate]]:
    """The tellings of all rows, each with the place of its row."""
    for place, row in enumerate(rows):
        for one in (*row.members, *row.also):
            yield place, one


def _refers_back(telling: Telling) -> bool:
    """Whether a mention means an event that was named before: "after the rig blast"."""
    text, start = telling.report.text, telling.trigger.start
    return _DEFINITE.search(text[max(0, start - _BEFORE) : start]) is not None


def _best(
    telling: Telling,
    places: Iterable[int],
    rows: Sequence[ComparedRow],
    bare: int | None,
    named: int | None,
    least: float,
) -> int | None:
    """The row that shares the most terms with a mention, the latest of those before its news.

    ``bare`` is the row of which a mention with other words can be: "the explosion" needs none of
    its words, "a rig that exploded" one; of ``named`` those of its whole sentence count.
    """
    terms, alone = set(telling.terms()), 0.0 if _refers_back(telling) else HALF
    fitting = []
    for order, place in enumerate(places):
        shared = rows[place].shared(telling, terms)
        if shared is not None and shared < SHARED and place == named:
            shared = rows[place].shared(telling, {*telling.around()})
        if shared is not None and shared >= (alone if place == bare else least):
            fitting.append((-shared, rows[place].days_before(telling), order, place))
    return min(fitting)[-1] if fitting else None


def _alike(telling: Telling, of_class: _ByClass) -> Iterator[int]:
    """The rows of its story that say that something of the same class was done."""
    for name in telling.classes:
        yield from of_class.get((telling.report.story, name), ())


def _by_class(rows: Sequence[MainEvent]) -> _ByClass:
    """The places of the rows that say what was done, by their story and the classes of their verbs:
    a mention of one war may be grouped with another war.
    """
    places: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        done = [one.deed.kinds for one in row.members if one.proposition.form == "event"]
        for name in frozenset[str]().union(*done):
            places[row.members[0].story, name].append(place)
    return places


def _itself(one: Candidate, numbers: Numbers, tellings: Tellings) -> Iterator[int]:
    """The telling that is a proposition, and for a noun the one before it: "primary contests"."""
    start = one.proposition.trigger.start
    number = numbers.of(one.article, start)
    if number is None:
        return
    yield number
    before = number - 1
    if one.proposition.form == "nominal" and before >= 0:
        telling = tellings[before]
        if telling.article == one.article and telling.trigger.end == start - 1:
            yield before


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
