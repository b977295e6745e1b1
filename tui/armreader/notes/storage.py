"""The notebook's file, open and locked: a plain file of this user, or a line that says why not.

``flock`` orders the writers; a dead process drops its lock.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from armreader.records.visible import visible_line
from armreader.store.files import FLAGS, lock, make_folder, sync_folder, write_all

LARGEST = 256 * 1024 * 1024
"""Bytes; a larger file is not a notebook."""
ROUNDS = 300
"""How often to start over if the file is replaced meanwhile."""


class NotesError(Exception):
    """The notebook could not be read or saved; the text is one line: what, where, what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(visible_line(message))


class Stamp(NamedTuple):
    """What tells whether a file is the same, unchanged; two reads of a stamp compare equal."""

    device: int
    inode: int
    size: int
    changed: int
    """Nanoseconds."""

    @classmethod
    def of(cls, found: os.stat_result) -> Stamp:
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class NotesFile:
    """The open file of a notebook, ready to be read, appended to or replaced."""

    path: Path
    descriptor: int
    locked: bool
    """Whether no other reader can write; else the file may only be appended to."""

    def stamp(self) -> Stamp:
        return Stamp.of(os.fstat(self.descriptor))

    def read(self) -> bytes:
        """The whole content."""
        size = os.fstat(self.descriptor).st_size
        if size > LARGEST:
            raise NotesError(f"{self.path} is too large for a notebook; give another with --notes")
        parts, offset = [], 0
        while part := os.pread(self.descriptor, max(size - offset, 0) + 1, offset):
            parts.append(part)
            offset += len(part)
        return b"".join(parts)

    def tail(self) -> bytes:
        """The last two bytes, or as many as there are."""
        size = os.fstat(self.descriptor).st_size
        return os.pread(self.descriptor, 2, max(0, size - 2))

    def append(self, data: bytes) -> None:
        """Append and sync to disk; on an error, what was written is undone."""
        before = os.fstat(self.descriptor).st_size
        try:
            write_all(self.descriptor, data)
            os.fsync(self.descriptor)
        except BaseException:
            with suppress(OSError):
                # An editor that ignores the lock may have written after it: that stays.
                if self.locked and data.startswith(
                    os.pread(self.descriptor, len(data) + 1, before)
                ):
                    os.ftruncate(self.descriptor, before)
            raise

    def still_named(self) -> bool:
        """Whether the path still names this file, and nobody has replaced it."""
        named = named_stamp(self.path)
        return named is not None and named[:2] == self.stamp()[:2]


def read(path: Path) -> tuple[bytes, Stamp | None]:
    """The content and its stamp; empty and None where there is no file yet."""
    try:
        with opened(path, private=False, create=False, write=False) as file:
            return file.read(), file.stamp()
    except FileNotFoundError:
        return b"", None


@contextmanager
def opened(path: Path, *, private: bool, create: bool, write: bool = True) -> Iterator[NotesFile]:
    """The file open and locked; NotesError where it is no plain file of this user.

    ``private`` holds its folder to 0700; what is created is 0600 whatever the umask.
    FileNotFoundError only where there is no file and none is to be created.
    """
    try:
        if create:
            make_folder(path.parent)
            if private:
                _keep_private(path.parent)
        descriptor, created, locked = _open_locked(path, create=create, write=write)
        try:
            yield NotesFile(path, descriptor, locked)
        except BaseException:
            if created and locked and not os.fstat(descriptor).st_size:
                path.unlink(missing_ok=True)
            with suppress(OSError):
                os.close(descriptor)
            raise
        os.close(descriptor)
    except FileNotFoundError:
        if create:
            raise NotesError(f"the folder of {path} vanished; nothing was saved") from None
        raise
    except OSError as error:
        raise _explained(error, path, write=write) from error


def _open_locked(path: Path, *, create: bool, write: bool) -> tuple[int, bool, bool]:
    """A descriptor of the file that the path names while it is locked; created; locked."""
    for _ in range(ROUNDS):
        descriptor, created = _open(path, create=create, write=write)
        try:
            locked = lock(descriptor, shared=not write) == "held"
            if NotesFile(path, descriptor, locked).still_named():
                return descriptor, created, locked
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
    raise NotesError(f"{path} is replaced again and again by another program; try again")


def _open(path: Path, *, create: bool, write: bool) -> tuple[int, bool]:
    flags = FLAGS | (os.O_RDWR | os.O_APPEND if write else os.O_RDONLY)
    try:
        descriptor, created = os.open(path, flags), False
    except FileNotFoundError:
        if not create:
            raise
        try:
            descriptor, created = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600), True
        except FileExistsError:
            return _open(path, create=False, write=write)
    try:
        _refuse_strange(path, os.fstat(descriptor))
        if created:
            os.fchmod(descriptor, 0o600)
            sync_folder(path.parent)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, created


def _refuse_strange(path: Path, found: os.stat_result) -> None:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    kind = kinds.get(stat.S_IFMT(found.st_mode))
    if kind:
        raise NotesError(f"{path} is {kind}, not a notebook; give a plain file with --notes")
    if found.st_uid != os.geteuid():
        raise NotesError(f"{path} belongs to another user; give a file of your own with --notes")


def _keep_private(folder: Path) -> None:
    """Set a folder of ours to 0700 where others may enter it."""
    found = folder.stat()
    if found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)


def named_stamp(path: Path) -> Stamp | None:
    """The stamp of the file that the path names now."""
    try:
        return Stamp.of(path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return None


_ADVICE = {
    errno.ENOSPC: "the disk is full: free some space and try again",
    errno.EDQUOT: "your quota is used up: free some space and try again",
    errno.EROFS: "the file system is read-only: give another place with --notes",
    errno.EACCES: "permission denied: check its permissions or give another with --notes",
    errno.EPERM: "permission denied: check its permissions or give another with --notes",
    errno.ELOOP: "it is a symbolic link: give the file itself with --notes",
    errno.EISDIR: "it is a folder: give a plain file with --notes",
    errno.ENXIO: "it is a socket or a device: give a plain file with --notes",
    errno.ENOTDIR: "a file is where its folder should be: move it away or use --notes",
    errno.EIO: "the disk reports an error: save elsewhere with --notes",
}


def _explained(error: OSError, path: Path, *, write: bool) -> NotesError:
    what = "the notebook was not saved" if write else "the notebook cannot be read"
    reason = (
        _ADVICE.get(error.errno or 0) or f"{error.strerror or error}: try again, or use --notes"
    )
    return NotesError(f"{what}, {path}: {reason}")
