"""Events across sources: the mentions of all articles put together where they tell of one event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from armreader.dates import DateRange
from armreader.ids import content_id
from armreader.linking.events.grouping import Group, group_tellings, narrowed
from armreader.linking.events.labels import Labeller
from armreader.linking.events.telling import Telling, all_tellings
from armreader.records import Actor, Annotations, Event, EventMention, Passage, Reason
from armreader.sharing import shared_reason
from armreader.words.event_classes import event_words, family

_UNREMARKABLE = frozenset(("say", "phase", "move"))
"""Families that a timeline lists only where several sources tell of one event."""


def link_events(
    annotated: Sequence[Annotations],
    actors: Sequence[Actor],
    ids: Mapping[str, Mapping[str, str]],
    stories: Mapping[str, int],
) -> tuple[Event, ...]:
    """The events of the dossier, each with all its mentions, ordered by date and first mention.

    The articles must be dated and their times resolved; ``ids`` are for each article its local ids
    of actors to those of the dossier, ``stories`` are those of ``group_stories``.
    """
    groups = group_tellings(list(all_tellings(annotated, stories)))
    label = Labeller(annotated, actors, ids)
    groups.reverse()
    events = []
    while groups:  # what a group holds is free once its event is made
        events.append(_event(groups.pop(), label, ids))
    order = {one.article.id: number for number, one in enumerate(annotated)}

    def key(event: Event) -> tuple[object, ...]:
        first = event.mentions[0]
        place = (order[first.article], first.trigger.start)
        return (event.range is None, event.range.sort_key if event.range else (), place)

    return tuple(_once_each(sorted(events, key=key)))


def _event(group: Group, label: Labeller, ids: Mapping[str, Mapping[str, str]]) -> Event:
    members = group.in_order()
    tellings = [telling for telling, _ in members]
    first = tellings[0].mention
    range_ = _range(tellings)
    first_told = Passage(group.first.mention.article, *group.first.mention.trigger)
    mentions = tuple(
        _linked(
            telling,
            ids[telling.mention.article],
            range_,
            () if telling is group.first else (rule, first_told),
        )
        for telling, rule in members
    )
    sources = len({one.article for one in mentions})
    rules = [rule for _, rule in members if rule != "event-first-told"]
    rule = rules[0] if sources > 1 else "event-one-source"
    passages = tuple(Passage(one.article, *one.trigger) for one in mentions[:_EVIDENCE])
    own_date = any(one.about for one in tellings)
    return Event(
        content_id("e", first.article, first.trigger.start, first.lemma),
        label.of(tellings),
        range_,
        mentions,
        Reason(rule, passages),
        _remarkable(group.first.classes[0], first.lemma, sources, own_date),
    )


_WHOLE = 32
"""Days within which a publication must be known to date an event by it."""
_EVIDENCE = 4
"""Mentions quoted as the reason of an event."""


def _remarkable(name: str, lemma: str, sources: int, own_date: bool) -> bool:
    """Whether a timeline lists an event at first: with a date or a second source, and no mere talk.

    What was said is listed where several sources tell of it and one gives its day.
    """
    light = event_words().verbs.get(lemma) == "light"
    if "." not in name or light:
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


def _linked(
    telling: Telling,
    ids: Mapping[str, str],
    range_: DateRange | None,
    joined: tuple[str, Passage] | tuple[()],
) -> EventMention:
    """The mention as the dossier keeps it: with its days, and why it belongs to its event."""
    mention, own = telling.mention, telling.range or range_
    actors = tuple(dict.fromkeys(ids.get(actor, actor) for actor in mention.actors))
    if joined:
        rule, first = joined
        reason = shared_reason(rule)
        return replace(mention, range=own, actors=actors, reason=reason, first_told=first)
    return replace(mention, range=own, actors=actors)
