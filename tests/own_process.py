"""A Python of its own, for tests of what is imported."""

from __future__ import annotations

import os
import subprocess
import sys


def printed(script: str, *given: str) -> str:
    """What a script prints; it has no terminal and nothing to read, and must not complain."""
    command = [sys.executable, "-c", script, *given]
    # What measures the tests imports modules of its own.
    environ = {name: one for name, one in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environ
    )
    assert done.stderr == ""
    return done.stdout
