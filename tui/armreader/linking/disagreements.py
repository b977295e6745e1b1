"""Disagreements: where the sources of one event cannot all be right.

Three kinds: days that have nothing in common, counts of one thing that have nothing in common, and
a fact against its denial. What is only less precise (``2020`` beside a day, ``dozens`` beside 34,
``at least ten`` beside 14) contradicts nothing, and a source that gives both sides takes none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, takewhile
from typing import NamedTuple, Protocol

from armreader.language import entries
from armreader.language.event_classes import family
from armreader.linking.counts import Count, counts_in
from armreader.linking.terms import terms_of
from armreader.records import (
    Article,
    Disagreement,
    DisagreementKind,
    Event,
    EventMention,
    Passage,
    Reason,
    Side,
    Span,
    TimeExpression,
)
from armreader.records.dates import DateRange
from armreader.records.ids import content_id

_SHARED, _OVERLAP = 3, 0.6
"""Terms, and their share of the shorter clause, that a fact and its denial have in common."""
_COUNTED = frozenset(("death", "harm", "disaster", "accident", "crime", "fire", "law", "protest"))
_BESIDE = 40
"""Characters between a count and its trigger."""
_MENTIONS = 60
"""Mentions of one event that are compared."""


class Looked(Protocol):
    """Events that were looked at, and the disagreements that were found in them."""

    @property
    def events(self) -> Sequence[Event]: ...
    @property
    def disagreements(self) -> Sequence[Disagreement]: ...


def find_disagreements(
    articles: Sequence[Article],
    times: Sequence[TimeExpression],
    events: Sequence[Event],
    before: Looked | None = None,
) -> tuple[Disagreement, ...]:
    """Where the sources of one event cannot all be right, in the order of the events.

    Events that are as they were ``before`` keep what was found in them.
    """
    same = {id(event) for event in before.events} if before else set()
    kept: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for one in before.disagreements if before else ():
        kept[one.about].append(one)
    all_same = all(id(event) in same for event in events)
    reports = {} if all_same else _reports(articles, times, events)
    found: list[Disagreement] = []
    for event in events:
        if id(event) in same:
            found += kept.get(event.id, ())
        elif len(event.articles) > 1:
            found += _of_event(event, reports)
    return tuple(found)


def _reports(
    articles: Sequence[Article], times: Sequence[TimeExpression], events: Sequence[Event]
) -> Mapping[str, _Report]:
    """The articles by their ids."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for time in times:
        spans[time.article].append(time.span)
    triggers: defaultdict[str, list[Span]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            triggers[mention.article].append(mention.trigger)
    return {
        one.id: _Report(one.text, spans.get(one.id, ()), sorted(triggers.get(one.id, ())))
        for one in articles
    }


class _Report(NamedTuple):
    """An article, and where its times and the triggers of its mentions stand."""

    text: str
    times: Sequence[Span]
    triggers: Sequence[Span]
    """In order."""


def _of_event(event: Event, reports: Mapping[str, _Report]) -> Iterator[Disagreement]:
    mentions = event.mentions[:_MENTIONS]
    kinds: tuple[tuple[DisagreementKind, list[Side]], ...] = (
        ("day", _days(mentions)),
        ("number", _numbers(mentions, reports)),
        ("denial", _denials(mentions, reports)),
    )
    for kind, sides in kinds:
        if sides:
            passages = tuple(Passage(side.article, *side.span) for side in sides)
            yield Disagreement(
                content_id("d", event.id, kind),
                event.id,
                kind,
                tuple(sides),
                Reason(f"disagreement-{kind}", passages),
            )


def _days(mentions: Sequence[EventMention]) -> list[Side]:
    """One side for each day that an article gives, where some two articles share no day."""
    given: defaultdict[str, list[tuple[DateRange, EventMention]]] = defaultdict(list)
    for mention in mentions:
        if mention.time and mention.range and mention.status == "asserted":
            given[mention.article].append((mention.range, mention))
    clashing = {
        article
        for one, other in combinations(given, 2)
        if not any(a.overlaps(b) for a, _ in given[one] for b, _ in given[other])
        for article in (one, other)
    }
    sides = []
    for article in given:
        if article in clashing:
            range_, mention = min(given[article], key=lambda one: one[0].days or 100_000)
            sides.append(Side(article, mention.span, range_.edtf))
    return sides


def _numbers(mentions: Sequence[EventMention], reports: Mapping[str, _Report]) -> list[Side]:
    """One side for each article with a count that another article's count of the same excludes.

    Only the tolls of what harms or takes are compared, those of the dead with those of the dead,
    and only a count beside its trigger and no other's: other numbers in a clause rarely count one
    thing in two sources.
    """
    by_thing: defaultdict[tuple[str, str], dict[str, list[Count]]] = defaultdict(dict)
    for mention in mentions:
        kind, report = family(mention.event_class), reports[mention.article]
        if mention.status != "asserted" or kind not in _COUNTED:
            continue
        for count in counts_in(report.text, mention.span):
            if count.high > 1 and _is_beside(count.span, mention, report):
                found = by_thing[kind, count.thing].setdefault(mention.article, [])
                if all((one.low, one.high) != (count.low, count.high) for one in found):
                    found.append(count)
    for thing in sorted(by_thing):
        counts = {
            article: found[0] for article, found in by_thing[thing].items() if len(found) == 1
        }
        for one, other in combinations(counts.values(), 2):
            if one.excludes(other):
                return [
                    Side(article, count.span, count.text)
                    for article, count in counts.items()
                    if count.excludes(one) or count.excludes(other)
                ]
    return []


def _is_beside(count: Span, mention: EventMention, report: _Report) -> bool:
    """Whether a number that is no date stands beside a mention, and nearer to no other."""
    if any(time.start < count.end and count.start < time.end for time in report.times):
        return False
    low = bisect_left(report.triggers, Span(count.start - 2 * _BESIDE, 0))
    after = takewhile(
        lambda other: other.start <= count.end + _BESIDE, islice(report.triggers, low, None)
    )
    near = [_gap(count, other) for other in after]
    return _gap(count, mention.trigger) <= min([_BESIDE, *near])


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _denials(mentions: Sequence[EventMention], reports: Mapping[str, _Report]) -> list[Side]:
    """The fact and its denial, each in a source that has only that side."""
    told = [one for one in mentions if one.status == "asserted" and not _negative(one, reports)]
    denied = [one for one in mentions if one.status == "denied" and _negative(one, reports)]
    tellers, deniers = {one.article for one in told}, {one.article for one in denied}
    for no in denied:
        for yes in told:
            if no.article in tellers or yes.article in deniers or no.lemma != yes.lemma:
                continue
            first, second = _words(no, reports), _words(yes, reports)
            common = len(first & second)
            if common >= _SHARED and common >= _OVERLAP * min(len(first), len(second)):
                return [Side(yes.article, yes.span, "yes"), Side(no.article, no.span, "no")]
    return []


def _negative(mention: EventMention, reports: Mapping[str, _Report]) -> bool:
    """Whether a word of denial stands in the clause, whatever it bears on."""
    clause = reports[mention.article].text[mention.span.start : mention.span.end].lower()
    return any(
        word in entries("negations") or word.endswith(("n't", "n’t", "’t", "'t"))
        for word in clause.replace(",", " ").split()
    )


def _words(mention: EventMention, reports: Mapping[str, _Report]) -> set[str]:
    trigger = mention.trigger
    terms = terms_of(reports[mention.article].text).within(mention.span)
    return {
        term
        for start, term in zip(terms.starts, terms.terms, strict=True)
        if not trigger.start <= start < trigger.end
    }
