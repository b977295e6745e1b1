"""Read a small file whole, without waiting for a pipe or filling the memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def read_small(path: Path, largest: int) -> bytes:
    """The bytes of a regular file of at most ``largest`` bytes; OSError with a message if not."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise OSError("it is not a regular file")
        data = file.read(largest + 1) if about.st_size <= largest else b""
        if about.st_size > largest or len(data) > largest:
            raise OSError(f"it is larger than {largest:,} bytes")
    return data
