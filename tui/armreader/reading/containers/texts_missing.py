"""The records of a list that have no text: counted at its end, with the addresses known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from armreader.reading.containers.piece import Found, Refusal

_NO_TEXT = "without text; armreader fetches nothing"


def with_text(
    pieces: Iterable[tuple[Found | None, str]], one: str, several: str
) -> Iterator[Found]:
    """The pieces of records, each given with its address; last, those without a text, counted.

    ``one``, ``several``: what such a record is called.
    """
    without: list[str] = []
    for piece, address in pieces:
        if piece:
            yield piece
        else:
            without.append(address)
    if without:
        yield without_text(without, one, several)


def without_text(addresses: Sequence[str], one: str, several: str) -> Refusal:
    """A refusal that counts the records without text and lists their addresses, as far as known.

    ``one``, ``several``: what such a record is called.
    """
    known = tuple(dict.fromkeys(filter(None, addresses)))
    words = f"{len(addresses):,} {one if len(addresses) == 1 else several} {_NO_TEXT}"
    return Refusal("", words, addresses=known)
