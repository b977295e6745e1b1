"""HTML as a stream of texts, tags and comments, in linear time on any input.

The standard library's parser takes quadratic time on unclosed tags and comments, raises on unknown
marked sections, and differs between versions of Python; a reader must give everybody one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s=>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_TAG_END = re.compile(r"[\s/]*>?")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noframes"])
"""Elements in which nothing is markup but their own end (HTML 13.2.5, raw text and RCDATA)."""
_ESCAPABLE = frozenset(["textarea", "title"])

Kind = Literal["text", "start", "end", "comment"]


class Token(NamedTuple):
    """One piece of a page: ``value`` is a text, a comment, or the lower-case name of a tag."""

    kind: Kind
    value: str
    attributes: dict[str, str] = {}  # noqa: RUF012 - never written to


def tokens(source: str) -> Iterator[Token]:
    """The page piece by piece; what looks like markup but never ends is text."""
    at = 0
    end_of_comments, end_of_tags = source.rfind("-->"), source.rfind(">")
    while at < len(source):
        start = source.find("<", at)
        if start < 0 or start > end_of_tags:
            break
        if start > at:
            yield Token("text", unescape(source[at:start]))
        following = source[start + 1 : start + 2]
        if following.isalpha() and following.isascii():
            name, attributes, at = _start_tag(source, start)
            yield Token("start", name, attributes)
            if name in _RAW:
                body, at = _raw_text(source, at, name)
                yield Token("text", unescape(body) if name in _ESCAPABLE else body)
        elif following == "/":
            at = source.index(">", start) + 1
            yield Token("end", source[start + 2 : at - 1].strip().split(" ")[0].lower())
        elif source.startswith("<![CDATA[", start):
            at = start + len("<![CDATA[")
        elif source.startswith("<!--", start) and start < end_of_comments - 1:
            end = source.index("-->", start + 2)
            at = end + 3
            yield Token("comment", source[start + 4 : end])
        elif following in ("!", "?") and not source.startswith("<!--", start):
            at = source.index(">", start) + 1
        else:
            yield Token("text", "<")
            at = start + 1
    if at < len(source):
        yield Token("text", unescape(source[at:]))


def _start_tag(source: str, start: int) -> tuple[str, dict[str, str], int]:
    """The tag at ``start``: its name, its attributes (the first of twins counts), and its end."""
    name = _NAME.match(source, start + 1)
    assert name
    at = name.end()
    attributes: dict[str, str] = {}
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
        value = match[2] or ""
        if value[:1] in ('"', "'") and value[-1:] == value[:1]:
            value = value[1:-1]
        attributes.setdefault(match[1].lower(), unescape(value))
    end = _TAG_END.match(source, at)
    return name.group().lower(), attributes, end.end() if end else at


def _raw_text(source: str, at: int, name: str) -> tuple[str, int]:
    """The text up to the element's end tag, or to the end of the page, and where that is."""
    end = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(source, at)
    stop = end.start() if end else len(source)
    return source[at:stop], stop
