"""RTF, read by striprtf (the extra ``rtf``): a report, or the articles of an export."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.office import Paragraph, articles
from armreader.reading.containers.piece import Found
from armreader.reading.source import NoArticleError, Source, UnreadableError

_MOST = 4_000_000
"""Characters without pictures; striprtf needs a second for two million."""

_MOST_GROUPS = 300_000
_PICTURE = re.compile(r"[0-9a-fA-F\r\n]{400,}")


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """The report, or each article of an export that was saved as one file."""
    try:
        rtf_to_text: Callable[..., str] = import_module("striprtf.striprtf").rtf_to_text
    except ImportError as error:
        raise NoArticleError(
            "an RTF document", "run pip install 'armreader[rtf]' to read RTF, or save it as DOCX"
        ) from error
    text = _PICTURE.sub("", source.read().decode("latin-1"))
    if len(text) > _MOST or text.count("{") > _MOST_GROUPS:
        raise UnreadableError("is an RTF document with too much in it; save it as DOCX")
    try:
        plain = rtf_to_text(text, errors="replace")
    except (ValueError, KeyError, IndexError, LookupError, RecursionError, TypeError) as error:
        raise UnreadableError("is a damaged RTF document; save it as DOCX") from error
    lines = (line.strip() for line in plain.replace("|\n", "\n").split("\n"))
    yield from articles([Paragraph("", line) for line in lines if line])
