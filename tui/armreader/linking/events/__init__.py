"""Events across sources: the mentions of all articles put together where they tell of one event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from armreader.language import entries
from armreader.language.event_classes import event_words, family
from armreader.linking.events.group import narrowed
from armreader.linking.events.grouping import RULES, group_tellings
from armreader.linking.events.labels import Labeller
from armreader.linking.events.telling import Telling, Tellings
from armreader.linking.terms import terms_of
from armreader.records import Actor, Annotations, Event, EventMention, Passage, Reason
from armreader.records.dates import DateRange
from armreader.records.ids import content_id
from armreader.records.interning import shared_reason

_UNREMARKABLE = frozenset(("say", "phase", "move"))
"""Families that a timeline lists only where several sources tell of one event."""


def link_events(
    tellings: Tellings,
    annotated: Sequence[Annotations],
    actors: Sequence[Actor],
    ids: Mapping[str, Mapping[str, str]],
) -> tuple[Event, ...]:
    """The events of the dossier, each with all its mentions, ordered by date and first mention.

    The articles must be dated and their times resolved; ``ids`` are for each article its local ids
    of actors to those of the dossier. The tellings are used up.
    """
    grouped = group_tellings(tellings)
    terms_of.cache_clear()  # nothing that follows asks for the terms of all articles
    make = _EventMaker(tellings, Labeller(annotated, actors, ids), ids)
    events = [make.event(first, members) for first, members in grouped.members()]
    order = {one.article.id: number for number, one in enumerate(annotated)}

    def key(event: Event) -> tuple[object, ...]:
        first = event.mentions[0]
        place = (order[first.article], first.trigger.start)
        return (event.range is None, event.range.sort_key if event.range else (), place)

    return tuple(_once_each(sorted(events, key=key)))


class _EventMaker:
    """Makes events of groups, with the ids of the dossier for the actors of their mentions."""

    def __init__(
        self, tellings: Tellings, labels: Labeller, ids: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._tellings = tellings
        self._labels = labels
        self._ids = ids
        self._actors: dict[tuple[str, ...], tuple[str, ...]] = {}

    def event(self, first_told: int, members: Sequence[tuple[int, str]]) -> Event:
        """The event of a group: the number of its first telling, and of all with their rules."""
        started = self._tellings[first_told]
        tellings = [(self._tellings.take(number), rule) for number, rule in members]
        told = [telling for telling, _ in tellings]
        first, range_ = told[0].mention, _range(told)
        opening = started.mention
        opened = Passage(opening.article, *opening.trigger)
        mentions = tuple(
            self._mention(telling, range_, opening.reason, None)
            if telling.mention is opening
            else self._mention(telling, range_, shared_reason(rule), opened)
            for telling, rule in tellings
        )
        sources = len({one.article for one in mentions})
        rules = [rule for _, rule in tellings if rule != RULES[0]]
        rule = rules[0] if sources > 1 else "event-one-source"
        own_date = any(one.about for one in told)
        return Event(
            content_id("e", first.article, first.trigger.start, first.lemma),
            self._labels.of(told),
            range_,
            mentions,
            shared_reason(rule),
            _remarkable(started.classes[0], told, sources, own_date),
        )

    def _mention(
        self, telling: Telling, range_: DateRange | None, reason: Reason, first_told: Passage | None
    ) -> EventMention:
        """The mention as the dossier keeps it: with its days and the dossier's actors."""
        mention, ids = telling.mention, self._ids[telling.mention.article]
        actors = tuple(dict.fromkeys(ids.get(actor, actor) for actor in mention.actors))
        return replace(
            mention,
            range=telling.range or range_,
            actors=self._actors.setdefault(actors, actors),
            reason=reason,
            first_told=first_told,
        )


_WHOLE = 32
"""Days within which a publication must be known to date an event by it."""


def _remarkable(name: str, tellings: Sequence[Telling], sources: int, own_date: bool) -> bool:
    """Whether a timeline lists an event at first: with a date or a second source, and no mere talk.

    What was said is listed where several sources tell of it and one gives its day; a thing that
    lasts, a treaty or an office, is no event by itself.
    """
    light = event_words().verbs.get(tellings[0].mention.lemma) == "light"
    things = entries("events_things")
    if "." not in name or light or all(one.mention.lemma in things for one in tellings):
        return False
    if family(name) in _UNREMARKABLE:
        return family(name) == "say" and sources > 1 and own_date
    return sources > 1 or own_date


def _once_each(events: Sequence[Event]) -> Iterator[Event]:
    """The events, of those with one label only the best attested prominent."""
    best: dict[str, Event] = {}
    for event in events:
        old = best.get(event.label)
        if event.prominent and (old is None or len(event.articles) > len(old.articles)):
            best[event.label] = event
    for event in events:
        shown = event.prominent and best[event.label] is event
        yield event if shown == event.prominent else replace(event, prominent=False)


def _range(tellings: Sequence[Telling]) -> DateRange | None:
    """The days of an event: what its dated tellings leave, else about when its news appeared."""
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
