"""A file that is one article, unless it is the text of an export with many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.export_marks import may_be_export
from armreader.reading.containers.exports import split
from armreader.reading.containers.piece import Found, Piece
from armreader.reading.containers.texts_missing import without_text
from armreader.reading.formats import read_document
from armreader.reading.kinds import kind_of
from armreader.reading.source import Source

_MOST_LINES = 600_000
"""Lines of an export; one of a thousand articles has a tenth as many."""
_MOST_LISTED = 1_000_000
"""Bytes of a list of web addresses."""
_ADDRESS = re.compile(rb"https?://[!-~]+")
_SUFFIXES = {"page": ".html", "markdown": ".md", "text": ".txt"}


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The single article, or those of the export."""
    suffix = _SUFFIXES[kind_of(source.head, source.name)]
    data = source.read()
    # Every other byte of most UTF-16 is zero.
    narrow = data.replace(b"\0", b"") if b"\0" in source.head else data
    if may_be_export(narrow.decode("latin-1")) and data.count(b"\n") < _MOST_LINES:
        document = read_document(data, suffix)
        pieces = split(document.text, is_paragraphs=suffix == ".html")
        yield from pieces
        if pieces:
            return
    addresses = _only_addresses(data) if suffix == ".txt" else []
    yield (
        without_text(addresses, "address", "addresses")
        if addresses
        else Piece(data=data, suffix=suffix)
    )


def _only_addresses(data: bytes) -> list[str]:
    """The web addresses in a text that is nothing but a list of them; empty for any other."""
    lines = data[:_MOST_LISTED].split()
    if len(data) > _MOST_LISTED or not all(_ADDRESS.fullmatch(line) for line in lines):
        return []
    return [line.decode("ascii") for line in lines]
