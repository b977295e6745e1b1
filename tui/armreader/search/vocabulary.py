"""The vocabulary of a dossier: which of its words a query's word stands for, and how closely."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from armreader.search.folding import (
    CAPITAL,
    SHORTEST_NAME,
    consonants,
    fold,
    has_vowels,
    least_shape,
    skeleton,
)
from armreader.search.index import WordIndex
from armreader.words import rows

CLOSE, FORGIVING = 1, 2
"""How far to look: what a person would call a match; and, where that finds nothing, typos."""

_SHORTEST_PART = 4
_LAST = "\uffff"
_TYPOS = ("search-exact", "search-one-letter", "search-two-letters", "search-more-letters")


class QueryWord(NamedTuple):
    """A word of a query as it was typed, folded."""

    text: str
    form: str
    least: int
    """The shape that it asks for (smart case)."""

    @classmethod
    def of(cls, text: str) -> QueryWord:
        return cls(text, fold(text)[0], least_shape(text))


class Tier(NamedTuple):
    """Words that a query's word stands for, all for the same reason."""

    cost: int
    """How far from the word itself: 0 for the word, at most 9."""
    rule: str
    words: tuple[int, ...]


def typos_allowed(form: str, reach: int) -> int:
    """How many wrong, missing, added or swapped letters a word may have; it grows with the word."""
    if not form.isalpha():
        return 0
    length = len(form)
    if reach == CLOSE:
        return int(length >= 6)
    return (length >= 4) + (length >= 7) + (length >= 12)


