"""Light: which letters of a text on the screen a query found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from armreader.records import Span
from armreader.search.folding import fold, word_pattern
from armreader.search.lines import Lines
from armreader.search.match import Layer
from armreader.search.query import Term


class Light:
    """The words that a search found, to be lit wherever they are shown."""

    def __init__(
        self, lines: Lines, terms: Sequence[Term], layers: Sequence[Sequence[Layer]]
    ) -> None:
        self._index = lines.index
        self._found = tuple(zip(terms, layers, strict=True))

    @cached_property
    def _words(self) -> dict[int, tuple[str, str]]:
        """Each word found, with the rule that found it and what was typed for it."""
        return {
            word: (layer.rule, term.words[-1].form)
            for term, layers in reversed(self._found)
            for layer in reversed(layers)
            for word in layer.words
        }

    def spans(self, text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """The letters to light in a text, or in a stretch of it, in ascending order."""
        if not self._found:
            return ()
        found = []
        for match in word_pattern().finditer(text, start, len(text) if end is None else end):
            number = self._number(match[0])
            if number in self._words:
                found.append(_lit(match.start(), match[0], *self._words[number]))
        return tuple(found)

    def _number(self, word: str) -> int:
        """The number of a word, though it may stand on the screen only; -1 where it has none."""
        known = self._index.known(word)
        if known is None:
            form, shape = fold(word)
            known = next(iter(self._index.words(form, shape)), None)
        return -1 if known is None else known


def _lit(at: int, word: str, rule: str, typed: str) -> Span:
    """The typed letters where the word has them one for one, else the whole word."""
    bare = word.strip("'’ʼ‘`´ʻ")
    at += word.index(bare)
    whole = Span(at, at + len(bare))
    if rule not in ("search-prefix", "search-part"):
        return whole
    place = bare.lower().find(typed)
    return whole if place < 0 else Span(at + place, at + place + len(typed))
