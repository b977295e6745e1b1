"""The inverted index: every word of a text with its form, its shape and the lines it is in."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from armreader.search import bits
from armreader.search.folding import LOWER, fold, has_vowels, word_pattern

_DENSE = 128
"""A word in more than one of so many lines stores its lines as bits, not as numbers."""
_FEW = 64
"""Up to so many lines are numbers in any case."""
_LONGEST_HEAVY = 3
"""Beginnings of up to so many letters store the lines of all their words if they are heavy."""
_HEAVY = 4
"""A beginning is heavy with so many times the places of a frequent word."""
_MOST_PLACES = 200_000
"""A set of lines is built from at most this many places of rare words; the closest come first."""
_PAST_ALL = "\uffff"


class _Numbers(dict[str, int]):
    """Word as written → its number; a new word is folded and shares the number of its form."""

    def __init__(self, number_of: Callable[[str, str, int], int]) -> None:
        self.number_of = number_of

    def __missing__(self, word: str) -> int:
        form, shape = fold(word)
        number = self[word] = self.number_of(word, word if form == word else form, shape)
        return number


class Places(Protocol):
    """The lines of all rare words, one word after another."""

    def __getitem__(self, stretch: slice, /) -> array[int]: ...


class Parts(NamedTuple):
    """What a closed index is made of; all but the first five may be loaded when it is needed."""

    forms: list[str]
    shapes: bytes
    without_vowels: set[int]
    size: int
    offsets: array[int]
    """Where the lines of each word begin in ``places``, and finally their end."""
    places: Places
    numbers: Mapping[str, int]
    """Each word as written, with its number."""
    dense: Mapping[int, int]
    """The lines, as bits, of each word that is in many."""
    heavy: Mapping[str, int]
    """The lines of the words that begin so."""


class WordIndex:
    """Words by number; a word is a form in one shape, and has the numbers of its lines.

    Call ``add_lines`` in ascending order, then ``close``; words are then numbered in the order of
    their forms, and the index is read-only and may be read from several threads.
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        """The form of each word; sorted once closed, with one entry for each shape."""
        self.shapes = bytearray()
        self.without_vowels: set[int] = set()
        self.size = 0
        """One more than the highest line number."""
        self._numbers: Mapping[str, int] = _Numbers(self._number)
        self._words: dict[tuple[str, int], int] = {}
        self._lines: list[array[int]] = []
        self._adders: list[Callable[[int], None]] = []
        self._places: Places = array("I")
        self._offsets = array("I", [0])
        self._dense: Mapping[int, int] = {}
        self._heavy: Mapping[str, int] = {}

    def add_lines(self, text: str, lines: Iterable[tuple[int, int, int]]) -> None:
        """Index stretches of a text: (line number, start, end)."""
        find, number = word_pattern().findall, self._numbers.__getitem__
        adder = self._adders.__getitem__
        line = self.size - 1
        for line, start, end in lines:
            for add in map(adder, set(map(number, find(text, start, end)))):
                add(line)
        self.size = max(self.size, line + 1)

    def _number(self, word: str, form: str, shape: int) -> int:
        number = self._words.setdefault((form, shape), len(self.forms))
        if number == len(self.forms):
            self.forms.append(form)
            self.shapes.append(shape)
            self._lines.append(array("I"))
            self._adders.append(self._lines[-1].append)
            if not has_vowels(word):
                self.without_vowels.add(number)
        return number

    def close(self) -> None:
        """Number the words in the order of their forms, and pack their lines."""
        order = sorted(
            range(len(self.forms)), key=lambda word: (self.forms[word], self.shapes[word])
        )
        rank = array("I", [0]) * len(order)
        enough = max(_FEW, self.size // _DENSE)
        dense: dict[int, int] = {}
        places = array("I")
        for number, word in enumerate(order):
            rank[word] = number
            if len(self._lines[word]) > enough:
                dense[number] = bits.of_numbers(self._lines[word], self.size)
            else:
                places.extend(self._lines[word])
            self._offsets.append(len(places))
        self._dense, self._places = dense, places
        # A plain dict does not refer to the index, so no reference cycle keeps the index alive.
        self._numbers = {written: rank[word] for written, word in self._numbers.items()}
        self.forms = [self.forms[word] for word in order]
        self.shapes = bytearray(self.shapes[word] for word in order)
        self.without_vowels = {rank[word] for word in self.without_vowels}
        self._words, self._lines, self._adders = {}, [], []
        self._heavy = dict(self._heavy_beginnings(_HEAVY * enough))

    def parts(self) -> Parts:
        """Everything in a closed index."""
        return Parts(
            self.forms, bytes(self.shapes), self.without_vowels, self.size, self._offsets,
            self._places, self._numbers, self._dense, self._heavy,
        )  # fmt: skip

    @classmethod
    def restored(cls, parts: Parts) -> WordIndex:
        """The index that ``parts`` came from."""
        index = cls()
        index.forms, shapes, index.without_vowels, index.size, index._offsets = parts[:5]
        index.shapes = bytearray(shapes)
        index._places, index._numbers, index._dense, index._heavy = parts[5:]
        return index

    def _heavy_beginnings(self, heavy: int) -> Iterator[tuple[str, int]]:
        """Short beginnings whose words are in many lines, with those lines."""
        forms, offsets = self.forms, self._offsets
        for length in range(1, _LONGEST_HEAVY + 1):
            for form in dict.fromkeys(form[:length] for form in forms if len(form) >= length):
                words = self.beginning(form)
                places = self._places[offsets[words.start] : offsets[words.stop]]
                if len(places) > heavy:
                    found = bits.of_numbers(places, self.size)
                    for word in words:
                        found |= self._dense.get(word, bits.NONE)
                    yield form, found

    def known(self, word: str) -> int | None:
        """The number of a word as written; None if no line has it."""
        return self._numbers.get(word)

    def written(self, choices: Sequence[Collection[int]]) -> list[frozenset[str]]:
        """How the words of each choice are written in the lines."""
        places: defaultdict[int, list[int]] = defaultdict(list)
        for place, words in enumerate(choices):
            for word in words:
                places[word].append(place)
        found: list[set[str]] = [set() for _ in choices]
        for written, word in self._numbers.items():
            if word in places:
                for place in places[word]:
                    found[place].add(written)
        return [frozenset(one) for one in found]

    def words_of(self, text: str, start: int, end: int) -> list[int]:
        """The words of an indexed line, in order; marks alone do not count."""
        found = map(self._numbers.get, word_pattern().findall(text, start, end))
        return [number for number in found if number is not None and self.forms[number]]

    def words(self, form: str, least: int = LOWER) -> list[int]:
        """The numbers of a form in every shape from ``least`` on."""
        forms, found = self.forms, []
        word = bisect_left(forms, form)
        while word < len(forms) and forms[word] == form:
            if self.shapes[word] >= least:
                found.append(word)
            word += 1
        return found

    def beginning(self, form: str) -> range:
        """The numbers of the words that begin with ``form``, in any shape."""
        first = bisect_left(self.forms, form)
        return range(first, bisect_left(self.forms, form + _PAST_ALL, first))

    def lines(self, words: Sequence[int]) -> int:
        """The lines that have any of the words, as bits; rare words beyond a limit are left out."""
        found, left = bits.NONE, _MOST_PLACES
        rare: list[array[int]] = []
        for word in words:
            dense = self._dense.get(word)
            if dense is not None:
                found |= dense
            elif left > 0:
                rare.append(self._places[self._offsets[word] : self._offsets[word + 1]])
                left -= len(rare[-1])
        if rare:
            found |= bits.of_numbers(chain.from_iterable(rare), self.size)
        return found

    def lines_of_beginning(self, form: str, words: Sequence[int], least: int) -> int:
        """The lines of the words that begin with ``form`` and have a shape from ``least`` on."""
        heavy = self._heavy.get(form) if least == LOWER else None
        return self.lines(words) if heavy is None else heavy
