"""Something to read: its name, its size, and how to open it from the start as often as needed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import IO

PIECE_LIMIT = 32_000_000
"""Bytes; a saved page with embedded pictures may be large, a report is not."""
HEAD = 16_384
"""How many bytes the kind of a file is judged by."""


class UnreadableError(Exception):
    """Why something cannot be read and what to do; the message follows the file's name."""


class LimitError(UnreadableError):
    """A container is larger, deeper or slower to read than it may be."""


class NoArticleError(UnreadableError):
    """The whole file is of an unsupported kind: ``what`` it is, and ``advice`` on what to do."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"is {what}; {advice}")
        self.what, self.advice = what, advice


@dataclass(frozen=True)
class Source:
    """A file, a member of an archive or an attachment."""

    name: str
    """Its path or name; the extension gives its kind if the content does not."""
    open: Callable[[], IO[bytes]]
    size: int
    """Bytes, as far as known before it is read."""
    beside: Callable[[str], Source] | None = None
    """Gives a file by its path from this one's folder, never one outside of that folder; raises
    ``UnreadableError`` if there is none. None if this cannot refer to files of its own."""

    @cached_property
    def head(self) -> bytes:
        """Its first bytes, up to ``HEAD`` of them."""
        try:
            with self.open() as stream:
                # A single read: if the file is cut short, it returns the bytes before the cut.
                return getattr(stream, "read1", stream.read)(HEAD)
        except OSError as error:
            raise UnreadableError(_why(error)) from error

    def read(self, limit: int | None = None) -> bytes:
        """All of its bytes; ``UnreadableError`` if there are more than one article may have."""
        limit = PIECE_LIMIT if limit is None else limit
        if self.size > limit:
            raise UnreadableError(too_large(self.size, limit))
        # No more than it should have: a read reserves as much memory as it may return.
        data = self._read(min(limit, self.size) + 1)
        if self.size < len(data) <= limit:
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
    """A source for bytes in memory."""
    return Source(name, lambda: BytesIO(data), len(data))


def too_large(size: int, limit: int | None = None) -> str:
    """The message for something that is too large to be read whole."""
    limit = PIECE_LIMIT if limit is None else limit
    megabytes = -(-size // 1_000_000)
    return (
        f"has {megabytes} MB, more than the {limit // 1_000_000} MB that one article may have;"
        " split it"
    )
