"""Mailboxes: one mail after another in one file (RFC 4155, with ``>From`` as mboxrd has it)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.piece import Found, Member, Refusal
from armreader.reading.source import PIECE_LIMIT, Source, of_bytes, too_large

_FROM = re.compile(rb"From (?:\S+ .*|.*)\d\d:\d\d.*\d{4}")
_ESCAPED = re.compile(rb"(?m)^>(>*From )")
_LINE = 1 << 20


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """Each mail, numbered from 1."""
    with source.open() as stream:
        for number, (data, size) in enumerate(_mails(stream), 1):
            budget.look_at_clock()
            if not data.strip():
                continue
            if size > PIECE_LIMIT:
                yield Refusal(f"{number}", too_large(size))
            else:
                mail = _ESCAPED.sub(rb"\1", data)
                yield Member(f"{number}", of_bytes(f"{number}.eml", mail))


def _mails(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """The bytes of each mail, and its size, which is larger if the mail was too long to keep."""
    lines: list[bytes] = []
    size = 0
    is_after_blank = True
    is_open = False
    while line := stream.readline(_LINE):
        if is_after_blank and line.startswith(b"From ") and _FROM.match(line):
            if is_open:
                yield b"".join(lines), size
            lines, size, is_open = [], 0, True
        else:
            size += len(line)
            if size <= PIECE_LIMIT:
                lines.append(line)
        is_after_blank = line in (b"\n", b"\r\n")
    if is_open:
        yield b"".join(lines), size
