"""Two readers share a notebook, each in its own terminal, and are killed at random.

Every star that was on the screen must be in the notebook.

``python tests/notes/kill_readers.py [READERS [SEED]]`` presses ``b`` on quote after quote, counts
the stars that the screen shows, and ends each reader by SIGKILL, SIGHUP or SIGTERM, or closes its
terminal. The exit status is 1 if the notebook has fewer bookmarks than a screen confirmed.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pexpect
import pyte

from armreader.home.folders import bundled
from armreader.notes.notebook import Notebook
from armreader.opening.open import open_dossier
from armreader.opening.places import Places
from armreader.ui.looks.glyphs import Glyphs

ENDS = (signal.SIGKILL, signal.SIGHUP, signal.SIGTERM, None)
"""None means closing the terminal."""
START = 30.0
"""Seconds that a reader may take to show the dossier on a machine that is busy."""
LIFETIME = 3.0
"""The longest time that it lives after its first bookmark."""
_LOADED = re.compile(r"Articles \d")
"""What the head of the screen says when the dossier is open."""


class Reader:
    """A reader in a terminal, and what its screen shows."""

    def __init__(self, notes: Path, home: Path) -> None:
        self.screen = pyte.Screen(120, 40)
        self.stream = pyte.ByteStream(self.screen)
        environment = {**os.environ, "ARMREADER_HOME": str(home)}
        environment |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
        arguments = ["-m", "armreader", "read", "--notes", str(notes)]
        self.child = pexpect.spawn(
            sys.executable, arguments, dimensions=(40, 120), env=environment, timeout=None,
            preexec_fn=_hear_hang_ups,
        )  # fmt: skip

    def wait(self, seen: Callable[[str], bool], seconds: float) -> bool:
        """Whether the screen came to show it in time."""
        until = time.monotonic() + seconds
        changed = True
        while not (changed and seen(self.shown())):
            if time.monotonic() > until:
                return False
            try:
                self.stream.feed(self.child.read_nonblocking(65536, 0.02))
                changed = True
            except pexpect.TIMEOUT:
                changed = False
            except pexpect.EOF:
                return False
        return True

    def shown(self) -> str:
        return "\n".join(self.screen.display)

    def starred(self) -> str:
        """The row that the quotes pane is at, where it has a star; else nothing."""
        lines = self.screen.display
        top = next((number for number, line in enumerate(lines) if "─ 4 Quotes " in line), None)
        if top is None:
            return ""
        rows = [line[lines[top].index("─ 4 Quotes ") :] for line in lines[top + 1 :]]
        marks = Glyphs()
        starred = (row for row in rows if marks.cursor in row and marks.bookmark in row)
        return next(starred, "").strip()

    def bookmark(self, step: str, until: float) -> bool:
        """Go one quote on and press ``b``; whether its star came in time."""
        self.child.send(step)
        if not self.wait(lambda _: not self.starred(), until - time.monotonic()):
            return False
        self.child.send("b")
        return self.wait(lambda _: bool(self.starred()), until - time.monotonic())

    def end(self, how: signal.Signals | None) -> None:
        if how is None:
            os.close(self.child.child_fd)
        else:
            with suppress(ProcessLookupError):
                os.kill(self.child.pid, how)
        with suppress(pexpect.ExceptionPexpect, OSError):
            self.child.wait()
        with suppress(pexpect.ExceptionPexpect, OSError):
            self.child.close(force=True)


def _hear_hang_ups() -> None:
    """What is started under nohup, or in the background, ignores them from the start."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def read_and_die(notes: Path, number: int, confirmed: list[str], chance: random.Random) -> None:
    """One reader's life, from the top of the quotes or from their end, and the rows it starred."""
    how, lifetime = chance.choice(ENDS), chance.uniform(0, LIFETIME)
    home = notes.parent / f"home-{number}"
    shutil.copytree(notes.parent.parent / "kept", home / "cache")
    reader = Reader(notes, home)
    try:
        if not reader.wait(lambda shown: bool(_LOADED.search(shown)), START):
            raise RuntimeError(f"the reader did not start:\n{reader.shown()}")
        for key in ("4", "gG"[number]):  # typed together they are a number and a jump
            reader.child.send(key)
            reader.wait(lambda _: False, 0.5)
        until = time.monotonic() + START
        while len(confirmed) < 20 and reader.bookmark("jk"[number], until):
            confirmed.append(reader.starred())
            if len(confirmed) == 1:
                until = time.monotonic() + lifetime
    finally:
        reader.end(how)


def kill_readers(rounds: int, seed: int) -> tuple[int, list[str]]:
    """How many bookmarks the screens confirmed, and in which rounds the notebook lacks some."""
    total, lost = 0, []
    with tempfile.TemporaryDirectory() as above:
        open_dossier([str(bundled("seeds"))], Places(None, Path(above, "kept", "store.db")))
        for round_ in range(rounds):
            with tempfile.TemporaryDirectory(dir=above) as folder:
                notes = Path(folder) / "notes.md"
                confirmed: tuple[list[str], list[str]] = ([], [])
                lives = [
                    threading.Thread(
                        target=read_and_die,
                        args=(notes, number, rows, random.Random(f"{seed} {round_} {number}")),
                    )
                    for number, rows in enumerate(confirmed)
                ]
                for life in lives:
                    life.start()
                for life in lives:
                    life.join()
                contents = Notebook(notes).load()
                starred = sum(map(len, confirmed))
                total += starred
                if len(contents.bookmarks) < starred or contents.problems:
                    held = "\n".join(bookmark.words[:60] for bookmark in contents.bookmarks)
                    lost.append(f"confirmed {confirmed}, held:\n{held}")
    return total, lost


def main(readers: int = 1000, seed: int = 1) -> int:
    confirmed, lost = kill_readers((readers + 1) // 2, seed)
    print(f"{readers} readers ended, {confirmed} confirmed, {len(lost)} rounds with a loss")
    print(*lost, sep="\n")
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
