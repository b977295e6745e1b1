"""Statements: when a quote was said, and which events a statement reports."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from armreader.dates import DateRange
from armreader.dossier import Dossier
from armreader.records import Event, EventMention, Passage, Quote, Span, TimeExpression
from armreader.words.event_classes import family

_OPENING = 2
"""Words before a time that opens its sentence, fewer than this: a preposition."""
_GOES_ON = 8
"""Quotes through which an occasion is followed back."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Said:
    """The days on which words were said, and the passage that gives them."""

    range: DateRange
    passage: Passage
    rule: str
    """A rule of ``words/reasons/statements.txt``."""


def said(dossier: Dossier, quote: Quote) -> Said | None:
    """When a quote was said: as its sentence tells, the occasion before it, or another wording.

    The day on which an article appeared is no such day: it only says that it was no later.
    """
    told = _told(dossier, quote) or _gone_on(dossier, quote)
    if told:
        return told
    group = dossier.wording_by_id.get(quote.wording_group or "")
    others = [dossier.quote_by_id[ident] for ident in (group.quotes if group else ())]
    for other in sorted(others, key=lambda one: one.article != quote.article):
        told = _told(dossier, other)
        if told:
            return Said(told.range, told.passage, "said-other-wording")
    return None


def reported_by(dossier: Dossier, statement: Event) -> frozenset[str]:
    """The ids of what a statement reports: events told in its words, and their wording groups."""
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


def _told(dossier: Dossier, quote: Quote) -> Said | None:
    """What the sentence of a quote says of when: beside the verb, else of the occasion."""
    if quote.cue is None:
        return None
    around = _around(dossier, quote)
    for rule, dates in (("said-beside-verb", _dates_verb), ("said-occasion", _is_occasion)):
        for _, mention in _mentions_within(dossier, quote.article, around):
            time = _time_of(dossier, quote, mention)
            if time and time.range and dates(dossier, quote, mention, time.span):
                return Said(time.range, Passage(quote.article, *time.span), rule)
    return None


def _time_of(dossier: Dossier, quote: Quote, mention: EventMention) -> TimeExpression | None:
    """The expression that dates a mention, where neither stands in the words of the quote."""
    if mention.time is None or _in_fragments(quote, mention.time):
        return None
    if _in_fragments(quote, mention.trigger):
        return None
    times = dossier.times_by_article.get(quote.article, ())
    return next((time for time in times if time.span == mention.time), None)


def _dates_verb(dossier: Dossier, quote: Quote, mention: EventMention, time: Span) -> bool:
    """Whether a time stands in the clause of the verb of saying, or opens its sentence."""
    if quote.cue is None or not _overlap(mention.trigger, quote.cue):
        return False
    start = dossier.sentences_around(quote.article, quote.cue).start
    opening = dossier.article_by_id[quote.article].text[start : time.start].split()
    return _overlap(mention.span, time) or len(opening) < _OPENING


def _is_occasion(_: Dossier, quote: Quote, mention: EventMention, __: Span) -> bool:
    """Whether a mention names an occasion of saying, an interview or an address."""
    return family(mention.event_class) == "say" and not (
        quote.cue and _overlap(mention.trigger, quote.cue)
    )


def _gone_on(dossier: Dossier, quote: Quote) -> Said | None:
    """The occasion of quotes in the sentences before, where their speaker goes on."""
    quotes = dossier.quotes_by_article.get(quote.article, ())
    place = quotes.index(quote)
    for before in reversed(quotes[max(0, place - _GOES_ON) : place]):
        if not _goes_on(dossier, before, quote):
            return None
        told = _told(dossier, before)
        if told:
            occasion = told.rule == "said-occasion"
            return Said(told.range, told.passage, "said-goes-on") if occasion else None
        quote = before
    return None


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
        and _overlap(time.span, around)
        and not _in_fragments(quote, time.span)
        for time in dossier.times_by_article.get(quote.article, ())
    )


def _tells(mention: EventMention, quote: Quote) -> bool:
    """Whether a mention is the telling of a quote: its clause holds the cue, not the words."""
    return (
        quote.cue is not None
        and _overlap(mention.span, quote.cue)
        and not _in_fragments(quote, mention.trigger)
    )


def _in_fragments(quote: Quote, span: Span) -> bool:
    return any(_overlap(fragment, span) for fragment in quote.fragments or (quote.span,))


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


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
