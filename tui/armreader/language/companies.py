"""What follows the name of a company: "Inc.", "plc"."""

from __future__ import annotations

from armreader.language import entries

PERSONAL = frozenset(("jr", "sr", "ii", "iii", "iv", "esq"))
"""What follows the name of a person instead."""


def is_company_suffix(word: str) -> bool:
    """Whether a word, in lower case, follows the name of a company."""
    bare = word.rstrip(".")
    return bare in entries("name_suffixes") and bare not in PERSONAL


def without_company_suffix(name: str) -> str:
    """A name without such a word at its end: "Lund Ports" for "Lund Ports, Inc."."""
    first, _, last = name.rpartition(" ")
    return first.rstrip(",") if first and is_company_suffix(last.lower()) else name
