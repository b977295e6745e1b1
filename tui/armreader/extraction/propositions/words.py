"""The table of proposition words, by part."""

from __future__ import annotations

from functools import cache

from armreader.language import groups

MARKS_OPENING = ("“", "``", '"')
"""Marks that open a quotation."""


@cache
def words(*parts: str) -> frozenset[str]:
    """Parts of the table: ``words("said", "supposed")``."""
    return frozenset().union(*map(_parts().__getitem__, parts))


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {part: frozenset(listed) for part, listed in groups("proposition_words").items()}
