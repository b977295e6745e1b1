"""What a person at the terminal feels: bytes and milliseconds a key, start, idle, and slow lines.

Each program runs under a pseudo-terminal of 120×36 with 256 colours, beside a Textual hello world
and the same three panes as Textual alone would send them. Times are medians in milliseconds, from
the key to the last byte. The slow lines are simulated: a queue of 64 KiB that drains at the rate,
as between sshd and the network, and a distance.
"""

from __future__ import annotations

import heapq
import os
import re
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from pseudo_terminal import KEYS, PseudoTerminal, floor  # noqa: E402

ROUNDS = 3
PAIRS = 15
TAKEN_OVER = b"\x1b[?2004h"
"""What Textual sends when it starts."""
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    BINDINGS = [("q", "quit")]
    def compose(self): yield Static("hello world")
Hello().run(mouse=False)
"""
ARMREADER = (sys.executable, str(Path(sys.executable).with_name("armreader")))
"""As it is installed: `python -m` takes some milliseconds of its own."""
PANES = (sys.executable, str(TESTS / "ui" / "three_panes.py"))
PLAIN = (
    "import runpy, sys; from armreader.ui.terminal import screen_writer as w;"
    "w.misfit = lambda: 'bench';"
    f"runpy.run_path({PANES[1]!r}, run_name='__main__')"
)
PROGRAMS = {
    "hello world": ((sys.executable, "-c", HELLO), "hello"),
    "three panes, Textual alone": ((sys.executable, "-c", PLAIN), "  33 "),
    "three panes": (PANES, "  33 "),
    "armreader": (ARMREADER, "Articles"),
}
WHOLE = {"armreader": "Articles 5"}
"""What the screen shows when the dossier has been read as well."""
FIRST_KEY = {"armreader": "3"}
"""The pane in which a key is held."""
ACTIONS = {
    "three panes, Textual alone": ["j", "\t", " "],
    "three panes": ["j", "\t", " "],
    "armreader": ["34", "jjk", "nnN", "2", " -", "JK", "}{", "zz", "?\x1b"],
}
HELD, PER_SECOND = 50, 25
"""Key presses of two seconds, fewer than the bundled dossier has rows."""
LINES = {"1 Mbit/s, 100 ms": (125_000, 0.1), "56 kbit/s, 300 ms": (7_000, 0.3)}


def memory(pid: int) -> float:
    """Resident memory in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(name: str, home: str) -> tuple[PseudoTerminal, float]:
    command, words = PROGRAMS[name]
    began = time.perf_counter()
    terminal = PseudoTerminal(command, environ={"ARMREADER_HOME": home, "COLORTERM": None})
    terminal.wait_for(words, 60)
    return terminal, time.perf_counter() - began


def opened(name: str, home: str) -> PseudoTerminal:
    """The program when it has shown everything and waits for a key."""
    terminal, _ = start(name, home)
    _wait_until_whole(name, terminal)
    return terminal


def _wait_until_whole(name: str, terminal: PseudoTerminal) -> None:
    terminal.wait_for(WHOLE.get(name, PROGRAMS[name][1]), 60)
    # The reader shows its last frame before it can take a key.
    terminal.wait(lambda: TAKEN_OVER in terminal.output)
    terminal.settle(0.5)


def press(terminal: PseudoTerminal, key: str) -> tuple[int, int, float]:
    """Bytes, the floor, and milliseconds to the last byte."""
    before, sent = terminal.cells(), len(terminal.output)
    pressed = time.perf_counter()
    terminal.press(key)
    terminal.settle()
    taken = max(0.0, terminal.last_read - pressed) if len(terminal.output) > sent else 0.0
    return len(terminal.output) - sent, floor(before, terminal.cells()), taken * 1000


def bench_paint(home: str) -> None:
    """The first start ever, beside a hello world: one after the other, many times."""
    names = ("hello world", "armreader")
    taken: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(PAIRS):
        for name in names:
            rmtree(home, ignore_errors=True)  # no dossier remembered, no last frame
            terminal, seconds = start(name, home)
            with terminal:
                taken[name].append(seconds * 1000)
    base, own = (statistics.median(taken[name]) for name in names)
    print(
        f"first paint, {PAIRS} pairs: hello world {base:.0f} ms, armreader {own:.0f} ms,", end=" "
    )
    quickest = min(taken["armreader"]) / min(taken["hello world"])
    print(f"ratio of medians {own / base:.2f}, of the quickest {quickest:.2f}\n")


def bench_starts(home: str) -> None:
    print(
        f"{'start':28} {'paint ms':>9} {'bytes':>7} {'MiB':>6} {'idle bytes':>11} {'idle CPU':>9}"
    )
    for name in PROGRAMS:
        taken, sizes, resident, idle, busy = [], [], [], 0, 0.0
        for _ in range(ROUNDS):
            rmtree(home, ignore_errors=True)  # no dossier remembered, no last frame
            terminal, seconds = start(name, home)
            with terminal:
                _wait_until_whole(name, terminal)
                taken.append(seconds * 1000)
                sizes.append(len(terminal.output))
                resident.append(memory(terminal.pid))
                before, used = len(terminal.output), processor_seconds(terminal.pid)
                end = time.monotonic() + 1
                while time.monotonic() < end:
                    terminal.read(0.2)
                idle += len(terminal.output) - before
                busy += processor_seconds(terminal.pid) - used
        figures = [statistics.median(one) for one in (taken, sizes, resident)]
        print("{:28} {:9.0f} {:7.0f} {:6.1f}".format(name, *figures), f"{idle:11} {busy:9.2f}")


