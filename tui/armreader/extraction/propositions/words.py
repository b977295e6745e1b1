"""The table of proposition words, by part."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar import SentenceGrammar
from armreader.language import groups

MARKS_OPENING = ("“", "``", '"')
"""Marks that open a quotation."""


def mark(grammar: SentenceGrammar, token: int) -> int:
    """1 for a double mark that opens a quotation, -1 for one that closes it, 0 for other tokens.

    A straight mark shows by its tag which it is.
    """
    word = grammar.words[token]
    if word in MARKS_OPENING[:2] or (word == '"' and grammar.tags[token] == "``"):
        return 1
    return -(word in ("”", "''", '"'))


@cache
def words(*parts: str) -> frozenset[str]:
    """Parts of the table: ``words("said", "supposed")``."""
    return frozenset().union(*map(_parts().__getitem__, parts))


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {part: frozenset(listed) for part, listed in groups("proposition_words").items()}
