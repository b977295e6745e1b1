"""Text to rows of a given width in terminal cells, and text cut to a number of cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len, split_graphemes

from armreader.records.spans import Span
from armreader.records.visible import visible as shown
from armreader.records.visible import visible_line

# Text of these characters alone takes one cell for each: Latin, Greek, Cyrillic, Armenian, and
# typographic marks. Anything else goes the careful way, grapheme by grapheme.
_NARROW = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0556\u0561-\u0586\u2010-\u2015"
    r"\u2018-\u201f\u2020-\u2026\u2190-\u2193\u2500-\u259f]*"
)


def counted(number: int, noun: str) -> str:
    """``1 event``, ``2 events``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_LEAST_OF_NAME = 12
"""The fewest cells of a name that say which it is."""


def plain(text: str) -> str:
    """The text as one line that is safe for a terminal: what could steer it or deceive is made
    visible."""
    if text.isascii() and text.isprintable():
        return text
    return visible_line(text.replace("\t", " "))


def visible(text: str) -> str:
    """As ``plain`` of a text of many lines; offsets hold."""
    return shown(text).replace("\t", " ")


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` cells, with an ellipsis where it was cut."""
    text = plain(text)
    if _NARROW.fullmatch(text, 0, width + 1):
        # As many cells as letters: the common case, ten times as fast.
        return (
            text if len(text) <= width else _cut_off(text[: max(0, width - 1)]) + "…" * (width > 0)
        )
    if cell_len(text) <= width:
        return text
    kept, taken = [], 0
    for start, end, cells in split_graphemes(text[: 2 * width + 8])[0]:
        if taken + cells > width - 1:
            break
        kept.append(text[start:end])
        taken += cells
    return _cut_off("".join(kept)) + "…" if width > 0 else ""


def _cut_off(text: str) -> str:
    """The text without the blanks and the ellipsis at its end."""
    return text.rstrip(" …")


def wrapped(text: str, width: int, most: int) -> list[str]:
    """The text in at most ``most`` rows of a width; the last ends in an ellipsis if it was cut."""
    index = wrap(plain(text), width)
    rows = [index.row_text(row) for row in range(min(most, len(index.rows)))]
    if len(index.rows) > most:
        rows[-1] = cut(plain(text)[index.rows[most - 1].start :], width)
    return rows


def fit(text: str, width: int) -> str:
    """The text in exactly ``width`` cells, cut or padded with spaces."""
    text = cut(text, width)
    return text + " " * (width - cell_len(text))


@dataclass(frozen=True, eq=False)
class WrapIndex:
    """A text in rows of a given width; only white space is left out between two rows."""

    text: str
    width: int
    rows: tuple[Span, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [row.start for row in self.rows]

    def row_of(self, offset: int) -> int:
        """The number of the row that shows the code point at an offset, or the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def rows_of(self, span: Span) -> range:
        """The numbers of the rows that show some of a span."""
        return range(self.row_of(span.start), self.row_of(max(span.start, span.end - 1)) + 1)

    def row_text(self, row: int) -> str:
        return self.text[slice(*self.rows[row])]


def as_many(names: Sequence[str], width: int) -> str:
    """As many of the names as there is room for, and how many more there are; nothing where not
    even the beginning of the first has room."""
    for left in range(len(names) - 1):
        most = len(names) - left
        shown = ", ".join(names[:most]) + (f" and {left} more" if left else "")
        if cell_len(shown) <= width:
            return shown
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    room = width - cell_len(more)
    if not names or room < min(_LEAST_OF_NAME, cell_len(names[0])):
        return ""
    return cut(names[0], room) + more


def wrap(text: str, width: int) -> WrapIndex:
    """Break a text at blanks into rows of at most ``width`` cells; a longer word is broken.

    Several empty lines in a row become one; those at the start are dropped.
    """
    width = max(1, width)
    rows: list[Span] = []
    start = 0
    while True:
        end = text.find("\n", start)
        line = text[start : len(text) if end < 0 else end]
        if not line and end >= 0 and (not rows or rows[-1].start == rows[-1].end):
            start = end + 1
            continue
        if len(line) <= width and _NARROW.fullmatch(line):
            rows.append(Span(start, start + len(line)))
        elif _NARROW.fullmatch(line):
            rows.extend(_narrow_rows(line, width, start))
        else:
            rows.extend(_grapheme_rows(line, width, start))
        if end < 0:
            return WrapIndex(text, width, tuple(rows))
        start = end + 1


def _narrow_rows(line: str, width: int, offset: int) -> Iterator[Span]:
    start, length = 0, len(line)
    while length - start > width:
        blank = line.rfind(" ", start, start + width + 1)
        end = blank if blank > start else start + width
        yield Span(offset + start, offset + end)
        start = end
        while start < length and line[start] == " ":
            start += 1
    if start < length or not length:
        yield Span(offset + start, offset + length)


def _grapheme_rows(line: str, width: int, offset: int) -> Iterator[Span]:
    start = taken = 0
    after_blank = None
    for begin, end, cells in split_graphemes(line)[0]:
        if line[begin:end] == " ":
            if begin == start and start:
                start = end
                continue
            if taken + cells > width:
                yield Span(offset + start, offset + begin)
                start, taken, after_blank = end, 0, None
            else:
                taken += cells
                after_blank = (begin, end, taken)
            continue
        if taken + cells > width and begin > start:
            if after_blank:
                blank, start_after, cells_before = after_blank
                yield Span(offset + start, offset + blank)
                start, taken = start_after, taken - cells_before
            if taken + cells > width and begin > start:
                yield Span(offset + start, offset + begin)
                start, taken = begin, 0
            after_blank = None
        taken += cells
    if start < len(line) or not line:
        yield Span(offset + start, offset + len(line))
