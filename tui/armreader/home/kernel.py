"""Walls in the kernel for restricted mode, where available: Landlock and seccomp, by ctypes.

Landlock (Linux 5.13, docs.kernel.org/userspace-api/landlock.html) keeps writing to some folders;
seccomp refuses the calls that run a program or open a connection. Neither can be taken down again,
by this process or by what it starts. Elsewhere nothing happens.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""System calls of Landlock, the same on every machine."""
_EXECUTE, _WRITE_FILE, _TRUNCATE = 1 << 0, 1 << 1, 1 << 14
_CHANGES = sum(1 << bit for bit in range(4, 13))
"""Removing, and making files, folders, links, pipes, sockets and devices."""
_REFER = 1 << 13
_TCP = 0b11
"""To bind and to connect."""
_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2

_CALLS = {
    "x86_64": (0xC000003E, (59, 322, 41, 42, 49, 50, 101, 311)),
    "aarch64": (0xC00000B7, (221, 281, 198, 203, 200, 201, 117, 271)),
}
"""What the machine is to seccomp, and its numbers of execve, execveat, socket, connect, bind,
listen, ptrace and process_vm_writev."""
_LOAD, _EQUAL, _ABOVE, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_OTHER_ABI = 0x40000000
"""Calls of x32 begin here."""


def wall(writable: Sequence[Path]) -> tuple[str, ...]:
    """Put up the available walls; returns their names.

    Args:
        writable: Files and folders that exist, in and below which writing goes on.
    """
    if sys.platform != "linux":
        return ()
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
            kept = _landlock(libc, writable), _seccomp(libc)
            return tuple(filter(None, kept))
    return ()


def _landlock(libc: ctypes.CDLL, writable: Sequence[Path]) -> str:
    """Its name and version; empty if it is not available."""
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return ""
    rights = _WRITE_FILE | _CHANGES
    rights |= _REFER if version >= 2 else 0
    rights |= _TRUNCATE if version >= 3 else 0
    shut = struct.pack("=QQ", rights | _EXECUTE, _TCP if version >= 4 else 0)
    size = 16 if version >= 4 else 8
    rules = libc.syscall(_CREATE_RULESET, shut, ctypes.c_size_t(size), 0)
    if rules < 0:
        return ""
    try:
        for path in writable:
            _permit(libc, rules, path, rights)
        done = libc.syscall(_RESTRICT_SELF, rules, 0) == 0
    finally:
        os.close(rules)
    return f"Landlock {version}" if done else ""


def _permit(libc: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    """Permit writing in and below an existing path."""
    if not path.exists():
        return
    of_files = rights & (_WRITE_FILE | _TRUNCATE)
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", rights if path.is_dir() else of_files, handle)
        libc.syscall(_ADD_RULE, rules, 1, rule, 0)
    finally:
        os.close(handle)


def _seccomp(libc: ctypes.CDLL) -> str:
    """Its name; empty if it is not available, or does not know this machine."""
    if platform.machine() not in _CALLS:
        return ""
    architecture, calls = _CALLS[platform.machine()]
    last = len(calls)
    program = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 0, last + 3, architecture),
        (_LOAD, 0, 0, 0),
        (_ABOVE, last + 1, 0, _OTHER_ABI),
        *((_EQUAL, last - at, 0, call) for at, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    code = b"".join(struct.pack("=HBBI", *line) for line in program)
    lines = ctypes.create_string_buffer(code)
    given = struct.pack("@HP", len(program), ctypes.addressof(lines))
    return "seccomp" if libc.prctl(_SET_SECCOMP, _FILTER, given, 0, 0) == 0 else ""
