"""The one atomic writer and the one lock: a file is the old one or the new one, whatever fails."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

FLAGS = os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
"""Flags for opening a file to write: never through a link, never waiting for a pipe."""
PATIENCE = 2.0
"""Seconds to wait for another writer, who holds a lock for milliseconds."""
_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)

Lock = Literal["held", "busy", "none"]


def lock(descriptor: int, *, shared: bool = False, patience: float | None = None) -> Lock:
    """Take the lock of an open file or folder; a dead process drops it.

    ``busy`` where another holds it for ``patience`` seconds (at first ``PATIENCE``), ``none`` where
    the file system has no locks.
    """
    import fcntl

    until = time.monotonic() + (PATIENCE if patience is None else patience)
    pause = 0.001
    while True:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except (BlockingIOError, InterruptedError):
            if time.monotonic() > until:
                return "busy"
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return "none"
            raise
        else:
            return "held"
        time.sleep(pause)
        pause = min(pause * 2, 0.02)


def replace(
    path: Path,
    data: bytes,
    *,
    mode: int = 0o600,
    kept: bool = True,
    unless: Callable[[], bool] = lambda: False,
) -> os.stat_result | None:
    """Replace a file with one of this content; raises OSError on failure.

    Args:
        kept: What the user made: it is on the disk before the path names it, and the caller holds
            the lock. Otherwise the last writer wins, and it may go with the machine.
        unless: Asked when all is written: True leaves the old file, and None is returned.
    """
    make_folder(path.parent)
    new = path.with_name(f".{path.name}.new" if kept else f".{path.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, FLAGS | os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        try:
            os.fchmod(descriptor, mode)
            write_all(descriptor, data)
            if kept:
                os.fsync(descriptor)
            written = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        if unless():
            new.unlink()
            return None
        new.rename(path)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    if kept:
        sync_folder(path.parent)
    return written


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte, however often that takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def make_folder(folder: Path) -> None:
    """Make the folder and those above it where they are missing: 0700, their names on the disk."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        folder.mkdir(0o700)
    except FileExistsError:
        return
    folder.chmod(0o700)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder to disk, if the file system can."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EOPNOTSUPP):
            raise
    finally:
        os.close(descriptor)
