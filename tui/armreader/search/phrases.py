"""Phrases: whether the words of one are in a row in a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from operator import contains

from armreader.search.folding import word_pattern

_MANY = 20
"""A line is read word by word for a first word that may be written in more ways than this."""


class Phrase:
    """Words in a row, each written in any of several ways."""

    def __init__(
        self,
        words: Sequence[frozenset[str]],
        marks: frozenset[str],
        *,
        starts: bool = False,
        ends: bool = False,
    ) -> None:
        """``marks`` are what is written between words and is none; ``starts`` and ``ends`` ask
        that a line begins and ends with it.
        """
        self._first, self._rest = words[0], words[1:]
        self._marks = marks
        self._starts, self._ends = starts, ends

    def is_in(self, text: str, start: int, end: int) -> bool:
        """Whether it is in that line of a text."""
        if self._starts or self._ends or len(self._first) > _MANY:
            words = (one[0] for one in word_pattern().finditer(text, start, end))
            return self._is_among(word for word in words if word not in self._marks)
        return any(self._goes_on(text, past, end) for past in self._firsts(text, start, end))

    def _is_among(self, line: Iterator[str]) -> bool:
        enough = None if self._ends or not self._starts else 1 + len(self._rest)
        words = list(islice(line, enough))
        most = len(words) - 1 - len(self._rest)
        places = range(most if self._ends else 0, 1 if self._starts else most + 1)
        return most >= 0 and any(
            words[at] in self._first and all(map(contains, self._rest, words[at + 1 :]))
            for at in places
        )

    def _firsts(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where its first word ends."""
        for word in self._first:
            at = text.find(word, start, end)
            while at >= 0:
                past = at + len(word)
                if at == start or not word_pattern().match(text, at - 1):
                    yield past
                at = text.find(word, past, end)

    def _goes_on(self, text: str, past: int, end: int) -> bool:
        """Whether the other words follow the first one."""
        after = list(islice(self._after(text, past, end), len(self._rest)))
        return len(after) == len(self._rest) and all(map(contains, self._rest, after))

    def _after(self, text: str, past: int, end: int) -> Iterator[str]:
        """The words after one that ends there; none if more of its letters follow."""
        while match := _next_word().match(text, past, end):
            if match[1] not in self._marks:
                yield match[1]
            past = match.end()


@cache
def _next_word() -> re.Pattern[str]:
    word = word_pattern().pattern
    return re.compile(rf"[^{word.removeprefix('[').removesuffix(']+')}]+({word})")
