"""Changes on their way to the disk: appended, or a new file that replaces the old. If the file
system has no locks, nothing is replaced, only appended. Either way the file that was written is
checked to be the one that the path still names, since editors know of no lock.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from armreader.notes.storage import ROUNDS, NotesError, NotesFile, Stamp, named_stamp, opened
from armreader.store.files import replace


def append(path: Path, compose: Callable[[NotesFile], bytes], *, private: bool) -> Stamp:
    """Append what ``compose`` makes of the open file, if the path still names it at the end."""
    for _ in range(ROUNDS):
        with opened(path, private=private, create=True) as file:
            data = compose(file)
            if data:
                file.append(data)
            if file.still_named():
                return file.stamp()
    raise NotesError(f"{path} is replaced again and again by another program; save it there first")


def rewrite(
    path: Path,
    change: Callable[[bytes], bytes],
    instead: Callable[[bytes], bytes],
    *,
    private: bool,
) -> Stamp:
    """Replace the content with what ``change`` makes of it, or append if there are no locks.

    Raises FileNotFoundError if there is no file; returns the stamp of what was written.
    """
    for _ in range(ROUNDS):
        with opened(path, private=private, create=False) as file:
            if not file.locked:
                file.append(instead(file.read()))
                if file.still_named():
                    return file.stamp()
                continue
            stamp, data = file.stamp(), file.read()
            new = change(data)
            if new == data:
                return stamp
            written = _replace(file, stamp, new)
            if written:
                _rescue(file, stamp, data)
                return written
    raise NotesError(f"{path} keeps changing under another program; close it there and try again")


def _replace(file: NotesFile, stamp: Stamp, data: bytes) -> Stamp | None:
    """Replace the old file with a new one; does nothing and returns None if the old has changed."""
    mode = stat.S_IMODE(os.fstat(file.descriptor).st_mode)
    written = replace(file.path, data, mode=mode, unless=lambda: named_stamp(file.path) != stamp)
    return Stamp.of(written) if written else None


def _rescue(file: NotesFile, stamp: Stamp, data: bytes) -> None:
    """Carry over what another program wrote into the old file after it was read."""
    if file.stamp() == stamp:
        return
    late = file.read()
    if late.startswith(data):
        append(file.path, lambda _: late[len(data) :], private=False)
        return
    aside = file.path.with_name(f"{file.path.stem}.conflict{file.path.suffix}")
    append(aside, lambda _: late, private=False)
    raise NotesError(
        f"another program saved {file.path} at the same moment; its text is in {aside}"
    )
