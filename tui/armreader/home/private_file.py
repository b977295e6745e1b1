"""A file of the state folder that nobody but its owner can read."""

from __future__ import annotations

import os
from pathlib import Path

CRASH = "crash.txt"
"""The traceback of the last crash."""
ASIDE = "screen-writer.txt"
"""Why the screen writer stood aside the last time; not there when it did not."""


def write_private(file: Path, text: str) -> None:
    """Write the text in place of what was there, mode 0600; raises OSError where it cannot."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.unlink(missing_ok=True)  # never through a link that somebody left here
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as out:
        out.write(text)
