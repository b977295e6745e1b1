"""Checks the word tables against their schemas; reports each mistake with its file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from armreader.language import FOLDER, fields_of
from armreader.language.assertion_schemas import ASSERTION_SCHEMAS
from armreader.language.columns import Column, Schema
from armreader.language.schemas import SCHEMAS as WORD_SCHEMAS

SCHEMAS: Mapping[str, Schema] = {**WORD_SCHEMAS, **ASSERTION_SCHEMAS}
PATTERNS = {"times_patterns": 2, "times_pattern_parts": 1}
"""Tables of patterns, and the field that holds them."""
_SYMBOL = re.compile(r"\$[a-z]+|\b[A-Z]{2,}\b")

Row = tuple[int, tuple[str, ...]]
"""A row's number in its file, counted from 1, and its fields."""


class Fault(NamedTuple):
    """A mistake in a line of a table."""

    file: str
    """The path within the folder of tables: ``saying_verbs.txt``."""
    line: int
    """Counted from 1; 0 if it is about the whole file."""
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def faults(known: Mapping[str, Collection[str]], folder: Path = FOLDER) -> Iterator[Fault]:
    """Every mistake in the tables of a folder.

    Args:
        known: The sets that columns are limited to (``Column.of``), by name, as the program has
            them; a column whose set is not given is only checked in its form.
        folder: Where the tables are.
    """
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.txt")}
    for name in sorted(names - {f"{table}.txt" for table in SCHEMAS}):
        yield Fault(name, 0, "no schema says what this table holds")
    tables: dict[str, list[Row]] = {}
    for table in SCHEMAS:
        try:
            tables[table] = _numbered(folder / f"{table}.txt")
        except (OSError, UnicodeDecodeError) as error:
            yield Fault(f"{table}.txt", 0, f"cannot be read: {error}")
    for table, rows in tables.items():
        for line, message in _faults_of(rows, SCHEMAS[table], _sets(SCHEMAS[table], tables, known)):
            yield Fault(f"{table}.txt", line, message)
    if tables.keys() >= {*PATTERNS, "times_words"}:
        yield from _unknown_symbols(tables, known.get("word class", ()))


def _numbered(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(at, fields) for at, line in enumerate(lines, 1) if (fields := fields_of(line))]


def _sets(
    schema: Schema, tables: Mapping[str, list[Row]], known: Mapping[str, Collection[str]]
) -> dict[str, Collection[str]]:
    """The sets that limit the columns of a schema, by the names used there."""
    sets = dict(known)
    for column in schema.columns:
        table, colon, at = column.of.partition(":")
        if colon and table in tables:
            sets[column.of] = {fields[int(at)] for _, fields in tables[table]}
    return sets


def _unknown_symbols(tables: Mapping[str, list[Row]], classes: Collection[str]) -> Iterator[Fault]:
    """Parts and word classes that a pattern names but nothing defines."""
    defined = {fields[1] for _, fields in tables["times_words"] if len(fields) > 1} | {*classes}
    defined |= {fields[0] for _, fields in tables["times_pattern_parts"]}
    for table, at in PATTERNS.items():
        for line, fields in tables[table]:
            for symbol in _SYMBOL.findall(fields[at]) if at < len(fields) else ():
                if symbol not in defined:
                    what = "part" if symbol.startswith("$") else "word class"
                    yield Fault(f"{table}.txt", line, f"pattern: “{symbol}” is not a {what}")


def _faults_of(
    rows: list[Row], schema: Schema, known: Mapping[str, Collection[str]]
) -> Iterator[tuple[int, str]]:
    seen: dict[tuple[str, ...], int] = {}
    for line, fields in rows:
        if not schema.least <= len(fields) <= len(schema.columns):
            names = ", ".join(column.name for column in schema.columns)
            yield line, f"{len(fields)} of the fields {names}, separated by tabs"
            continue
        for field, column in zip(fields, schema.columns, strict=False):
            yield from ((line, message) for message in _wrong(field, column, known))
        key = tuple(fields[at] for at in schema.unique if at < len(fields))
        if key and (before := seen.setdefault(key, line)) != line:
            yield line, f"“{' '.join(key)}” is already in line {before}"


def _wrong(field: str, column: Column, known: Mapping[str, Collection[str]]) -> Iterator[str]:
    if not re.fullmatch(column.form, field):
        yield f"{column.name}: “{field}” is not one"
    elif column.of in known:
        words = field.split(column.between) if column.between else [field]
        table, _, at = column.of.partition(":")
        what = SCHEMAS[table].columns[int(at)].name if at else column.of
        for word in words:
            if word not in known[column.of]:
                yield f"{column.name}: “{word}” is not a {what}"
