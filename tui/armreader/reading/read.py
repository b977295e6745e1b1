"""Paths as the user gave them to articles, and to problems where a file cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from armreader.reading import publication as dating
from armreader.reading.bylines import agency_of
from armreader.reading.discover import STANDARD_INPUT, Found, find_files
from armreader.reading.formats import Document, read_document
from armreader.reading.layout import Layout, lay_out
from armreader.reading.load import UnreadableError, load_file, load_standard_input
from armreader.records import Article, Problem, Publication, Span
from armreader.records.ids import content_id

TEXT_LIMIT = 4_000_000
"""Characters; three times the longest novel, and no report."""


def read_paths(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """The articles under the paths in a stable order, each problem in the place of its file.

    A path is a file, a folder (read recursively, in the order of the names), a pattern with ``*``,
    or ``-`` for standard input. The second copy of a text is an article of its own, and says so.
    """
    copies: dict[str, int] = {}
    for found in find_files(paths):
        if isinstance(found, Problem):
            yield found
            continue
        try:
            data = load_standard_input() if found.path == STANDARD_INPUT else load_file(found.path)
            article = read_article(found, data, copies)
        except UnreadableError as error:
            yield Problem(found.name, str(error))
            continue
        yield article


def read_article(found: Found, data: bytes, copies: dict[str, int]) -> Article:
    """One article from the bytes of its file; ``UnreadableError`` where there is no text."""
    document = read_document(data, Path(found.path).suffix.lower())
    text, fields = document.text, document.fields
    if not text.strip():
        raise UnreadableError("holds no text" if data else "is empty")
    if len(text) > TEXT_LIMIT:
        raise UnreadableError(
            f"has {len(text) / 1e6:.1f} million characters, more than the {TEXT_LIMIT // 1_000_000}"
            " million that one article may have; split it"
        )
    layout = lay_out(text, document.sections, fields.get("title", ""))
    ident = _ident(text, copies)
    published, conflicts = _published(document, layout, found.name, ident)
    notices = [*document.notices, *conflicts]
    if copies[content_id("a", text)] > 1:
        notices.append("a copy: the same text was read before")
    byline = fields.get("byline") or layout.byline
    return Article(
        id=ident,
        file=found.name,
        title=document.given.get("title") or layout.title,
        source=fields.get("source") or layout.source or layout.agency or agency_of(byline),
        byline=byline,
        url=_address(document, layout)[0],
        text=text,
        sections=layout.sections,
        publication=published,
        encoding=document.encoding,
        notices=tuple(notices),
        sha256=sha256(data).hexdigest(),
    )


def _published(
    document: Document, layout: Layout, name: str, article: str
) -> tuple[Publication, tuple[str, ...]]:
    """When it appeared: given at the top, stated by page, line or address, given by the name."""
    url, span = _address(document, layout)
    return dating.publication(
        [
            dating.from_front_matter(document.given.get("date", "")),
            dating.from_page(document.stated.get("date", "")),
            *dating.from_lines(layout.dates),
            dating.from_url(url, span),
            dating.from_file_name(name),
        ],
        article,
    )


def _ident(text: str, copies: dict[str, int]) -> str:
    """The content id of a text; a second copy's has a number at its end."""
    ident = content_id("a", text)
    copies[ident] = copies.get(ident, 0) + 1
    return ident if copies[ident] == 1 else f"{ident}-{copies[ident]}"


def _address(document: Document, layout: Layout) -> tuple[str, Span | None]:
    """Where the article stands on the web: as given, or the last address on a line of its own."""
    if "url" in document.fields or not layout.urls:
        return document.fields.get("url", ""), None
    span = layout.urls[-1]
    return document.text[span.start : span.end].strip("<>()[] "), span
