"""The inverted index: every word of a text with its form, its shape and the lines it stands in."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from armreader.search import bits
from armreader.search.folding import LOWER, fold, has_vowels, word_pattern

_DENSE = 128
"""A word in more than one of so many lines keeps its lines as bits, not as numbers."""
_HEAVY_PREFIX = 3
"""Beginnings of up to so many letters keep the lines of all their words, where there are many."""
_HEAVY = 4
"""How many times as many places as a frequent word's make them worth keeping."""
_MOST_PLACES = 200_000
"""How many places of rare words one set of lines is put together from; the closest come first."""


class _Numbers(dict[str, int]):
    """Word as written → its number; a new one is folded and shares the number of its form."""

    def __init__(self, index: WordIndex) -> None:
        self.index = index

    def __missing__(self, word: str) -> int:
        number = self[word] = self.index.number_of(*fold(word), has_vowels(word))
        return number


class WordIndex:
    """Words by number; a word is a form in one shape, and knows the numbers of its lines.

    ``add`` the lines in ascending order, then ``close``; after that it only answers, and may be
    read from several threads.
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.shapes: list[int] = []
        self.without_vowels: set[int] = set()
        self.size = 0
        """One more than the highest line number."""
        self._lines: list[array[int]] = []
        self._adders: list[Callable[[int], None]] = []
        self._by_form_and_shape: dict[tuple[str, int], int] = {}
        self._numbers = _Numbers(self)
        self._dense: dict[int, int] = {}
        self._heavy: dict[str, int] = {}

    def number_of(self, form: str, shape: int, vowels: bool = True) -> int:
        """The number of a form in a shape, given to it now if it is new."""
        number = self._by_form_and_shape.setdefault((form, shape), len(self.forms))
        if number == len(self.forms):
            self.forms.append(form)
            self.shapes.append(shape)
            self._lines.append(array("I"))
            self._adders.append(self._lines[-1].append)
            if not vowels:
                self.without_vowels.add(number)
        return number

    def add_lines(self, text: str, lines: Iterable[tuple[int, int, int]]) -> None:
        """Index stretches of a text: (line number, start, end)."""
        find, number = word_pattern().findall, self._numbers.__getitem__
        place = self._adders.__getitem__
        line = self.size - 1
        for line, start, end in lines:
            for add in map(place, set(map(number, find(text, start, end)))):
                add(line)
        self.size = max(self.size, line + 1)

    def known(self, word: str) -> int | None:
        """The number of a word as written, None where no line has it."""
        return self._numbers.get(word)

    def words(self, form: str, least: int = LOWER) -> list[int]:
        """The numbers of a form in every shape from ``least`` on."""
        found = (self._by_form_and_shape.get((form, shape)) for shape in range(least, 3))
        return [number for number in found if number is not None]

    def lines(self, words: Sequence[int]) -> int:
        """The lines that hold any of the words, as bits; rare words beyond a limit are left out."""
        found, left, rare = bits.NONE, _MOST_PLACES, []
        for word in words:
            dense = self._dense.get(word)
            if dense is not None:
                found |= dense
            elif left > 0:
                rare.append(self._lines[word])
                left -= len(self._lines[word])
        if rare:
            found |= bits.of_numbers((line for lines in rare for line in lines), self.size)
        return found

    def lines_of_beginning(self, beginning: str, words: Sequence[int], least: int) -> int:
        """The lines of all words that begin so, which ``words`` are."""
        heavy = self._heavy.get(beginning) if least == LOWER else None
        return self.lines(words) if heavy is None else heavy

    def close(self) -> None:
        """Turn the lines of frequent words and of short beginnings into bits."""
        self._adders.clear()
        enough = max(64, self.size // _DENSE)
        for word, lines in enumerate(self._lines):
            if len(lines) > enough:
                self._dense[word] = bits.of_numbers(lines, self.size)
                self._lines[word] = array("I")
        self._weigh_beginnings(enough)

    def _weigh_beginnings(self, enough: int) -> None:
        """Keep the lines of short beginnings whose words stand in many, the longest first."""
        words: defaultdict[str, list[int]] = defaultdict(list)
        for word, form in enumerate(self.forms):
            for length in range(1, min(len(form), _HEAVY_PREFIX) + 1):
                words[form[:length]].append(word)
        for beginning, found in words.items():
            rare = sum(len(self._lines[word]) for word in found)
            if rare > _HEAVY * enough:
                self._heavy[beginning] = self._all_lines(found)

    def _all_lines(self, words: Sequence[int]) -> int:
        found = bits.NONE
        for word in words:
            found |= self._dense.get(word, bits.NONE)
        rare = (line for word in words for line in self._lines[word])
        return found | bits.of_numbers(rare, self.size)
