"""What the user set right: a small file of lines, read at every opening and written at once.

One correction a line, its fields parted by blanks, the last one free text; ``#`` starts a comment::

    date       a-5f1c20a9e3           2024-02-22     when an article appeared (EDTF)
    source     a-5f1c20a9e3           Morning Post   whose report it is
    speaker    q-77aa01bb2c           Full Name      who said it
    name       a-5f1c20a9e3@31        Full Name      who is named there is called so everywhere
    join       a-5f1c20a9e3@120       a-0b1c2d3e4f@88   two mentions are one event
    split      a-5f1c20a9e3@120                      a mention is an event of its own
    same       q-77aa01bb2c           q-12ab34cd56   two quotes are one utterance
    different  q-77aa01bb2c           q-12ab34cd56   they are not

Ids are made from content, so a correction holds wherever the article is opened. To undo one, delete
its line. A line with a mistake is named and passed over; writing keeps every line as it stands.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import get_args

from armreader.home.folders import folders
from armreader.records import Correction, CorrectionKind, Problem
from armreader.records.dates import DateRange
from armreader.small_file import read_small

LARGEST = 16_000_000
"""Bytes; a larger file holds no corrections."""
_HEAD = "# Corrections of armreader, one a line; delete a line to undo it.\n"
_ARTICLE, _QUOTE = re.compile(r"a-[0-9a-f]{10}(-\d+)?"), re.compile(r"q-[0-9a-f]{10}(-\d+)?")
_MENTION = re.compile(r"a-[0-9a-f]{10}(-\d+)?@\d+")
_SUBJECTS = {
    "date": (_ARTICLE, "an article's id"),
    "source": (_ARTICLE, "an article's id"),
    "speaker": (_QUOTE, "a quote's id"),
    "same": (_QUOTE, "a quote's id"),
    "different": (_QUOTE, "a quote's id"),
    "name": (_MENTION, "a place (article-id@start)"),
    "join": (_MENTION, "a mention (article-id@start)"),
    "split": (_MENTION, "a mention (article-id@start)"),
}


def corrections_file() -> Path:
    """Where the user's corrections are kept, beside the notebooks."""
    return folders().data / "corrections" / "corrections.txt"


def read_corrections(file: Path) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections of a file, and a problem for every line with a mistake; none, if no file."""
    try:
        text = read_small(file, LARGEST).decode("utf-8", "replace")
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (Problem(str(file), f"cannot be read: {error.strerror or error}"),)
    found: list[Correction] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        correction = parse_line(line)
        if isinstance(correction, str):
            problems.append(Problem(str(file), f"line {number}: {correction}"))
        elif correction:
            found.append(correction)
    return tuple(found), tuple(problems)


def parse_line(line: str) -> Correction | str | None:
    """The correction of a line; what is wrong with it, in words; None for an empty line."""
    line = line.strip() if line.lstrip().startswith("#") else line.split(" #", 1)[0].strip()
    if not line or line.startswith("#"):
        return None
    kind, _, rest = _first(line)
    if kind not in get_args(CorrectionKind):
        return f"{kind!r} is no kind of correction ({', '.join(get_args(CorrectionKind))})"
    subject, _, value = _first(rest)
    pattern, what = _SUBJECTS[kind]
    if not pattern.fullmatch(subject):
        return f"{subject or 'nothing'!r} is not {what}"
    if kind == "date" and DateRange.from_edtf(value) is None:
        return f"{value!r} is not a date (2024-02-22, 2024-02, 2023/2024)"
    if kind in ("source", "speaker", "name") and not value:
        return f"{kind} needs a name"
    if kind in ("same", "different", "join") and not pattern.fullmatch(value):
        return f"{value or 'nothing'!r} is not {what}"
    if kind == "split" and value:
        return f"{value!r} is too much"
    return Correction(kind, subject, value)  # type: ignore[arg-type]


def _first(line: str) -> tuple[str, str, str]:
    """The first word of a line, a blank, and the rest."""
    word, *rest = line.split(None, 1) or [""]
    return word, " ", rest[0].strip() if rest else ""


def format_line(correction: Correction) -> str:
    """The line of a correction, as ``parse_line`` reads it; a value is kept to one line."""
    value = " ".join(correction.value.replace("#", " ").split())
    return f"{correction.kind:<10} {correction.subject} {value}".rstrip()


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
        if new.kind in ("date", "source", "speaker", "name"):
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
    """Hold the lock of a folder, and have it open; a dead process drops it."""
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)
