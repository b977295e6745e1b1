"""What a terminal sends, as Textual's messages; what is pasted never becomes keys.

Textual's parser takes an escape sequence inside a paste for its end and the rest for keys, so that
a hostile page could press keys through the clipboard. A paste is collected before any parser.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Final

from textual import events
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.message import Message

START: Final = b"\x1b[200~"
END: Final = b"\x1b[201~"
_QUIET = 0.1
"""Seconds without input after which a paste that has ended is over."""
_LONGEST = 1 << 20
"""Bytes of one paste that are kept; no prompt takes a thousandth of it."""


class Pastes:
    """Bytes parted into what was typed and what was pasted.

    Some terminals leave an end mark inside a paste as it is, and what follows it would act as keys.
    The paste's own mark comes last, so it goes on to the last one before the input pauses.
    """

    def __init__(self) -> None:
        self._waiting = b""
        """Bytes that may begin a start mark."""
        self._passed = 0
        """How many of them were passed on: an escape, which may be the key, and never waits."""
        self._paste = bytearray()
        self._after = b""
        """What came after the last end mark; before the first, bytes that may begin one."""
        self.begun = False
        """Whether a start mark has come."""
        self.ended = False
        """Whether an end mark has come, so that `pause` ends the paste."""

    def take(self, data: bytes) -> bytes:
        """Take new input; returns what of it was typed, as far as that is known."""
        if self.begun:
            self._collect(data)
            return b""
        whole = self._waiting + data
        start = whole.find(START)
        if start >= 0:
            typed = whole[self._passed : start]
            self._waiting, self._passed, self.begun = b"", 0, True
            self._collect(whole[start + len(START) :])
            return typed
        waits = _overlap(whole, START)
        stays = len(whole) - waits
        if waits == 1:
            stays = len(whole)
        typed = whole[self._passed : stays]
        self._waiting = whole[len(whole) - waits :]
        self._passed = int(waits == 1 or (waits == len(whole) and self._passed == 1))
        return typed

    def pause(self) -> tuple[bytes, bytes]:
        """The input has paused after an end mark: what was pasted, and what was typed after it."""
        paste, after = bytes(self._paste), self._after
        self._paste.clear()
        self._after, self.begun, self.ended = b"", False, False
        return paste, self.take(after)

    def _collect(self, data: bytes) -> None:
        rest = self._after + data
        end = rest.rfind(END)
        if end >= 0:
            self._keep(END * self.ended + rest[:end])
            self._after, self.ended = rest[end + len(END) :], True
        elif self.ended and len(rest) > _LONGEST:
            self._keep(END + rest)
            self._after = b""
        elif self.ended:
            self._after = rest
        else:
            stays = len(rest) - _overlap(rest, END)
            self._keep(rest[:stays])
            self._after = rest[stays:]

    def _keep(self, data: bytes) -> None:
        self._paste += data[: max(0, _LONGEST - len(self._paste))]


class Incoming:
    """Bytes from a terminal to messages: keys, the mouse, answers, and pastes as one each."""

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self._pastes = Pastes()
        self._over_at = 0.0
        self._begin()

    @property
    def due(self) -> float | None:
        """Seconds until `tick` has something to do if nothing comes; None for never."""
        times = [self._over_at] if self._pastes.ended else []
        escape: float | None = getattr(self._parser, "_timeout_time", None)
        times += [] if escape is None else [escape]
        return max(0.0, min(times) - get_time()) if times else None

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages of what has come."""
        before = self._pastes.begun
        yield from self._typed(self._pastes.take(data))
        if self._pastes.begun and not before:
            self._begin()  # what the parser has of the start mark is no key
        self._over_at = get_time() + _QUIET

    def tick(self) -> Iterator[Message]:
        """The messages that are due now: an escape key, or a paste that is over."""
        yield from self._parser.tick()
        if self._pastes.ended and get_time() >= self._over_at:
            yield from self.pause()

    def pause(self) -> Iterator[Message]:
        """The message of a paste that has ended, and those of what was typed after it."""
        if self._pastes.ended:
            paste, typed = self._pastes.pause()
            yield events.Paste(paste.decode("utf-8", "replace"))
            yield from self._typed(typed)

    def _begin(self) -> None:
        self._parser = XTermParser(self._debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def _typed(self, data: bytes) -> Iterator[Message]:
        text = self._decode(data)
        if not text:
            return  # for the parser, that would be the end of all input
        try:
            yield from self._parser.feed(text)
        except (ValueError, OverflowError):
            self._begin()  # the code of a key that no character has


def _overlap(data: bytes, mark: bytes) -> int:
    """How many bytes at the end of the data begin the mark, without being all of it."""
    return next((n for n in range(len(mark) - 1, 0, -1) if data.endswith(mark[:n])), 0)
