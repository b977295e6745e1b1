"""A Python of its own, for tests of what is imported."""

from __future__ import annotations

import subprocess
import sys


def printed(script: str, *given: str) -> str:
    """What a script prints; it has no terminal and nothing to read, and must not complain."""
    command = [sys.executable, "-c", script, *given]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout
