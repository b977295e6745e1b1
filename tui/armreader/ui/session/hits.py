"""What a query found as a list: titles, events, quotes, people, then sentences; each has a place.

Imports no textual.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from armreader.records.spans import Passage, Span, overlap
from armreader.story.dossier import Dossier
from armreader.story.listed_events import each_once
from armreader.story.selection import Selection, SelectionKind

if TYPE_CHECKING:
    from armreader.search.find import SearchResult
    from armreader.ui.session.state import Found

Facet = Literal["titles", "events", "quotes", "people", "text"]
FACETS: tuple[Facet, ...] = get_args(Facet)
"""In the order in which they are listed."""
MOST = 200
"""Hits of a facet that are listed; of titles and sentences twice as many."""
_MOST_SENTENCES = 2 * MOST
_FACET_OF: dict[SelectionKind, Facet] = {"event": "events", "quote": "quotes", "actor": "people"}


class ListedHit(NamedTuple):
    """One thing that a query found."""

    facet: Facet
    why: str
    """How the words matched, in plain words."""
    selection: Selection | None = None
    """The record that it is; None for a title or a sentence."""
    at: Passage | None = None
    """The title or the sentence."""


def listed_hits(dossier: Dossier, result: SearchResult) -> tuple[ListedHit, ...]:
    """What was found by facets, in each the best first."""
    hits: dict[Facet, list[ListedHit]] = {facet: [] for facet in FACETS}
    listed = _listed_events(dossier, result)
    for hit in result.hits:
        facet = _FACET_OF.get(hit.kind)
        if facet and len(hits[facet]) < MOST and not (hit.kind == "event" and hit.id not in listed):
            hits[facet].append(ListedHit(facet, hit.why, Selection(hit.kind, hit.id)))
    titles: dict[str, list[Span]] = {}
    for passage, why in result.sentences[:_MOST_SENTENCES]:
        if passage.article not in titles:
            sections = dossier.article_by_id[passage.article].sections
            titles[passage.article] = [one.span for one in sections if one.kind == "title"]
        span = Span(passage.start, passage.end)
        in_title = any(overlap(span, title) for title in titles[passage.article])
        facet = "titles" if in_title else "text"
        hits[facet].append(ListedHit(facet, why, at=passage))
    for hit in result.hits:
        if hit.kind == "article" and hit.sentence is None and hit.at:
            hits["text"].append(ListedHit("text", hit.why, at=hit.at))
    return tuple(hit for facet in FACETS for hit in hits[facet])


def _listed_events(dossier: Dossier, result: SearchResult) -> frozenset[str]:
    """The ids of the events found that have a row."""
    found = (dossier.event_by_id[key] for key in result.ids("event"))
    events = each_once(one for one in found if not _only_nearby(dossier, result, one.id))
    return frozenset(event.id for event in events)


def _only_nearby(dossier: Dossier, result: SearchResult, event: str) -> bool:
    """Whether the words are not in an event's label: its sentences are listed then."""
    return bool(result.query.terms) and not result.lit(dossier.event_by_id[event].label)


def place_of(dossier: Dossier, found: Found, hit: ListedHit) -> Passage | None:
    """Where to go for a hit: the first place of its record with the words."""
    if hit.at or hit.selection is None:
        return hit.at
    places = _places(dossier, hit.selection)
    if found.articles is not None:
        places = [one for one in places if one.article in found.articles] or places
    texts = dossier.article_by_id
    lit = (one for one in places if found.lit(texts[one.article].text, one.start, one.end))
    place = next(lit, None) or next(iter(places), None)
    return _stop_at(found.stops, place, dossier) if place else None


def selected_by(hit: ListedHit, place: Passage) -> Selection:
    """What is selected once a hit is gone to: its record, else the article."""
    return hit.selection or Selection("article", place.article)


def _places(dossier: Dossier, selection: Selection) -> Sequence[Passage]:
    match selection.kind:
        case "event":
            mentions = dossier.event_by_id[selection.id].mentions
            return [Passage(one.article, *one.span) for one in mentions]
        case "quote":
            quote = dossier.quote_by_id[selection.id]
            return [Passage(quote.article, *quote.span)]
        case "actor":
            spellings = dossier.actor_by_id[selection.id].spellings
            return [Passage(one.article, *one.span) for one in spellings]
    return []


def _stop_at(stops: Sequence[Passage], place: Passage, dossier: Dossier) -> Passage:
    """The hit of the text that a place is in, so that the next is found from there."""
    number = dossier.place_by_day

    def order(one: Passage) -> tuple[int, int]:
        return number[one.article], one.end

    at = bisect_left(stops, (number[place.article], place.start + 1), key=order)
    stop = stops[at] if at < len(stops) else place
    return stop if stop.article == place.article and stop.start < place.end else place


def counts(hits: Sequence[ListedHit], beyond: int = 0) -> Iterator[tuple[Facet, int]]:
    """How many of each facet there are, without the empty ones; ``beyond``: sentences unlisted."""
    for facet in FACETS:
        count = sum(hit.facet == facet for hit in hits) + (beyond if facet == "text" else 0)
        if count:
            yield facet, count
