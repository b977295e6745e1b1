"""The stories of a library, and what a search in it finds, as they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.cli.table import Table
    from armreader.store.library import Library
    from armreader.store.words import Hits


def story_objects(library: Library) -> Iterator[dict[str, object]]:
    """Each story of a library for JSON, with its articles."""
    for shelf in library.all_shelves():
        yield {
            "id": shelf.name,
            "label": shelf.label,
            "earliest": shelf.earliest or None,
            "latest": shelf.latest or None,
            "articles": [
                {"id": member.name, "file": member.file} for member in library.members(shelf.name)
            ],
            "sources": shelf.sources,
            "events": shelf.events,
            "new": shelf.new,
        }


def stories_table(library: Library) -> Table:
    """The stories of a library, the newest first."""
    from armreader.cli.table import Table

    rows = tuple(
        (
            shelf.earliest,
            shelf.latest,
            str(shelf.articles),
            str(shelf.sources),
            str(shelf.events),
            shelf.label,
            shelf.name,
        )
        for shelf in library.all_shelves()
    )
    columns = ("from", "to", "articles", "sources", "events", "story", "id")
    return Table(columns, rows, flexible=5)


def hits_table(found: Hits) -> Table:
    """The reports that a search in a library found."""
    from armreader.cli.table import Table

    rows = tuple((hit.latest, hit.file, hit.words, hit.label, hit.story) for hit in found.hits)
    return Table(("date", "file", "text", "story", "id"), rows, flexible=2)
