"""Word processor documents, DOCX and ODT: paragraphs and table rows, and the author's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from armreader.reading.authors import named_author
from armreader.reading.containers.archive import Archive
from armreader.reading.containers.exports import split
from armreader.reading.containers.piece import Found, Part, Piece
from armreader.reading.containers.xml import local, parse
from armreader.reading.source import LimitError

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-", "s": " "}
_SKIPPED = frozenset(
    ["tabs", "del", "moveFrom", "Fallback", "tracked-changes", "annotation", "instrText", "delText"]
)
"""Elements whose text is not shown: deletions, comments, alternative forms of a drawing."""
_PARAGRAPHS = frozenset(["p", "h"])
_ROWS = frozenset(["tr", "table-row"])
_CELLS = frozenset(["tc", "table-cell", "covered-table-cell"])
_MOST_PARAGRAPHS = 100_000
"""An export of a thousand articles has half as many."""
_MARGINS = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_TITLES = frozenset(["title", "titel", "titre", "ttulo", "titolo", "heading 1", "heading1"])


class Paragraph(NamedTuple):
    """A paragraph or a table row, and the name of its style."""

    style: str
    text: str


def open_docx(archive: Archive) -> Iterator[Found]:
    """The document, or each article of an export that was saved as one."""
    margins = [name for name in archive.names if _MARGINS.fullmatch(name)]
    after = [text for name in margins for _, text in _paragraphs(archive, name)]
    author = _author(archive, "docProps/core.xml")
    yield from articles(_paragraphs(archive, "word/document.xml"), author, after)


def open_odt(archive: Archive) -> Iterator[Found]:
    """As ``open_docx``."""
    yield from articles(_paragraphs(archive, "content.xml"), _author(archive, "meta.xml"))


def articles(
    paragraphs: list[Paragraph], author: str = "", margins: list[str] | None = None
) -> Iterator[Found]:
    """The paragraphs as one article, or as the articles of an export.

    ``margins``: headers, footers and notes.
    """
    pieces = split("\n".join(text for _, text in paragraphs), is_paragraphs=True)
    if pieces:
        yield from pieces
        return
    titles = [n for n, one in enumerate(paragraphs) if one.style.lower() in _TITLES]
    title = titles[0] if titles[:1] and titles[0] < 4 else None
    parts = (Part("title" if n == title else None, one.text) for n, one in enumerate(paragraphs))
    after = tuple(Part("furniture", text) for text in dict.fromkeys(margins or ()))
    yield Piece(before=tuple(parts), after=after, fallback={"byline": author})


def _paragraphs(archive: Archive, name: str) -> list[Paragraph]:
    collector = _Collector(name.startswith("word/"))
    with archive.source(name).open() as stream:
        parse(stream, collector.start, collector.end, collector.text)
    return collector.paragraphs


def _author(archive: Archive, name: str) -> str:
    """The name of the author in the document's properties; the date there is that of the file."""
    if name not in archive.names:
        return ""
    names: list[str] = []
    inside = ""

    def start(element: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = local(element)

    def text(data: str) -> None:
        if inside in ("creator", "initial-creator"):
            names.append(data.strip())

    with archive.source(name).open() as stream:
        parse(stream, start, lambda _: start("", {}), text)
    named = " ".join("".join(names).split())
    return named_author(named)


class _Collector:
    """Collects paragraphs; those of a table row become one, with a tab between two cells."""

    def __init__(self, is_word: bool) -> None:
        self.paragraphs: list[Paragraph] = []
        self._is_word = is_word
        self._open: list[tuple[str, list[str]]] = []
        self._rows: list[list[str]] = []
        self._before_row: list[list[Paragraph]] = []
        self._skipped = 0
        self._is_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if self._skipped or tag in _SKIPPED:
            self._skipped += 1
        elif tag in _PARAGRAPHS:
            self._open.append((_attribute(attributes, "style-name"), []))
        elif tag == "pStyle" and self._open:
            self._open[-1] = (_attribute(attributes, "val"), self._open[-1][1])
        elif tag in _ROWS:
            self._rows.append([])
        elif tag in _CELLS:
            self._before_row.append(self.paragraphs)
            self.paragraphs = []
        elif tag in _BREAKS and self._open:
            self._open[-1][1].append(_BREAKS[tag])
        elif tag == "t":
            self._is_text = True

    def end(self, name: str) -> None:
        tag = local(name)
        if self._skipped:
            self._skipped -= 1
        elif tag in _PARAGRAPHS and self._open:
            style, parts = self._open.pop()
            self._keep(style, "".join(parts))
        elif tag in _CELLS and self._before_row:
            cell = " ".join(" ".join(one.text.split()) for one in self.paragraphs)
            self.paragraphs = self._before_row.pop()
            if self._rows:
                self._rows[-1].append(cell)
        elif tag in _ROWS and self._rows:
            self._keep("", "\t".join(self._rows.pop()))
        elif tag == "t":
            self._is_text = False

    def text(self, data: str) -> None:
        if self._open and not self._skipped and (self._is_text or not self._is_word):
            self._open[-1][1].append(data)

    def _keep(self, style: str, text: str) -> None:
        if len(self.paragraphs) >= _MOST_PARAGRAPHS:
            raise LimitError(f"has more than {_MOST_PARAGRAPHS:,} paragraphs; split it")
        if text.strip():
            self.paragraphs.append(Paragraph(style, text.strip()))


def _attribute(attributes: dict[str, str], wanted: str) -> str:
    return next((value for name, value in attributes.items() if local(name) == wanted), "")
