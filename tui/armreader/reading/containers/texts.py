"""A file that is one article, unless it is the text of an export with many."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.export_marks import may_be_export
from armreader.reading.containers.exports import split
from armreader.reading.containers.piece import Found, Piece
from armreader.reading.formats import read_document
from armreader.reading.kinds import kind_of
from armreader.reading.source import Source

_MOST_LINES = 600_000
"""Lines of an export; one of a thousand articles has a tenth as many."""
_SUFFIXES = {"page": ".html", "markdown": ".md", "text": ".txt"}


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The single article, or those of the export."""
    suffix = _SUFFIXES[kind_of(source.head, source.name)]
    data = source.read()
    if data.count(b"\n") < _MOST_LINES and may_be_export(data.decode("latin-1")):
        document = read_document(data, suffix)
        pieces = split(document.text, is_paragraphs=suffix == ".html")
        yield from pieces
        if pieces:
            return
    yield Piece(data=data, suffix=suffix)
