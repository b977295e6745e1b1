"""A zip archive: its members as sources, opened only if the list of members is not too large."""

from __future__ import annotations

import posixpath
import struct
import zipfile
from functools import cached_property
from typing import IO, Any

from armreader.reading.containers.budget import DAMAGE, PIECES, Budget, metered
from armreader.reading.source import LimitError, Source, UnreadableError

_END, _END_SIZE = b"PK\x05\x06", 22
_MOST_COMMENT = 65_535
_LARGEST_LIST = 16_000_000
"""Bytes of the member list, enough for some 150,000 members."""
_DAMAGED = "is cut short or damaged"


class Archive:
    """The members of an archive by name; ``UnreadableError`` if its list of members is damaged."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        count, size = _listed(stream)
        if count > PIECES or size > _LARGEST_LIST:
            raise LimitError(f"is a zip archive of more than {PIECES:,} files; split it")
        try:
            self._zip = zipfile.ZipFile(stream)
        except (*DAMAGE, ValueError) as error:
            raise UnreadableError(f"is a zip archive that {_DAMAGED}") from error
        self._budget = budget

    @cached_property
    def names(self) -> dict[str, bool]:
        """The names of its files in order, and whether each is locked with a password."""
        files = (info for info in self._zip.infolist() if not info.is_dir())
        return {info.filename: bool(info.flag_bits & 1) for info in files}

    def source(self, name: str) -> Source:
        """A member, counted as it is unpacked; ``UnreadableError`` if there is no such member."""
        if name not in self.names:
            raise UnreadableError(f"is missing its part {name}")
        folder, size = posixpath.dirname(name), self._zip.getinfo(name).file_size
        return Source(
            name,
            lambda: self._unpacked(name),
            size,
            lambda path: self.source(posixpath.join(folder, path)),
        )

    def _unpacked(self, name: str) -> IO[bytes]:
        try:
            packed: Any = self._zip.open(name)
            return metered(packed, self._budget)
        except (*DAMAGE, ValueError) as error:
            raise UnreadableError(_DAMAGED) from error


def _listed(stream: IO[bytes]) -> tuple[int, int]:
    """The number of members and the size of their list in bytes, before the list is parsed."""
    end = stream.seek(0, 2)
    stream.seek(max(0, end - _END_SIZE - _MOST_COMMENT))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        return 0, 0
    count, size = struct.unpack("<HI", tail[at + 10 : at + 16])
    return count, size
