"""Indexing a library in another process while its stories are on the screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from subprocess import DEVNULL, Popen

_LINE = 4_096
"""Bytes at the end of its output in which the last line is looked for."""
_FAILED = 2
"""The exit code of a command that failed (see ``cli.command``)."""


class Indexing:
    """Brings the library of the paths up to date; what is done when it is stopped stays done."""

    def __init__(self, paths: Sequence[str]) -> None:
        # A file, not a pipe: nobody reads it while a story is open.
        self._written = tempfile.TemporaryFile()  # noqa: SIM115
        # -P: nothing is imported from the folder that happens to be the current one.
        command = [sys.executable, "-P", "-m", "armreader", "index", *paths]
        self._child = Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=self._written)

    @property
    def ended(self) -> bool:
        return self._child.poll() is not None

    @property
    def failed(self) -> bool:
        """Whether it ended without having done its work."""
        return self.ended and self._child.returncode not in range(_FAILED)

    def last_line(self) -> str:
        """What it wrote last: how far it is, or why it failed; empty where that is nothing yet."""
        written = self._written.fileno()
        size = os.fstat(written).st_size
        lines = (
            os.pread(written, _LINE, max(0, size - _LINE)).decode("utf-8", "replace").split("\n")
        )
        return lines[-2].removeprefix("armreader: ") if len(lines) > 1 else ""

    def stop(self) -> None:
        """End it where it is."""
        self._child.terminate()
        self._child.wait()
        self._written.close()
