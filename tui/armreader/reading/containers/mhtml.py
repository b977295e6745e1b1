"""MHTML: a page that a browser saved as a message, with its pictures; its date is of the saving."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.messages import header, leaves, parsed
from armreader.reading.containers.piece import Found, Piece
from armreader.reading.source import Source, UnreadableError


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The page; frames and pictures in it are not articles."""
    message = parsed(source.read())
    page = next((one for one in leaves(message) if one.type.endswith(("html", "html+xml"))), None)
    if page is None:
        raise UnreadableError("holds no page")
    url = header(message, "Snapshot-Content-Location") or page.location
    is_address = url.startswith(("http://", "https://"))
    yield Piece(
        data=page.text.encode("utf-8", "replace"),
        suffix=".html",
        stated={"url": url} if is_address else {},
    )
