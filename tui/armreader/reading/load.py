"""The bytes of one file or of standard input, without ever waiting for a device or a pipe."""

from __future__ import annotations

import os
import stat
import sys
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import IO

from armreader.reading.source import PIECE_LIMIT, Source, UnreadableError, too_large

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_CHUNK = 1 << 18


def file_source(path: str) -> Source:
    """A source for a regular file; ``UnreadableError`` for anything else."""
    with _opened(path) as file:
        size = os.fstat(file.fileno()).st_size
    return Source(path, lambda: _opened(path), size, lambda name: _beside(path, name))


def _beside(path: str, name: str) -> Source:
    """A file in a folder next to another file; no link may lead out of that folder."""
    folder = Path(path).parent
    try:
        inside = Path(os.path.realpath(folder), name.split("/", 1)[0])
        if not Path(os.path.realpath(folder / name)).is_relative_to(inside):
            raise UnreadableError("is in another folder")
    except (ValueError, OSError) as error:
        raise UnreadableError("cannot be opened") from error
    return file_source(str(folder / name))


def standard_input() -> Source:
    """Standard input up to its end; ``UnreadableError`` if it is closed or too large."""
    if sys.stdin is None:
        raise UnreadableError("is closed; name a file or a folder")
    data = _piped_in(sys.stdin.buffer)
    return Source("-", lambda: BytesIO(data), len(data))


def _opened(path: str) -> IO[bytes]:
    """Open the file without blocking, and check what the open descriptor is.

    A named pipe or a device can therefore not block the reader, even if it replaces the file.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(path, error)) from error
    file = os.fdopen(descriptor, "rb")
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        file.close()
        kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "a special file")
        raise UnreadableError(f"is {kind}, not a regular file; save its text in a file first")
    return file


@lru_cache(maxsize=1)
def _piped_in(stream: IO[bytes]) -> bytes:
    """All bytes of a stream, kept: it can be read only once but is needed again for relinking."""
    # In chunks: a single read with a limit reserves as much memory as the limit.
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > PIECE_LIMIT:
                raise UnreadableError(too_large(size))
            chunks.append(chunk)
    except OSError as error:
        raise UnreadableError(_reason("", error)) from error
    return b"".join(chunks)


def _reason(path: str, error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() if os.path.islink(path):  # noqa: PTH114 - the path may hold anything
            return "is a broken link; its target does not exist"
        case FileNotFoundError():
            return "does not exist; check the spelling of the path"
        case PermissionError():
            return "may not be read; check its permissions"
        case OSError(errno=number) if number:
            return f"cannot be read: {os.strerror(number).lower()}"
        case _:
            return "cannot be opened"
