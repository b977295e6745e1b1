"""Zip archives: whatever they hold, member by member in the order of their names."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from armreader.reading.containers.budget import DAMAGE, PIECES, Budget, metered
from armreader.reading.containers.piece import Found, Member, Refusal
from armreader.reading.kinds import ending_kind
from armreader.reading.source import LimitError, Source, UnreadableError
from armreader.records.visible import visible_line

_END, _END_SIZE = b"PK\x05\x06", 22
_MOST_COMMENT = 65_535
_LARGEST_LIST = 16_000_000
"""Bytes of the list of members: some 150,000 of them."""


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The members that may be articles; a document that is a zip inside is read as what it is."""
    with source.open() as stream:
        archive = _opened(stream if stream.seekable() else BytesIO(source.read()))
        for info in sorted(archive.infolist(), key=lambda one: one.filename):
            name = visible_line(info.filename)
            if info.is_dir() or _is_hidden(name) or ending_kind(name) == "part":
                continue
            if info.flag_bits & 1:
                yield Refusal(name, "is locked with a password; unpack it first")
            else:
                yield Member(name, member(archive, info, budget))


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Source:
    """A member as something to read, counted as it is unpacked."""
    return Source(info.filename, partial(_unpacked, archive, info, budget), info.file_size)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> IO[bytes]:
    try:
        return metered(archive.open(info), budget)
    except DAMAGE as error:
        raise UnreadableError("is cut short or damaged") from error


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    """The archive; ``UnreadableError`` where it has no list of members, or one beyond reason."""
    count, size = _listed(stream)
    if count > PIECES or size > _LARGEST_LIST:
        raise LimitError(f"is a zip archive of more than {PIECES:,} files; split it")
    try:
        return zipfile.ZipFile(stream)
    except (*DAMAGE, ValueError) as error:
        raise UnreadableError("is a zip archive that is cut short or damaged") from error


def _is_hidden(name: str) -> bool:
    """Files of the system: ``.DS_Store``, ``__MACOSX/…``."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _listed(stream: IO[bytes]) -> tuple[int, int]:
    """How many members the list at the end has, and its bytes, before anything is made of them."""
    end = stream.seek(0, 2)
    stream.seek(max(0, end - _END_SIZE - _MOST_COMMENT))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        return 0, 0
    count, size = struct.unpack("<HI", tail[at + 10 : at + 16])
    return count, size
