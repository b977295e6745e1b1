"""Writers and readers that are killed: a few rounds of what the scripts do a thousand times."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("script", "kills", "least"), [("kill_writers.py", 15, 15), ("kill_readers.py", 2, 2)]
)
def test_nothing_confirmed_is_lost(script: str, kills: int, least: int) -> None:
    command = [sys.executable, str(Path(__file__).with_name(script)), str(kills), "7"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    killed, confirmed = (int(part.split()[0]) for part in done.stdout.split(", ")[:2])
    assert killed == kills
    assert confirmed >= least
