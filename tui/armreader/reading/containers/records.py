"""Lists of articles in JSON and JSON lines, as news services and reading apps export them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from armreader.reading.attached import attached
from armreader.reading.containers.budget import Budget
from armreader.reading.containers.piece import Found, Member, Piece, Refusal
from armreader.reading.containers.record import is_record, known, member_of, piece_of
from armreader.reading.containers.references import csl_fields
from armreader.reading.containers.texts_missing import with_text
from armreader.reading.decode import decode
from armreader.reading.kinds import kind_of
from armreader.reading.source import (
    PIECE_LIMIT,
    LimitError,
    NoArticleError,
    Source,
    UnreadableError,
    too_large,
)

_MOST_VALUES = 1_500_000
"""Values and objects in one file: each takes far more memory than its bytes in the file."""
_LOOKED_AT = 20_000
_WRAPPERS = ("_source", "data")
"""The keys under which a search engine and a library service put the record itself."""
_MOST_RECORDS = 50_000


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """Each record with a text, numbered from 1; those without are counted."""
    is_lines = kind_of(source.head, source.name) == "jsonl"
    records = _Records(_lines(source) if is_lines else _list(source), budget)
    yield from with_text(records.pieces(source), "address", "addresses")
    if records.damaged:
        lines = "1 line is" if records.damaged == 1 else f"{records.damaged} lines are"
        yield Refusal("", f"{lines} not valid JSON")
    if not records.count:
        raise NoArticleError("JSON without articles", "save a list of records with title and text")


class _Records:
    """The records of a file, counted while they are read."""

    def __init__(self, found: Iterator[Mapping[str, Any] | None], budget: Budget) -> None:
        self._found, self._budget = found, budget
        self.count = self.damaged = 0

    def pieces(self, source: Source) -> Iterator[tuple[Piece | Member | None, str]]:
        """What each record of an article gives, with its address."""
        for at, record in enumerate(self._found):
            if at >= _MOST_RECORDS:
                raise LimitError(f"has more than {_MOST_RECORDS:,} records; split it")
            if record is None:
                self.damaged += 1
                continue
            fields = fields_of(record)
            if not is_record(fields):
                continue
            self.count += 1
            self._budget.look_at_clock()
            yield _found(fields, f"{self.count}", source), fields.get("url", "")


def _found(fields: Mapping[str, str], name: str, source: Source) -> Piece | Member | None:
    """The article of a record; its text may be in the file that has the name of the record."""
    slug = fields.get("slug") if "text" not in fields else None
    for ending in ("html", "pdf") if slug else ():
        file = attached(source, f"content/{slug}.{ending}")
        if file:
            return member_of(fields, name, file)
    return piece_of(fields, name)


def fields_of(record: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a record, named as in ``record.known``."""
    for wrapper in _WRAPPERS:
        inner = record.get(wrapper)
        if isinstance(inner, dict) and "title" not in record:
            record = inner
    if isinstance(record.get("issued"), dict):
        return csl_fields(record)
    return known(_flat(record))


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    """The texts in a record; those of a nested object are under ``key.inner``."""
    flat: dict[str, str] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": _text(said) for inner, said in value.items()}
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            flat |= _joined(key, [one for one in value if isinstance(one, dict)])
        else:
            flat[key] = _text(value)
    return flat


def _joined(key: str, objects: list[dict[str, Any]]) -> dict[str, str]:
    """The values of several objects under one key: the names of authors, the highlights."""
    inner = dict.fromkeys(name for one in objects for name in one)
    between = ", " if "name" in inner else "\n\n"
    return {
        f"{key}.{name}": between.join(filter(None, (_text(one.get(name)) for one in objects)))
        for name in inner
    }


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(filter(None, (one for one in value if isinstance(one, str))))
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else ""


def _list(source: Source) -> Iterator[dict[str, Any] | None]:
    """The records of a file with one value: its first list of records, or the value itself."""
    value = _loaded(decode(source.read()).text)
    waiting: list[Any] = [value]
    for at in range(_LOOKED_AT):
        if at >= len(waiting):
            break
        one = waiting[at]
        if isinstance(one, dict) and (numbered := _numbered(one)):
            yield from numbered
            return
        if isinstance(one, list):
            objects = [record for record in one if isinstance(record, dict)]
            if any(is_record(fields_of(record)) for record in objects[:20]):
                yield from objects
                return
            waiting.extend(objects[:20])
        elif isinstance(one, dict):
            waiting.extend(inner for inner in one.values() if isinstance(inner, dict | list))
    if isinstance(value, dict):
        yield value


def _numbered(table: dict[str, Any]) -> list[dict[str, Any]]:
    """The records of a table as programs for statistics write it: row by row or column by column.

    ``{"0": {"title": …, "text": …}}`` or ``{"title": {"0": …}, "text": {"0": …}}``.
    """
    values = [value for value in table.values() if isinstance(value, dict)]
    if not values or len(values) < len(table):
        return []
    if any(is_record(fields_of(value)) for value in values[:20]):
        return values
    if is_record(known(dict.fromkeys(table, "x"))):
        return [{name: table[name].get(row) for name in table} for row in values[0]]
    return []


def _lines(source: Source) -> Iterator[dict[str, Any] | None]:
    """The records of a file with one on each line; None for a damaged line."""
    with source.open() as stream:
        while line := stream.readline(PIECE_LIMIT + 1):
            if len(line) > PIECE_LIMIT:
                raise UnreadableError(too_large(len(line)))
            if not line.strip():
                continue
            try:
                value = _loaded(line.decode("utf-8-sig", "replace"))
            except UnreadableError:
                value = None
            yield value if isinstance(value, dict) else None


def _loaded(text: str) -> Any:
    if sum(map(text.count, "[{,")) > _MOST_VALUES:
        raise UnreadableError(f"is JSON of more than {_MOST_VALUES:,} values; split it")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("is not valid JSON, or is cut short") from error
