"""The campaign: ``make fuzz SEED= COUNT= PART=``; prints what was done and every fault, 1 if any.

The parts, all without ``PART``. *dossiers*: COUNT of them through every command and export. *keys*:
100 for each in one reader. *reloads*: half as many as dossiers. *saves*: every failing system call
of each. *kills*: COUNT of two writers at their saving, and of readers. *restricted*: every command
in every pane and page of restricted mode, under strace.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from fuzz.commands import attack, import_all
from fuzz.keys import SETTLED, rattle
from fuzz.reloads import SETTLED as RELOADED
from fuzz.reloads import reload
from restricted_walk import EVERYWHERE, make_desk, watch

TESTS = Path(__file__).parent.parent
KEYS_FOR_EACH = 100
GROWTH = 1.1
"""Of memory, from when everything has been seen once to the end: more is a fault."""


def dossiers(seed: int, count: int) -> list[str]:
    """Everything that prints, on so many hostile dossiers."""
    import_all()
    faults: list[str] = []
    runs = 0
    for done, one in enumerate(range(seed, seed + count), 1):
        more, wrong = attack(one)
        runs, faults = runs + more, faults + wrong
        for line in wrong:
            print(line, flush=True)
        if done % 100 == 0 or done == count:
            print(f"{done} dossiers, {runs} runs, {len(faults)} faults", flush=True)
    return faults


def keys(seed: int, count: int) -> list[str]:
    """Random keys in one reader."""
    pressed = count * KEYS_FOR_EACH
    settled, end, wrong = rattle(seed, pressed)
    print(f"{pressed} keys: {settled:.1f} MB, then {end:.1f} MB")
    grows = pressed > 2 * SETTLED and end > GROWTH * settled
    return [*wrong, *["memory grows with keys"] * grows]


def reloads(_: int, count: int) -> list[str]:
    """A file that changes under one reader."""
    settled, end = reload(count // 2)
    print(f"{count // 2} reloads: {settled:.1f} MB, then {end:.1f} MB")
    grows = count // 2 > 2 * RELOADED and end > GROWTH * settled
    return ["memory grows with reloads"] * grows


def saves(_: int, __: int) -> list[str]:
    """Every failing call of the notebook's and the corrections' saves."""
    files = [str(TESTS / "notes/test_storage.py"), str(TESTS / "home/test_corrections.py")]
    return _fails("saves", [sys.executable, "-m", "pytest", *files])


def kills(seed: int, count: int) -> list[str]:
    """Writers and readers that are killed."""
    scripts = {"kill_writers.py": count, "kill_readers.py": count // 10}
    return [
        fault
        for script, times in scripts.items()
        for fault in _fails(
            script, [sys.executable, str(TESTS / "notes" / script), str(times), str(seed)]
        )
    ]


def restricted(_: int, __: int) -> list[str]:
    """All of restricted mode, with every hostile variable: what the system saw of it."""
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder))
        before = {*desk.iterdir()}
        seen = watch(desk, EVERYWHERE)
        calls = len((desk / "trace").read_text().splitlines())
        left = {*desk.iterdir()} - before - {desk / "trace"}
    print(
        f"restricted mode: {calls} calls watched, {len(seen)} seen outside, {len(left)} files left"
    )
    return [*seen, *map(str, left)]


def _fails(what: str, command: list[str]) -> list[str]:
    return [f"{what} failed"] * (subprocess.run(command).returncode != 0)


PARTS: dict[str, Callable[[int, int], list[str]]] = {
    "dossiers": dossiers, "keys": keys, "reloads": reloads, "saves": saves, "kills": kills,
    "restricted": restricted,
}  # fmt: skip


def main(seed: int, count: int, *parts: str) -> int:
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        os.environ["ARMREADER_HOME"] = home
        for part in parts or PARTS:
            faults += PARTS[part](seed, count)
    print(*faults, f"{len(faults)} faults in all", sep="\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:]))
