"""From a query to what the panes show."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from armreader.search.find import SearchIndex
from armreader.story.dossier import Dossier
from armreader.ui.session.hits import listed_hits
from armreader.ui.session.state import Found


class Indexed(NamedTuple):
    """A dossier, and the index of it."""

    dossier: Dossier
    search: SearchIndex


def find(indexed: Indexed, query: str, bookmarked: Collection[str]) -> Found:
    """What a query finds; where it asks for nothing yet, everything."""
    dossier, search = indexed
    result = search.search(query, bookmarked=bookmarked)
    if not result.query.terms and not result.query.filters:
        return Found(query, hint=result.hint)
    places = dossier.place_by_day
    best = next(iter(result.best), None) or next(iter(result.passages), None)
    return Found(
        query=query,
        articles=frozenset(result.ids("article")),
        events=frozenset(result.ids("event")),
        quotes=frozenset(result.ids("quote")),
        firsts=tuple({hit.kind: hit.id for hit in reversed(result.hits)}.items()),
        stops=tuple(sorted(result.passages, key=lambda one: (places[one.article], one))),
        hits=listed_hits(dossier, result),
        best=best,
        lit=result.lit,
        hint=result.hint,
    )


def index_of(dossier: Dossier) -> Indexed:
    """The dossier with its index; built in a thread."""
    return Indexed(dossier, SearchIndex(dossier))
