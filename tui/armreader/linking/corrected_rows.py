"""Rows that the user hid, renamed or dated, and text that they marked as furniture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from armreader.linking.corrected import GIVEN, mention_key
from armreader.records import Article, Correction, Event, Quote, Section, Span, WordingGroup
from armreader.records.dates import DateRange

_Passages = Mapping[str, Sequence[Span]]
"""By article id."""


def furniture_of(articles: Sequence[Article], corrections: Sequence[Correction]) -> _Passages:
    """Where text that the user marked as furniture is: wherever an article has the same words."""
    known = {article.id: article for article in articles}
    found: dict[str, list[Span]] = {}
    for one in corrections:
        ident, _, start = one.subject.partition("@")
        if one.kind != "furniture" or ident not in known:
            continue
        span = Span(int(start), min(int(one.value), len(known[ident].text)))
        words = known[ident].text[span.start : span.end].strip()
        for article in articles if words else ():
            at = article.text.find(words)
            while at >= 0:
                found.setdefault(article.id, []).append(Span(at, at + len(words)))
                at = article.text.find(words, at + len(words))
    return found


def with_furniture(articles: Sequence[Article], passages: _Passages) -> tuple[Article, ...]:
    """The articles, with sections of furniture wherever the user marked some."""
    return tuple(
        replace(
            one,
            sections=(*one.sections, *(Section("furniture", span) for span in passages[one.id])),
        )
        if one.id in passages
        else one
        for one in articles
    )


def correct_rows(
    events: Sequence[Event], corrections: Sequence[Correction], furniture: _Passages
) -> tuple[Event, ...]:
    """The events without the hidden ones, named and dated as the user says, in order of time."""
    labels = {one.subject: one.value for one in corrections if one.kind == "call"}
    days = {one.subject: one.value for one in corrections if one.kind == "when"}
    hidden = {
        place
        for one in corrections
        if one.kind == "hide"
        for place in (one.subject, *one.value.split())
    }
    if not (labels or days or hidden or furniture):
        return tuple(events)
    left: list[Event] = []
    dated: list[Event] = []
    for event in events:
        kept = tuple(
            one
            for one in event.mentions
            if mention_key(one) not in hidden and not _inside(furniture, one.article, one.trigger)
        )
        # What a source adds to a hidden event is hidden with it.
        if len(kept) <= len(event.mentions) // 2:
            continue
        changed = replace(event, mentions=kept) if len(kept) < len(event.mentions) else event
        keys = [mention_key(one) for one in kept]
        label = next((labels[key] for key in keys if key in labels), "")
        if label:
            changed = replace(changed, label=label, reason=GIVEN, prominent=True)
        day = next((days[key] for key in keys if key in days), "")
        if day:
            range_ = DateRange.from_edtf(day)
            dated.append(replace(changed, range=range_, reason=GIVEN, prominent=True))
        else:
            left.append(changed)
    for event in dated:
        left.insert(_place(left, event), event)
    return tuple(left)


def _place(events: Sequence[Event], new: Event) -> int:
    """Where an event belongs in a list that is in order of time."""
    first = new.range.earliest if new.range else None
    for number, event in enumerate(events):
        start = event.range.earliest if event.range else None
        if first and start and start > first:
            return number
    return len(events)


def without_hidden_quotes(
    quotes: Sequence[Quote],
    groups: Sequence[WordingGroup],
    corrections: Sequence[Correction],
    furniture: _Passages,
) -> tuple[tuple[Quote, ...], tuple[WordingGroup, ...]]:
    """The quotes and their wording groups, without what the user hid or marked as furniture."""
    hidden = {one.subject for one in corrections if one.kind == "hide"}
    gone = {
        quote.id
        for quote in quotes
        if quote.id in hidden or _inside(furniture, quote.article, quote.span)
    }
    if not gone:
        return tuple(quotes), tuple(groups)
    left = [replace(one, quotes=tuple(q for q in one.quotes if q not in gone)) for one in groups]
    found = tuple(one for one in left if len(one.quotes) > 1)
    grouped = {quote for group in found for quote in group.quotes}
    return tuple(
        quote if quote.id in grouped else replace(quote, wording_group=None)
        for quote in quotes
        if quote.id not in gone
    ), found


def _inside(passages: _Passages, article: str, span: Span) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in passages.get(article, ()))
