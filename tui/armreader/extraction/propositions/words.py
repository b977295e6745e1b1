"""The table of proposition words, by part."""

from __future__ import annotations

from functools import cache

from armreader.language import rows

MARKS_OPENING = ("“", "``", '"')
"""Marks that open a quotation."""


@cache
def words(part: str) -> frozenset[str]:
    """A part of the table: ``words("supposed")``."""
    return _parts()[part]


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {name: frozenset(entries.split(", ")) for name, entries in rows("proposition_words")}
