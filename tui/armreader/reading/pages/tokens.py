"""HTML as a stream of tags and comments with the text between, in linear time on any input.

The standard library's parser takes quadratic time on unclosed tags and comments, raises on unknown
marked sections, and differs between Python versions; a reader must give everybody the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal

from armreader.reading.pages.attributes import NO_ATTRIBUTES, Attributes, end_of_attributes

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_TAG = re.compile(
    r"""([A-Za-z][^\s"'=/>]*)((?:\s+[^\s"'=/>]+(?:="[^"]*"|='[^']*'|=[^\s"'=]+)?)*\s*/?)"""
)
"""A tag as most are written, without ``<`` and ``>``: its name, and its attributes with blanks
between them. It can be matched in only one way, so that a stray mark costs nothing."""
_SHORT = 1000
"""Characters of a tag that is looked up among those of its page; most of them recur."""
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noframes"])
"""Elements in which only their own end tag is markup (HTML 13.2.5, raw text and RCDATA)."""
_ESCAPABLE = frozenset(["textarea", "title"])

Kind = Literal["", "start", "end", "comment"]
Markup = tuple[Kind, str, Attributes]
"""A tag by its lower-case name, or a comment by its text; without a kind if there is none.

A plain tuple, because a page has thousands of them. Equal tags of a page are one object.
"""
_NONE: Markup = "", "", NO_ATTRIBUTES


def tokens(source: str) -> Iterator[tuple[Markup, str]]:
    """The markup of a page, each piece with the text behind it.

    What looks like markup but never ends is text.
    """
    known: dict[str, Markup] = {}
    first, *parts = source.split("<")
    if first:
        yield _NONE, _unescaped(first)
    end_of_comments, end_of_tags = source.rfind("-->"), source.rfind(">")
    at = end = len(first)
    for part in parts:
        start, end = end, end + 1 + len(part)
        if start == at:
            inside, closing, text = part.partition(">")
            markup = known.get(inside) if closing else None
            if markup is None and closing and len(inside) <= _SHORT:
                markup = _short_tag(inside)
                if markup:
                    known[inside] = markup
            if markup:
                yield markup, unescape(text) if "&" in text else text
                at = end
                continue
            if start > end_of_tags:
                break
            other, text, at = _other(source, start, end_of_comments)
            yield other, text
        if at < end:
            yield _NONE, _unescaped(source[at:end])
            at = end
    if at < len(source):
        yield _NONE, _unescaped(source[at:])


def _unescaped(written: str) -> str:
    return unescape(written) if "&" in written else written


def _short_tag(inside: str) -> Markup | None:
    """The tag with this text between its ``<`` and the next ``>``; None if it needs a closer look.

    That is a tag with raw text in it, or one whose marks may hold the ``>``.
    """
    if inside[:1] == "/":
        return "end", _end_name(inside), NO_ATTRIBUTES
    matched = _TAG.fullmatch(inside)
    if matched is None:
        return None
    name, written = matched.groups()
    name = name.lower()
    if name in _RAW:
        return None
    return "start", name, Attributes(written) if written else NO_ATTRIBUTES


def _other(source: str, start: int, end_of_comments: int) -> tuple[Markup, str, int]:
    """What is at a ``<`` that does not begin a short tag, the text in it, and where it ends."""
    following = source[start + 1]
    if following.isalpha() and following.isascii():
        return _long_tag(source, start)
    if following == "/":
        at = source.index(">", start) + 1
        return ("end", _end_name(source[start + 1 : at - 1]), NO_ATTRIBUTES), "", at
    if source.startswith("<![CDATA[", start):
        return _NONE, "", start + len("<![CDATA[")
    if source.startswith("<!--", start):
        if start < end_of_comments - 1:
            end = source.index("-->", start + 2)
            return ("comment", source[start + 4 : end], NO_ATTRIBUTES), "", end + 3
    elif following in ("!", "?"):
        return _NONE, "", source.index(">", start) + 1
    return _NONE, "<", start + 1


def _end_name(inside: str) -> str:
    return inside[1:].strip().split(" ")[0].lower()


def _long_tag(source: str, start: int) -> tuple[Markup, str, int]:
    """The tag at ``start``, with the text in it if only its own end tag is markup there."""
    whole = _TAG.fullmatch(source, start + 1, source.index(">", start))
    matched = whole or _NAME.match(source, start + 1)
    assert matched
    name = (whole[1] if whole else matched.group()).lower()
    at = whole.end() if whole else end_of_attributes(source, matched.end())
    written = whole[2] if whole else source[matched.end() : at]
    tag: Markup = "start", name, Attributes(written) if written else NO_ATTRIBUTES
    if at < len(source) and source[at] == ">":
        at += 1
    if name not in _RAW:
        return tag, "", at
    text, at = _raw_text(source, at, name)
    return tag, unescape(text) if name in _ESCAPABLE else text, at


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
