"""What a search found: the ranked lines as records of the dossier and as places in its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from armreader.language import rows
from armreader.search.light import Light
from armreader.search.ranking import Group, Ranking

if TYPE_CHECKING:
    from armreader.records import Passage
    from armreader.search.contents import Heading
    from armreader.story.selection import SelectionKind

MOST_LINES = 2000
"""The records of a kind come from at most this many of the best lines; articles from all."""
_SPREAD, _FILTER = "search-spread", "search-filter"


@dataclass(frozen=True)
class Hit:
    """A record that a query finds."""

    kind: SelectionKind
    id: str
    score: int
    """100 for an exact match, lower for a weaker one; at least 1."""
    why: str
    """How each word matched, in plain words: ``exact, one letter off``."""
    sentence: Passage | None
    """The best matching sentence of an article, unless the words are only spread over it."""
    find_passages: Callable[[], Iterable[Passage]] = field(repr=False, compare=False)
    find_text: Callable[[Passage | None], str] = field(repr=False, compare=False)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The matching sentences of an article; for other records, the places where they occur."""
        return tuple(self.find_passages())

    @cached_property
    def text(self) -> str:
        """What is shown for it: a name, a label, who said what; for an article, a sentence."""
        return self.find_text(self.at)

    @property
    def at(self) -> Passage | None:
        """Where to go for it: the best sentence, or the first place where the record occurs."""
        return self.sentence or next(iter(self.passages), None)


class Found:
    """The ranked lines of one search, and what they refer to."""

    def __init__(self, ranking: Ranking, light: Light) -> None:
        self.ranking = ranking
        self.light = light
        self._lines = ranking.lines
        self._groups: tuple[Group, ...] = tuple(ranking.ranked(MOST_LINES))

    @cached_property
    def _records(self) -> list[tuple[int, int, bool]]:
        """The best line of each record, its group's cost, and whether the words are only spread."""
        firsts, article, found = self._lines.firsts, self._lines.article, dict[int, object]()
        records = []
        for cost, numbers, is_spread in self._groups:
            for line in numbers:
                number = article(line)
                first = line if number < 0 else firsts[number]
                if first not in found:
                    found[first] = None
                    records.append((line, cost, is_spread))
        return records

    def ids(self, kind: SelectionKind) -> tuple[str, ...]:
        """The ids of the records of one kind, the best first."""
        first, last = self._lines.lines_of(kind)
        record = self._lines.record
        return tuple(record(line)[1] for line, _, _ in self._records if first <= line < last)

    def hits(self) -> Iterator[Hit]:
        """The records, the best first."""
        for line, cost, is_spread in self._records:
            rules = (_SPREAD,) if is_spread else self.ranking.rules(line) or (_FILTER,)
            kind, id_ = self._lines.record(line)
            find = partial(self._passages, line, is_spread)
            best = None if is_spread or kind != "article" else self._lines.passage(line)
            text = partial(self._text, line)
            yield Hit(kind, id_, max(1, 100 - 3 * cost), why(rules), best, find, text)

    def best_passages(self) -> Iterator[Passage]:
        """The matching sentences of articles, the best first."""
        yield from map(self._lines.passage, self._best_sentences())

    def best_sentences(self) -> Iterator[tuple[Passage, str]]:
        """As ``best_passages``, each with how its words matched."""
        for line in self._best_sentences():
            yield self._lines.passage(line), why(self.ranking.rules(line) or (_FILTER,))

    def _best_sentences(self) -> Iterator[int]:
        for group in self._groups:
            if not group.spread:
                yield from (n for n in group.lines if n >= self._lines.first_article)

    def passages(self) -> Iterator[Passage]:
        """The matching sentences of the articles found, in dossier order."""
        lines, numbers = self._lines, list[int]()
        for line, _, is_spread in self._records:
            if line >= lines.first_article:
                numbers += self.ranking.sentences(lines.article(line), is_spread)
        return map(lines.passage, sorted(numbers))

    def place(self, passage: Passage) -> tuple[str, int]:
        """The file of a passage, and its line there, counted from 1 in the article's text."""
        lines = self._lines
        number = lines.article_numbers[passage.article]
        contents = lines.contents
        return contents.articles[number].file, contents.row(number, passage.start)

    def heading(self, passage: Passage) -> Heading:
        """What is known about the article of a passage."""
        return self._lines.contents.articles[self._lines.article_numbers[passage.article]]

    def _text(self, line: int, at: Passage | None) -> str:
        lines, contents = self._lines, self._lines.contents
        if line < lines.first_article:
            return contents.shown(line)
        number = lines.article(line)
        return contents.text(number)[at.start : at.end] if at else contents.articles[number].title

    def _passages(self, line: int, is_spread: bool) -> Iterable[Passage]:
        if line >= self._lines.first_article:
            article = self._lines.article(line)
            return map(self._lines.passage, self.ranking.sentences(article, is_spread))
        return self._lines.contents.passages(line)


@cache
def why(rules: tuple[str, ...]) -> str:
    """The rules in a few plain words each, as in ``language/en/reasons/search.txt``."""
    labels = {row[0]: row[2] for row in rows("reasons/search")}
    return ", ".join(labels[rule] for rule in rules)
