"""Search hits as a printed table and as JSON: the same hits in the same order as on the screen."""

from __future__ import annotations

from armreader.cli.table import Table
from armreader.records import Passage
from armreader.search.find import SearchResult


def hits_table(result: SearchResult) -> Table:
    """The hits, the best first: where each is, what is there and why it matches."""
    rows = tuple(
        (hit.kind, _place(result, hit.at), hit.text, hit.why, hit.id) for hit in result.hits
    )
    return Table(("kind", "place", "text", "why", "id"), rows, flexible=2)


def hits_object(result: SearchResult) -> dict[str, object]:
    """The hits as JSON, schema ``armreader.search/1``; offsets are code points, half-open."""
    return {
        "schema": "armreader.search/1",
        "query": result.query.text,
        "hint": result.hint,
        "lines": result.total,
        "hits": [
            {
                "kind": hit.kind,
                "id": hit.id,
                "score": hit.score,
                "why": hit.why,
                "text": hit.text,
                "places": [_place_object(result, passage) for passage in hit.passages],
            }
            for hit in result.hits
        ],
    }


def _place(result: SearchResult, passage: Passage | None) -> str:
    return "{}:{}".format(*result.place(passage)) if passage else ""


def _place_object(result: SearchResult, passage: Passage) -> dict[str, object]:
    file, line = result.place(passage)
    return {
        "article": passage.article,
        "file": file,
        "line": line,
        "start": passage.start,
        "end": passage.end,
    }
