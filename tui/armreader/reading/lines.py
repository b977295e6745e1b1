"""The lines of an article, and what each line shows without the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from armreader.records import SectionKind, Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CLOSING = "\"'”’»)]"
_ENDS = (".", "!", "?", "…", "։", "؟", "۔", "。")
_BULLET = re.compile(r"(?:[•●▪◦‣∙·*–—-]|\d{1,2}[.)])[ \t]+\S")
_PROSE_WORDS = 12
"""A line of at least this many words that ends like a sentence is a paragraph, not a heading."""
_LONG = 300
"""Characters; only a paragraph is longer, so such a line needs no closer look."""


@dataclass
class Line:
    """One non-blank line without the white space around it, and the kind that layout gives it."""

    text: str
    start: int
    after_blank: bool
    kind: SectionKind | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.text)

    @property
    def is_bullet(self) -> bool:
        return _BULLET.match(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        return self.text.rstrip(_CLOSING).endswith(_ENDS)

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph of an article."""
        if len(self.text) > _LONG:
            return True
        return self.text.count(" ") >= _PROSE_WORDS - 1 and self.ends_sentence

    @property
    def is_long(self) -> bool:
        return len(self.text) > _LONG


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank, in order."""
    lines = []
    at, after_blank = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip()) if raw[0] != stripped[0] else 0
            lines.append(Line(stripped, at + indent, after_blank))
        after_blank = not stripped
        at += len(raw) + 1
    return lines
