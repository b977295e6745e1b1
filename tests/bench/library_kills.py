"""What a library has after its indexing, or one of its workers, was killed."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from armreader.store.store import Store
from bench.library_runs import annotated, new_home, run


def killing(folder: Path, kills: int) -> None:
    """Kill an indexing at random moments; what is annotated twice, and whether the end is one."""
    chance = random.Random(7)
    with new_home() as home:
        _, wall, _, _ = run(home, "index", str(folder))
        whole = run(home, "export", "--by-story", str(folder))[3]
    good = 0
    for number in range(kills):
        with new_home() as home:
            environ = {**os.environ, "ARMREADER_HOME": str(home)}
            child = subprocess.Popen(
                [sys.executable, "-m", "armreader", "index", str(folder)],
                env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            time.sleep(chance.uniform(0.02, 1) * wall)
            child.send_signal(signal.SIGKILL)
            child.wait()
            before = annotated(home)
            out = subprocess.run(
                [sys.executable, "-m", "armreader", "index", str(folder)],
                env=environ, capture_output=True, text=True, check=False,
            ).stdout  # fmt: skip
            again = int(re.search(r"\((\d[\d,]*) articles? annotated", out)[1].replace(",", ""))  # type: ignore[index]
            total = int(out.split(" ")[0].replace(",", ""))
            same = run(home, "export", "--by-story", str(folder))[3] == whole
            good += same and again + before == total
            print(
                f"kill {number + 1}: {before} kept, {again} annotated after it, same: {same}",
                flush=True,
            )
    print(f"{good} of {kills} kills lost no more than the batch in hand and ended the same")


def killing_in_turn(folder: Path, home: Path, kills: int, seconds: float) -> None:
    """Kill one indexing again and again, on average after so many seconds, each time where it went
    on: as ``killing``, for sizes that take long. What it should end in is made in ``home``.
    """
    chance = random.Random(7)
    run(home, "index", str(folder))
    whole = run(home, "export", "--by-story", str(folder))[3]
    kept = 0
    with new_home() as other:
        command = [sys.executable, "-m", "armreader", "index", str(folder)]
        environ = {**os.environ, "ARMREADER_HOME": str(other)}
        for number in range(kills):
            child = subprocess.Popen(
                command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(chance.uniform(0.02, 2) * seconds)
            child.kill()
            code, before, kept = child.wait(), kept, annotated(other)
            stories = _linked(other)
            print(
                f"kill {number + 1}: {kept} annotated, {stories} stories linked"
                f"{', which is less' * (kept < before)}{', after its end' * (code >= 0)}",
                flush=True,
            )
        out = subprocess.run(command, env=environ, capture_output=True, text=True).stdout
        same = run(other, "export", "--by-story", str(folder))[3] == whole
    print(f"{kept} annotated before the last run; it says: {out.strip()}; the same end: {same}")


def _linked(home: Path) -> int:
    with Store(home / "cache" / "store.db") as store:
        return int(store.connection.execute("SELECT count(*) FROM linked").fetchone()[0])


def agreeing(folder: Path) -> None:
    """The same export from one process, a pool and a local cluster, also with a worker killed."""
    for spec in ("--jobs=1", "--jobs=2", "--executor=dask:"):
        for kill in (False, True):
            if kill and spec == "--jobs=1":
                continue  # what is killed then is the indexing: see `kill`
            with new_home() as home:
                start = time.perf_counter()
                killed = _indexed(folder, home, spec, kill=kill)
                wall = time.perf_counter() - start
                digest = run(home, "export", "--by-story", str(folder))[3]
                note = f", a worker killed after {killed} articles" if kill else ""
                print(f"{spec}: {wall:.1f} s, {digest[:16]}{note}", flush=True)


def _indexed(folder: Path, home: Path, spec: str, *, kill: bool) -> int:
    """Index; where a worker is to be killed, the busiest one in the middle: what was kept then."""
    environ = {**os.environ, "ARMREADER_HOME": str(home)}
    files = sum(1 for _ in folder.rglob("*.txt"))
    kept = 0
    command = [sys.executable, "-m", "armreader", "index", str(folder), spec]
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as indexer:
        while kill and not kept and indexer.poll() is None:
            time.sleep(0.2)
            if files / 4 < (kept := annotated(home)) < files:
                os.kill(max(_below(indexer.pid), key=_ticks), signal.SIGKILL)
            else:
                kept = 0
    if indexer.returncode:
        raise SystemExit(f"index {spec} ended with {indexer.returncode}")
    return kept


def _below(process: int) -> list[int]:
    """The processes that one started, and those that they did."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    listed = [int(child) for thread in threads for child in thread.read_text().split()]
    return [one for child in listed for one in (child, *_below(child))]


def _ticks(process: int) -> int:
    """The processor time that one used so far."""
    return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11])
