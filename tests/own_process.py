"""A Python of its own, for tests of what is imported."""

from __future__ import annotations

import subprocess
import sys


def printed(script: str) -> str:
    """What a script prints, which has no terminal and nothing to read, and must not complain."""
    done = subprocess.run(
        [sys.executable, "-c", script], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.stderr == ""
    return done.stdout
