"""The attributes of a tag, as they are written and by name."""

from __future__ import annotations

import re
from html import unescape

from armreader.reading.pages.blocks import Role

_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?"""
)
"""A name, and its value in double marks, in single marks, or bare."""
_LINK = re.compile(r"""(?:\s+[^\s"'=/>]+="[^"]*")*?\s+href=""")
_BLANKS = re.compile(r"[\s/]*")
_BETWEEN_WORDS = bytes.maketrans(b"_-\"'=", b"     ")


class Attributes:
    """The attributes of a tag by their names in lower case, read when one is asked for.

    Most tags of a page are never asked. Equal only to itself, so that it may be a key.
    """

    __slots__ = ("_folded", "_read", "_written", "may_name_author", "role")

    def __init__(self, written: str) -> None:
        """``written``: the text of the tag behind its name."""
        self._written = written
        self._folded = folded = written.lower()
        self._read: dict[str, str] | None = None
        self.role: Role | None = None
        """The role of the element, once it is known."""
        self.may_name_author = "author" in folded

    def __bool__(self) -> bool:
        return bool(self._written)

    def __contains__(self, name: str) -> bool:
        if name not in self._folded:
            return False
        return self._folded.startswith(f"{name}=", 1) or name in self.by_name

    def __getitem__(self, name: str) -> str:
        return self.by_name[name]

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute, unescaped; empty if it has none."""
        return self.by_name.get(name, default) if name in self._folded else default

    @property
    def may_pop_up(self) -> bool:
        """Whether some name or value may say that the element opens over a line."""
        folded = self._folded
        return "pop" in folded or "over" in folded or "tooltip" in folded

    @property
    def is_link(self) -> bool:
        """Whether one of them is ``href``."""
        return _LINK.match(self._folded) is not None or "href" in self

    def may_hold(self, word: str) -> bool:
        """Whether a word in lower case is somewhere in their text."""
        return word in self._folded

    def has_none_of(self, words: frozenset[bytes]) -> bool:
        """Whether none of the words is in a name or value, as a part between blanks or hyphens."""
        # Bytes are translated three times as fast as text.
        written = self._folded.encode("utf-8", "surrogatepass")
        return words.isdisjoint(written.translate(_BETWEEN_WORDS).split())

    @property
    def by_name(self) -> dict[str, str]:
        """All of them; the first of a name counts."""
        if self._read is None:
            self._read = {}
            for name, double, single, bare in _ATTRIBUTE.findall(self._written):
                value = double or single or bare
                self._read.setdefault(name.lower(), unescape(value) if "&" in value else value)
        return self._read


NO_ATTRIBUTES = Attributes("")


def end_of_attributes(source: str, at: int) -> int:
    """Where the attributes end that are written from there: at a ``>``, or with the source."""
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
    blanks = _BLANKS.match(source, at)
    return blanks.end() if blanks else at
