"""A program under a real pseudo-terminal, with a terminal model that shows what it drew."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyte

PYTHON = sys.executable
READER = (PYTHON, "-m", "armreader")
KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "escape": "\x1b",
    "enter": "\r",
    "tab": "\t",
}

_ANSWERS = {
    b"\x1b[5n": b"\x1b[0n",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}
_QUERIES = re.compile(b"|".join(map(re.escape, _ANSWERS)))
UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[ -/]*[@-~]|\x1b\[\??[0-9;]*\$[a-z]|\x1b\[\?[0-9;]*[urs]"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^][^\x1b]*\x1b\\"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^][^\x07\x1b]*\x1b?)?\Z")
_QUIET = 0.12
"""Seconds without output after which the program is taken to wait for a key."""


class PseudoTerminal:
    """Runs a command; ``size`` columns and rows, ``answers``: as a modern terminal does."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 36),
        environ: Mapping[str, str | None] | None = None,
        answers: bool = True,
        cwd: Path | None = None,
    ) -> None:
        self.answers = answers
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.output = bytearray()
        self.last_read = 0.0
        self._rest = b""
        self._lines: list[str] | None = None
        """The screen as text, until something is drawn: waiting asks for it again and again."""
        self.status: int | None = None
        self.master, slave = os.openpty()
        self._set_size(*size)
        self.modes_before = termios.tcgetattr(slave)
        # The size is asked of the terminal, not taken from whoever runs the tests.
        variables = {"COLUMNS": None, "LINES": None, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        whole: dict[str, str | None] = {**os.environ, **variables, **(environ or {})}
        own = {name: value for name, value in whole.items() if value is not None}
        self.home = Path(own.get("ARMREADER_HOME", ""))
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(self.master)
                if cwd:
                    os.chdir(cwd)
                os.login_tty(slave)
                for ignored in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
                    signal.signal(ignored, signal.SIG_DFL)  # tests in the background ignore them
                os.execvpe(command[0], list(command), own)
            finally:
                os._exit(127)
        self.slave = slave

    def __enter__(self) -> PseudoTerminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None and not self._reap():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        for end in (self.master, self.slave):
            if end >= 0:
                os.close(end)

    # What the program does

    def read(self, seconds: float) -> bool:
        """Take the output of the next moment; whether there was any."""
        if self.master < 0:
            time.sleep(min(seconds, 0.01))
            return False
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.last_read = time.perf_counter()
        self.output += data
        data = self._rest + data
        cut = _UNFINISHED.search(data)
        data, self._rest = (data[: cut.start()], data[cut.start() :]) if cut else (data, b"")
        if self.answers:
            for query in _QUERIES.findall(data):
                os.write(self.master, _ANSWERS[query])
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        self._lines = None
        return True

    def wait(self, condition: Callable[[], bool], seconds: float = 15) -> None:
        """Read until the condition holds; fails with the screen when it never does."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError("waited in vain; the screen:\n" + "\n".join(self.lines()))
            self.read(0.02)

    def wait_for(self, words: str, seconds: float = 15) -> None:
        """Read until the screen shows the words."""
        self.wait(lambda: words in self.text(), seconds)

    def settle(self, quiet: float = _QUIET) -> None:
        """Read until the program has been silent for so many seconds, and has nothing to do."""
        end = time.monotonic() + 10
        patience = time.monotonic() + 2
        while time.monotonic() < end:
            if not self.read(quiet) and not (self._runs() and time.monotonic() < patience):
                return

    def _runs(self) -> bool:
        """Whether a thread of it runs, or waits for a processor that others have."""
        for about in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with suppress(OSError):
                if about.read_text().rpartition(")")[2].split()[0] == "R":
                    return True
        return False

    def wait_for_end(self, seconds: float = 5) -> int:
        """The exit status, negative for a signal; fails when the program does not end."""
        self.wait(self._reap, seconds)
        while self.read(0):
            pass
        assert self.status is not None
        return self.status

    def _reap(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    # What it shows

    def lines(self) -> list[str]:
        if self._lines is None:
            columns = range(self.screen.columns)
            rows = map(self.screen.buffer.__getitem__, range(self.screen.lines))
            # The second cell of a wide character is empty.
            self._lines = ["".join([row[x].data for x in columns]).rstrip() for row in rows]
        return self._lines

    def text(self) -> str:
        return "\n".join(self.lines())

    def cells(self) -> list[list[Cell]]:
        """Every cell: its character and all its attributes."""
        columns = range(self.screen.columns)
        rows = map(self.screen.buffer.__getitem__, range(self.screen.lines))
        return [[row[x] for x in columns] for row in rows]

    def modes_restored(self) -> bool:
        """Whether the line discipline is as it was before the program began."""
        return bool(termios.tcgetattr(self.slave) == self.modes_before)

    def looks(self) -> list[list[Cell]]:
        """Every cell as it looks."""
        return looks(self.screen)

    # What a person does

    def press(self, *keys: str) -> None:
        """Type keys by name or as characters."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())

    def bytes_of(self, key: str, *, surely: bool = False) -> int:
        """Press a key and count what it makes the program send; ``surely`` something."""
        before = len(self.output)
        self.press(key)
        if surely:
            self.wait(lambda: len(self.output) > before)
        elif not self.read(1.5 * _QUIET) and not self._runs() and not self.read(3 * _QUIET):
            return 0  # a frame that is late would be counted with the next key
        self.settle()
        return len(self.output) - before

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self._lines = None
        self._set_size(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as a dropped connection does."""
        for end in (self.slave, self.master):
            os.close(end)
        self.master = self.slave = -1

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


Cell = tuple[object, ...]


def looks(screen: pyte.Screen) -> list[list[Cell]]:
    """Every cell as it looks: what only colours letters does not show on a blank."""
    rows = []
    for y in range(screen.lines):
        row = []
        for x in range(screen.columns):
            char = screen.buffer[y][x]
            plain_blank = char.data == " " and not (
                char.underscore or char.reverse or char.strikethrough
            )
            row.append((" ", char.bg) if plain_blank else tuple(char))
        rows.append(row)
    return rows


def floor(before: list[list[Cell]], after: list[list[Cell]]) -> int:
    """Bytes that a renderer which compares cells needs from one screen to the other.

    An address for each run of changed cells (gaps up to six cells are rewritten), a change of
    attributes where they differ, and the characters, as curses and its like would send them.
    """
    total = 0
    attributes: tuple[object, ...] | None = None
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        end = -99
        for x, (was, now) in enumerate(zip(old, new, strict=True)):
            if was == now:
                continue
            gap = new[end:x] if 0 < x - end <= 6 else []
            if gap and all(cell[1:] == attributes for cell in gap):
                total += sum(len(str(cell[0]).encode()) for cell in gap)
            elif x != end:
                total += len(f"\x1b[{y + 1};{x + 1}H")
            if now[1:] != attributes:
                total += _attribute_bytes(attributes, now[1:])
                attributes = now[1:]
            total += len(str(now[0]).encode())
            end = x + 1
    return total


def _attribute_bytes(old: tuple[object, ...] | None, new: tuple[object, ...]) -> int:
    old = old or ("default", "default", *[False] * 6)
    colours = sum(
        18 if len(str(now)) == 6 else 4
        for was, now in zip(old[:2], new[:2], strict=True)
        if was != now
    )
    switches = 3 * sum(was != now for was, now in zip(old[2:], new[2:], strict=True))
    return 3 + colours + switches
