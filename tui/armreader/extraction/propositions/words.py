"""The table of proposition words, by part."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar import SentenceGrammar
from armreader.language import groups

MARKS_OPENING = ("“", "``", '"')
"""Marks that open a quotation."""


def mark(grammar: SentenceGrammar, token: int) -> str:
    """Whether a token opens or closes words in double marks; straight ones show it by their tag."""
    word = grammar.words[token]
    if word in MARKS_OPENING[:2] or (word == '"' and grammar.tags[token] == "``"):
        return "opening"
    return "closing" if word in ("”", "''", '"') else ""


def closes(grammar: SentenceGrammar, token: int, *, double: bool) -> bool:
    """Whether a token closes words in double marks, or in single ones."""
    return mark(grammar, token) == "closing" if double else grammar.words[token] == "’"


@cache
def words(*parts: str) -> frozenset[str]:
    """Parts of the table: ``words("said", "supposed")``."""
    return frozenset().union(*map(_parts().__getitem__, parts))


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {part: frozenset(listed) for part, listed in groups("proposition_words").items()}
