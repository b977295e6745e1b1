"""PDF, read by pypdfium2 (the extra ``pdf``) in a separate process: a report, or an export."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from armreader.reading.authors import named_author
from armreader.reading.containers import pdf_child
from armreader.reading.containers.budget import Budget
from armreader.reading.containers.exports import split
from armreader.reading.containers.pdf_layout import Line, Page, laid_out
from armreader.reading.containers.piece import Found, Part, Piece
from armreader.reading.source import NoArticleError, Source, UnreadableError

_LARGEST = 100_000_000
"""Bytes; the pictures of a PDF are not read."""
_ADDRESS = re.compile(r"(https?://[^\s…]+)(?: \d+(?:/\d+)?)?")
"""An address in a margin, perhaps with the number of the page."""
_SECONDS = 90
"""Wall-clock time, however busy the processor is."""


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The report, or each article of an export that was saved as one file."""
    if find_spec("pypdfium2") is None:
        raise NoArticleError(
            "a PDF document", "run pip install 'armreader[pdf]' to read PDF, or save its text"
        )
    about, pages = _read(source.read(_LARGEST))
    parts = laid_out(pages)
    if not any(part.kind is None for part in parts):
        raise UnreadableError(
            "is a PDF of pictures without text; run text recognition on a scan first"
        )
    body = [part.text for part in parts if part.kind is None]
    pieces = split("\n".join(body), is_paragraphs=True)
    if pieces:
        yield from pieces
        return
    notices = []
    if len(pages) < about["pages"]:
        notices.append(f"{len(pages)} of {about['pages']} pages could be read")
    yield Piece(
        before=tuple(parts),
        stated={"url": _printed_from(parts)},
        fallback={"byline": named_author(str(about.get("Author", "")))},
        notices=tuple(notices),
    )


def _printed_from(parts: Sequence[Part]) -> str:
    """The address that a browser prints in the margin of a web page; empty if there is none."""
    margins = (_ADDRESS.fullmatch(part.text) for part in parts if part.kind == "furniture")
    return next((match[1] for match in margins if match), "")


def _read(data: bytes) -> tuple[dict[str, Any], list[Page]]:
    """What the document says about itself, and the lines of its pages if they can be read."""
    command = [sys.executable, "-P", str(Path(pdf_child.__file__))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        try:
            written, _ = child.communicate(data, timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            child.kill()
            raise UnreadableError(f"is a PDF that takes more than {_SECONDS} s") from error
    if child.returncode == pdf_child.LOCKED:
        raise UnreadableError("is a PDF locked with a password; save a copy without it")
    # A process that was ended may leave an incomplete line.
    about, *pages = [json.loads(line) for line in written.split(b"\n")[:-1]] or [{}]
    if not pages:
        raise UnreadableError("is a PDF that is damaged, or takes too much time or memory")
    return about, [_page(page) for page in pages]


def _page(said: dict[str, Any]) -> Page:
    width, height = said["size"]
    return Page(width, height, [Line(*line) for line in said["lines"]])
