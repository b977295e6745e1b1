"""Markdown: the text that a person reads, without the signs of its markup.

It reads the common part of CommonMark: headings, emphasis, links, pictures, quotations, lists and
fences. The lines of a paragraph are joined. Tables, raw HTML and unclosed markup stay as they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from armreader.records import Section, SectionKind, Span

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTED = re.compile(r"(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+][ \t]+|(?=\d{1,3}[.)][ \t]))")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S+")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINK = re.compile(r"\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")
_EMPHASIS = (
    re.compile(r"\*\*(?=\S)([^*\n]+)\*\*"),
    re.compile(r"(?<!\w)__(?=\S)([^_\n]+)__(?!\w)"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+)(?<=\S)_(?![\w_])"),
    re.compile(r"~~(?=\S)([^~\n]+)~~"),
    re.compile(r"`([^`\n]+)`"),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Rendered(NamedTuple):
    """The text of a Markdown file and the sections that its markup gives, in order."""

    text: str
    sections: tuple[Section, ...]


def read_markdown(source: str) -> Rendered:
    """The readable text of Markdown with plain newlines; blank lines between paragraphs stay."""
    lines: list[str] = []
    kinds: dict[int, SectionKind] = {}
    joining = fenced = False
    for raw in source.split("\n"):
        if _FENCE.match(raw):
            fenced, joining = not fenced, False
            continue
        if fenced:
            lines.append(raw)
            continue
        if joining and _UNDERLINE.match(raw):
            if "=" in raw and "title" not in kinds.values():
                kinds[len(lines) - 1] = "title"
            joining = False
            continue
        if _DEFINITION.match(raw):
            continue
        text, joins, kind = _line(raw)
        if text and joins and joining:
            lines[-1] += " " + text
        else:
            lines.append(text)
        if kind and not (kind == "title" and "title" in kinds.values()):
            kinds[len(lines) - 1] = kind
        joining = bool(text) and kind is None and not (_HEADING.match(raw) or _RULE.match(raw))
    return _with_sections(lines, kinds)


def _line(raw: str) -> tuple[str, bool, SectionKind | None]:
    """A line's text, whether it may continue a paragraph, and the section kind from its markup."""
    heading = _HEADING.match(raw)
    if heading:
        # Remove closing number signs, and then the spaces before them.
        text = raw[heading.end() :].rstrip("#").rstrip(" \t")
        return _inline(text), False, "title" if heading[1] == "#" else None
    if _RULE.match(raw):
        return raw.strip(), False, None
    quoted = _QUOTED.match(raw)
    rest = raw[quoted.end() :] if quoted else raw
    item = _ITEM.match(rest)
    if item:
        bullet = (
            "• " if item.end() > item.start() and rest[item.end() - 1 : item.end()] in " \t" else ""
        )
        return bullet + _inline(rest[item.end() :].strip()), False, None
    picture = _PICTURE.fullmatch(rest.strip())
    if picture:
        return picture[1].strip(), False, "caption" if picture[1].strip() else None
    return _inline(rest.strip()), True, None


def _inline(text: str) -> str:
    if not any(sign in text for sign in "*_[`~<\\"):
        return text
    text = _PICTURE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _ADDRESS.sub(r"\1", text)
    for pattern in _EMPHASIS:
        text = pattern.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)


def _with_sections(lines: list[str], kinds: dict[int, SectionKind]) -> Rendered:
    sections = []
    at = 0
    for number, line in enumerate(lines):
        if number in kinds and line:
            sections.append(Section(kinds[number], Span(at, at + len(line))))
        at += len(line) + 1
    return Rendered("\n".join(lines), tuple(sections))
