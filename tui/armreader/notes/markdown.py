"""Other people's words as Markdown that can only be words.

Escapes are CommonMark's (https://spec.commonmark.org/0.31.2/#backslash-escapes); beyond it, marks
that GitHub and Obsidian give a meaning to are held apart too: tables, mathematics, comments,
highlights, footnotes, block ids and tags.
"""

from __future__ import annotations

import re

from armreader.records.visible import visible_line

_MARKS = re.compile(
    r"[\\`*_<>|~$^]"
    r"|\[(?![^\[\]()^!\n]{1,200}\](?![\[(:]))"  # a bracket that is no more than "[sic]" may stay
    r"|(?<=\])[(\[:]"
    r"|&(?=\#?\w{1,32};)"
    r"|(?<!\S)\#"
    r"|(?<==)=|(?<=%)%"
)
_ENTITY = re.compile(r"&(?=\#?\w{1,32};)")
"""What Markdown would read as another character, in an address too."""
_LINE_START = re.compile(r"(?:[-+=:]|\#)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def one_line(text: str) -> str:
    """The text on one line with single spaces; what could deceive a reader is made visible."""
    return visible_line(" ".join(text.split()))


def inline(text: str) -> str:
    """The text as Markdown inside a line."""
    return _MARKS.sub(lambda match: "\\" + match.group(), one_line(text))


def block_quote(text: str) -> list[str]:
    """The text as the lines of a block quote, its own lines kept."""
    lines = []
    for line in text.split("\n"):
        words = _at_line_start(inline(line))
        lines.append(f"> {words}" if words else ">")
    return lines


def link(label: str, url: str) -> str:
    """A link if the address is a web address; else only the label, both as Markdown."""
    address = one_line(url)
    if not re.match(r"https?://\S+$", address):
        return inline(label)
    unsafe = {"<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C", "`": "%60"}
    safe = "".join(unsafe.get(letter, letter) for letter in address)
    safe = _ENTITY.sub("%26", safe)
    return f"[{inline(label)}](<{safe}>)"


def _at_line_start(words: str) -> str:
    """The line with what would open a list, a heading or an underline at its start escaped."""
    if _LINE_START.match(words):
        return "\\" + words
    return _NUMBERED.sub(r"\1\\\2", words, count=1) if _NUMBERED.match(words) else words
