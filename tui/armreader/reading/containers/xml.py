"""XML as a stream of starts, ends and texts; no entities are expanded, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from armreader.reading.source import LimitError, UnreadableError

_CHUNK = 1 << 16
_DEEPEST = 500
"""The deepest nesting of elements; a report has about twenty levels."""
_MOST = 400_000
"""Elements; an export of a thousand articles has three quarters as many."""
_LONGEST_TAG = 2_000_000
"""Bytes that the parser may buffer until a tag ends."""
_SPACE = " "


def parse(
    stream: IO[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Call back for each element and text; names are ``namespace name``, separated by a space.

    ``UnreadableError`` if the XML is damaged, nested too deep, or defines entities: a few bytes of
    those can expand to gigabytes, or refer to another file.
    """
    parser = expat.ParserCreate(namespace_separator=_SPACE)
    parser.buffer_text = True
    depth = 0
    count = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if count > _MOST:
            raise LimitError(f"is made of more than {_MOST:,} elements; split it")
        if depth > _DEEPEST:
            raise UnreadableError(f"is nested more than {_DEEPEST} elements deep")
        start(name, attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def entity(*_: object) -> None:
        raise UnreadableError("defines entities of its own, which no such file needs")

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        given = 0
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
            given += len(chunk)
            if given - parser.CurrentByteIndex > _LONGEST_TAG:
                raise UnreadableError("is XML with an unreasonably long tag")
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise UnreadableError(f"is not valid XML: {why} in line {error.lineno}") from error
    except (ValueError, LookupError) as error:
        raise UnreadableError("is XML in an encoding that is not known") from error


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition(_SPACE)[2]


def space(name: str) -> str:
    """The namespace alone; empty if there is none."""
    return name.rpartition(_SPACE)[0]
