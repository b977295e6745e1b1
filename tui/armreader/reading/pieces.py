"""A piece to one document: its own text, with what its container gives above and below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from armreader.reading.containers.piece import Part, Piece
from armreader.reading.formats import Document, read_document
from armreader.records import Section, Span
from armreader.records.visible import visible, visible_line, with_plain_newlines

_BETWEEN = "\n\n"
_TITLE_WITHIN = 3000
"""A title within this many characters of the top is not added again."""


def document_of(piece: Piece) -> Document:
    """The text of a piece with its parts around it, and what its container says about it."""
    document = read_document(piece.data, piece.suffix) if piece.suffix else Document("", "utf-8")
    # The date is handled separately, with its own reason.
    stated = {
        name: visible_line(value)
        for name, value in piece.stated.items()
        if value and name != "date"
    }
    notices = (*document.notices, *map(visible_line, piece.notices))
    document = replace(document, stated={**document.stated, **stated}, notices=notices)
    before, after = _cleaned(piece.before), _cleaned(piece.after)
    title = stated.get("title", "")
    if title and not _has_title(title, before, document):
        before = (Part("title", title), *before)
    return _framed(document, before, after)


def _cleaned(parts: Iterable[Part]) -> tuple[Part, ...]:
    cleaned = (Part(kind, visible(with_plain_newlines(text)).strip()) for kind, text in parts)
    return tuple(part for part in cleaned if part.text)


def _has_title(title: str, before: Iterable[Part], document: Document) -> bool:
    """Whether the title is already in the text, comparing letters and digits only."""
    top = "\n".join([*(part.text for part in before), document.text[:_TITLE_WITHIN]])
    return _folded(title) in map(_folded, top.split("\n"))


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _framed(document: Document, before: tuple[Part, ...], after: tuple[Part, ...]) -> Document:
    """The document with paragraphs before and after its text, a blank line between them."""
    if not before and not after:
        return document
    texts: list[str] = []
    sections: list[Section] = []
    posts: list[tuple[Span, str]] = []
    doubtful: list[Span] = []
    at = 0
    paragraphs: tuple[Part | Document, ...] = (*before, document, *after)
    for part in paragraphs:
        if not part.text:
            continue
        if isinstance(part, Document):
            sections += (Section(one.kind, _moved(one.span, at)) for one in part.sections)
            posts += ((_moved(span, at), said) for span, said in part.posts)
            doubtful += (_moved(span, at) for span in part.doubtful)
        elif part.kind:
            sections.append(Section(part.kind, Span(at, at + len(part.text))))
        texts.append(part.text)
        at += len(part.text) + len(_BETWEEN)
    text = _BETWEEN.join(texts)
    return replace(
        document,
        text=text,
        sections=tuple(sections),
        posts=tuple(posts),
        doubtful=tuple(doubtful),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
