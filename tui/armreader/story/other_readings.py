"""What else could be meant: other readings than the one that a rule chose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from armreader.language import mapping
from armreader.records import (
    Actor,
    Event,
    EventMention,
    Passage,
    Publication,
    Quote,
    TimeExpression,
)
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier
from armreader.story.shown_dates import full_date

_MOST = 2
"""How many other readings are given for an event or a speaker."""
_BEFORE = 1200
"""Characters before a quote in which other possible speakers are looked for."""
_OPEN_SPEAKERS = ("speaker-pronoun", "speaker-office", "speaker-shared")
_DIRECTIONS = {
    "time-latest-before": ("time-later",),
    "time-next-after": ("time-earlier",),
    "time-nearest": ("time-earlier", "time-later"),
}
"""By the rule that completed a date, which of the dates beside it could be meant."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What else could be meant, in words, and a passage that would support it."""

    words: str
    passage: Passage | None = None


def of_rule(rule: str) -> Iterator[Reading]:
    """What the rule itself leaves open."""
    words = mapping("other_readings").get(rule)
    if words:
        yield Reading(words)


def of_time(time: TimeExpression) -> Iterator[Reading]:
    """The dates next to the one chosen, where only the clause tells which is meant."""
    rule = time.reason.rule
    for side in _DIRECTIONS.get(rule, ()):
        range_ = _beside(time, -1 if side == "time-earlier" else 1)
        if range_:
            yield Reading(f"{mapping('other_readings')[side]} {range_.edtf}")
    yield from of_rule(rule)


def of_publication(publication: Publication) -> Iterator[Reading]:
    """What other evidence gives that clashes with the date."""
    for other in publication.others:
        passage = next(iter(other.reason.passages), None)
        words = f"{mapping('other_readings')['publication-other']} {other.range.edtf}."
        yield Reading(words, passage)
    if not publication.grounds:
        yield from of_rule(publication.reason.rule)


def of_speaker(dossier: Dossier, quote: Quote) -> Iterator[Reading]:
    """Who else was named shortly before, where the text names nobody next to the words."""
    speaker = quote.speaker
    if speaker is None or speaker.reason is None or speaker.reason.rule not in _OPEN_SPEAKERS:
        return
    chosen = dossier.actor_by_id.get(speaker.actor or "")
    yield from islice(_named_before(dossier, quote, chosen), _MOST)


def of_mention(dossier: Dossier, event: Event, mention: EventMention) -> Iterator[Reading]:
    """The events of the same kind, with an actor in common, that the mention could be about."""
    same = dossier.events_by_class.get(mention.event_class, ())
    near = (
        other
        for other in same
        if other.id != event.id
        and any(set(one.actors) & set(mention.actors) for one in other.mentions)
        and not _clash(mention.range, other.range)
    )
    for other in islice(near, _MOST):
        first = other.mentions[0]
        claim = f"{mapping('other_readings')['event']} “{other.label}” ({full_date(other.range)})."
        yield Reading(claim, Passage(first.article, *first.trigger))
    yield from of_rule(mention.reason.rule)


def _named_before(dossier: Dossier, quote: Quote, chosen: Actor | None) -> Iterator[Reading]:
    """Persons of the gender of the one chosen, those named last before the quote first."""
    if chosen is None:
        return
    found = []
    for actor in dossier.actors:
        if actor.kind != "person" or actor.id == chosen.id or _other_gender(actor, chosen):
            continue
        spans = [
            spelling.span
            for spelling in actor.spellings
            if spelling.article == quote.article
            and quote.span.start - _BEFORE < spelling.span.start < quote.span.start
        ]
        if spans:
            found.append((max(spans), actor))
    words = mapping("other_readings")["speaker"]
    for span, actor in sorted(found, key=lambda one: one[0], reverse=True):
        yield Reading(f"{words} {actor.name}.", Passage(quote.article, *span))


def _other_gender(one: Actor, other: Actor) -> bool:
    known = {one.gender, other.gender} - {"unknown"}
    return len(known) > 1


def _clash(one: DateRange | None, other: DateRange | None) -> bool:
    return one is not None and other is not None and not one.overlaps(other)


def _beside(time: TimeExpression, step: int) -> DateRange | None:
    """The date a week away for a weekday, a year away for what only lacks its year."""
    range_, value = time.range, time.form.value
    if range_ is None or range_.earliest is None or range_.latest is None:
        return None
    if value.startswith("XXXX-WXX-"):
        week = timedelta(weeks=step)
        return DateRange(range_.earliest + week, range_.latest + week, range_.approximate)
    if not value.startswith("XXXX-"):
        return None
    year = range_.earliest.year + step
    if range_.precision == "month":
        return DateRange.month(year, range_.earliest.month, approximate=range_.approximate)
    first = _in_year(range_.earliest, year)
    last = _in_year(range_.latest, range_.latest.year + step)
    return DateRange(first, last, range_.approximate) if first and last else None


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # the 29th of February
        return None
