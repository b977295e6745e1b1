"""Which events the timeline and the coverage list: the main ones, all, or those in question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from armreader.records.spans import Span, overlap
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.records import Event, EventMention

Listed = Literal["main", "all", "shared", "disputed"]
LISTED: tuple[Listed, ...] = get_args(Listed)
"""In the order in which the key steps through them."""
SHARED_BY = 2
"""The fewest sources that a shared event has."""


class Listing(NamedTuple):
    """Which events to list; of the shared ones, those with at least this many sources."""

    listed: Listed = "main"
    sources: int = SHARED_BY

    def next(self) -> Listing:
        """The listing that comes after this one."""
        place = LISTED.index(self.listed) + 1
        return Listing(LISTED[place % len(LISTED)])

    @property
    def words(self) -> str:
        """The listing in words: ``events with 3 sources or more``."""
        match self.listed:
            case "shared":
                return f"events with {self.sources} sources or more"
            case "disputed":
                return "disputed events"
            case _:
                return f"{self.listed} events"


MAIN_EVENTS = Listing()


def listed_events(dossier: Dossier, listing: Listing) -> tuple[Event, ...]:
    """The events to list, in the order of the dossier."""
    match listing.listed:
        case "main":
            return dossier.main_events
        case "shared":
            least = listing.sources
            return tuple(event for event in dossier.events if len(event.articles) >= least)
        case "disputed":
            disputed = dossier.disagreements_about
            return tuple(event for event in dossier.events if event.id in disputed)
        case "all":
            return dossier.events


def timeline_events(dossier: Dossier, listing: Listing) -> tuple[Event, ...]:
    """The events to list, each once: the rows that the timeline counts."""
    return each_once(listed_events(dossier, listing))


def each_once(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events without details that another tells at the same place, in these words or more.

    Main events are all left. Of details in the same words the one with most sources stays.
    """
    chosen = tuple(events)
    reported: defaultdict[tuple[str, int], list[tuple[Span, str]]] = defaultdict(list)
    left: set[str] = set()
    for event in sorted(chosen, key=_tells, reverse=True):
        words = event.label.casefold().removesuffix("…").strip()
        places = [(page, one.span) for one in event.mentions for page in _pages(one)]
        if not event.prominent and any(
            words in longer and overlap(span, where)
            for page, span in places
            for where, longer in reported[page]
        ):
            continue
        left.add(event.id)
        for page, span in places:
            reported[page].append((span, words))
    return tuple(event for event in chosen if event.id in left)


_PAGE = 500
"""Characters of a text whose mentions are compared with one another."""


def _pages(mention: EventMention) -> Iterable[tuple[str, int]]:
    start, end = mention.span
    return ((mention.article, page) for page in range(start // _PAGE, end // _PAGE + 1))


def _tells(event: Event) -> tuple[bool, int, int, int]:
    return event.prominent, len(event.label), len(event.articles), len(event.mentions)


def shared_status(event: Event) -> str:
    """``denied``, ``planned`` or ``hypothetical`` where every mention is so; else empty."""
    first, *others = event.mentions
    plain = first.status == "asserted" or any(one.status != first.status for one in others)
    return "" if plain else first.status
