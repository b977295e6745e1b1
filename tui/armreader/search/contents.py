"""What the lines of an index refer to: the records and articles of a dossier, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from armreader.records import Passage


class Heading(NamedTuple):
    """What is known about an article without its text."""

    id: str
    file: str
    title: str
    source: str = ""
    published: str = ""
    """The publication date as it is shown, with how it is known."""


class Contents(Protocol):
    """What an index was built from: records by line, people first, then events, then quotes."""

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the records, by line."""

    @property
    def articles(self) -> Sequence[Heading]: ...

    def searched(self, line: int) -> str:
        """The text by which a record is found."""

    def shown(self, line: int) -> str:
        """What is shown for a record: a name, a label, or who said what."""

    def passages(self, line: int) -> Sequence[Passage]:
        """The passages where a record occurs."""

    def text(self, article: int) -> str:
        """The text of an article, by its number."""

    def row(self, article: int, place: int) -> int:
        """The line of its text that a place in an article is on, counted from 1."""
