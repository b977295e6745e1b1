"""A file in the state folder that only its owner can read."""

from __future__ import annotations

from pathlib import Path

from armreader.store.files import replace

CRASH = "crash.txt"
"""The traceback of the last crash."""
ASIDE = "screen-writer.txt"
"""Why the screen writer stood aside the last time; missing if it did not."""


def write_private(file: Path, text: str) -> None:
    """Write the text in place of what was there, mode 0600; raises OSError where it cannot."""
    replace(file, text.encode("utf-8", "backslashreplace"), kept=False)
