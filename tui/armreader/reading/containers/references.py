"""Reference libraries (RIS, BibTeX, CSL-JSON), as exported by Zotero and similar programs.

The text of an entry is its attached file if that is next to the export, in the folder ``files``
that Zotero writes; otherwise its abstract.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from armreader.language import mapping
from armreader.reading.attached import attached
from armreader.reading.authors import first_last
from armreader.reading.containers.bibtex import bibtex_entries
from armreader.reading.containers.budget import PIECES, Budget
from armreader.reading.containers.piece import Found
from armreader.reading.containers.record import member_of, piece_of
from armreader.reading.containers.texts_missing import with_text
from armreader.reading.decode import decode
from armreader.reading.kinds import kind_of
from armreader.reading.source import LimitError, Source

_RIS = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
_RIS_FIELDS = {
    "TI": "title", "T1": "title", "CT": "title", "AU": "byline", "A1": "byline", "T2": "source",
    "JO": "source", "JF": "source", "PB": "source", "DA": "date", "PY": "date", "Y1": "date",
    "UR": "url", "AB": "abstract", "N2": "abstract", "L1": "file", "L2": "file", "L4": "file",
}  # fmt: skip
_BIBTEX_FIELDS = {
    "title": "title", "author": "byline", "journal": "source", "journaltitle": "source",
    "booktitle": "source", "publisher": "source", "howpublished": "source", "date": "date",
    "year": "date", "url": "url", "abstract": "abstract", "file": "file",
}  # fmt: skip
_MOST_LINES = 1_000_000

Entry = dict[str, list[str]]
"""Values by field: title, byline, source, date, url, abstract, file."""


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """Each entry with a text, numbered from 1; those without are counted."""
    text = decode(source.read()).text
    is_ris = kind_of(source.head, source.name) == "ris"
    entries = _ris_entries(text) if is_ris else _bibtex(text)
    yield from with_text(_pieces(entries, source, budget), "entry", "entries")


def _pieces(
    entries: Iterable[Entry], source: Source, budget: Budget
) -> Iterator[tuple[Found | None, str]]:
    """What each entry gives, with its first address."""
    for number, entry in enumerate(entries, 1):
        if number > PIECES:
            raise LimitError(f"holds more than {PIECES:,} entries; split it")
        budget.look_at_clock()
        yield _found(entry, f"{number}", source), next(iter(entry.get("url", ())), "")


def csl_fields(record: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a CSL-JSON entry, named as in ``record.known``."""
    authors = record.get("author")
    names = [_csl_name(one) for one in authors] if isinstance(authors, list) else []
    texts = {
        "title": record.get("title"),
        "source": record.get("container-title") or record.get("publisher"),
        "url": record.get("URL"),
        "abstract": record.get("abstract"),
    }
    return {
        **{key: value for key, value in texts.items() if isinstance(value, str) and value},
        "byline": ", ".join(filter(None, names)),
        "date": _csl_date(record["issued"]),
    }


def _csl_name(author: object) -> str:
    if not isinstance(author, dict):
        return ""
    parts = author.get("literal"), author.get("given"), author.get("family")
    return " ".join(part for part in parts if isinstance(part, str) and part)


def _csl_date(issued: Mapping[str, Any]) -> str:
    """``{"date-parts": [[2030, 5, 6]]}`` as ``2030-05-06``."""
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first and all(str(part).isdigit() for part in first):
        return "-".join(str(part).zfill(2) for part in first[:3])
    raw = issued.get("raw") or issued.get("literal")
    return raw if isinstance(raw, str) else ""


def _found(entry: Entry, name: str, source: Source) -> Found | None:
    fields = {
        key: ", ".join(map(first_last, values)) if key == "byline" else values[0]
        for key, values in entry.items()
        if key != "file"
    }
    for path in entry.get("file", ()):
        file = attached(source, path)
        if file:
            return member_of(fields, name, file)
    return piece_of(fields, name)


def _ris_entries(text: str) -> Iterator[Entry]:
    entry: Entry = {}
    field = ""
    for number, line in enumerate(StringIO(text)):
        if number > _MOST_LINES:
            raise LimitError(f"has more than {_MOST_LINES:,} lines; split it")
        match = _RIS.fullmatch(line.rstrip()) if line[2:5] == "  -" else None
        if match is None:
            if field and line.strip():
                entry[field][-1] += f"\n{line.strip()}"
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag in ("TY", "ER"):
            if entry:
                yield entry
            entry = {}
        field = _RIS_FIELDS.get(tag, "") if value else ""
        if field:
            entry.setdefault(field, []).append(value)
    if entry:
        yield entry


def _bibtex(text: str) -> Iterator[Entry]:
    for values in bibtex_entries(text):
        entry: Entry = {}
        for key, field in _BIBTEX_FIELDS.items():
            value = _year_and_month(values) if key == "year" else values.get(key, "")
            if value:
                entry.setdefault(field, []).extend(_values(field, value))
        yield entry


def _year_and_month(values: Mapping[str, str]) -> str:
    """``2030`` and ``may`` or ``5`` as ``2030-05``; only the year if the month is not known."""
    year, month = values.get("year", ""), values.get("month", "").strip(" .").lower()
    number = mapping("months").get(month, month)
    return f"{year}-{number.zfill(2)}" if year.isdigit() and number.isdigit() else year


def _values(field: str, value: str) -> Sequence[str]:
    if field == "byline":
        return value.split(" and ")
    if field == "file":
        # Description:path:type, several separated by semicolons; or only the path.
        parts = (one.split(":") for one in value.split(";"))
        return [one[1] if len(one) == 3 else one[0] for one in parts]
    return [value]
