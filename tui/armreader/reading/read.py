"""The given paths to articles, with a problem for each file that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import starmap

from armreader.reading import publication as dating
from armreader.reading.bylines import agency_of
from armreader.reading.containers.piece import Piece
from armreader.reading.containers.unpack import unpack
from armreader.reading.discover import STANDARD_INPUT, Found, find_files
from armreader.reading.formats import Document
from armreader.reading.layout import Layout, lay_out
from armreader.reading.load import file_source, standard_input
from armreader.reading.pieces import document_of
from armreader.reading.refused import LeftOut, refusals
from armreader.reading.source import NoArticleError, UnreadableError
from armreader.records import Article, Problem, Publication, Span
from armreader.records.collecting import no_collecting
from armreader.records.fence import said, watched
from armreader.records.ids import content_id
from armreader.records.visible import visible_line

TEXT_LIMIT = 4_000_000
"""Characters; three times the longest novel, and far longer than any report."""
_MOST_LINES, _MOST_WRAPPED = 100_000, 600_000
"""Lines of one article as they are in its file, empty ones too; a novel has a tenth as many."""
_TOO_MANY_LINES = f"has more than the {_MOST_LINES:,} lines that one article may have; split it"
_WIDEST = 4
"""The most bytes that one character can have."""


def read_paths(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """The articles under the paths in a stable order, each problem in the place of its file.

    A path is a file, a folder (read recursively, in name order), a pattern with ``*``, or ``-`` for
    standard input. A file with several articles gives each of them. A second copy of a text is an
    article of its own, with a notice.
    """
    reading = Reading()
    for found in find_files(paths):
        yield from reading.each(found)
    yield from reading.rest()


class Reading:
    """Reads file after file; what is said of a file may depend on those before it."""

    def __init__(self) -> None:
        self.copies: dict[str, int] = {}
        """How many articles so far have the text that an id was made of."""
        self._left_out = LeftOut()

    def each(self, found: Found | Problem) -> Iterator[Article | Problem]:
        """The articles in a file, and the problems with it."""
        yield from self._left_out.before(found)
        if isinstance(found, Problem):
            yield found
            return
        try:
            yield from _articles(found, self.copies)
        except NoArticleError as error:
            if found.root:
                self._left_out.add(found, error)
            else:
                yield Problem(found.name, str(error))
        except UnreadableError as error:
            yield Problem(found.name, str(error))
        except Exception as error:
            yield Problem(found.name, f"could not be read: {said(error)}")

    def rest(self) -> Iterator[Problem]:
        """The problems that are said of all files together."""
        return self._left_out.rest()


def _articles(found: Found, copies: dict[str, int]) -> Iterator[Article | Problem]:
    """The articles in one file, then one problem about what in it could not be read."""
    source = standard_input() if found.path == STANDARD_INPUT else file_source(found.path)
    refused: list[tuple[str, str]] = []
    addresses: list[str] = []
    read = 0
    end = ""
    try:
        for one in unpack(source):
            if not isinstance(one, Piece):
                addresses += one.addresses
                if one.ends:
                    end = one.reason
                else:
                    refused.append((one.name, one.reason))
                continue
            try:
                article = _read_piece(found, one, copies)
            except UnreadableError as error:
                refused.append((one.name, str(error)))
                continue
            except Exception as error:
                refused.append((one.name, f"could not be read: {said(error)}"))
                continue
            read += 1
            yield article
    except NoArticleError:
        raise
    except UnreadableError as error:
        if not read and not refused:
            raise
        end = str(error)
    if refused or end or not read:
        why = refusals(refused, read, end) or "contains no articles"
        yield Problem(found.name, why, tuple(addresses))


def _read_piece(found: Found, piece: Piece, copies: dict[str, int]) -> Article:
    """As ``read_piece``, within limits of time and memory."""
    with no_collecting():
        return watched(lambda: read_piece(found, piece, copies), len(piece.data))


def read_piece(found: Found, piece: Piece, copies: dict[str, int]) -> Article:
    """One article of a file; ``UnreadableError`` if it has no text."""
    if piece.suffix != ".html" and len(piece.data) > _WIDEST * TEXT_LIMIT:
        raise UnreadableError(_too_long(len(piece.data) // _WIDEST))
    if piece.suffix != ".html" and piece.data.count(b"\n") > _MOST_WRAPPED:
        raise UnreadableError(_TOO_MANY_LINES)
    document = document_of(piece)
    text, fields = document.text, document.fields
    if not text.strip():
        raise UnreadableError("holds no text" if piece.data or piece.name else "is empty")
    if len(text) > TEXT_LIMIT:
        raise UnreadableError(_too_long(len(text)))
    if text.count("\n") > _MOST_LINES:
        raise UnreadableError(_TOO_MANY_LINES)
    layout = lay_out(text, document.sections, fields.get("title", ""))
    ident = _ident(text, copies)
    published, conflicts = _published(document, layout, found, piece, ident)
    notices = [*document.notices, *conflicts]
    if copies[content_id("a", text)] > 1:
        notices.append("the same text as an earlier file")
    byline = fields.get("byline") or layout.byline or _fallback(piece, "byline")
    source = fields.get("source") or layout.source or layout.agency or agency_of(byline)
    return Article(
        id=ident,
        file=f"{found.name}#{piece.name}" if piece.name else found.name,
        title=document.given.get("title") or layout.title or _fallback(piece, "title"),
        source=source or _fallback(piece, "source"),
        byline=byline,
        url=_address(document, layout)[0] or _fallback(piece, "url"),
        text=text,
        sections=layout.sections,
        publication=published,
        encoding=document.encoding,
        notices=tuple(notices),
        posts=tuple(filter(None, starmap(dating.post_of, document.posts))),
        doubtful=document.doubtful,
        sha256=sha256(piece.data or text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _too_long(characters: int) -> str:
    return (
        f"has {characters / 1e6:.1f} million characters, more than the {TEXT_LIMIT // 1_000_000}"
        " million that one article may have; split it"
    )


def _published(
    document: Document, layout: Layout, found: Found, piece: Piece, article: str
) -> tuple[Publication, tuple[str, ...]]:
    """When it appeared, by: front matter, container, page, date line, address, file name."""
    url, span = _address(document, layout)
    return dating.publication(
        [
            dating.from_front_matter(document.given.get("date", "")),
            dating.from_container(piece.stated.get("date", ""), piece.rule),
            dating.from_page(document.stated.get("date", "")),
            *dating.from_lines(layout.dates),
            dating.from_url(url, span),
            # A day in the name of a file with several articles is the day on which it was made.
            dating.from_file_name(piece.name.rsplit("#", 1)[-1] or found.name),
            dating.from_container(piece.fallback.get("date", ""), piece.rule),
        ],
        article,
    )


def _fallback(piece: Piece, name: str) -> str:
    return visible_line(piece.fallback.get(name, ""))


def _ident(text: str, copies: dict[str, int]) -> str:
    """The content id of a text; further copies have a number at the end."""
    ident = content_id("a", text)
    copies[ident] = copies.get(ident, 0) + 1
    return ident if copies[ident] == 1 else f"{ident}-{copies[ident]}"


def _address(document: Document, layout: Layout) -> tuple[str, Span | None]:
    """The web address of the article: as given, or the last one on a line of its own."""
    if "url" in document.fields or not layout.urls:
        return document.fields.get("url", ""), None
    span = layout.urls[-1]
    return document.text[span.start : span.end].strip("<>()[] "), span
