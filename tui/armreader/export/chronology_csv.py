"""CSV as RFC 4180 has it, that a spreadsheet shows and never computes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from armreader.export.dossier_json import range_fields
from armreader.records.visible import visible
from armreader.story.chronology import Account, Chronology, Entry, Statement

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins like this would be computed: OWASP, "CSV Injection"."""
_INNER = re.compile(r"([;|\t\r\n])([ \"]*)(?=[=+\-@＝＋－＠])")
"""A mark that parts cells elsewhere, before what could be a formula."""
_COLUMNS = (
    *("kind", "date", "earliest", "latest", "event_or_speaker", "status", "words"),
    *("source", "title", "published", "known", "place", "url", "id"),
)
_OWN = ("heading", "mine", "comment", "tags")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their columns; a cell that could be a formula has an apostrophe before it."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def safe_cell(cell: str) -> str:
    """The cell as text for any spreadsheet, whatever mark separates its cells."""
    shown = _INNER.sub(r"\1'\2", visible(cell))
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown


def chronology_csv(chronology: Chronology) -> str:
    """A row for each source's account of each event, then a row for each quote."""
    rows = [
        [
            "event",
            *_dates(range_fields(entry.range)),
            entry.label,
            account.status,
            " ".join(account.sentences),
            *_source(chronology, account),
            entry.id,
            *own_cells(chronology, entry),
        ]
        for entry in chronology.entries
        for account in entry.accounts
    ]
    rows += [
        [
            "quote",
            *_dates(range_fields(chronology.sources[said.source].article.publication.range)),
            said.speaker,
            said.kind,
            said.words,
            *_source(chronology, said),
            said.id,
        ]
        for said in chronology.statements
    ]
    return csv_text((*_COLUMNS, *(_OWN if chronology.own else ())), rows)


def own_cells(chronology: Chronology, entry: Entry) -> list[str]:
    """In the user's own chronology, which fields are theirs, and their comments."""
    if not chronology.own:
        return []
    return [entry.heading, " ".join(entry.yours), entry.comment, " ".join(entry.tags)]


def _dates(fields: dict[str, str | None]) -> list[str]:
    return [fields[name] or "" for name in ("edtf", "earliest", "latest")]


def _source(chronology: Chronology, entry: Account | Statement) -> list[str]:
    article = chronology.sources[entry.source].article
    publication = article.publication
    published = publication.range.edtf if publication.range else ""
    return [article.source, article.title, published, publication.basis, entry.place, article.url]
