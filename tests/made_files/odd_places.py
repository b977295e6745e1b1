"""What may be in the place of a small file of settings, facts or corrections."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)  # no byte of it is on the disk


ODD_PLACES: Mapping[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
    "huge": _huge,
    "loop": lambda path: path.symlink_to(path.name),
    "not text": lambda path: path.write_bytes(b"\xff\xfe = 1"),
    "deep": lambda path: path.write_text("a = " + "[" * 4000),
}
"""By name, how it is put there; none of them may block, be read whole or end the program."""