def _has_written(terminal: PseudoTerminal) -> bool:
    return bool(terminal.output)


def bench_resume(home: str) -> None:
    """Milliseconds to the first byte, which is the last frame, when the reader starts again."""
    taken = []
    for _ in range(2 * ROUNDS):
        began = time.perf_counter()
        with PseudoTerminal(ARMREADER, environ={"ARMREADER_HOME": home}) as terminal:
            terminal.wait(partial(_has_written, terminal))
            taken.append((terminal.last_read - began) * 1000)
            _wait_until_whole("armreader", terminal)
            terminal.press("q")
            terminal.wait_for_end(20)
    print(f"\n{'last frame on resume':28} {statistics.median(taken[1:]):9.0f}")


def bench_keys(home: str) -> None:
    print(f"\n{'keys that changed something':38} {'bytes':>7} {'floor':>7} {'ratio':>6} {'ms':>7}")
    for name, series in ACTIONS.items():
        with opened(name, home) as terminal:
            for keys in series:
                pressed = [press(terminal, key) for _ in range(ROUNDS) for key in keys]
                changed = [one for one in pressed if one[0]]
                if not changed:
                    continue
                sent, least, taken = (statistics.median(one) for one in zip(*changed, strict=True))
                ratio = f"{sent / least:6.2f}" if least else "     –"
                title = f"{name}: {keys!r}"
                print(f"{title:38} {sent:7.0f} {least:7.0f} {ratio} {taken:7.1f}")


def bench_quitting(home: str) -> None:
    print(f"\n{'quitting':28} {'ms':>9}")
    for name in ("hello world", "three panes", "armreader"):
        taken = []
        for _ in range(ROUNDS):
            with opened(name, home) as terminal:
                began = time.perf_counter()
                terminal.press("q")
                terminal.wait_for_end(20)
                taken.append((time.perf_counter() - began) * 1000)
        print(f"{name:28} {statistics.median(taken):9.0f}")


class Line:
    """A slow line between a program and its terminal: what is read arrives later."""

    def __init__(self, terminal: PseudoTerminal, rate: float, distance: float) -> None:
        self.terminal = terminal
        self.rate = rate
        self.distance = distance
        self.free = 0.0
        self.seen = 0.0
        self.typed: list[tuple[float, bytes]] = []

    def type(self, data: bytes, at: float) -> None:
        heapq.heappush(self.typed, (at + self.distance / 2, data))

    def run(self, until: float) -> None:
        while (now := time.monotonic()) < until:
            while self.typed and self.typed[0][0] <= now:
                os.write(self.terminal.master, heapq.heappop(self.typed)[1])
            if (self.free - now) * self.rate > 65_536:
                time.sleep(0.002)
                continue
            before = len(self.terminal.output)
            if self.terminal.read(0.002):
                new = bytes(self.terminal.output[before:])
                self.free = max(self.free, time.monotonic()) + len(new) / self.rate
                self.seen = self.free + self.distance / 2
                for _ in range(new.count(b"\x1b[5n")):
                    self.type(b"\x1b[0n", self.seen)


def bench_lines(home: str) -> None:
    print(f"\n{'Down held for 2 s, then settled':50} {'ms':>7} {'bytes':>8}")
    for name in ("three panes, Textual alone", "three panes", "armreader"):
        for title, (rate, distance) in LINES.items():
            command, words = PROGRAMS[name]
            fresh = f"{home}/fresh"
            rmtree(fresh, ignore_errors=True)
            environ = {"ARMREADER_HOME": fresh, "COLORTERM": None}
            with PseudoTerminal(command, environ=environ, answers=False) as terminal:
                line = Line(terminal, rate, distance)
                while WHOLE.get(name, words) not in terminal.text():
                    line.run(time.monotonic() + 0.1)
                line.run(time.monotonic() + 3)
                line.type(FIRST_KEY.get(name, "j").encode(), time.monotonic())
                line.run(time.monotonic() + 2)
                before = len(terminal.output)
                began = time.monotonic()
                for number in range(HELD):
                    line.type(KEYS["down"].encode(), began + number / PER_SECOND)
                last = began + (HELD - 1) / PER_SECOND
                line.run(last + 0.5)
                while time.monotonic() < max(line.seen, last) + 0.6:
                    line.run(time.monotonic() + 0.1)
                lag, sent = line.seen - last, len(terminal.output) - before
            print(f"{name + ', ' + title:50} {lag * 1000:7.0f} {sent:8}")


def main() -> None:
    with TemporaryDirectory() as home:
        bench_paint(home)
        bench_starts(home)
        bench_resume(home)
        bench_keys(home)
        bench_quitting(home)
        bench_lines(home)


if __name__ == "__main__":
    main()
