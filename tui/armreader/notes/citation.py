"""Words with their source: one line to paste, and the same as Markdown."""

from __future__ import annotations

from armreader.notes.bookmark import Bookmark, Origin
from armreader.notes.markdown import inline, link, one_line


def citation(bookmark: Bookmark) -> str:
    """The words in quotation marks and their origin, on one line of plain text."""
    origin = bookmark.origin
    parts = [
        cited_speaker(bookmark),
        one_line(origin.source),
        f"“{one_line(origin.title)}”" if origin.title else "",
        date_known(origin),
        one_line(origin.url or origin.file),
    ]
    return f"{quoted_words(bookmark)} — " + ", ".join(part for part in parts if part)


def cited_speaker(bookmark: Bookmark) -> str:
    """Who says it; with ``(reported)`` where the words are the report's and not the speaker's."""
    speaker = one_line(bookmark.speaker)
    reported = speaker and bookmark.kind in ("indirect", "mixed")
    return f"{speaker} (reported)" if reported else speaker


def quoted_words(bookmark: Bookmark) -> str:
    """The words on one line in quotation marks."""
    return f"“{one_line(bookmark.words)}”"


def words_as_said(bookmark: Bookmark) -> str:
    """The words with their line breaks, in quotation marks if they are the speaker's own."""
    return f"“{bookmark.words}”" if bookmark.kind == "direct" else bookmark.words


def citation_markdown(bookmark: Bookmark) -> str:
    """Speaker, source, title, date and how it is known, and the address or file, as Markdown."""
    origin = bookmark.origin
    title = f"“{one_line(origin.title)}”" if origin.title else one_line(origin.url)
    parts = [
        f"**{inline(speaker)}**" if (speaker := cited_speaker(bookmark)) else "",
        inline(origin.source),
        link(title, origin.url) if title else "",
        date_known(origin),
        "" if origin.url else inline(origin.file),
    ]
    return ", ".join(part for part in parts if part)


def date_known(origin: Origin) -> str:
    """The publication date and how it is known: ``2024-02-23 (stated)``, or ``undated``."""
    return f"{one_line(origin.date)} ({origin.basis})" if origin.date else "undated"
