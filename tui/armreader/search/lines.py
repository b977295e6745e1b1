"""The lines of a dossier: every record that can be found, as numbered lines of an index.

People come first, then events and quotes, one line each; then the sentences of the articles. An
article's lines begin at a multiple of eight, so that its part of a set of lines is whole bytes.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import count

from armreader.records import Actor, Article, Event, Passage, Quote
from armreader.search import bits
from armreader.search.index import WordIndex
from armreader.story.dossier import Dossier
from armreader.story.selection import SelectionKind

Progress = Callable[[int, int], None]
"""Told how many articles of how many are indexed."""

_HEADS = ("title", "source")
_PAUSE = 256
"""After how many articles progress is told."""


class Lines:
    """The lines by number: what record each is of, its text, and where it stands."""

    def __init__(self, dossier: Dossier, progress: Progress | None = None) -> None:
        self.dossier = dossier
        self.index = WordIndex()
        self._texts: list[str] = []
        self._starts: array[int] = array("I")
        self._ends: array[int] = array("I")
        self.firsts: list[int] = []
        """The first line of each article, and behind them the end of the last."""
        heads, furniture = self._add_records(), list[int]()
        self.real = (1 << len(self._texts)) - 1
        """The lines that are no padding, as bits."""
        self._padded()
        for number, article in enumerate(dossier.articles):
            if progress and number % _PAUSE == 0:
                progress(number, len(dossier.articles))
            self._add_article(article, heads, furniture)
        self.firsts.append(self.size)
        self.index.size = self.size
        self.index.close()
        self.real |= bits.of_numbers(self._sentence_lines(), self.size)
        self.heads = bits.of_numbers(heads, self.size)
        self.furniture = bits.of_numbers(furniture, self.size)
        self.article_numbers = {one.id: number for number, one in enumerate(dossier.articles)}

    @property
    def size(self) -> int:
        """One more than the highest line number."""
        return len(self._texts) + len(self._starts)

    def _add_records(self) -> list[int]:
        """Index people, events and quotes; gives the lines that are names or labels."""
        dossier = self.dossier
        self.first_event = len(dossier.actors)
        self.first_quote = self.first_event + len(dossier.events)
        self._texts += map(actor_text, dossier.actors)
        self._texts += (event_text(dossier, event) for event in dossier.events)
        self._texts += (quote_text(dossier, quote) for quote in dossier.quotes)
        for line, text in enumerate(self._texts):
            self.index.add_lines(text, ((line, 0, len(text)),))
        return list(range(self.first_quote))

    def _padded(self) -> None:
        """Fill the records up to a multiple of eight: article lines begin there."""
        self._texts += [""] * (-len(self._texts) % 8)
        self.first_article = len(self._texts)

    def _add_article(self, article: Article, heads: list[int], furniture: list[int]) -> None:
        first = self.size
        self.firsts.append(first)
        sentences = self.dossier.sentences.get(article.id, ())
        starts = [sentence.span.start for sentence in sentences]
        ends = [sentence.span.end for sentence in sentences]
        for line, sentence in enumerate(sentences, first):
            if sentence.section in _HEADS:
                heads.append(line)
            elif sentence.section == "furniture":
                furniture.append(line)
        self.index.add_lines(article.text, zip(count(first), starts, ends, strict=False))
        padding = [len(article.text)] * (-len(starts) % 8)
        self._starts.extend(starts + padding)
        self._ends.extend(ends + padding)

    def _sentence_lines(self) -> Iterator[int]:
        for article, first in zip(self.dossier.articles, self.firsts, strict=False):
            yield from range(first, first + len(self.dossier.sentences.get(article.id, ())))

    def record(self, line: int) -> tuple[SelectionKind, str]:
        """The kind and the id of the record that a line is of."""
        if line >= self.first_article:
            return "article", self.dossier.articles[self.article(line)].id
        if line >= self.first_quote:
            return "quote", self.dossier.quotes[line - self.first_quote].id
        if line >= self.first_event:
            return "event", self.dossier.events[line - self.first_event].id
        return "actor", self.dossier.actors[line].id

    def lines_of(self, kind: SelectionKind) -> tuple[int, int]:
        """The first line of the records of a kind, and the one behind their last."""
        borders = (0, self.first_event, self.first_quote, self.first_article, self.size)
        place = ("actor", "event", "quote", "article").index(kind)
        return borders[place], borders[place + 1]

    def article(self, line: int) -> int:
        """The number of the article that one of its lines is of."""
        return bisect_right(self.firsts, line) - 1

    def passage(self, line: int) -> Passage:
        """Where a line of an article stands."""
        at = line - self.first_article
        article = self.dossier.articles[self.article(line)].id
        return Passage(article, self._starts[at], self._ends[at])

    def text(self, line: int) -> tuple[str, int, int]:
        """The text that a line is in, and where it begins and ends there."""
        if line < self.first_article:
            return self._texts[line], 0, len(self._texts[line])
        at = line - self.first_article
        article = self.dossier.articles[self.article(line)]
        return article.text, self._starts[at], self._ends[at]

    def overlapping(self, passage: Passage) -> Iterator[int]:
        """The lines of an article that share a letter with a passage in it."""
        number = self.article_numbers[passage.article]
        first, last = (one - self.first_article for one in self.firsts[number : number + 2])
        low = bisect_right(self._ends, passage.start, first, last)
        high = bisect_left(self._starts, passage.end, low, last)
        return iter(range(low + self.first_article, high + self.first_article))

    def part(self, cells: bytes, number: int) -> bytes:
        """An article's part of a set of lines, which ``bits.cells`` gives."""
        return cells[self.firsts[number] >> 3 : self.firsts[number + 1] >> 3]

    def in_article(self, cells: bytes, number: int) -> Iterator[int]:
        """The lines of a set that are of one article."""
        first = self.firsts[number]
        found = bits.numbers(int.from_bytes(self.part(cells, number), "little"))
        return (first + line for line in found)

    def of_articles(self, numbers: Iterator[int]) -> int:
        """All lines of the articles with these numbers, as bits."""
        return bits.of_ranges(((self.firsts[n], self.firsts[n + 1]) for n in numbers), self.size)


def actor_text(actor: Actor) -> str:
    """What a person or an organisation is found by: its name, spellings and roles."""
    spellings = (spelling.text for spelling in actor.spellings)
    return "\n".join(dict.fromkeys((actor.name, *spellings, *actor.roles)))


def event_text(dossier: Dossier, event: Event) -> str:
    """What an event is found by: its label, and the clauses that mention it."""
    articles = dossier.article_by_id
    clauses = (articles[m.article].text[m.span.start : m.span.end] for m in event.mentions)
    return "\n".join(dict.fromkeys((event.label, *clauses)))


def quote_text(dossier: Dossier, quote: Quote) -> str:
    """What a quote is found by: the words said, and who said them."""
    text = dossier.article_by_id[quote.article].text
    parts = [text[start:end] for start, end in quote.fragments or (quote.span,)]
    if quote.speaker:
        actor = dossier.actor_by_id.get(quote.speaker.actor or "")
        parts.append(
            actor.name if actor else text[quote.speaker.span.start : quote.speaker.span.end]
        )
    return "\n".join(parts)
