"""How much one file may unpack to, over all that is nested in it."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Any, Protocol

from armreader.reading.source import LimitError, UnreadableError

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError)
"""What the standard library raises of an archive that is cut, patched, locked or too new."""

NESTED = 3
"""Containers within containers: a web archive (1) in a zip (2) in a mail (3)."""
PIECES = 50_000
TOO_MANY = f"holds more than {PIECES:,} articles; split it"
UNPACKED = 512_000_000
"""Bytes that one file may give, whatever is nested in it."""
RATIO, RATIO_FROM = 200, 16_000_000
"""Times its own size that a file may give, from so many bytes; prose packs to a fifth."""
SECONDS = 60.0
"""Of unpacking alone; what is done with the articles is not counted."""
_CHUNK = 1 << 18


@dataclass
class Budget:
    """What was spent on one file so far."""

    size: int
    """Bytes of the file as it lies on disk."""
    unpacked: int = 0
    found: int = 0
    """Pieces and members, at every depth."""
    _spent: float = 0.0
    _since: float | None = None

    def unpack(self, count: int) -> None:
        """Count bytes that were unpacked; ``LimitError`` when those are too many."""
        self.unpacked += count
        if self.unpacked > UNPACKED:
            raise LimitError(f"unpacks to more than {UNPACKED // 1_000_000} MB; split it")
        if self.unpacked > max(RATIO_FROM, RATIO * self.size):
            raise LimitError(f"unpacks to more than {RATIO} times its size, unlike any article")
        self.look_at_clock()

    def add(self) -> None:
        """Count what was found; ``LimitError`` when there are too many."""
        self.found += 1
        if self.found > NESTED * PIECES:
            raise LimitError(TOO_MANY)
        self.look_at_clock()

    def start_clock(self) -> None:
        """Time is spent from now on."""
        self._since = time.monotonic()

    def stop_clock(self) -> None:
        """Time is spent no more: somebody is doing something with the piece."""
        if self._since is not None:
            self._spent += time.monotonic() - self._since
            self._since = None

    def look_at_clock(self) -> None:
        """``LimitError`` when unpacking has taken too long."""
        running = time.monotonic() - self._since if self._since is not None else 0.0
        if self._spent + running > SECONDS:
            raise LimitError(f"takes more than {SECONDS:.0f} s to unpack; split it")


class Stream(Protocol):
    """What bytes can be read from."""

    def read1(self, size: int, /) -> bytes:
        """Up to so many bytes, as they come; none at the end."""
        ...

    def close(self) -> None:
        """Let go of what it is read from."""
        ...


class _Metered(io.RawIOBase):
    """A stream of unpacked bytes that is counted as it is read."""

    def __init__(self, stream: Stream, budget: Budget, below: IO[bytes] | None) -> None:
        self._stream, self._budget, self._below = stream, budget, below

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            part = self._stream.read1(len(buffer))
        except DAMAGE as error:
            raise UnreadableError("is cut short or damaged") from error
        self._budget.unpack(len(part))
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        self._stream.close()
        if self._below:
            self._below.close()
        super().close()


def metered(stream: Stream, budget: Budget, below: IO[bytes] | None = None) -> io.BufferedReader:
    """The stream, counted; what the standard library finds damaged is an ``UnreadableError``.

    ``below``: what is closed with it.
    """
    return io.BufferedReader(_Metered(stream, budget, below), _CHUNK)
