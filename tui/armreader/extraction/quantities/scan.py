"""The scan for numbers: only where a word can begin one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armreader.extraction.grammar.analysis import SentenceGrammar
from armreader.extraction.quantities.numbers import NUMERALS
from armreader.extraction.quantities.units import FIGURE, SIGNS
from armreader.records import Span

_DIGIT = re.compile(r"\d")
_LEADING = frozenset(("a", "an"))
"""Words that can begin a number without being one: "a third"."""
_SIGNS = SIGNS | {"-"}
"""First characters of a token that begins or continues a number: "$5m", "mile-deep"."""


def numbers_in(text: str, within: Span, tagged: SentenceGrammar) -> Iterator[re.Match[str]]:
    """Every number of a sentence in order, with its unit, its range and its currency."""
    lowers, starts, end = tagged.lowers, tagged.starts, within.start
    if NUMERALS.isdisjoint(lowers) and not _DIGIT.search(text, *within):
        return
    for token, word in enumerate(lowers):
        first = word[0]
        if first.isalpha():
            if word not in NUMERALS and "$" not in word:
                behind = lowers[token + 1] if word in _LEADING and token + 1 < len(lowers) else "."
                if behind not in NUMERALS and behind[0] not in _SIGNS:
                    continue  # not "a third"
        elif not first.isdigit() and first not in _SIGNS:
            continue
        if starts[token] >= end:
            match = FIGURE.match(text, starts[token], within.end)
            if match:
                end = match.end()
                yield match
