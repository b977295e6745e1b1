"""The campaign: ``make fuzz SEED= COUNT=``; prints what was done and every fault, 1 where any was.

COUNT dossiers through every command and export; as many rounds of 500 keys as a tenth of them in
one reader; half as many reloads; every failing system call of every save; COUNT kills of two
writers at their saving.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.commands import attack
from fuzz.keys import SETTLED, rattle
from fuzz.reloads import SETTLED as RELOADED
from fuzz.reloads import reload

TESTS = Path(__file__).parent.parent
KEYS_FOR_EACH = 100


def main(seed: int, count: int) -> int:
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        os.environ["ARMREADER_HOME"] = home
        runs = 0
        for one in range(seed, seed + count):
            done, wrong = attack(one)
            runs, faults = runs + done, faults + wrong
            for line in wrong:
                print(line, flush=True)
        print(f"{count} dossiers, {runs} runs of commands and exports, {len(faults)} faults")
    keys = count * KEYS_FOR_EACH
    settled, end, wrong = rattle(seed, keys)
    print("\n".join([f"{keys} keys: {settled:.1f} MB, then {end:.1f} MB", *wrong]))
    if keys > 2 * SETTLED and end > 1.1 * settled:
        wrong = [*wrong, "memory grows"]
    faults += wrong
    reloads = count // 2
    settled, end = reload(reloads)
    print(f"{reloads} reloads: {settled:.1f} MB, then {end:.1f} MB")
    if reloads > 2 * RELOADED and end > 1.1 * settled:
        faults.append("memory grows with reloads")
    for script in ("kill_writers.py", "kill_readers.py"):
        kills = count if script == "kill_writers.py" else count // 10
        command = [sys.executable, str(TESTS / "notes" / script), str(kills), str(seed)]
        faults += [script] * (subprocess.run(command).returncode != 0)
    saves = [str(TESTS / "notes/test_storage.py"), str(TESTS / "home/test_corrections.py")]
    faults += ["saves"] * (subprocess.run([sys.executable, "-m", "pytest", *saves]).returncode != 0)
    print(f"{len(faults)} faults in all")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
