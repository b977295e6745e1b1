"""Furniture by its position: repeated lines, comments, boxes, and what is below the text.

Every rule here keeps lines that read as a sentence or contain quotation marks in the report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from armreader.reading.furniture import is_repeatable, starts_thread
from armreader.reading.lines import Line

_THREAD_SHARE = 0.5
"""The largest share of an article's characters that the comments may be."""
_TAIL_WORDS = 8
_BOX_WORDS = 25
_LISTED = re.compile(r"[:\d]|[;,\-–—]$")
"""Marks of a line in a list or a table; such a line is not a button."""
_SAYS = re.compile('[.!…]["”’\')\\]]*(?:\\s|$)|["“”«»]')


def mark_threads(lines: Sequence[Line]) -> None:
    """Mark the readers' comments, to the end of the text, as furniture."""
    total = sum(len(line.text) for line in lines)
    rest = total
    for number, line in enumerate(lines):
        if rest <= _THREAD_SHARE * total and starts_thread(line):
            for later in lines[number:]:
                later.kind = later.kind if later.kind == "dateline" else "furniture"
            return
        rest -= len(line.text)


def mark_repeated(lines: Sequence[Line]) -> None:
    """Mark short lines that occur more than once."""
    times = Counter(line.text for line in lines)
    for line in lines:
        if line.kind is None and times[line.text] > 1 and is_repeatable(line):
            line.kind = "furniture"


def mark_boxes(lines: Sequence[Line], lead: int) -> None:
    """Mark a line between two lines of furniture, unless it reads as a sentence.

    ``lead``: the number of the first line of the report, which is no box.
    """
    for number, (before, line, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        if number + 1 == lead:
            continue
        is_between = before.kind == after.kind == "furniture"
        if line.kind is None and is_between and _is_loose(line, _BOX_WORDS):
            line.kind = "furniture"


def mark_tail(lines: Sequence[Line], lead: int) -> None:
    """Mark what follows furniture below the last paragraph, and loose lines at the end.

    ``lead``: the number of the first line of the report.
    """
    last = max(
        (n for n, line in enumerate(lines) if line.kind is None and line.is_prose), default=lead
    )
    tail = lines[last + 1 :]
    first = next((n for n, line in enumerate(tail) if line.kind == "furniture"), len(tail))
    for line in tail[first:]:
        if line.kind is None and _is_loose(line, _BOX_WORDS):
            line.kind = "furniture"
    for line in reversed(tail):
        if line.kind is None:
            if not _is_loose(line, _TAIL_WORDS) or line.text.endswith("?"):
                return
            line.kind = "furniture"


def says(line: Line) -> bool:
    """Whether a line contains the end of a sentence or quotation marks."""
    return line.is_long or _SAYS.search(line.text) is not None


def _is_loose(line: Line, words: int) -> bool:
    """Whether a line has at most so many words and is not a sentence, a quote or part of a list."""
    if line.is_long or line.is_bullet or _LISTED.search(line.text):
        return False
    return not says(line) and line.text.count(" ") < words
