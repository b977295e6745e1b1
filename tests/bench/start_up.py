"""How long the printing commands take to answer, beside importing two of the dependencies.

The bar: no more than three times ``python -c "import rapidfuzz, platformdirs"``, side by side.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 11
FLOOR = ("-c", "import rapidfuzz, platformdirs")
COMMANDS = ("--version", "--help", "articles", "timeline", "quotes", "export", "search peace")


def seconds(arguments: tuple[str, ...]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    runs = {"import rapidfuzz, platformdirs": FLOOR} | {
        f"armreader {command}": ("-m", "armreader", *command.split()) for command in COMMANDS
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, arguments in runs.items():
            times[name].append(seconds(arguments))
    floor = statistics.median(times["import rapidfuzz, platformdirs"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:32} {median * 1000:7.0f} ms  {median / floor:5.2f} x")


if __name__ == "__main__":
    main()
