"""A file that is one article, unless it is the text of an export that holds many."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.piece import Found, Piece
from armreader.reading.kinds import kind_of
from armreader.reading.source import Source

_SUFFIXES = {"page": ".html", "markdown": ".md", "text": ".txt"}


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The one article, or those of the export."""
    suffix = _SUFFIXES[kind_of(source.head, source.name)]
    yield Piece(data=source.read(), suffix=suffix)
