"""Which program made what is kept: a word for each set of rooms that a result depends on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
ANNOTATING = ("records", "language", "extraction")
LINKING = (*ANNOTATING, "linking")


@cache
def program(rooms: tuple[str, ...]) -> bytes:
    """Changes with any file of the rooms, code or table, of the package (16 bytes)."""
    digest = blake2b(digest_size=16)
    for room in rooms:
        for line in sorted(_files(_PACKAGE / room)):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.digest()


def _files(folder: Path) -> Iterator[str]:
    """Every file by its place in the package, size and time of writing."""
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for one in found:
                if one.is_dir():
                    if one.name != "__pycache__":
                        waiting.append(one.path)
                elif not one.name.endswith((".pyc", "~")):
                    status = one.stat()
                    place = os.path.relpath(one.path, _PACKAGE)
                    yield f"{place}\0{status.st_size}\0{status.st_mtime_ns}\n"
