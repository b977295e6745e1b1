"""Matching: which lines each term of a query matches, and how well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from armreader.search import bits
from armreader.search.lines import Lines
from armreader.search.phrases import Phrase
from armreader.search.query import Term
from armreader.search.typos import CLOSE
from armreader.search.vocabulary import QueryWord, Skeletons, Vocabulary

_REMEMBERED = 40
"""How many of the latest words are remembered: enough while a query is typed letter by letter."""
_SPELLING = 1
"""The highest cost of the same word in another spelling."""
_MOST_CHECKED = 50_000
"""How many lines with all words of a phrase are read to see whether the words are in a row."""


class Layer(NamedTuple):
    """The lines that match a term in one way and not in a better way."""

    cost: int
    rule: str
    words: Sequence[int]
    lines: int


class Matcher:
    """Evaluates terms on the lines of one dossier; remembers the latest words looked up."""

    def __init__(self, lines: Lines, skeletons: Skeletons | None = None) -> None:
        self.lines = lines
        self.index = lines.index
        self.vocabulary = Vocabulary(lines.index, skeletons)
        self._looked_up: dict[tuple[Term, int], tuple[Layer, ...]] = {}

    def layers(self, term: Term, reach: int) -> tuple[Layer, ...]:
        """The ways in which lines match a term, the best first; each line is only in its best."""
        key = (term, reach if term.kind == "fuzzy" else CLOSE)
        found = self._looked_up.pop(key, None)
        if found is None:
            found = tuple(_disjoint(self._evaluated(term, reach)))
            while len(self._looked_up) >= _REMEMBERED:
                del self._looked_up[next(iter(self._looked_up))]
        self._looked_up[key] = found
        return found

    def _evaluated(self, term: Term, reach: int) -> Iterator[Layer]:
        word = term.words[0]
        match term.kind:
            case "phrase":
                yield self._phrase(term)
            case "exact":
                yield self._layer(0, "search-exact", self.vocabulary.exact(word))
            case "part":
                yield self._layer(0, "search-exact", self.vocabulary.exact(word))
                yield self._layer(4, "search-part", self.vocabulary.containing(word))
            case "spelling":
                tiers = self.vocabulary.tiers(word)
                yield from (self._layer(*tier) for tier in tiers if tier.cost <= _SPELLING)
            case _:
                yield from self._fuzzy(term, word, reach)

    def _fuzzy(self, term: Term, word: QueryWord, reach: int) -> Iterator[Layer]:
        if reach > CLOSE:
            yield from self.layers(term, CLOSE)
        else:
            for tier in self.vocabulary.tiers(word):
                if tier.rule == "search-prefix":
                    lines = self.index.lines_of_beginning(word.form, tier.words, word.least)
                    yield Layer(*tier, lines)
                else:
                    yield self._layer(*tier)
        yield from (self._layer(*tier) for tier in self.vocabulary.typos(word, reach))

    def _layer(self, cost: int, rule: str, words: Sequence[int]) -> Layer:
        return Layer(cost, rule, words, self.index.lines(words))

    def _phrase(self, term: Term) -> Layer:
        """The lines that have the words in a row."""
        choices = [frozenset(self.vocabulary.exact(word)) for word in term.words]
        if term.open:
            choices[-1] = frozenset(self.vocabulary.beginning(term.words[-1]))
        if term.ends:
            choices[0] = frozenset(self._ending(term.words[0]))
        words = tuple(sorted(set().union(*choices)))
        found = self.index.lines(sorted(choices[0]))
        for choice in choices[1:]:
            found &= self.index.lines(sorted(choice))
        if len(choices) > 1 or term.starts or term.ends:
            *written, marks = self.index.written([*choices, self.index.words("")])
            phrase = Phrase(written, marks, starts=term.starts, ends=term.ends)
            checked = islice(bits.numbers(found), _MOST_CHECKED)
            having = (line for line in checked if phrase.is_in(*self.lines.text(line)))
            found = bits.of_numbers(having, self.lines.size)
        return Layer(0, "search-phrase", words, found)

    def _ending(self, word: QueryWord) -> Iterator[int]:
        forms = self.index.forms
        return (n for n in self.vocabulary.containing(word) if forms[n].endswith(word.form))

    def lines_of_word(self, word: QueryWord, reach: int) -> int:
        """The lines that have a word or anything that it stands for."""
        return union(self.layers(Term("fuzzy", (word,)), reach))

    def numbers(self, line: int) -> list[int]:
        """The words of a line, by number, in order."""
        return self.index.words_of(*self.lines.text(line))

    def without(self, terms: Iterable[Term]) -> int:
        """The lines that negated terms exclude: all lines of an article if one of them matches."""
        found, lines = bits.NONE, self.lines
        for term in terms:
            found |= union(self.layers(term, CLOSE))
        if not found:
            return found
        cells = bits.cells(found, lines.size)
        articles = (n for n in range(len(lines.firsts) - 1) if any(lines.part(cells, n)))
        return found | lines.of_articles(articles)


def union(layers: Iterable[Layer]) -> int:
    found = bits.NONE
    for layer in layers:
        found |= layer.lines
    return found


def _disjoint(layers: Iterable[Layer]) -> Iterator[Layer]:
    seen = bits.NONE
    for layer in layers:
        fresh = layer.lines & ~seen
        seen |= layer.lines
        if fresh:
            yield layer._replace(lines=fresh)
