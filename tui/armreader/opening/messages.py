"""Messages between processes: packed records, each behind its length in eight bytes."""

from __future__ import annotations

import os

from armreader.store.packing import pack, unpack

LENGTH = 8
"""Bytes that give the length of a message."""


def say(output: int, message: object) -> None:
    """Write one message to a file descriptor."""
    data = pack(message)
    data = len(data).to_bytes(LENGTH) + data
    view = memoryview(data)
    while view:
        view = view[os.write(output, view) :]


def hear(source: int) -> object:
    """Wait for one message from a file descriptor; raises ``EOFError`` at the end."""
    return unpack(_bytes(source, int.from_bytes(_bytes(source, LENGTH))))


def _bytes(source: int, count: int) -> bytes:
    data = bytearray()
    while len(data) < count:
        piece = os.read(source, count - len(data))
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)
