"""The bytes of one file or of standard input, without ever waiting for a device or a pipe."""

from __future__ import annotations

import os
import stat
import sys
from functools import lru_cache
from typing import IO

FILE_LIMIT = 32_000_000
"""Bytes; a saved page with its pictures inside may be large, a report is not."""

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document; save its text, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as plain text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as plain text or HTML"),
    (b"{\\rtf", "an RTF document; save it as plain text or HTML"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CHUNK = 1 << 18
_SAMPLE = 8192
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")


class UnreadableError(Exception):
    """Why a file cannot be read and what to do, in words that follow the file's name."""


def load_file(path: str) -> bytes:
    """The bytes of a regular file of text; ``UnreadableError`` for anything else.

    Opened without blocking and judged by its descriptor, so that a FIFO, a device or a file that
    changes under the hand neither stops the reader nor slips through.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(path, error)) from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            kind = next((name for is_kind, name in _KINDS if is_kind(status.st_mode)), "no file")
            raise UnreadableError(f"is {kind}, not a regular file; save its text in a file first")
        if status.st_size > FILE_LIMIT:
            raise UnreadableError(too_large(status.st_size))
        return _text_bytes(file)


def load_standard_input() -> bytes:
    """The bytes of standard input up to its end; ``UnreadableError`` where there is no text."""
    if sys.stdin is None:
        raise UnreadableError("is closed; name a file or a folder")
    return _piped_in(sys.stdin.buffer)


@lru_cache(maxsize=1)
def _piped_in(stream: IO[bytes]) -> bytes:
    """What a stream held: it can be read but once, and is asked for again for linking anew."""
    return _text_bytes(stream)


def too_large(size: int) -> str:
    """Why a file of so many bytes is not opened."""
    megabytes, limit = -(-size // 1_000_000), FILE_LIMIT // 1_000_000
    return f"has {megabytes} MB, more than the {limit} MB that one article may have; split it"


def _text_bytes(file: IO[bytes]) -> bytes:
    # In chunks, for a single read of a limit reserves as much memory as the limit.
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > FILE_LIMIT:
                raise UnreadableError(too_large(size))
            chunks.append(chunk)
    except OSError as error:
        raise UnreadableError(_reason("", error)) from error
    data = b"".join(chunks)
    kind = binary_kind(data)
    if kind:
        raise UnreadableError(f"is {kind}")
    return data


def binary_kind(data: bytes) -> str:
    """What kind of binary file the bytes are; empty where they may be text in some encoding."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    sample = data[:_SAMPLE]
    if sample.startswith(_WIDE_MARKS) or wide_without_mark(sample):
        return ""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "a binary file, not text" if controls * 20 > len(sample) else ""


def wide_without_mark(sample: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` where every other byte of mostly Latin text is zero."""
    half = len(sample) // 2
    if half < 8:
        return ""
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd * 2 > half and even * 20 < half:
        return "utf-16-le"
    if even * 2 > half and odd * 20 < half:
        return "utf-16-be"
    return ""


def _reason(path: str, error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() if os.path.islink(path):  # noqa: PTH114 - the path may hold anything
            return "is a broken link; its target does not exist"
        case FileNotFoundError():
            return "does not exist; check the spelling of the path"
        case PermissionError():
            return "may not be read; check its permissions"
        case OSError(errno=number) if number:
            return f"cannot be read: {os.strerror(number).lower()}"
        case _:
            return "is no path that can be opened"
