"""The language as tables: plain text files that a non-programmer can read and correct.

A table holds one entry a line, fields separated by a tab; what follows ``#`` at the start of a line
or after a blank is a comment.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "en"


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table (``"months"`` reads ``months.txt``), each a tuple of its fields."""
    found = []
    for line in (_FOLDER / f"{table}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        fields = tuple(field.strip() for field in line.split(" #", 1)[0].split("\t"))
        if any(fields):
            found.append(fields)
    return tuple(found)


@cache
def entries(table: str) -> frozenset[str]:
    """The first field of every row of a table."""
    return frozenset(row[0] for row in rows(table))


@cache
def mapping(table: str) -> dict[str, str]:
    """First field to second field; every row of the table must have two."""
    return {row[0]: row[1] for row in rows(table)}


@cache
def groups(table: str) -> dict[str, tuple[str, ...]]:
    """The second fields by the first, of a table that lists a word of a group on each line."""
    found: dict[str, list[str]] = {}
    for row in rows(table):
        found.setdefault(row[0], []).append(row[1])
    return {heading: tuple(words) for heading, words in found.items()}


def trained(name: str) -> Path:
    """The file of a trained table (``"grammar/tagger"``), which is no plain text."""
    return _FOLDER / f"{name}.table"
