"""The user's corrections file, kept beside the notebooks: written at once, whole, by one at a time.

Its form is that of ``reading.corrections``; every line that is not changed stays as it is.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from armreader.home.folders import folders
from armreader.reading.corrections import LARGEST, format_line, parse_line
from armreader.reading.small_file import read_small
from armreader.records import Correction

_PATIENCE, _PAUSE = 2.0, 0.005
"""Seconds to wait for another writer, who holds the lock for milliseconds, and between looks."""
_HEAD = "# Corrections of armreader, one a line; delete a line to undo it.\n"


def corrections_file() -> Path:
    """Where the user's corrections are kept, beside the notebooks."""
    return folders().data / "corrections" / "corrections.txt"


def add_correction(file: Path, correction: Correction) -> None:
    """Write a correction to the file, at once and whole; ``OSError`` where that cannot be done.

    What it makes void goes: another date of the article, ``same`` for ``different``.
    """
    _rewrite(file, lambda lines: [*_without(lines, correction), format_line(correction)])


def remove_correction(file: Path, correction: Correction) -> None:
    """Take a correction out of the file again; ``OSError`` where that cannot be done."""
    _rewrite(file, lambda lines: [line for line in lines if parse_line(line) != correction])


def _without(lines: list[str], new: Correction) -> list[str]:
    """The lines that a new correction leaves valid."""

    def void(line: str) -> bool:
        old = parse_line(line)
        if not isinstance(old, Correction):
            return False
        if new.kind in ("date", "source", "speaker", "name", "call", "when"):
            return (old.kind, old.subject) == (new.kind, new.subject)
        pair = {new.subject, new.value}
        if new.kind in ("same", "different"):
            return old.kind in ("same", "different") and {old.subject, old.value} == pair
        return old == new

    return [line for line in lines if not void(line)]


def _rewrite(file: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Replace a file by its changed lines in one step, while no other reader writes it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(file.parent) as folder:
        try:
            old = read_small(file, LARGEST).decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            old = _HEAD
        lines = change(old.split("\n")[:-1] if old.endswith("\n") else old.split("\n"))
        handle, name = tempfile.mkstemp(dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
                out.flush()
                os.fsync(out.fileno())
            Path(name).replace(file)
            with suppress(OSError):  # not every file system can; the file itself is on the disk
                os.fsync(folder)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


@contextmanager
def _alone(folder: Path) -> Iterator[int]:
    """Hold the lock of a folder, and have it open; a dead process drops it.

    OSError, in words, where another holds it too long.
    """
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    until = time.monotonic() + _PATIENCE
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise OSError("another reader is saving; try again") from None
            time.sleep(_PAUSE)
        yield handle
    finally:
        os.close(handle)
