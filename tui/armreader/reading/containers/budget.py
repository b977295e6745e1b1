"""How much one file may unpack to, including everything nested in it."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Any, Protocol

from armreader.reading.source import LimitError, UnreadableError

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError)
"""What the standard library raises for an archive that is cut, patched, locked or too new."""

NESTED = 3
"""The deepest nesting of containers: a web archive (1) in a zip (2) in a mail (3)."""
PIECES = 50_000
TOO_MANY = f"holds more than {PIECES:,} articles; split it"
UNPACKED = 512_000_000
"""The most bytes that one file may unpack to, including everything nested in it."""
RATIO, RATIO_FROM = 200, 16_000_000
"""A file may unpack to so many times its size, or so many bytes if that is more."""
SECONDS = 60.0
"""For unpacking alone; the time spent on processing the articles is not counted."""
_CHUNK = 1 << 18


@dataclass
class Budget:
    """What has been spent on one file so far."""

    size: int
    """The size of the file on disk, in bytes."""
    unpacked: int = 0
    found: int = 0
    """Pieces and members, at every depth."""
    _spent: float = 0.0
    _since: float | None = None

    def unpack(self, count: int) -> None:
        """Count unpacked bytes; ``LimitError`` when there are too many."""
        self.unpacked += count
        if self.unpacked > UNPACKED:
            raise LimitError(f"unpacks to more than {UNPACKED // 1_000_000} MB; split it")
        if self.unpacked > max(RATIO_FROM, RATIO * self.size):
            raise LimitError(f"unpacks to more than {RATIO} times its size, unlike any article")
        self.look_at_clock()

    def add(self) -> None:
        """Count a piece or member; ``LimitError`` when there are too many."""
        self.found += 1
        if self.found > NESTED * PIECES:
            raise LimitError(TOO_MANY)
        self.look_at_clock()

    def start_clock(self) -> None:
        """Start counting time."""
        self._since = time.monotonic()

    def stop_clock(self) -> None:
        """Stop counting time while the caller works with a piece."""
        if self._since is not None:
            self._spent += time.monotonic() - self._since
            self._since = None

    def look_at_clock(self) -> None:
        """``LimitError`` when unpacking has taken too long."""
        running = time.monotonic() - self._since if self._since is not None else 0.0
        if self._spent + running > SECONDS:
            raise LimitError(f"takes more than {SECONDS:.0f} s to unpack; split it")


class Stream(Protocol):
    """Something that bytes can be read from."""

    def read1(self, size: int, /) -> bytes:
        """Up to ``size`` bytes, as they arrive; empty at the end."""
        ...

    def close(self) -> None:
        """Close the underlying stream."""
        ...


class _Metered(io.RawIOBase):
    """A stream of unpacked bytes that are counted as they are read."""

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
    """The stream, counted; damage found by the standard library becomes an ``UnreadableError``.

    ``below``: a stream that is closed together with it.
    """
    return io.BufferedReader(_Metered(stream, budget, below), _CHUNK)
