"""Light: which letters of a text on the screen match a query."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from armreader.records import Span
from armreader.search.folding import APOSTROPHES, fold, word_pattern
from armreader.search.lines import Lines
from armreader.search.match import Layer
from armreader.search.query import Term
from armreader.search.vocabulary import QueryWord


class Light:
    """The words that a search found, to be highlighted wherever they are shown."""

    def __init__(
        self, lines: Lines, terms: Sequence[Term], layers: Sequence[Sequence[Layer]]
    ) -> None:
        self._index = lines.index
        self._found = tuple(zip(terms, layers, strict=True))

    @cached_property
    def _forms(self) -> dict[str, tuple[str, QueryWord]]:
        """Each form found, with the rule that found it and what was typed for it."""
        forms = self._index.forms
        return {
            forms[word]: (layer.rule, term.words[-1])
            for term, layers in reversed(self._found)
            for layer in reversed(layers)
            for word in layer.words
        }

    def spans(self, text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """The spans to highlight in a text or in a part of it, in ascending order."""
        if not self._found:
            return ()
        found = []
        for match in word_pattern().finditer(text, start, len(text) if end is None else end):
            form, shape = self._folded(match[0])
            rule, typed = self._forms.get(form, ("", None))
            if typed and shape >= typed.least:
                found.append(_lit(match.start(), match[0], rule, typed.form))
        return tuple(found)

    def _folded(self, word: str) -> tuple[str, int]:
        """The form and shape of a word; taken from the index if a line has it."""
        number = self._index.known(word)
        if number is None:
            return fold(word)
        return self._index.forms[number], self._index.shapes[number]


def _lit(at: int, word: str, rule: str, typed: str) -> Span:
    """The span of the typed letters if the word contains them, or else of the whole word."""
    bare = word.strip(APOSTROPHES)
    at += word.index(bare)
    whole = Span(at, at + len(bare))
    if rule not in ("search-prefix", "search-part"):
        return whole
    place = bare.lower().find(typed)
    return whole if place < 0 else Span(at + place, at + place + len(typed))
