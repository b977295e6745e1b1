"""Read a small file whole, without waiting for a pipe or filling the memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def read_small(path: Path, largest: int, *, private: bool = False) -> bytes:
    """The bytes of a regular file of at most ``largest`` bytes; OSError with a message if not.

    ``private``: only a file of this user, and not through a link.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
    descriptor = os.open(path, flags | os.O_NOFOLLOW if private else flags)
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise OSError("it is not a regular file")
        if private and about.st_uid != os.geteuid():
            raise OSError("it belongs to another user")
        data = file.read(largest + 1) if about.st_size <= largest else b""
        if about.st_size > largest or len(data) > largest:
            raise OSError(f"it is larger than {largest:,} bytes")
    return data
