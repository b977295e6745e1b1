"""The user's own chronology as JSON: the contract of the dossier, and the rows beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from armreader.export.dossier_json import JsonObject, export_json, range_fields
from armreader.notes.rows import KeptRow, Part
from armreader.story.chosen import Chosen
from armreader.story.dossier import Dossier


def kept_json(dossier: Dossier, rows: Sequence[KeptRow]) -> str:
    """As ``export_json``, of the events and quotes that the rows keep, with ``kept``: the rows."""
    found = {
        one.id for row in rows for part in row.parts for one in (part.event, part.quote) if one
    }
    chosen = Chosen(
        tuple(event for event in dossier.events if event.id in found),
        tuple(quote for quote in dossier.quotes if quote.id in found),
        whole=False,
    )
    written = json.loads(export_json(dossier, chosen))
    written["kept"] = [row_object(row) for row in rows]
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def row_object(row: KeptRow) -> JsonObject:
    """A row: what it says and when, what of it is the user's, and the passages that it keeps."""
    return {
        "id": row.id,
        "heading": row.heading,
        "wording": row.wording,
        **range_fields(row.date),
        "yours": list(row.yours),
        "comment": "\n\n".join(row.comments),
        "tags": list(row.tags),
        "articles": list(row.articles),
        "parts": [_part_object(part) for part in row.parts],
    }


def _part_object(part: Part) -> JsonObject:
    span = part.verdict.span
    return {
        "id": part.bookmark.id,
        "kind": part.bookmark.kind,
        "words": part.bookmark.words,
        "speaker": part.bookmark.speaker,
        "event": part.event.id if part.event else None,
        "quote": part.quote.id if part.quote else None,
        "verdict": part.verdict.status,
        "article": part.verdict.article,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
