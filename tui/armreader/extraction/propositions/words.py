"""What single words are to a proposition: the table of its words, marks, nouns for persons."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar import SentenceGrammar
from armreader.extraction.names.gazetteer import is_description, is_title, kin_gender
from armreader.language import entries, groups

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


def names_one_person(grammar: SentenceGrammar, token: int) -> bool:
    """Whether a token is a noun for one person, and no part of another: "the guard"."""
    noun, after = grammar.lowers[token], grammar.tags[token + 1 : token + 2]
    if grammar.tags[token] != "NN" or (after and after[0].startswith("N")):
        return False
    return is_person(noun)


def is_person(noun: str) -> bool:
    """Whether a noun is for one person: a title, a relative, a trade."""
    related = kin_gender(noun) != "unknown"
    return related or is_title(noun) or is_description(noun) or noun in entries("person_nouns")