class Vocabulary:
    """The words of a closed index, arranged for looking them up by something like them."""

    def __init__(self, index: WordIndex) -> None:
        self.index = index
        self._forms = sorted(filter(None, set(index.forms)))
        self._joined = "\n" + "\n".join(self._forms) + "\n"
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for number, form in enumerate(index.forms):
            if index.shapes[number] >= CAPITAL and len(form) >= SHORTEST_NAME:
                self._names[skeleton(form)].append(form)
        self._name_skeletons = sorted(self._names)
        self._lengths: defaultdict[int, list[str]] = defaultdict(list)
        for form in self._forms:
            self._lengths[len(form)].append(form)
        self._stubs: dict[int, list[str]] = {}

    def tiers(self, word: QueryWord, reach: int) -> Iterator[Tier]:
        """What the word stands for, the closest first; no word of the dossier comes twice."""
        seen: set[int] = set()
        for cost, rule, forms in self._grouped(word, reach):
            found = (
                number
                for form in forms
                for number in self.index.words(form, word.least)
                if number not in seen
            )
            words = tuple(dict.fromkeys(found))
            seen.update(words)
            if words:
                yield Tier(cost, rule, words)

    def exact(self, word: QueryWord) -> tuple[int, ...]:
        """The word itself, in every shape that smart case allows."""
        return tuple(self.index.words(word.form, word.least))

    def beginning(self, word: QueryWord) -> tuple[int, ...]:
        """The words that begin with this one."""
        forms = self._beginning(word.form)
        return tuple(n for form in forms for n in self.index.words(form, word.least))

    def containing(self, word: QueryWord) -> tuple[int, ...]:
        """The words that this one is, begins, ends or stands inside of."""
        forms = self._containing(word.form)
        return tuple(n for form in forms for n in self.index.words(form, word.least))

    def _grouped(self, word: QueryWord, reach: int) -> Iterator[tuple[int, str, Iterable[str]]]:
        form = word.form
        yield 0, _TYPOS[0], (form,)
        yield 1, "search-spelling", self._variants(word)
        yield 2, "search-prefix", self._beginning(form)
        yield 3, "search-spelling", self._variants_beginning(form)
        if len(form) >= _SHORTEST_PART or not word.text.isascii():
            yield 4, "search-part", sorted(self._containing(form), key=lambda f: (len(f), f))
        allowed = typos_allowed(form, reach)
        if allowed:
            wrong = self._misspelled(form, allowed)
            if reach == FORGIVING:
                wrong = _least(wrong, self._misspelled_beginning(form, allowed), 1)
                wrong = _least(wrong, self._misspelled_name(form, allowed), 1)
            for cost in sorted(set(wrong.values())):
                forms = [form for form, its in wrong.items() if its == cost]
                yield min(3 + cost, 9), _TYPOS[min(3, (cost + 1) // 2)], forms

    def _variants(self, word: QueryWord) -> list[str]:
        """Other spellings: of a name by the rules, by the table, and where vowels are unwritten."""
        form, found = word.form, list[str]()
        if len(form) >= SHORTEST_NAME:
            found += self._names.get(skeleton(form), ())
        found += _other_names().get(form, ())
        vowels = has_vowels(word.text)
        if not vowels or self.index.without_vowels:
            bones = consonants(form, vowels=vowels)
            if len(bones) >= 3:
                found += self._by_consonants(bones, vowels)
        return found

    def _by_consonants(self, bones: str, vowels: bool) -> list[str]:
        """Names that share their consonants, where either script writes no vowels."""
        table = self._bones
        return [
            self.index.forms[number]
            for number in table.get(bones, ())
            if not vowels or number in self.index.without_vowels
        ]

    @property
    def _bones(self) -> dict[str, list[int]]:
        if not hasattr(self, "_bones_table"):
            table: defaultdict[str, list[int]] = defaultdict(list)
            index = self.index
            for number, form in enumerate(index.forms):
                if index.shapes[number] >= CAPITAL:
                    vowels = number not in index.without_vowels
                    table[consonants(form, vowels=vowels)].append(number)
            self._bones_table = dict(table)
        return self._bones_table

    def _beginning(self, form: str) -> list[str]:
        first = bisect_left(self._forms, form)
        return self._forms[first : bisect_left(self._forms, form + _LAST, first)]

    def _variants_beginning(self, form: str) -> list[str]:
        start = skeleton(form)
        if len(start) < SHORTEST_NAME:
            return []
        first = bisect_left(self._name_skeletons, start)
        last = bisect_left(self._name_skeletons, start + _LAST, first)
        return [name for one in self._name_skeletons[first:last] for name in self._names[one]]

    def _containing(self, form: str) -> Iterator[str]:
        joined, at = self._joined, self._joined.find(form)
        while at >= 0:
            end = joined.find("\n", at)
            yield joined[joined.rfind("\n", 0, at) + 1 : end]
            at = joined.find(form, end)

    def _misspelled(self, form: str, allowed: int) -> dict[str, int]:
        """Forms that so many typos lead to, and twice their number."""
        near = range(len(form) - allowed, len(form) + allowed + 1)
        return {
            found: 2 * distance
            for length in near
            for found, distance in _near(form, self._lengths.get(length, ()), allowed)
        }

    def _misspelled_beginning(self, form: str, allowed: int) -> dict[str, int]:
        """Forms that begin with something that so many typos lead to."""
        stubs: dict[str, int] = {}
        for length in (len(form), len(form) + 1, len(form) - 1):
            for stub, distance in _near(form, self._stubs_of(length), min(allowed, 2)):
                stubs[stub] = min(distance, stubs.get(stub, distance))
        found: dict[str, int] = {}
        for stub, distance in stubs.items():
            for whole in self._beginning(stub):
                found[whole] = min(2 * distance, found.get(whole, 2 * distance))
        return found

    def _misspelled_name(self, form: str, allowed: int) -> dict[str, int]:
        close = _near(skeleton(form), self._name_skeletons, min(allowed, len(form) // 4, 2))
        return {name: 2 * distance for one, distance in close for name in self._names[one]}

    def _stubs_of(self, length: int) -> list[str]:
        """The different beginnings, so many letters long, of the forms that are longer."""
        if length not in self._stubs:
            longer = (form[:length] for form in self._forms if len(form) > length)
            self._stubs[length] = list(dict.fromkeys(longer))
        return self._stubs[length]


def _near(form: str, choices: Iterable[str], allowed: int) -> list[tuple[str, int]]:
    """The choices so many edits away: a letter wrong, missing, added, or two swapped."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(form, list(choices), scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return [(choice, int(distance)) for choice, distance, _ in found]


def _least(costs: dict[str, int], others: dict[str, int], more: int) -> dict[str, int]:
    merged = dict(costs)
    for form, cost in others.items():
        merged[form] = min(cost + more, merged.get(form, cost + more))
    return merged


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    table: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for names in rows("search_names"):
        for name in names:
            table[name] += tuple(other for other in names if other != name)
    return dict(table)
