"""Commands of a library as processes of their own, each in a home folder that can be measured."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from armreader.store.store import Store


@contextmanager
def new_home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def run(home: Path, *arguments: str) -> tuple[float, float, float, str]:
    """CPU and wall seconds, peak MB and what was printed, of one command."""
    start = time.perf_counter()
    environ = {**os.environ, "ARMREADER_HOME": str(home)}
    with tempfile.TemporaryFile() as out:
        command = [sys.executable, "-m", "armreader", *arguments]
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=environ)
        _, _, usage = os.wait4(child.pid, 0)
        out.seek(0)
        # Not read whole: a child's peak counts from the memory of the process that starts it.
        digest = hashlib.file_digest(out, "sha256").hexdigest()
    wall = time.perf_counter() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, digest


def annotated(home: Path) -> int:
    """How many articles are annotated and kept."""
    file = home / "cache" / "store.db"
    if not file.exists():
        return 0
    with Store(file) as store:
        return int(store.connection.execute("SELECT count(*) FROM annotation").fetchone()[0])
