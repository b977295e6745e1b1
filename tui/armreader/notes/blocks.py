"""The layout of a notebook file: where each bookmark's block is; everything else is left alone.

A block runs from its machine line to its end line, both HTML comments that Markdown does not show:

    <!-- armreader 1 b-5f1c20a9e3 {"selector": [...], ...} -->
    > the words
    >
    > — speaker, source, title, date

    ^b-5f1c20a9e3

    what the user says of it

    #tag #other
    <!-- end b-5f1c20a9e3 -->

Everything outside the blocks is the person's own. ``<!-- armreader 1 b-… removed -->`` removes the
blocks with that id above it: this is how bookmarks are removed where files can only be appended to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from armreader.records.visible import visible_line

VERSION = 1
_MARK = b"<!-- "
_OPENING = re.compile(
    rb"<!-- armreader (?P<version>\d{1,9}) (?:(?P<note>notebook\b)|(?P<id>b-[0-9a-f]{10}) )"
)
_FUTURE = re.compile(rb"<!-- armreader (\d{1,9})\b")
_END = re.compile(rb"<!-- end (b-[0-9a-f]{10}) -->[ \t]*\r?(?:\n|\Z)")
_LINES = re.compile(
    rb"^(?:##{1,5}[ \t]+(?P<words>[^\r\n]*)|(?P<fence>```+|~~~+)[^\r\n]*)\r?(?:\n|\Z)", re.MULTILINE
)
"""Headings of the second level or below, and the lines that open or close fenced code."""
_FRAMED = re.compile(rb"(?:>[^\n]*(?:\n|\Z))*")


class NoteProblem(NamedTuple):
    """What in the file could not be understood; it is kept as it is."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Block:
    """The stretch of one bookmark in the file's bytes, half-open."""

    id: str
    start: int
    body: int
    """Where the machine line ends."""
    end: int
    machine: bytes
    """The JSON of the machine line."""
    closed: bool
    """Whether it has its end line."""


class Heading(NamedTuple):
    """A Markdown heading of the person's own, and where its line is."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a file in their order, without removed ones."""

    blocks: tuple[Block, ...]
    removals: tuple[Block, ...]
    """The lines that remove the blocks above them, and those blocks."""
    version: int
    """The newest format version that occurs."""
    problems: tuple[NoteProblem, ...]
    headings: tuple[Heading, ...] = ()
    """Headings between the blocks, of the second level or below, in their order."""


Kind = Literal["opening", "removal", "end", "header", "damaged"]


class _Mark(NamedTuple):
    kind: Kind
    id: str
    start: int
    end: int
    version: int
    machine: bytes


def layout_of(data: bytes) -> Layout:
    """The layout of a file's bytes; never fails."""
    live: dict[int, Block] = {}
    removals: list[Block] = []
    problems: list[NoteProblem] = []
    version = VERSION
    opened: _Mark | None = None

    def close(end: int | None) -> None:
        nonlocal opened
        if opened is None:
            return
        if end is None:
            problems.append(_problem(data, opened.start, f"bookmark {opened.id} has no end line"))
        stop = end if end is not None else _framed_end(data, opened)
        live[opened.start] = Block(
            opened.id, opened.start, opened.end, stop, opened.machine, end is not None
        )
        opened = None

    for mark in _marks(data):
        version = max(version, mark.version)
        if mark.kind == "end" and opened and mark.id == opened.id:
            close(mark.end)
            continue
        if mark.kind == "end":
            problems.append(_problem(data, mark.start, f"the end of {mark.id} without its start"))
            continue
        close(None)
        if mark.kind == "opening":
            opened = mark
        elif mark.kind == "removal":
            dead = [block for block in live.values() if block.id == mark.id]
            removals += [*dead, Block(mark.id, mark.start, mark.end, mark.end, b"", True)]
            for block in dead:
                del live[block.start]
        elif mark.kind == "damaged" and mark.version <= VERSION:
            problems.append(_problem(data, mark.start, "a machine line that is damaged"))
    close(None)
    problems.sort()
    blocks = tuple(live.values())
    return Layout(blocks, tuple(removals), version, tuple(problems), _headings(data, blocks))


def _headings(data: bytes, blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The headings outside of blocks and of fenced code."""
    found: list[Heading] = []
    number, fenced = 0, b""
    for line in _LINES.finditer(data):
        while number < len(blocks) and blocks[number].end <= line.start():
            number += 1
        if number < len(blocks) and blocks[number].start <= line.start():
            continue
        if fenced:
            fenced = b"" if line[0].strip() == fenced else fenced
        elif line["fence"]:
            fenced = line["fence"]
        else:
            words = line["words"].strip().rstrip(b"#").rstrip().decode("utf-8", "replace")
            found.append(Heading(line.start(), line.end(), visible_line(words)))
    return tuple(found)


def may_mark(data: bytes, bookmark_id: str) -> bool:
    """Whether a mark of this id or of a newer format may be in the bytes; quicker than a layout."""
    mark = rb"<!-- armreader (?!%d (?!%b\b))" % (VERSION, bookmark_id.encode())
    return re.search(mark, data) is not None


def line_of(data: bytes, offset: int) -> int:
    """The number of the line that an offset lies in, from 1."""
    return data.count(b"\n", 0, offset) + 1


def separator_id(body: bytes, block_id: str) -> tuple[int, int]:
    """Where in a block's body the words end, and where the user's comment begins."""
    own = b"^" + block_id.encode()
    start = 0 if body.startswith(own) else body.find(b"\n" + own) + 1
    line_end = body.find(b"\n", start) + 1 or len(body)
    if body[start:line_end].rstrip() == own:
        return start, line_end
    framed = _FRAMED.match(body)
    end = framed.end() if framed else 0
    return end, end


def _marks(data: bytes) -> Iterator[_Mark]:
    """Every line that is the program's own, in order."""
    offset = 0 if data.startswith(_MARK) else data.find(b"\n" + _MARK) + 1
    while offset or data.startswith(_MARK):
        mark = _mark_at(data, offset)
        if mark:
            yield mark
        found = data.find(b"\n" + _MARK, offset)
        if found < 0:
            return
        offset = found + 1


def _mark_at(data: bytes, offset: int) -> _Mark | None:
    end = _END.match(data, offset)
    if end:
        return _Mark("end", end[1].decode(), offset, end.end(), VERSION, b"")
    line_end = data.find(b"\n", offset)
    line_end = len(data) if line_end < 0 else line_end + 1
    opening = _OPENING.match(data, offset, line_end)
    machine = data[opening.end() : line_end].rstrip() if opening else b""
    if opening and machine.endswith(b"-->"):
        version = int(opening["version"])
        if opening["note"]:
            return _Mark("header", "", offset, line_end, version, b"")
        machine = machine[:-3].rstrip()
        kind: Kind = "removal" if machine == b"removed" else "opening"
        return _Mark(kind, opening["id"].decode(), offset, line_end, version, machine)
    future = _FUTURE.match(data, offset)
    if future or data.startswith(b"<!-- armreader ", offset):
        version = int(future[1]) if future else VERSION
        return _Mark("damaged", "", offset, offset, version, b"")
    return None


def _framed_end(data: bytes, mark: _Mark) -> int:
    """The end of what the program itself wrote in a block that lacks its end line."""
    framed = _FRAMED.match(data, mark.end)
    return framed.end() if framed else mark.end


def _problem(data: bytes, offset: int, message: str) -> NoteProblem:
    return NoteProblem(line_of(data, offset), f"{message}; it is kept as it is")
