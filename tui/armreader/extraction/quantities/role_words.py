"""Roles: what a word says about the thing that a figure next to it counts."""

from __future__ import annotations

from functools import cache

from armreader.language import rows


@cache
def _table() -> tuple[dict[str, list[tuple[str, ...]]], dict[str, list[tuple[str, ...]]]]:
    """The rows for whole words, and those for the beginnings of words."""
    whole: dict[str, list[tuple[str, ...]]] = {}
    begins: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("quantities_roles"):
        table = begins if row[0].endswith("*") else whole
        table.setdefault(row[0].rstrip("*"), []).append(row)
    return whole, begins


@cache
def _rows_of(word: str) -> tuple[tuple[str, ...], ...]:
    whole, begins = _table()
    found = list(whole.get(word, ()))
    for end in range(len(word), 1, -1):
        found += begins.get(word[:end], ())
    return tuple(found)


@cache
def role_of(word: str, dimension: str, beside: bool = False) -> str:
    """The role that a word gives to a figure of the dimension; empty if it gives none."""
    for row in _rows_of(word):
        if len(row) > 3 and not beside:
            continue
        for kind in row[2].split(","):
            if dimension == kind or (dimension.split()[0] == kind and not _rated(dimension)):
                return row[1]
            if _rated(dimension) and kind.endswith(" rate") and dimension.split()[0] == kind[:-5]:
                return row[1]
    return ""


def _rated(dimension: str) -> bool:
    return dimension.endswith(" rate")


@cache
def waits_behind(word: str, dimension: str) -> bool:
    """Whether the word gives its role only right after the figure: "12 miles off"."""
    return bool(role_of(word, dimension, True)) and any(len(row) > 3 for row in _rows_of(word))
