"""The lines of a dossier: every searchable record as numbered lines of an index.

People come first, then events and quotes, one line each, then the sentences of the articles. An
article's lines begin at a multiple of eight, so that its part of a set of lines is whole bytes.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from armreader.records import Passage
from armreader.search import bits
from armreader.search.contents import Contents
from armreader.search.index import WordIndex

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier
    from armreader.story.selection import SelectionKind

_HEADS = ("title", "source")
_PAUSE = 256
"""Progress is reported after every so many articles."""

Progress = Callable[[int, int], None]
"""Called with the number of articles indexed and their total."""


@dataclass(frozen=True)
class Layout:
    """The numbering: where each kind of record begins, and each line's place in its article."""

    first_event: int
    first_quote: int
    first_article: int
    firsts: list[int]
    """The first line of each article, and finally the end of the last article."""
    starts: array[int]
    ends: array[int]
    """Where the lines of articles begin and end, in code points."""
    real: int
    """The lines that are not padding, as bits."""
    heads: int
    """Names, labels and titles, as bits."""
    furniture: int


class Lines:
    """The lines by number: the record of each, its text, and where it is."""

    def __init__(self, contents: Contents, layout: Layout, index: WordIndex) -> None:
        self.contents = contents
        self.index = index
        self.layout = layout
        self.first_event, self.first_quote = layout.first_event, layout.first_quote
        self.first_article, self.firsts = layout.first_article, layout.firsts
        self.real, self.heads, self.furniture = layout.real, layout.heads, layout.furniture
        self.size = layout.firsts[-1]
        """One more than the highest line number."""
        self._starts, self._ends = layout.starts, layout.ends

    @cached_property
    def article_numbers(self) -> dict[str, int]:
        """The numbers of the articles by id."""
        return {one.id: number for number, one in enumerate(self.contents.articles)}

    def record(self, line: int) -> tuple[SelectionKind, str]:
        """The kind and the id of the record that a line belongs to."""
        if line >= self.first_article:
            return "article", self.contents.articles[self.article(line)].id
        if line >= self.first_quote:
            return "quote", self.contents.ids[line]
        return "event" if line >= self.first_event else "actor", self.contents.ids[line]

    def lines_of(self, kind: SelectionKind) -> tuple[int, int]:
        """The first line of the records of a kind, and the line after their last."""
        borders = (0, self.first_event, self.first_quote, self.first_article, self.size)
        place = ("actor", "event", "quote", "article").index(kind)
        return borders[place], borders[place + 1]

    def article(self, line: int) -> int:
        """The number of the article that a line belongs to."""
        return bisect_right(self.firsts, line) - 1

    def passage(self, line: int) -> Passage:
        """The passage of a line in its article."""
        at = line - self.first_article
        article = self.contents.articles[self.article(line)].id
        return Passage(article, self._starts[at], self._ends[at])

    def text(self, line: int) -> tuple[str, int, int]:
        """The text that a line is in, and where it begins and ends there."""
        if line < self.first_article:
            text = self.contents.searched(line)
            return text, 0, len(text)
        at = line - self.first_article
        return self.contents.text(self.article(line)), self._starts[at], self._ends[at]

    def overlapping(self, passage: Passage) -> Iterator[int]:
        """The lines of an article that overlap a passage in it."""
        number = self.article_numbers[passage.article]
        first, last = (one - self.first_article for one in self.firsts[number : number + 2])
        low = bisect_right(self._ends, passage.start, first, last)
        high = bisect_left(self._starts, passage.end, low, last)
        return iter(range(low + self.first_article, high + self.first_article))

    def part(self, cells: bytes, number: int) -> bytes:
        """An article's part of a set of lines, as given by ``bits.cells``."""
        return cells[self.firsts[number] >> 3 : self.firsts[number + 1] >> 3]

    def in_article(self, cells: bytes, number: int) -> Iterator[int]:
        """The lines of a set that belong to one article."""
        first = self.firsts[number]
        found = bits.numbers(int.from_bytes(self.part(cells, number), "little"))
        return (first + line for line in found)

    def of_articles(self, numbers: Iterator[int]) -> int:
        """All lines of the articles with these numbers, as bits."""
        return bits.of_ranges(((self.firsts[n], self.firsts[n + 1]) for n in numbers), self.size)


def lines_of(dossier: Dossier, progress: Progress | None = None) -> Lines:
    """The lines of a dossier, with all its words indexed."""
    from armreader.search.dossier_contents import DossierContents

    contents, index = DossierContents(dossier), WordIndex()
    records = len(contents.ids)
    for line in range(records):
        text = contents.searched(line)
        index.add_lines(text, ((line, 0, len(text)),))
    first_quote = records - len(dossier.quotes)
    first_article = records + -records % 8  # article lines begin at a multiple of eight
    heads, furniture, real = list(range(first_quote)), list[int](), list(range(records))
    firsts, starts, ends = list[int](), array("I"), array("I")
    for number, article in enumerate(dossier.articles):
        if progress and number % _PAUSE == 0:
            progress(number, len(dossier.articles))
        first = first_article + len(starts)
        firsts.append(first)
        sentences = dossier.sentences.get(article.id, ())
        for line, sentence in enumerate(sentences, first):
            if sentence.section in _HEADS:
                heads.append(line)
            elif sentence.section == "furniture":
                furniture.append(line)
        real += range(first, first + len(sentences))
        began = [sentence.span.start for sentence in sentences]
        ended = [sentence.span.end for sentence in sentences]
        index.add_lines(article.text, zip(count(first), began, ended, strict=False))
        padding = [len(article.text)] * (-len(sentences) % 8)
        starts.extend(began + padding)
        ends.extend(ended + padding)
    size = first_article + len(starts)
    firsts.append(size)
    index.size = size
    index.close()
    layout = Layout(
        len(dossier.actors), first_quote, first_article, firsts, starts, ends,
        *(bits.of_numbers(one, size) for one in (real, heads, furniture)),
    )  # fmt: skip
    return Lines(contents, layout, index)
