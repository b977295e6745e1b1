"""The attributes of a tag, as they are written and by name."""

from __future__ import annotations

import re
from html import unescape

_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?"""
)
"""A name, and its value in double marks, in single marks, or bare."""
_BLANKS = re.compile(r"[\s/]*")
_BETWEEN_WORDS = str.maketrans("_-\"'=", "     ")


class Attributes:
    """The attributes of a tag by their names in lower case, read when one is asked for.

    Most tags of a page are never asked. Equal only to itself, so that it may be a key.
    """

    __slots__ = ("_folded", "_read", "_written")

    def __init__(self, written: str) -> None:
        """``written``: the text of the tag behind its name."""
        self._written = written
        self._folded = written.lower()
        self._read: dict[str, str] | None = None

    def __bool__(self) -> bool:
        return bool(self._written)

    def __contains__(self, name: str) -> bool:
        return name in self._folded and name in self.by_name

    def __getitem__(self, name: str) -> str:
        return self.by_name[name]

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute, unescaped; empty if it has none."""
        return self.by_name.get(name, default) if name in self._folded else default

    def mention(self, text: str) -> bool:
        """Whether a text in lower case is anywhere in them."""
        return text in self._folded

    def has_none_of(self, words: frozenset[str]) -> bool:
        """Whether none of the words is in a name or value, as a part between blanks or hyphens."""
        return words.isdisjoint(self._folded.translate(_BETWEEN_WORDS).split())

    @property
    def by_name(self) -> dict[str, str]:
        """All of them; the first of a name counts."""
        if self._read is None:
            self._read = {}
            for name, double, single, bare in _ATTRIBUTE.findall(self._written):
                self._read.setdefault(name.lower(), unescape(double or single or bare))
        return self._read


NO_ATTRIBUTES = Attributes("")


def end_of_attributes(source: str, at: int) -> int:
    """Where the attributes end that are written from there: at a ``>``, or with the source."""
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
    blanks = _BLANKS.match(source, at)
    return blanks.end() if blanks else at
