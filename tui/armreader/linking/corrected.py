"""The user's corrections, in place of what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from armreader.linking.events.group import narrowed
from armreader.records import (
    Actor,
    Article,
    Correction,
    DateEvidence,
    Event,
    EventMention,
    Publication,
    Quote,
    Reason,
    Span,
    Speaker,
    WordingGroup,
)
from armreader.records.dates import DateRange
from armreader.records.ids import content_id

GIVEN = Reason("corrected")
"""The reason of a record that the user corrected."""


def with_date(article: Article, corrections: Sequence[Correction]) -> Article:
    """The article with the date that the user gave it, if any."""
    days = [one.value for one in corrections if (one.kind, one.subject) == ("date", article.id)]
    return replace(article, publication=_given(days[-1], article.publication)) if days else article


def _given(edtf: str, found: Publication) -> Publication:
    """The date that the user gave, and the one that was found where it is different."""
    range_ = DateRange.from_edtf(edtf)
    clash = range_ and found.range and not range_.overlaps(found.range)
    others = (DateEvidence(found.range, found.reason),) if clash and found.range else ()
    return Publication(range_, "given", GIVEN, others=(*others, *found.others))


def correct_sources(
    articles: Sequence[Article], corrections: Sequence[Correction]
) -> tuple[Article, ...]:
    """The articles with the sources that the user gave."""
    sources = {one.subject: one.value for one in corrections if one.kind == "source"}
    return tuple(
        replace(one, source=sources[one.id]) if one.id in sources else one for one in articles
    )


def named_speakers(
    actors: Sequence[Actor], corrections: Sequence[Correction]
) -> tuple[Mapping[str, str], tuple[Actor, ...]]:
    """The actor that the user named as speaker, by quote, and the actors with any new ones."""
    speakers = {one.subject: one.value for one in corrections if one.kind == "speaker"}
    if not speakers:
        return {}, tuple(actors)
    known = {actor.name.casefold(): actor for actor in reversed(actors)}
    for name in speakers.values():
        if name.casefold() not in known:
            known[name.casefold()] = Actor(content_id("ac", name), name, "person", ())
            actors = [*actors, known[name.casefold()]]
    return {quote: known[name.casefold()].id for quote, name in speakers.items()}, tuple(actors)


def with_speakers(quotes: Sequence[Quote], named: Mapping[str, str]) -> tuple[Quote, ...]:
    """The quotes, with the speakers that were named for some of them."""
    return tuple(
        replace(one, speaker=Speaker(_place_of_speaker(one), named[one.id]), reason=GIVEN)
        if one.id in named
        else one
        for one in quotes
    )


def _place_of_speaker(quote: Quote) -> Span:
    return quote.speaker.span if quote.speaker else quote.cue or quote.span


def correct_events(events: Sequence[Event], corrections: Sequence[Correction]) -> tuple[Event, ...]:
    """The events joined and split as the user said; the order is kept."""
    wanted = [one for one in corrections if one.kind in ("join", "split")]
    if not wanted:
        return tuple(events)
    by_number = dict(enumerate(events))
    place = {
        mention_key(mention): n for n, event in by_number.items() for mention in event.mentions
    }
    for one in wanted:
        first, second = place.get(one.subject), place.get(one.value)
        if one.kind == "split" and first is not None and len(by_number[first].mentions) > 1:
            new = max(by_number) + 1
            by_number[first], by_number[new] = _split(by_number[first], one.subject)
            place[one.subject] = new
        elif one.kind == "join" and first is not None and second is not None and first != second:
            by_number[first] = _joined(by_number[first], by_number.pop(second))
            place.update((mention_key(mention), first) for mention in by_number[first].mentions)
    return tuple(by_number.values())


def mention_key(mention: EventMention) -> str:
    """How a correction names a mention."""
    return f"{mention.article}@{mention.trigger.start}"


def _split(event: Event, key: str) -> tuple[Event, Event]:
    """The event without a mention, and that mention as an event of its own."""
    rest = tuple(one for one in event.mentions if mention_key(one) != key)
    alone = next(one for one in event.mentions if mention_key(one) == key)
    alone = replace(alone, reason=GIVEN)
    own = alone.range if alone.time else None
    first = event.mentions[0]
    ident = content_id("e", alone.article, alone.trigger.start, alone.lemma)
    kept = replace(event, mentions=rest)
    if mention_key(first) == key:
        kept = replace(
            kept, id=content_id("e", rest[0].article, rest[0].trigger.start, rest[0].lemma)
        )
    return kept, replace(event, id=ident, mentions=(alone,), range=own, reason=GIVEN)


def _joined(one: Event, other: Event) -> Event:
    """The first event with the other's mentions; its label stays, and its days may narrow."""
    range_ = narrowed(one.range, other.range) if other.range else one.range
    added = tuple(replace(mention, reason=GIVEN) for mention in other.mentions)
    return replace(one, mentions=one.mentions + added, range=range_, reason=GIVEN, prominent=True)


def correct_wordings(
    quotes: Sequence[Quote], groups: Sequence[WordingGroup], corrections: Sequence[Correction]
) -> tuple[tuple[Quote, ...], tuple[WordingGroup, ...]]:
    """The wording groups with the quotes joined or separated as the user said."""
    wanted = [one for one in corrections if one.kind in ("same", "different")]
    known = {quote.id for quote in quotes}
    wanted = [one for one in wanted if {one.subject, one.value} <= known]
    if not wanted:
        return tuple(quotes), tuple(groups)
    order = {quote.id: number for number, quote in enumerate(quotes)}
    members = {group.id: list(group.quotes) for group in groups}
    reasons = {group.id: group.reason for group in groups}
    of = {quote: group.id for group in groups for quote in group.quotes}
    for one in wanted:
        if one.kind == "different":
            if of.get(one.subject) == of.get(one.value) is not None:
                members[of.pop(one.value)].remove(one.value)
            continue
        target = of.get(one.subject) or of.get(one.value) or content_id("w", one.subject)
        for quote in (one.subject, one.value):
            old = of.get(quote)
            moved = members.pop(old) if old and old != target else [quote]
            kept = members.setdefault(target, [])
            kept.extend(each for each in moved if each not in kept)
            of.update(dict.fromkeys(moved, target))
        reasons[target] = GIVEN
    found = tuple(
        WordingGroup(ident, tuple(sorted(quotes_, key=order.__getitem__)), reasons[ident])
        for ident, quotes_ in members.items()
        if len(quotes_) > 1
    )
    final = {quote: group.id for group in found for quote in group.quotes}
    return tuple(replace(quote, wording_group=final.get(quote.id)) for quote in quotes), found
