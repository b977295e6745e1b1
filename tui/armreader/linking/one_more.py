"""Adding one article to a linked dossier, at the cost of linking the few that are most like it.

Those neighbours and the new article are linked by themselves, and what comes out is grafted on: the
new article's mentions, quotes and people join the events, wordings and actors that its neighbours'
already belong to. What was linked before only grows; reopening the dossier links everything again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import log

from armreader.linking.contested import contested_before
from armreader.linking.disagreements import find_disagreements
from armreader.linking.link import link
from armreader.linking.quantities.differences import differences
from armreader.linking.quantities.grafting import grafted_quantities
from armreader.records import (
    Actor,
    Annotations,
    Article,
    Event,
    Quote,
    Span,
    WordingGroup,
)
from armreader.records.collecting import no_collecting
from armreader.records.linked import Linked

NEIGHBOURS = 24
"""Articles that the new one is linked with."""


def link_one_more(
    linked: Linked, new: Annotations, annotations_of: Callable[[Article], Annotations]
) -> Linked:
    """The linked dossier with one more article at its end.

    ``annotations_of`` gives what extraction finds in an article of ``linked``; it is called for a
    few.
    """
    with no_collecting():
        return _grafted(linked, new, annotations_of)


def _grafted(
    linked: Linked, new: Annotations, annotations_of: Callable[[Article], Annotations]
) -> Linked:
    neighbours = [
        replace(annotations_of(article), article=article) for article in _neighbours(linked, new)
    ]
    local = link([*neighbours, new])
    article = local.articles[-1]
    actors, names = _actors(linked.actors, local.actors, article.id)
    quotes, wordings = _wordings(linked, local, names, article.id)
    events = _events(linked.events, local.events, names, article.id)
    quantities = grafted_quantities(linked.quantities, local.quantities, names, article.id)
    articles = (*linked.articles, article)
    times = (*linked.times, *(time for time in local.times if time.article == article.id))
    return Linked(
        articles=articles,
        sentences={**linked.sentences, article.id: new.sentences},
        times=times,
        quotes=quotes,
        actors=actors,
        events=events,
        wordings=wordings,
        disagreements=(
            *find_disagreements(articles, events, before=linked),
            *differences(quantities, articles),
            *contested_before(linked.disagreements),
            *(
                one
                for one in contested_before(local.disagreements)
                if one.sides[-1].article == article.id
            ),
        ),
        quantities=quantities,
    )


def _neighbours(linked: Linked, new: Annotations) -> list[Article]:
    """The articles that share the most names with the new one; rare names count more."""
    names = {spelling.text.casefold() for actor in new.actors for spelling in actor.spellings}
    articles = linked.articles
    order = {article.id: number for number, article in enumerate(articles)}
    alike: defaultdict[int, float] = defaultdict(float)
    for actor in linked.actors:
        if any(spelling.text.casefold() in names for spelling in actor.spellings):
            holders = {order[spelling.article] for spelling in actor.spellings}
            for number in holders:
                alike[number] += log((len(articles) + 1) / len(holders))
    best = sorted(alike, key=lambda number: (-alike[number], number))[:NEIGHBOURS]
    return [articles[number] for number in sorted(best)]


def _actors(
    known: Sequence[Actor], local: Sequence[Actor], article: str
) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """All actors, those of the new article joined in, and the dossier's ids for local ids."""
    at = {
        (spelling.article, spelling.span): number
        for number, actor in enumerate(known)
        for spelling in actor.spellings
    }
    taken = {actor.id for actor in known}
    actors = list(known)
    names: dict[str, str] = {}
    for actor in local:
        same = [
            at[place]
            for spelling in actor.spellings
            if (place := (spelling.article, spelling.span)) in at
        ]
        own = tuple(one for one in actor.spellings if one.article == article)
        if same:
            names[actor.id] = actors[same[0]].id
            if own:
                old = actors[same[0]]
                actors[same[0]] = replace(old, spellings=(*old.spellings, *own))
        elif own:
            ident = actor.id if actor.id not in taken else f"{actor.id}-{article}"
            names[actor.id] = ident
            actors.append(replace(actor, id=ident, spellings=own))
    return tuple(actors), names


def _wordings(
    linked: Linked, local: Linked, names: Mapping[str, str], article: str
) -> tuple[tuple[Quote, ...], tuple[WordingGroup, ...]]:
    """All quotes and wording groups, the new quotes in the groups that they match."""
    groups = {group.id: group for group in linked.wordings}
    of = {quote: group.id for group in linked.wordings for quote in group.quotes}
    new = [_renamed(quote, names) for quote in local.quotes if quote.article == article]
    own = {quote.id for quote in new}
    for group in local.wordings:
        added = tuple(quote for quote in group.quotes if quote in own)
        if not added:
            continue
        target = next((of[quote] for quote in group.quotes if quote in of), group.id)
        old = groups.get(target)
        rest = old.quotes if old else tuple(q for q in group.quotes if q not in own)
        groups[target] = replace(old or group, id=target, quotes=(*rest, *added))
        of.update(dict.fromkeys((*rest, *added), target))
    quotes = tuple(
        quote
        if quote.wording_group == of.get(quote.id)
        else replace(quote, wording_group=of[quote.id])
        for quote in linked.quotes
    )
    new = [replace(quote, wording_group=of.get(quote.id)) for quote in new]
    return (*quotes, *new), tuple(groups.values())


def _renamed(quote: Quote, names: Mapping[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is None or speaker.actor is None:
        return quote
    return replace(quote, speaker=replace(speaker, actor=names.get(speaker.actor, speaker.actor)))


def _events(
    known: Sequence[Event], local: Sequence[Event], names: Mapping[str, str], article: str
) -> tuple[Event, ...]:
    """All events, with the new mentions in the events of their neighbours."""
    place: dict[tuple[str, Span], int] = {
        (mention.article, mention.trigger): number
        for number, event in enumerate(known)
        for mention in event.mentions
    }
    events = list(known)
    for event in local:
        own = tuple(
            replace(one, actors=tuple(names.get(actor, actor) for actor in one.actors))
            for one in event.mentions
            if one.article == article
        )
        if not own:
            continue
        same = [
            place[key] for one in event.mentions if (key := (one.article, one.trigger)) in place
        ]
        if same:
            old = events[same[0]]
            events[same[0]] = replace(
                old, mentions=(*old.mentions, *own), range=old.range or event.range, prominent=True
            )
        else:
            events.append(replace(event, mentions=own))
    order: dict[str, int] = {}
    for number, one in enumerate(known):
        order[one.id] = number
    events.sort(
        key=lambda event: (
            event.range is None,
            event.range.sort_key if event.range else (),
            order.get(event.id, len(order)),
        )
    )
    return tuple(events)
