"""Which events and quotes of a dossier are chosen: the same choice for every list and export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from armreader.story.listed_events import SHARED_BY, Listed, Listing, listed_events
from armreader.story.ordered_quotes import said_by

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from armreader.records import Event, Quote
    from armreader.records.dates import DateRange
    from armreader.story.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; a part that is not given excludes nothing."""

    listed: Listed = "all"
    min_sources: int = 1
    """The fewest sources that report an event, or give an utterance."""
    first: date | None = None
    last: date | None = None
    """The days between which a thing may have happened, or been said; undated things are left
    out."""
    source: str = ""
    """Part of the name of a source that has it, in upper or lower case."""
    speaker: str = ""
    """Part of the name of the speaker; only quotes have one."""
    kept: frozenset[str] | None = None
    """Ids of what the user has kept; None where that does not matter."""
    top: int | None = None
    """At most this many events: those that most sources have."""


class Chosen(NamedTuple):
    """Events and quotes in the order of their dossier, and whether they are all of them."""

    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    whole: bool


def everything(dossier: Dossier) -> Chosen:
    """All events and quotes."""
    return Chosen(dossier.events, dossier.quotes, whole=True)


def chosen(dossier: Dossier, choice: Choice) -> Chosen:
    """The events and quotes that a choice leaves in, in the order of the dossier."""
    if choice == Choice():
        return everything(dossier)
    quotes = chosen_quotes(dossier, choice, dossier.quotes)
    return Chosen(chosen_events(dossier, choice), quotes, whole=False)


def chosen_events(dossier: Dossier, choice: Choice) -> tuple[Event, ...]:
    """The events that a choice leaves in, in the order of the dossier.

    Where a speaker is asked for, those in whose mentions the speaker is quoted.
    """
    least = max(choice.min_sources, SHARED_BY) if choice.listed == "shared" else 1
    kept = choice.kept
    # What the user has kept is asked for by name: whether it is of the main line is not asked.
    listing = Listing(
        "all" if kept is not None and choice.listed == "main" else choice.listed, least
    )
    found = [
        event
        for event in listed_events(dossier, listing)
        if (kept is None or event.id in kept)
        and len(event.articles) >= choice.min_sources
        and between(event.range, choice)
        and _from_source(dossier, event.articles, choice)
    ]
    if choice.speaker:
        found = [event for event in found if _quotes_speaker(dossier, event, choice.speaker)]
    if choice.top is not None and len(found) > choice.top:
        first = sorted(found, key=lambda one: -len(dossier.independent_sources(one)))
        best = {event.id for event in first[: choice.top]}
        found = [event for event in found if event.id in best]
    return tuple(found)


def chosen_quotes(dossier: Dossier, choice: Choice, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes of those given that a choice leaves in, in the order given.

    Main quotes are a named speaker's own words, shared ones utterances in two or more sources,
    disputed ones those that sources give differently.
    """
    least = max(choice.min_sources, SHARED_BY if choice.listed == "shared" else 1)
    return tuple(
        quote
        for quote in quotes
        if (choice.kept is None or quote.id in choice.kept)
        and (least == 1 or len(_sources_of(dossier, quote)) >= least)
        and (
            choice.listed != "disputed"
            or (quote.wording_group or "") in dossier.disagreements_about
        )
        and (choice.listed != "main" or (quote.kind == "direct" and quote.speaker is not None))
        and between(said_by(dossier, quote), choice)
        and _from_source(dossier, (quote.article,), choice)
        and _said_by(dossier, quote, choice.speaker)
    )


def in_any_case(part: str, names: Iterable[str]) -> bool:
    """Whether one of the names contains a part, in upper or lower case."""
    return not part or any(part.casefold() in name.casefold() for name in names)


def between(range_: DateRange | None, choice: Choice) -> bool:
    """Whether some day of a range lies between the days asked for."""
    if choice.first is None and choice.last is None:
        return True
    if range_ is None or range_.ancient or not (range_.earliest or range_.latest):
        return False
    starts_in_time = (
        choice.last is None or range_.earliest is None or range_.earliest <= choice.last
    )
    ends_in_time = choice.first is None or range_.latest is None or range_.latest >= choice.first
    return starts_in_time and ends_in_time


def _from_source(dossier: Dossier, articles: Iterable[str], choice: Choice) -> bool:
    known = (dossier.article_by_id[article] for article in articles)
    return in_any_case(choice.source, (one.source or one.title or one.file for one in known))


def _said_by(dossier: Dossier, quote: Quote, speaker: str) -> bool:
    from armreader.story.phrases import speaker_name

    return in_any_case(speaker, (speaker_name(dossier, quote),))


def _quotes_speaker(dossier: Dossier, event: Event, speaker: str) -> bool:
    """Whether a mention of an event is in the sentence of a quote by the speaker."""
    return any(
        quote.span.start < mention.span.end
        and mention.span.start < quote.span.end
        and _said_by(dossier, quote, speaker)
        for mention in event.mentions
        for quote in dossier.quotes_by_article.get(mention.article, ())
    )


def _sources_of(dossier: Dossier, quote: Quote) -> frozenset[str]:
    """The articles that give the utterance of a quote, in these or other words."""
    group = dossier.wording_by_id.get(quote.wording_group or "")
    others = (dossier.quote_by_id[one].article for one in group.quotes) if group else ()
    return frozenset((quote.article, *others))
