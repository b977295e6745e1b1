"""Which program made a result: a digest of the rooms that it depends on."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
ANNOTATING = ("records", "language", "extraction")
LINKING = (*ANNOTATING, "linking")
READING = ("records", "language", "reading")
SEARCHING = ("search", "story")
"""With the key of what is linked."""


@cache
def program(rooms: tuple[str, ...]) -> bytes:
    """Changes with any file of the rooms, code or table: the same on every machine (16 bytes)."""
    return blake2b(b"".join(map(_room, rooms)), digest_size=16).digest()


@cache
def _room(room: str) -> bytes:
    digest = blake2b(digest_size=16)
    for file in sorted((_PACKAGE / room).rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(str(file.relative_to(_PACKAGE)).encode() + b"\0")
            digest.update(blake2b(file.read_bytes()).digest())
    return digest.digest()
