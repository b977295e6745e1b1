"""Something to read: its name, its size, and how to open it from its start, any number of times."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import IO

PIECE_LIMIT = 32_000_000
"""Bytes; a saved page with its pictures inside may be large, a report is not."""
HEAD = 16_384
"""Bytes by which the kind of a file is judged."""


class UnreadableError(Exception):
    """Why something cannot be read and what to do, in words that follow its name."""


class LimitError(UnreadableError):
    """What holds articles is larger, deeper or slower than anything that should be opened."""


class NoArticleError(UnreadableError):
    """The whole file is of a kind that is not read: ``what`` it is, and what to do instead."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"is {what}; {advice}")
        self.what, self.advice = what, advice


@dataclass(frozen=True)
class Source:
    """A file, a member of an archive or an attachment."""

    name: str
    """Its path or name; the ending tells its kind where the content does not."""
    open: Callable[[], IO[bytes]]
    size: int
    """Bytes, as far as is known before it is read."""
    folder: str = ""
    """Where files lie that it may name as its own; empty where there are none."""

    @cached_property
    def head(self) -> bytes:
        """Its first bytes, up to ``HEAD`` of them."""
        try:
            with self.open() as stream:
                # One read alone: of what is cut short, the bytes before the cut are there.
                return getattr(stream, "read1", stream.read)(HEAD)
        except OSError as error:
            raise UnreadableError(_why(error)) from error

    def read(self, limit: int | None = None) -> bytes:
        """All of its bytes; ``UnreadableError`` where those are more than one piece may have."""
        limit = PIECE_LIMIT if limit is None else limit
        if self.size > limit:
            raise UnreadableError(too_large(self.size, limit))
        data = self._read(limit + 1)
        if len(data) > limit:
            raise UnreadableError(too_large(len(data), limit))
        return data

    def _read(self, limit: int) -> bytes:
        try:
            with self.open() as stream:
                return stream.read(limit)
        except OSError as error:
            raise UnreadableError(_why(error)) from error


def _why(error: OSError) -> str:
    said = os.strerror(error.errno).lower() if error.errno else str(error)
    return f"cannot be read: {said}"


def of_bytes(name: str, data: bytes) -> Source:
    """Bytes in memory as something to read."""
    return Source(name, lambda: BytesIO(data), len(data))


def too_large(size: int, limit: int | None = None) -> str:
    """Why something of so many bytes is not read whole."""
    limit = PIECE_LIMIT if limit is None else limit
    megabytes = -(-size // 1_000_000)
    return (
        f"has {megabytes} MB, more than the {limit // 1_000_000} MB that one article may have;"
        " split it"
    )
