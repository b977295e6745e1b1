"""Which events the timeline and the coverage list: the main ones, all, or those in question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from armreader.dossier import Dossier

if TYPE_CHECKING:
    from armreader.records import Event

Listed = Literal["main", "all", "shared", "disputed"]
LISTED: tuple[Listed, ...] = get_args(Listed)
"""In the order in which one key goes through them."""

IN_WORDS: dict[Listed, str] = {
    "main": "main events",
    "all": "all events",
    "shared": "events with two sources or more",
    "disputed": "events that the sources tell differently",
}


def listed_events(dossier: Dossier, listed: Listed) -> tuple[Event, ...]:
    """The events to list, in the order of the dossier."""
    match listed:
        case "main":
            return tuple(event for event in dossier.events if event.prominent)
        case "shared":
            return tuple(event for event in dossier.events if len(event.articles) > 1)
        case "disputed":
            disputed = dossier.disagreements_about
            return tuple(event for event in dossier.events if event.id in disputed)
        case "all":
            return dossier.events


def told_as(event: Event) -> str:
    """``denied``, ``planned`` or ``hypothetical`` where every mention is so; else empty."""
    first, *others = event.mentions
    plain = first.status == "asserted" or any(one.status != first.status for one in others)
    return "" if plain else first.status
