"""Lists of articles as CSV or TSV, as services and reading apps export them."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import IO, Any

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.piece import Found, Piece, Refusal
from armreader.reading.containers.record import is_record, known, piece_of
from armreader.reading.containers.texts_missing import with_text
from armreader.reading.source import LimitError, NoArticleError, Source, UnreadableError

_ADVICE = ("a table without articles", "name its columns title, text, date, source and url")
_LONGEST_FIELD = 5_000_000
_MOST_COLUMNS = 100_000
_MOST_ROWS = 200_000
csv.field_size_limit(_LONGEST_FIELD)


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """Each row with a text, numbered from 1; highlights are joined by article, the rest counted."""
    with source.open() as stream:
        mark = _delimiter(source.head)
        lines = _Lines(_decoded(stream, source.head), mark)
        rows = csv.reader(lines, delimiter=mark)
        try:
            yield from _articles(rows, budget)
        except csv.Error as error:
            raise UnreadableError("is a damaged table") from error
        if lines.is_cut:
            yield Refusal("", "ends within a row, as a file that is cut short", ends=True)


def _articles(rows: Iterator[list[str]], budget: Budget) -> Iterator[Found]:
    columns = next(rows, [])
    fields = known(dict.fromkeys(columns, "x"))
    if not is_record(fields):
        raise NoArticleError(*_ADVICE)
    if "highlight" in fields:
        yield from with_text(_marked(columns, rows, budget), "address", "addresses")
        return
    yield from with_text(_pieces(columns, rows, budget), "address", "addresses")


def _pieces(
    columns: list[str], rows: Iterator[list[str]], budget: Budget
) -> Iterator[tuple[Piece | None, str]]:
    """What each row gives, with its address."""
    for number, row in enumerate(_few(rows), 1):
        budget.look_at_clock()
        values = known(dict(zip(columns, row, strict=False)))
        yield piece_of(values, f"{number}"), values.get("url", "")


def _marked(
    columns: list[str], rows: Iterator[list[str]], budget: Budget
) -> Iterator[tuple[Piece | None, str]]:
    """The highlighted passages of each article, in the order of the table, with its address."""
    marked: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in _few(rows):
        budget.look_at_clock()
        fields = known(dict(zip(columns, row, strict=False)))
        key = fields.get("title", ""), fields.get("url", "") or fields.get("byline", "")
        marked.setdefault(key, []).append(fields)
    for number, found in enumerate(marked.values(), 1):
        said = "\n\n".join(filter(None, (one.get("highlight") for one in found)))
        notes = [one["note"] for one in found if "note" in one]
        fields = {**found[0], "highlight": said}
        yield piece_of(fields, f"{number}", notes), fields.get("url", "")


def _decoded(stream: IO[bytes], head: bytes) -> TextIOWrapper:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        try:
            # The sample may end in the middle of a character.
            codecs.getincrementaldecoder("utf-8")().decode(head)
            encoding = "utf-8-sig"
        except UnicodeDecodeError:
            encoding = "cp1252"
    wrapped: Any = stream
    return TextIOWrapper(wrapped, encoding, errors="replace", newline="")


class _Lines:
    """The lines of a table; raises if one has more columns than any sensible table."""

    def __init__(self, lines: Iterable[str], mark: str) -> None:
        self._lines, self._mark = lines, mark
        self.is_cut = False
        """Whether the last line read is unfinished and within marks of quotation."""

    def __iter__(self) -> Iterator[str]:
        is_open = False
        for line in self._lines:
            if line.count(self._mark) > _MOST_COLUMNS:
                raise UnreadableError("is a table with too many columns")
            is_open ^= line.count('"') % 2 == 1
            self.is_cut = is_open and not line.endswith(("\n", "\r"))
            yield line


def _few(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number >= _MOST_ROWS:
            raise LimitError(f"has more than {_MOST_ROWS:,} rows; split it")
        yield row


def _delimiter(head: bytes) -> str:
    """The delimiter that occurs most often in the first line."""
    first = head.split(b"\n", 1)[0]
    return max(",;\t", key=lambda mark: first.count(mark.encode()))
