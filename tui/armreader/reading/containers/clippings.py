"""Highlights from a Kindle, ``My Clippings.txt``: the passages of each book or article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armreader.reading.authors import named_authors
from armreader.reading.containers.budget import Budget
from armreader.reading.containers.piece import Found
from armreader.reading.containers.record import piece_of
from armreader.reading.decode import decode
from armreader.reading.source import Source

_PARTED = re.compile(r"^={10}[ \t]*\r?\n?", re.MULTILINE)
_NAMED = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_NOTE = re.compile(r"(?i)- .{0,12}\b(?:note|notiz|nota)\b")


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """Each book or article once, with its highlights and the notes on them."""
    marked: dict[str, tuple[list[str], list[str]]] = {}
    for block in _PARTED.split(decode(source.read()).text):
        lines = block.strip("\r\n\ufeff ").splitlines()
        said = "\n".join(lines[2:]).strip()
        if said:
            passages, notes = marked.setdefault(lines[0].strip("\ufeff "), ([], []))
            (notes if _NOTE.match(lines[1]) else passages).append(said)
    for number, (heading, (passages, notes)) in enumerate(marked.items(), 1):
        budget.look_at_clock()
        named = _NAMED.fullmatch(heading)
        title, author = (named[1], named[2]) if named else (heading, "")
        text = "\n\n".join(dict.fromkeys(passages))
        fields = {"title": title, "byline": named_authors(author), "highlight": text}
        piece = piece_of(fields, f"{number}", notes)
        if piece:
            yield piece
