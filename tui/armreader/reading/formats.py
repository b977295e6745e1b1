"""Plain text, Markdown and web pages in one form: clean text, and what the file says about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from armreader.reading.decode import decode
from armreader.reading.front_matter import split_front_matter, split_metadata_list
from armreader.reading.publication import understood
from armreader.reading.wrapping import unwrapped
from armreader.records import Section, SectionKind, Span
from armreader.records.visible import suspects, visible, visible_line, with_plain_newlines

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class Document:
    """The cleaned text of a file, before its layout is known."""

    text: str
    encoding: str
    sections: tuple[Section, ...] = ()
    """The sections that the format itself marks, in order."""
    given: dict[str, str] = field(default_factory=dict)
    """The user's front matter: title, source, byline, date, url."""
    stated: dict[str, str] = field(default_factory=dict)
    """The same fields as the page gives them."""
    notices: tuple[str, ...] = ()
    posts: tuple[tuple[Span, str], ...] = ()
    """The posts of a live blog, each with the time that the page gives for it."""
    doubtful: tuple[Span, ...] = ()
    """The paragraphs of a page on which a second opinion differs."""

    @property
    def fields(self) -> dict[str, str]:
        """What is known about the article; what the user gave comes first."""
        return {**self.stated, **self.given}


def read_document(data: bytes, suffix: str) -> Document:
    """The document in the bytes of a file; its suffix (``.html``) gives the format."""
    is_page = suffix in _PAGES or _looks_like_page(data)
    decoded = decode(data, declares=is_page)
    front = split_front_matter(with_plain_newlines(decoded.text))
    notices = [*decoded.notices, *front.notices]
    text = front.text
    sections: tuple[Section, ...] = ()
    stated: dict[str, str] = {}
    posts: tuple[tuple[Span, str], ...] = ()
    doubtful: tuple[Span, ...] = ()
    if is_page:
        from armreader.reading.pages.page import read_page

        page = read_page(front.text)
        text, sections, stated = page.text, page.sections, page.fields
        notices += page.notices
        posts, doubtful = page.posts, page.doubtful
    elif suffix in _MARKDOWN:
        from armreader.reading.markdown import read_markdown

        listed = split_metadata_list(text)
        front = front._replace(fields={**listed.fields, **front.fields})
        notices += listed.notices
        text, sections = read_markdown(text)
        if listed.notices:
            sections = _with_highlights(text, sections)
    else:
        text = unwrapped(text)
    date = front.fields.get("date")
    if date and not understood(date):
        notices.append(f"front matter: date {date!r} is not understood; write it as 2024-06-13")
    shown = visible(text)
    counts = suspects(text) if shown is not text else {}
    if counts:
        kinds = (f"{number} {kind}{'s' * (number > 1)}" for kind, number in counts.items())
        notices.append(f"{', '.join(kinds)} made visible")
    return Document(
        shown,
        decoded.encoding,
        sections,
        _clean(front.fields),
        _clean(stated),
        tuple(map(visible_line, notices)),
        posts,
        doubtful,
    )


def _with_highlights(text: str, given: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, with a list of metadata and notes as furniture, and highlights as the text."""
    found = list(given)
    kind: SectionKind | None = None
    at = 0
    for line in text.split("\n"):
        if line == "Metadata":
            kind = "furniture"
        elif line.startswith(("Highlights", "New Highlights")):
            kind = "body"
        elif kind and line.startswith("• "):
            own: SectionKind = "furniture" if line.startswith("• Note:") else kind
            found.append(Section(own, Span(at, at + len(line))))
        at += len(line) + 1
    return tuple(sorted(found, key=lambda section: section.span))


def _clean(fields: dict[str, str]) -> dict[str, str]:
    return {name: visible_line(value) for name, value in fields.items()}


def _looks_like_page(data: bytes) -> bool:
    """Whether a file whose suffix gives no format begins like a web page."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))
