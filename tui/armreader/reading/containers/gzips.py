"""A file packed with gzip: a web archive, or any other file."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO

from armreader.reading.containers.budget import Budget, metered
from armreader.reading.containers.piece import Found, Member
from armreader.reading.source import Source, UnreadableError

_GZIP = b"\x1f\x8b"


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The one file inside."""

    def unpacked() -> IO[bytes]:
        packed = source.open()
        return metered(gzip.GzipFile(fileobj=packed), budget, packed)

    inside = Source(PurePath(source.name).name.removesuffix(".gz"), unpacked, 0)
    if inside.head.startswith(_GZIP):
        raise UnreadableError("is packed twice; unpack it first")
    yield Member("", inside)
