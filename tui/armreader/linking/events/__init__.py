"""Events across sources: the mentions of all articles put together where they tell of one event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from armreader.dates import DateRange
from armreader.ids import content_id
from armreader.linking.events.grouping import Group, group_tellings, narrowed
from armreader.linking.events.labels import Labeller
from armreader.linking.events.telling import Telling, tellings
from armreader.records import Actor, Annotations, Event, EventMention, Passage, Reason
from armreader.words import entries
from armreader.words.event_classes import event_words, family

_UNREMARKABLE = frozenset(("say", "phase", "move"))
"""Families that a timeline lists only where several sources tell of one event."""


def link_events(
    annotated: Sequence[Annotations], actors: Sequence[Actor], stories: Mapping[str, int]
) -> tuple[Event, ...]:
    """The events of the dossier, each with all its mentions, ordered by date and first mention.

    The articles must be dated and their times resolved; ``stories`` are those of ``group_stories``.
    """
    found = [telling for one in annotated for telling in tellings(one, stories[one.article.id])]
    label = Labeller(annotated, actors)
    events = [_event(group, label) for group in group_tellings(found)]
    order = {one.article.id: number for number, one in enumerate(annotated)}

    def key(event: Event) -> tuple[object, ...]:
        first = event.mentions[0]
        place = (order[first.article], first.trigger.start)
        return (event.range is None, event.range.sort_key if event.range else (), place)

    return tuple(_once_each(sorted(events, key=key)))


def _event(group: Group, label: Labeller) -> Event:
    first = group.members[0].mention
    range_ = _range(group)
    mentions = tuple(
        _linked(telling, rule, to, range_)
        for telling, (rule, to) in zip(group.members, group.reasons, strict=True)
    )
    sources = len(group.articles)
    rules = [rule for rule, _ in group.reasons if rule != "event-first-told"]
    rule = rules[0] if sources > 1 else "event-one-source"
    passages = tuple(Passage(one.article, *one.trigger) for one in mentions[:_EVIDENCE])
    own_date = any(one.about for one in group.members)
    return Event(
        content_id("e", first.article, first.trigger.start, first.lemma),
        label.of(group.members),
        range_,
        mentions,
        Reason(rule, passages),
        _remarkable(group, sources, own_date),
    )


_WHOLE = 32
"""Days within which a publication must be known to date an event by it."""
_EVIDENCE = 4
"""Mentions quoted as the reason of an event."""


def _remarkable(group: Group, sources: int, own_date: bool) -> bool:
    """Whether a timeline lists an event at first: with a date or a second source, and no mere talk.

    What was said is listed where several sources tell of it and one gives its day; a thing that
    lasts, a treaty or an office, is no event by itself.
    """
    name = group.primary
    light = event_words().verbs.get(group.members[0].mention.lemma) == "light"
    things = entries("events_things")
    if "." not in name or light or all(one.mention.lemma in things for one in group.members):
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


def _range(group: Group) -> DateRange | None:
    """The days of an event: what its dated tellings leave, else about when its news appeared."""
    for dated in (
        [one.range for one in group.members if one.range],
        [one.about for one in group.members if one.about],
    ):
        range_: DateRange | None = None
        for other in sorted(dated, key=lambda one: (one.days or 100_000, one.sort_key)):
            range_ = narrowed(range_, other)
        if range_:
            return range_
    news = [
        one.published
        for one in group.members
        if one.lead and one.real and one.published and (one.published.days or _WHOLE) < _WHOLE
    ]
    if not news:
        return None
    first = min(news, key=lambda one: one.sort_key)
    return replace(first, approximate=True)


def _linked(
    telling: Telling, rule: str, to: Telling | None, range_: DateRange | None
) -> EventMention:
    """The mention as the dossier keeps it: with its days, and why it belongs to its event."""
    mention = telling.mention
    own = telling.range or range_
    if to is None:
        return replace(mention, range=own) if own else mention
    evidence = (
        Passage(mention.article, *mention.trigger),
        Passage(to.mention.article, *to.mention.trigger),
    )
    return replace(mention, range=own, reason=Reason(rule, evidence))
