"""Paths as the user gave them to articles, and to problems where a file cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from armreader.clean import suspects, visible, visible_line, with_plain_newlines
from armreader.ids import content_id
from armreader.reading import publication as dating
from armreader.reading.bylines import agency_of
from armreader.reading.decode import decode
from armreader.reading.discover import STANDARD_INPUT, Found, find_files
from armreader.reading.front_matter import split_front_matter
from armreader.reading.layout import Layout, lay_out
from armreader.reading.load import UnreadableError, load_file, load_standard_input
from armreader.records import Article, Problem, Span

_HTML = frozenset({".html", ".htm", ".xhtml"})
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
    is_page = Path(found.path).suffix.lower() in _HTML
    decoded = decode(data, declares=is_page)
    text = with_plain_newlines(decoded.text)
    front = split_front_matter(text)
    notices = [*decoded.notices, *front.notices]
    counts = suspects(front.text)
    if counts:
        shown = ", ".join(f"{number} {kind}{'s' * (number > 1)}" for kind, number in counts.items())
        notices.append(f"{shown} made visible")
    text = visible(front.text)
    if not text.strip():
        raise UnreadableError("holds no text" if data.strip() else "is empty")
    if len(text) > TEXT_LIMIT:
        raise UnreadableError(
            f"has {len(text) / 1e6:.1f} million characters, more than the {TEXT_LIMIT // 1_000_000}"
            " million that one article may have; split it"
        )
    given = {key: visible_line(value) for key, value in front.fields.items()}
    layout = lay_out(text, title=given.get("title", ""))
    ident = _ident(text, copies)
    if ident.count("-") > 1:
        notices.append("a copy: the same text was read before")
    url, url_span = _address(given, layout, text)
    dates = [
        dating.from_fields(given["date"], "publication-front-matter", "front matter", "given")
        if "date" in given
        else None,
        *dating.from_lines(layout.dates),
        dating.from_url(url, url_span),
        dating.from_file_name(found.name),
    ]
    if "date" in given and dates[0] is None:
        notices.append(f"front matter: date {given['date']!r} is not understood; write 2024-06-13")
    published, conflicts = dating.publication(dates, ident)
    byline = given.get("byline") or layout.byline
    return Article(
        id=ident,
        file=found.name,
        title=given.get("title") or layout.title,
        source=given.get("source") or layout.source or layout.agency or agency_of(byline),
        byline=byline,
        url=url,
        text=text,
        sections=layout.sections,
        publication=published,
        encoding=decoded.encoding,
        notices=tuple(notices) + conflicts,
        sha256=sha256(data).hexdigest(),
    )


def _ident(text: str, copies: dict[str, int]) -> str:
    """The content id of a text; a second copy's has a number at its end."""
    ident = content_id("a", text)
    copies[ident] = copies.get(ident, 0) + 1
    return ident if copies[ident] == 1 else f"{ident}-{copies[ident]}"


def _address(given: dict[str, str], layout: Layout, text: str) -> tuple[str, Span | None]:
    """Where the article stands on the web: as given, or the last address on a line of its own."""
    if "url" in given:
        return given["url"], None
    if layout.urls:
        span = layout.urls[-1]
        return text[span.start : span.end].strip("<>()[] "), span
    return "", None
