"""Statements: when a quote was said, and which events a statement reports."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from armreader.language.event_classes import family
from armreader.records import Event, EventMention, Passage, Quote, Span, TimeExpression
from armreader.records.dates import DateRange
from armreader.records.spans import overlap

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier

_OPENING = 2
"""A time opens its sentence if fewer words than this come before it: a preposition."""
_BOUNDS = frozenset(("since", "until", "before", "after"))
"""Words that open a sentence at a time which bounds what follows, and does not date it."""
_WORD = re.compile(r"\w")
_HANDLE = re.compile(r" ?\(@\w{1,30}\),? ?")
"""What is between the name and the day in the signature of an embedded post."""


@dataclass(frozen=True, slots=True)
class Said:
    """The days on which words were said, and the passage that gives them."""

    range: DateRange
    passage: Passage
    rule: str
    """A rule of ``language/en/reasons/statements.txt``."""


def said(dossier: Dossier, quote: Quote) -> Said | None:
    """When a quote was said: as its sentence tells, the occasion before it, or another wording.

    The day on which an article appeared is no such day: it only says that it was no later.
    """
    known = dossier.said_in(quote.article).get(quote.id)
    if known:
        return known
    group = dossier.wording_by_id.get(quote.wording_group or "")
    others = [dossier.quote_by_id[ident] for ident in (group.quotes if group else ())]
    for other in sorted(others, key=lambda one: one.article != quote.article):
        known = dossier.said_in(other.article).get(other.id)
        if known and known.rule != "said-goes-on":
            return Said(known.range, known.passage, "said-other-wording")
    return None


def said_in(dossier: Dossier, article: str) -> Mapping[str, Said]:
    """What an article itself says about when its quotes were said, by their ids."""
    times = {time.span: time for time in dossier.times_by_article.get(article, ())}
    found: dict[str, Said] = {}
    before: Quote | None = None
    occasion: Said | None = None
    for quote in dossier.quotes_by_article.get(article, ()):
        when = _said_here(dossier, quote, times)
        if when:
            occasion = when if when.rule == "said-occasion" else None
        elif occasion and before and _goes_on(dossier, before, quote):
            when = Said(occasion.range, occasion.passage, "said-goes-on")
        else:
            occasion = None
        if when:
            found[quote.id] = when
        before = quote
    return found


def reported_by(dossier: Dossier, statement: Event) -> frozenset[str]:
    """The ids of what a statement reports: the events in its words and their wording groups."""
    found: set[str] = set()
    for mention in statement.mentions:
        for quote in dossier.quotes_by_article.get(mention.article, ()):
            if quote.cue and _tells(mention, quote):
                if quote.wording_group:
                    found.add(quote.wording_group)
                found.update(
                    event.id
                    for event, inner in _mentions_within(dossier, quote.article, quote.span)
                    if _in_fragments(quote, inner.trigger)
                )
    return frozenset(found - {statement.id})


def _said_here(dossier: Dossier, quote: Quote, times: Mapping[Span, TimeExpression]) -> Said | None:
    """What the sentence of a quote says of when: beside the verb, else of the occasion."""
    if quote.cue is None:
        return _signed(dossier, quote, times)
    around = _around(dossier, quote)
    dated = [
        (mention, time)
        for _, mention in _mentions_within(dossier, quote.article, around)
        if (time := _time_of(quote, mention, times)) and time.range
    ]
    for rule, dates in (("said-beside-verb", _dates_verb), ("said-occasion", _is_occasion)):
        for mention, time in dated:
            if time.range and dates(dossier, quote, mention, time.span):
                return Said(time.range, Passage(quote.article, *time.span), rule)
    return None


def _signed(dossier: Dossier, quote: Quote, times: Mapping[Span, TimeExpression]) -> Said | None:
    """The day in the signature of a post, right behind the name and the handle."""
    if quote.reason.rule != "quote-signed" or quote.speaker is None:
        return None
    name = quote.speaker.span
    handle = _HANDLE.match(dossier.article_by_id[quote.article].text, name.end)
    at = handle.end() if handle else -1
    day = next((time for span, time in times.items() if span.start == at and time.range), None)
    if day is None or day.range is None:
        return None
    return Said(day.range, Passage(quote.article, *day.span), "said-signed")


def _time_of(
    quote: Quote, mention: EventMention, times: Mapping[Span, TimeExpression]
) -> TimeExpression | None:
    """The expression that dates a mention, where neither is in the words of the quote."""
    if mention.time is None or _in_fragments(quote, mention.time):
        return None
    return None if _in_fragments(quote, mention.trigger) else times.get(mention.time)


def _dates_verb(dossier: Dossier, quote: Quote, mention: EventMention, time: Span) -> bool:
    """Whether a time is in the clause of the verb of saying, or opens its sentence."""
    if quote.cue is None or not overlap(mention.trigger, quote.cue):
        return False
    start = dossier.sentences_around(quote.article, quote.cue).start
    opening = dossier.article_by_id[quote.article].text[start : time.start].lower().split()
    if opening and opening[0] in _BOUNDS:
        return False
    return overlap(mention.span, time) or len(opening) < _OPENING


def _is_occasion(_: Dossier, quote: Quote, mention: EventMention, __: Span) -> bool:
    """Whether a mention names an occasion of saying, an interview or an address."""
    return family(mention.event_class) == "say" and not (
        quote.cue and overlap(mention.trigger, quote.cue)
    )


def _goes_on(dossier: Dossier, before: Quote, quote: Quote) -> bool:
    """Whether the speaker of one quote says another in the next sentence, at no other time."""
    if before.speaker is None or quote.speaker is None or quote.speaker.actor is None:
        return False
    begin, end = _around(dossier, before).end, _around(dossier, quote).start
    return (
        before.speaker.actor == quote.speaker.actor
        and not _WORD.search(dossier.article_by_id[quote.article].text, begin, end)
        and not _dated_otherwise(dossier, quote)
    )


def _dated_otherwise(dossier: Dossier, quote: Quote) -> bool:
    """Whether the sentence of a quote has a date outside its words."""
    around = _around(dossier, quote)
    return any(
        time.type in ("DATE", "TIME")
        and overlap(time.span, around)
        and not _in_fragments(quote, time.span)
        for time in dossier.times_by_article.get(quote.article, ())
    )


def _tells(mention: EventMention, quote: Quote) -> bool:
    """Whether a mention reports the saying of a quote: its clause has the cue, not the words."""
    return (
        quote.cue is not None
        and overlap(mention.span, quote.cue)
        and not _in_fragments(quote, mention.trigger)
    )


def _in_fragments(quote: Quote, span: Span) -> bool:
    return any(overlap(fragment, span) for fragment in quote.fragments or (quote.span,))


def _mentions_within(
    dossier: Dossier, article: str, span: Span
) -> Iterator[tuple[Event, EventMention]]:
    """The mentions of an article whose triggers lie in a stretch of it."""
    mentions = dossier.mentions_by_article.get(article, ())
    first = bisect_left(mentions, span.start, key=lambda one: one[1].trigger.start)
    for event, mention in mentions[first:]:
        if mention.trigger.start >= span.end:
            return
        yield event, mention


def _around(dossier: Dossier, quote: Quote) -> Span:
    """The sentences of the cue and the words, as one stretch."""
    stretch = quote.span
    if quote.cue:
        stretch = Span(min(stretch.start, quote.cue.start), max(stretch.end, quote.cue.end))
    return dossier.sentences_around(quote.article, stretch)
