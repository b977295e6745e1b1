"""A system call that fails once, as on a full or broken disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from typing import Any

import pytest

CALLS = (
    *("open", "write", "fsync", "rename", "close", "ftruncate", "fstat", "stat", "pread"),
    *("unlink", "mkdir", "chmod", "fchmod", "replace"),
)
ERRORS = (errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO)


class FailingCalls:
    """Stands before the system calls of ``os`` and fails the n-th, or lets it write half."""

    def __init__(self, patch: pytest.MonkeyPatch, name: str, nth: int, error: int) -> None:
        self.count = 0
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            self.count += 1
            if self.count != nth:
                return real(*arguments, **options)
            if name == "close":
                real(*arguments, **options)
            if name == "write":
                real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            raise OSError(error, os.strerror(error))

        patch.setattr(os, name, call)


def failures() -> Iterator[tuple[str, int, int]]:
    """Every call, each time it may come, with one of the errors."""
    for name in CALLS:
        for nth in range(1, 12):
            yield name, nth, ERRORS[nth % len(ERRORS)]
