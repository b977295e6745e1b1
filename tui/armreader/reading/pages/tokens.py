"""HTML as a stream of text, tags and comments, in linear time on any input.

The standard library's parser takes quadratic time on unclosed tags and comments, raises on unknown
marked sections, and differs between Python versions; a reader must give everybody the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import Literal

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s=>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?|""")
"""It may match nothing, so that a search for the next one never looks beyond the tag."""
_MARKS = ('"', "'")
_TAG_END = re.compile(r"[\s/]*>?")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noframes"])
"""Elements in which only their own end tag is markup (HTML 13.2.5, raw text and RCDATA)."""
_ESCAPABLE = frozenset(["textarea", "title"])

Kind = Literal["text", "start", "end", "comment"]
Attributes = Mapping[str, str]
Token = tuple[Kind, str, Attributes]
"""One piece of a page: its kind, then a text, a comment or the lower-case name of a tag.

A plain tuple, because a page has thousands of them.
"""
_NONE: Attributes = MappingProxyType({})


def tokens(source: str) -> Iterator[Token]:
    """The pieces of a page; what looks like markup but never ends is text."""
    at = 0
    end_of_comments, end_of_tags = source.rfind("-->"), source.rfind(">")
    while at < len(source):
        start = source.find("<", at)
        if start < 0 or start > end_of_tags:
            break
        if start > at:
            yield "text", unescape(source[at:start]), _NONE
        following = source[start + 1 : start + 2]
        if following.isalpha() and following.isascii():
            name, attributes, at = _start_tag(source, start)
            yield "start", name, attributes
            if name in _RAW:
                body, at = _raw_text(source, at, name)
                yield "text", unescape(body) if name in _ESCAPABLE else body, _NONE
        elif following == "/":
            at = source.index(">", start) + 1
            yield "end", source[start + 2 : at - 1].strip().split(" ")[0].lower(), _NONE
        elif source.startswith("<![CDATA[", start):
            at = start + len("<![CDATA[")
        elif source.startswith("<!--", start) and start < end_of_comments - 1:
            end = source.index("-->", start + 2)
            at = end + 3
            yield "comment", source[start + 4 : end], _NONE
        elif following in ("!", "?") and not source.startswith("<!--", start):
            at = source.index(">", start) + 1
        else:
            yield "text", "<", _NONE
            at = start + 1
    if at < len(source):
        yield "text", unescape(source[at:]), _NONE


def _start_tag(source: str, start: int) -> tuple[str, dict[str, str], int]:
    """The tag at ``start``: its name, its attributes (the first of a pair counts), and its end."""
    name = _NAME.match(source, start + 1)
    assert name
    at = name.end()
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, at):
        given, value = match.groups("")
        if not given:
            break
        at = match.end()
        if value[:1] in _MARKS and value[-1:] == value[:1]:
            value = value[1:-1]
        if "&" in value:
            value = unescape(value)
        attributes.setdefault(given.lower(), value)
    end = _TAG_END.match(source, at)
    return name.group().lower(), attributes, end.end() if end else at


def _raw_text(source: str, at: int, name: str) -> tuple[str, int]:
    """The text up to the element's end tag or the end of the page, and where that is."""
    stop = source.find("</", at)
    while stop >= 0:
        end = stop + 2 + len(name)
        closes = source[end : end + 1]
        if (closes in ("/", ">") or closes.isspace()) and source[stop + 2 : end].lower() == name:
            return source[at:stop], stop
        stop = source.find("</", stop + 2)
    return source[at:], len(source)
