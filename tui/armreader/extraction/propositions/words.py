"""The table of proposition words, by part."""

from __future__ import annotations

from functools import cache

from armreader.language import groups

MARKS_OPENING = ("“", "``", '"')
"""Marks that open a quotation."""


@cache
def words(part: str) -> frozenset[str]:
    """A part of the table: ``words("supposed")``."""
    return _parts()[part]


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {part: frozenset(listed) for part, listed in groups("proposition_words").items()}
