"""The language as tables: plain text files that a non-programmer can read and correct.

A table has one entry per line, with its fields separated by tabs; ``#`` at the start of a line or
after a space starts a comment.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "en"
"""The folder of the tables; `armreader words check` checks them against ``schemas.py``."""


def fields_of(line: str) -> tuple[str, ...]:
    """The fields of a line of a table; none for a comment or an empty line."""
    if line.startswith("#"):
        return ()
    fields = tuple(map(str.strip, line.split(" #", 1)[0].split("\t")))
    return fields if any(fields) else ()


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table (``"months"`` reads ``months.txt``), each a tuple of its fields."""
    lines = (FOLDER / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(fields for line in lines if (fields := fields_of(line)))


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
    """The second fields by the first, for a table with one word of a group on each line."""
    found: dict[str, list[str]] = {}
    for row in rows(table):
        found.setdefault(row[0], []).append(row[1])
    return {heading: tuple(words) for heading, words in found.items()}


def trained(name: str) -> Path:
    """The file of a trained table (``"grammar/tagger"``), which is not plain text."""
    return FOLDER / f"{name}.table"
