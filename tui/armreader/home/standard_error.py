"""The one door of messages to the terminal: a line on standard error that cannot steer it."""

from __future__ import annotations

import sys
from contextlib import suppress


def tell(message: str) -> None:
    """Print one line on standard error, whatever the message holds; never fails."""
    from armreader.records.visible import visible_line  # --version need not wait for it

    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"armreader: {visible_line(message)}\n")
            sys.stderr.flush()
