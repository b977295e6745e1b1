"""Writers that are killed: a few rounds of what ``kill_writers.py`` does a thousand times."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_nothing_confirmed_is_lost_when_writers_are_killed() -> None:
    script = Path(__file__).with_name("kill_writers.py")
    done = subprocess.run([sys.executable, script, "30", "7"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    kills, confirmed = (int(part.split()[0]) for part in done.stdout.split(", ")[:2])
    assert kills == 30
    assert confirmed > 30
