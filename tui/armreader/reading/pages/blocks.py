"""A page as blocks of text, each a paragraph, in a tree of the elements that hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Self

from armreader.records import SectionKind

Role = Literal[
    "",
    "hidden",
    "furniture",
    "doubtful",
    "thread",
    "preformatted",
    "article",
    "main",
    "figure",
    "caption",
    "byline",
    "dateline",
    "summary",
]
"""What an element says about its text: ``furniture`` is decided by its tag; ``doubtful`` by its
name alone, which the text may disprove; ``thread`` are readers' comments, by name; ``article`` is
what the page marks as an article or as its text."""

_SENTENCE_END = re.compile(r"[.!?…։؟۔][\"'”’»)\]]*(?=\s|$)|[。！？][」』”]?")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_UNSPACED_WORTH = 3
"""A character of a script without spaces says as much as three letters of one with spaces."""
_BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")
_IGNORABLE = "\u00ad\u200b\u2060\ufeff"
_LINKED = 0.5
_SHORTEST_SENTENCE, _LONGEST_LABEL = 60, 140


@dataclass(slots=True)
class Element:
    """An element that is not part of a line, and the number of the element around it."""

    tag: str
    parent: int
    """-1 for the outermost element, which has the number 0 and contains the page."""
    role: Role = ""
    pictures: int = 0
    """Pictures directly in it."""
    day: str = ""
    """The first ``datetime`` of a ``time`` element directly in it."""


@dataclass(slots=True)
class Block:
    """One paragraph of the page, its place, and the kind that its elements give it."""

    tag: str
    """The tag of the element that opened it; empty after the end of another element."""
    element: int
    """The number of the innermost element around it."""
    kind: SectionKind | None
    cell: tuple[int, int] | None = None
    """The numbers of its table row and of its cell."""
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    """How many of its characters are in links."""
    gap: str = "\n\n"
    """What separates it from the block before."""
    text: str = ""
    size: int = 0
    """The length of the text; a character of a script without spaces counts as three."""
    link_share: float = 0.0
    """The share of its text that is in links, from 0 to 1."""
    is_linked: bool = False
    """Whether most of it is links."""
    ends_sentence: bool = False
    """Whether a sentence ends in it, outside links."""
    is_prose: bool = False
    """Whether it reads as a paragraph: a whole sentence, or longer than any label."""

    def finish(self, text: str) -> Self:
        """Give it its text, and measure that."""
        self.text = text
        self.size = len(text)
        if not text.isascii():
            self.size += (_UNSPACED_WORTH - 1) * len(_UNSPACED.findall(text))
        self.link_share = min(1.0, self.linked / max(1, len(text)))
        self.is_linked = self.link_share > _LINKED
        self.ends_sentence = not self.is_linked and _SENTENCE_END.search(text) is not None
        self.is_prose = not self.is_linked and (
            self.size > _LONGEST_LABEL or (self.size >= _SHORTEST_SENTENCE and self.ends_sentence)
        )
        return self

    @property
    def prose(self) -> float:
        """Characters of prose outside links, if it may belong to the article."""
        if not self.is_prose or self.kind == "furniture":
            return 0.0
        return self.size * (1 - self.link_share)


def with_single_blanks(text: str) -> str:
    """A stretch of text with one blank for each run of blanks and line breaks."""
    if text.isspace():
        return " "
    # Most stretches need no change; printable text has no breaks, tabs or fixed spaces.
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


def joined(parts: Sequence[str]) -> str:
    """The text of a block from its stretches: no characters without width, no empty lines."""
    text = "".join(parts)
    if not (text.isascii() or text.isprintable()):
        for mark in _IGNORABLE:
            text = text.replace(mark, "")
    if "\n" in text:
        text = "\n".join(filter(None, map(str.strip, text.split("\n"))))
    return text.strip()


def within(elements: Sequence[Element], chosen: Sequence[bool]) -> list[bool]:
    """For each element, whether it or an element around it is chosen."""
    found = list(chosen)
    if any(chosen):
        for number, element in enumerate(elements):
            if element.parent >= 0 and found[element.parent]:
                found[number] = True
    return found


def around(elements: Sequence[Element], number: int) -> list[int]:
    """The numbers of an element and of those around it, the innermost first."""
    chain = []
    while number >= 0:
        chain.append(number)
        number = elements[number].parent
    return chain
