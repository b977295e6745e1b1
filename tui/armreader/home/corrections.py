"""The user's corrections file, kept beside the notebooks: written at once, whole, by one at a time.

Its form is that of ``reading.corrections``; every line that is not changed stays as it is.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from armreader.home.folders import folders
from armreader.reading.corrections import LARGEST, format_line, parse_line
from armreader.reading.small_file import read_small
from armreader.records import Correction
from armreader.store.files import lock, make_folder, replace

_HEAD = "# Corrections of armreader, one a line; delete a line to undo it.\n"


def corrections_file() -> Path:
    """Where the user's corrections are kept, beside the notebooks."""
    return folders().data / "corrections" / "corrections.txt"


def add_correction(file: Path, correction: Correction) -> None:
    """Write a correction to the file, at once and whole; raises ``OSError`` on failure. What it
    overrides is removed: another date of the article, ``same`` for ``different``.
    """
    _rewrite(file, lambda lines: [*_without(lines, correction), format_line(correction)])


def remove_correction(file: Path, correction: Correction) -> None:
    """Remove a correction from the file; raises ``OSError`` on failure."""
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
    """Replace a file with its changed lines in one step, while no other reader writes it."""
    make_folder(file.parent)
    folder = os.open(file.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if lock(folder) == "busy":
            raise OSError("another reader is saving; try again")
        try:
            old = read_small(file, LARGEST).decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            old = _HEAD
        lines = change(old.split("\n")[:-1] if old.endswith("\n") else old.split("\n"))
        new = "".join(f"{line}\n" for line in lines)
        replace(file, new.encode("utf-8", "surrogateescape"))
    finally:
        os.close(folder)
