"""Events across sources: the mentions of all articles, grouped where they report one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from sys import intern

from armreader.language.event_classes import classes_of
from armreader.linking.events.also_reported import also_reported
from armreader.linking.events.group import narrowed
from armreader.linking.events.grouping import RULES, Grouped, group_tellings
from armreader.linking.events.labels import Labeller
from armreader.linking.events.telling import Numbers, Telling, Tellings
from armreader.linking.main_events import Candidate, Candidates, MainEvent, Naming, main_events
from armreader.records import Annotations, Event, EventMention, Passage, Reason
from armreader.records.dates import DateRange
from armreader.records.ids import content_id
from armreader.records.interning import shared_reason
from armreader.records.steps import reached


def link_events(
    tellings: Tellings,
    annotated: Sequence[Annotations],
    naming: Naming,
    ids: Mapping[str, Mapping[str, str]],
    stories: Mapping[str, int],
) -> tuple[Event, ...]:
    """The events of the dossier, each with all its mentions, ordered by date and first mention.

    The articles must be dated and their times resolved; ``ids`` gives, for each article, the
    dossier's id for each local actor.
    """
    grouped = group_tellings(tellings)
    reached(0.72, 0.86)  # of all linking
    numbers = tellings.numbers()
    found = Candidates(
        annotated,
        ids,
        stories,
        lambda *place: _group(grouped, numbers.of(*place)),
        naming.persons,
    )
    rows = main_events(found, naming)
    reached(0.86, 1)
    also = also_reported(rows, grouped, numbers, tellings)
    make = _EventMaker(tellings, Labeller(naming, found.labels), ids)
    taken = _taken(rows, also, numbers)
    events = [make.main_event(row, numbers, also.get(place, {})) for place, row in enumerate(rows)]
    del rows, found, also  # free what only the rows needed
    for _, members in grouped.members():
        if left := [one for one in members if one[0] not in taken]:
            events.append(make.event(left))
    _sort(events, {one.article.id: number for number, one in enumerate(annotated)})
    return tuple(events)


def _taken(
    rows: Iterable[MainEvent], also: Mapping[int, Iterable[int]], numbers: Numbers
) -> set[int]:
    """The numbers of the tellings that are mentions of a row."""
    taken = set(chain.from_iterable(also.values()))
    for row in rows:
        for one in (*row.members, *row.also):
            number = numbers.of(one.article, one.proposition.trigger.start)
            if number is not None:
                taken.add(number)
    return taken


def _sort(events: list[Event], order: Mapping[str, int]) -> None:
    """By date, then by the place of the first mention; in two turns, with small keys."""

    def place(event: Event) -> int:
        first = event.mentions[0]
        return order[first.article] << 32 | first.trigger.start

    events.sort(key=place)
    events.sort(key=lambda event: _order(event.range))


@lru_cache(10_000)
def _order(range_: DateRange | None) -> tuple[bool, tuple[int, int]]:
    return range_ is None, range_.sort_key if range_ else (0, 0)


def _group(grouped: Grouped, number: int | None) -> int | None:
    return None if number is None else grouped.groups[number]


class _EventMaker:
    """Makes events of groups, with the ids of the dossier for the actors of their mentions."""

    def __init__(
        self, tellings: Tellings, labels: Labeller, ids: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._tellings = tellings
        self._labels = labels
        self._ids = ids
        self._actors: dict[tuple[str, ...], tuple[str, ...]] = {}

    def event(self, members: Sequence[tuple[int, str]]) -> Event:
        """The event of a group: the numbers of its tellings, each with its rule."""
        tellings = [(self._tellings[number], rule) for number, rule in members]
        ordered = [telling for telling, _ in tellings]
        first, range_ = ordered[0], _range(ordered)
        opened = Passage(first.article, *first.trigger)
        mentions = tuple(
            self._mention(telling, range_, first.kind.reason, None)
            if telling is first
            else self._mention(telling, range_, shared_reason(rule), opened)
            for telling, rule in tellings
        )
        sources = len({one.article for one in mentions})
        rules = [rule for _, rule in tellings if rule != RULES[0]]
        rule = rules[0] if sources > 1 else "event-one-source"
        return Event(
            content_id("e", first.article, first.trigger.start, first.lemma),
            intern(self._labels.of(ordered)),
            range_,
            mentions,
            shared_reason(rule),
            prominent=False,
        )

    def main_event(
        self,
        row: MainEvent,
        numbers: Numbers,
        others: Mapping[int, str],
    ) -> Event:
        """The event of a row of the chronology: its tellings in order, then further mentions, of
        which ``others`` gives the numbers and rules.
        """
        tellings = sorted((*row.members, *row.also), key=lambda one: one.number)
        first = tellings[0]
        opened = Passage(first.article, *first.proposition.trigger)
        mentions = tuple(
            self._row_mention(one, row, numbers, None if one is first else opened)
            for one in tellings
        )
        mentions += tuple(
            self._mention(
                self._tellings[number],
                row.range,
                shared_reason(rule),
                opened,
            )
            for number, rule in others.items()
        )
        together = len({one.article for one in tellings}) > 1
        rule = "event-same-roles" if together else next(iter(others.values()), "event-one-source")
        lemma = first.proposition.lemmas[0]
        return Event(
            content_id("m", first.article, first.proposition.trigger.start, lemma),
            row.label,
            row.range,
            mentions,
            shared_reason(rule),
            prominent=True,
        )

    def _row_mention(
        self,
        one: Candidate,
        row: MainEvent,
        numbers: Numbers,
        opened: Passage | None,
    ) -> EventMention:
        proposition, number = (
            one.proposition,
            numbers.of(one.article, one.proposition.trigger.start),
        )
        if number is not None:
            known = self._tellings[number]
            actors = self._of_dossier(one.article, known.actors)
        else:
            known, actors = None, ((one.actor,) if one.actor else ())
        return EventMention(
            one.article,
            proposition.span if known is None else known.span,
            proposition.trigger if known is None else known.trigger,
            classes_of(proposition.lemmas[0])[0] if known is None else known.kind.event_class,
            proposition.status,
            actors,
            known.time
            if known and (proposition.inherited or not proposition.time)
            else proposition.time,
            one.range or row.range,
            shared_reason("event-same-roles" if opened else "event-verb"),
            intern(proposition.lemmas[0]),
            proposition.cue,
            opened,
        )

    def _of_dossier(self, article: str, actors: Sequence[str]) -> tuple[str, ...]:
        """The dossier's ids for actors of an article: one tuple for all that are equal."""
        if not actors:
            return ()
        ids = self._ids[article]
        found = tuple(dict.fromkeys([ids.get(actor, actor) for actor in actors]))
        return self._actors.setdefault(found, found)

    def _mention(
        self, telling: Telling, range_: DateRange | None, reason: Reason, joined_to: Passage | None
    ) -> EventMention:
        """The mention as the dossier keeps it: with its days and the dossier's actors."""
        kind = telling.kind
        # Written out, because there are many: ``replace`` takes three times as long.
        return EventMention(
            telling.article,
            telling.span,
            telling.trigger,
            kind.event_class,
            kind.status,
            self._of_dossier(telling.article, telling.actors),
            telling.time,
            telling.range or range_,
            reason,
            kind.lemma,
            telling.cue,
            joined_to,
        )


_WHOLE = 32
"""A publication must be known to within so many days to date an event."""


def _range(tellings: Sequence[Telling]) -> DateRange | None:
    """The days of an event: what its dated tellings allow, else about when its news appeared."""
    for dated in (
        [one.range for one in tellings if one.range],
        [one.about for one in tellings if one.about],
    ):
        range_: DateRange | None = None
        for other in sorted(dated, key=lambda one: (one.days or 100_000, one.sort_key)):
            range_ = narrowed(range_, other)
        if range_:
            return range_
    news = [
        one.report.published
        for one in tellings
        if one.lead
        and one.real
        and one.report.published
        and (one.report.published.days or _WHOLE) < _WHOLE
    ]
    if not news:
        return None
    first = min(news, key=lambda one: one.sort_key)
    return replace(first, approximate=True)
