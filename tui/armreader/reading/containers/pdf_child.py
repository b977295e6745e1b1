"""The lines of a PDF from standard input, as JSON lines; runs as a separate process.

PDFium is native code that reads untrusted files. It gets no more memory and time than a report
needs, may not write files, and knows nothing of the rest of the program.
"""

from __future__ import annotations

import json
import resource
import sys
from importlib import import_module
from typing import Any

MEMORY = 240_000_000
"""Bytes on top of the size of the file itself."""
PAGE_SECONDS, ALL_SECONDS = 2, 60
"""CPU time: for one page, and for all."""
MOST_TEXT = 6_000_000
"""Characters."""
MOST_PAGES = 2_000
WRONG, LOCKED = 3, 4
"""Exit codes: not a PDF that can be opened; a PDF that is locked with a password."""


def main() -> int:
    """Write a line about the document, then one for each page: its size, its lines, their boxes."""
    data = sys.stdin.buffer.read()
    _limit(len(data))
    pdfium: Any = import_module("pypdfium2")

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return LOCKED if "assword" in str(error) else WRONG
    _write({"pages": len(document), **document.get_metadata_dict()})
    written = 0
    for number in range(min(len(document), MOST_PAGES)):
        _allow_page()
        try:
            lines, size = _page(document[number])
        except pdfium.PdfiumError:
            lines, size = [], [0.0, 0.0]
        _write({"size": size, "lines": lines})
        written += sum(len(line[0]) for line in lines)
        if written > MOST_TEXT:
            break
    return 0


def _page(page: Any) -> tuple[list[Any], list[float]]:
    """The lines of a page in order, each with its left, bottom, top and letter height.

    One entry may hold several lines if words are hyphenated at their ends.
    """
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    lines = []
    at = 0
    for line in text.split("\r\n"):
        if line.strip():
            first = text_page.get_charbox(at, loose=True)
            last = text_page.get_charbox(at + len(line) - 1, loose=True)
            lines.append([line, first[0], last[1], first[3], first[3] - first[1]])
        at += len(line) + 2
    return lines, list(page.get_size())


def _limit(size: int) -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY + 3 * size),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, ALL_SECONDS),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            # Not every system supports every limit.
            continue


def _allow_page() -> None:
    """Allow a few more seconds; after that the system ends the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + PAGE_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (min(soft, ALL_SECONDS), ALL_SECONDS))


def _write(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
