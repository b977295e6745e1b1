"""The vocabulary of a dossier: which of its words a query word stands for, and how closely."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from armreader.language import rows
from armreader.search.folding import (
    CAPITAL,
    LOWER,
    SHORTEST_NAME,
    consonants,
    fold,
    has_vowels,
    least_shape,
    skeleton,
)
from armreader.search.index import WordIndex
from armreader.search.typos import FORGIVING, Typos, beginning, typos_allowed

_SHORTEST_PART = 4
"""The shortest part that is looked for inside words; one letter in a script without spaces."""
_FEWEST_CONSONANTS = 3
_FARTHEST = 9
"""The cost of the weakest match that a word can have."""
_TYPO_RULES = ("search-one-letter", "search-two-letters", "search-more-letters")


class QueryWord(NamedTuple):
    """A word of a query as it was typed, and its folded form."""

    text: str
    form: str
    least: int
    """The least shape that a match needs (smart case)."""

    @classmethod
    def of(cls, text: str) -> QueryWord:
        return cls(text, fold(text)[0], least_shape(text))


class Tier(NamedTuple):
    """Words that a query word stands for, all for the same reason."""

    cost: int
    """How far they are from the word itself: 0 for the word, at most 9."""
    rule: str
    words: tuple[int, ...]


Skeletons = tuple[list[str], list[str]]
"""Skeletons in ascending order, and the name that each belongs to."""


def skeletons_of(index: WordIndex) -> Skeletons:
    """The skeletons of all words that may be names, with those words."""
    names = dict.fromkeys(
        form
        for form, shape in zip(index.forms, index.shapes, strict=True)
        if shape >= CAPITAL and len(form) >= SHORTEST_NAME
    )
    pairs = sorted((skeleton(name), name) for name in names)
    return [one for one, _ in pairs], [name for _, name in pairs]


class Vocabulary:
    """The words of a closed index, prepared for looking up similar words."""

    def __init__(self, index: WordIndex, skeletons: Skeletons | None = None) -> None:
        """``skeletons`` are the result of ``skeletons_of`` for the same index."""
        self.index = index
        forms = [form for form in dict.fromkeys(index.forms) if form]
        self._joined = "\n" + "\n".join(forms) + "\n"
        self.skeletons = skeletons or skeletons_of(index)
        self._skeletons, self._names = self.skeletons
        self._typos = Typos(forms, self._skeletons, self._names)

    def tiers(self, word: QueryWord) -> Iterator[Tier]:
        """What the word stands for without a typo, the closest first; empty tiers are left out."""
        seen: set[int] = set()
        for cost, rule, words in self._grouped(word):
            fresh = tuple(dict.fromkeys(number for number in words if number not in seen))
            seen.update(fresh)
            if fresh:
                yield Tier(cost, rule, fresh)

    def typos(self, word: QueryWord, reach: int) -> Iterator[Tier]:
        """What the word may be a typo of, the closest first."""
        costs: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        usual = typos_allowed(word.form, FORGIVING)
        for found, (typos, indirect) in self._typos.near(word.form, reach).items():
            cost = 3 + 2 * typos + indirect if typos <= usual else _FARTHEST
            rule = _TYPO_RULES[min(typos, len(_TYPO_RULES)) - 1] if typos else "search-spelling"
            costs[min(cost, _FARTHEST), rule].append(found)
        for (cost, rule), forms in sorted(costs.items()):
            yield Tier(cost, rule, tuple(self._in_shape(forms, word)))

    def exact(self, word: QueryWord) -> list[int]:
        """The word itself, in every shape that smart case allows."""
        return self.index.words(word.form, word.least)

    def beginning(self, word: QueryWord) -> Sequence[int]:
        """The words that begin with this one."""
        found = self.index.beginning(word.form)
        if word.least == LOWER:
            return found
        return [number for number in found if self.index.shapes[number] >= word.least]

    def containing(self, word: QueryWord) -> list[int]:
        """The words that contain this one, the shortest first."""
        joined, form, forms = self._joined, word.form, list[str]()
        at = joined.find(form)
        while at >= 0:
            end = joined.find("\n", at)
            forms.append(joined[joined.rfind("\n", 0, at) + 1 : end])
            at = joined.find(form, end)
        return self._in_shape(sorted(forms, key=lambda form: (len(form), form)), word)

    def _in_shape(self, forms: Iterable[str], word: QueryWord) -> list[int]:
        words, least = self.index.words, word.least
        return [number for form in forms for number in words(form, least)]

    def _grouped(self, word: QueryWord) -> Iterator[tuple[int, str, Sequence[int]]]:
        """Cost, rule and words, in ascending order of cost."""
        form = word.form
        yield 0, "search-exact", self.exact(word)
        yield 1, "search-spelling", self._in_shape(self._variants(word), word)
        yield 2, "search-prefix", self.beginning(word)
        yield 3, "search-spelling", self._in_shape(self._variants_beginning(form), word)
        if len(form) >= _SHORTEST_PART or not form.isascii():
            yield 4, "search-part", self.containing(word)

    def _variants(self, word: QueryWord) -> list[str]:
        """Other spellings: of a name by rules, by the table, and for scripts without vowels."""
        form, found = word.form, list[str]()
        if len(form) >= SHORTEST_NAME:
            found += self._names[_equal(self._skeletons, skeleton(form))]
        found += _other_names().get(form, ())
        vowels = has_vowels(word.text)
        if not vowels or self.index.without_vowels:
            bones = consonants(form, vowels=vowels)
            if len(bones) >= _FEWEST_CONSONANTS:
                found += (
                    self.index.forms[number]
                    for number in self._by_consonants.get(bones, ())
                    if not vowels or number in self.index.without_vowels
                )
        return found

    @cached_property
    def _by_consonants(self) -> dict[str, list[int]]:
        """Words that may be names, by their consonants."""
        table: defaultdict[str, list[int]] = defaultdict(list)
        index = self.index
        for number, form in enumerate(index.forms):
            if index.shapes[number] >= CAPITAL:
                vowels = number not in index.without_vowels
                table[consonants(form, vowels=vowels)].append(number)
        return dict(table)

    def _variants_beginning(self, form: str) -> list[str]:
        start = skeleton(form)
        if len(start) < SHORTEST_NAME:
            return []
        return self._names[beginning(self._skeletons, start)]


def _equal(ordered: Sequence[str], one: str) -> slice:
    return slice(bisect_left(ordered, one), bisect_right(ordered, one))


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    table: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for names in rows("search_names"):
        for name in names:
            table[name] += tuple(other for other in names if other != name)
    return dict(table)
