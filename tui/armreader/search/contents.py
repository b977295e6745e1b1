"""What the lines of an index are of: the records and articles of a dossier, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from armreader.records import Passage
    from armreader.story.dossier import Dossier


class Heading(NamedTuple):
    """What is known of an article without its text."""

    id: str
    file: str
    title: str
    source: str = ""
    published: str = ""
    """The day, and how it is known, as it is shown."""


class Contents(Protocol):
    """What an index was made of: records by line, people first, then events, then quotes."""

    @property
    def dossier(self) -> Dossier:
        """All of it: filters ask for it, a search for words does not."""

    @property
    def ids(self) -> Sequence[str]:
        """Of the records, by line."""

    @property
    def articles(self) -> Sequence[Heading]: ...

    def searched(self, line: int) -> str:
        """What a record is found by."""

    def shown(self, line: int) -> str:
        """What is shown of a record: a name, a label, or who said what."""

    def passages(self, line: int) -> Sequence[Passage]:
        """Where a record is."""

    def text(self, article: int) -> str:
        """The text of an article, by its number."""
