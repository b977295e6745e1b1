"""A search index in parts that can be stored: a head for every search, and groups of records.

A search for words loads the head, the few records and articles that it shows, and no dossier.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from armreader.records import Passage
from armreader.search.contents import Contents, Heading
from armreader.search.find import SearchIndex
from armreader.search.index import WordIndex
from armreader.search.lines import Layout, Lines

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier

TOGETHER = 128
"""Records in one part."""

Record = tuple[str, str, list[tuple[str, int, int]]]
"""The text by which it is found, what is shown for it, and its passages."""


def head_of(index: SearchIndex) -> list[object]:
    """What every search needs, in plain values."""
    lines, layout = index.lines, index.lines.layout
    contents = lines.contents
    return [
        list(contents.ids),
        [tuple(one) for one in contents.articles],
        [
            layout.first_event, layout.first_quote, layout.first_article, layout.firsts,
            layout.starts.tobytes(), layout.ends.tobytes(),
            layout.real, layout.heads, layout.furniture,
        ],
        lines.index.parts(),
        index.skeletons,
    ]  # fmt: skip


def records_of(index: SearchIndex) -> Iterator[list[Record]]:
    """The records in groups of ``TOGETHER``, in the order of their lines."""
    contents = index.lines.contents
    for first in range(0, len(contents.ids), TOGETHER):
        yield [
            (
                contents.searched(line),
                contents.shown(line),
                [(*one,) for one in contents.passages(line)],
            )
            for line in range(first, min(first + TOGETHER, len(contents.ids)))
        ]


class KeptContents:
    """The contents of a stored index; each part is loaded when it is needed."""

    def __init__(
        self,
        ids: Sequence[str],
        articles: Sequence[Heading],
        records: Callable[[int], list[Record]],
        text: Callable[[int], str],
        dossier: Callable[[], Dossier],
    ) -> None:
        """``records`` and ``text`` load a part of the records and an article's text by number."""
        self.ids = ids
        self.articles = articles
        self._load_records, self._load_text, self._load_dossier = records, text, dossier
        self._records: dict[int, list[Record]] = {}
        self._texts: dict[int, str] = {}

    @cached_property
    def dossier(self) -> Dossier:
        return self._load_dossier()

    def searched(self, line: int) -> str:
        return self._record(line)[0]

    def shown(self, line: int) -> str:
        return self._record(line)[1]

    def passages(self, line: int) -> Sequence[Passage]:
        return [Passage(*one) for one in self._record(line)[2]]

    def text(self, article: int) -> str:
        if article not in self._texts:
            self._texts[article] = self._load_text(article)
        return self._texts[article]

    def _record(self, line: int) -> Record:
        part, place = divmod(line, TOGETHER)
        if part not in self._records:
            self._records[part] = self._load_records(part)
        return self._records[part][place]


class Head:
    """The result of ``head_of``, from which the index is restored."""

    def __init__(self, parts: Sequence[Any]) -> None:
        self.ids: list[str] = parts[0]
        self.articles = [Heading(*one) for one in parts[1]]
        self._numbers, self._words, self._skeletons = parts[2:]

    def index(self, contents: Contents) -> SearchIndex:
        """The index over contents in the same order."""
        numbers = list(self._numbers)
        numbers[4:6] = [array("I", one) for one in numbers[4:6]]
        lines = Lines(contents, Layout(*numbers), WordIndex.restored(self._words))
        return SearchIndex(lines=lines, skeletons=self._skeletons)
