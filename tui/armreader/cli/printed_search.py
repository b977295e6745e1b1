"""Search hits as a printed table and as JSON: the same hits in the same order as on the screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from armreader.cli.table import Table, one_line
from armreader.records import Passage
from armreader.search.find import SearchResult

_KINDS = {"article": "text", "event": "event", "quote": "quote", "actor": "who"}
"""What a hit of each kind is called on a terminal."""


def hits_table(result: SearchResult) -> Table:
    """The hits, the best first: from which report, where and what it is, and why it matches."""
    rows = tuple(
        (hit.kind, *_report(result, hit.at), _place(result, hit.at), hit.text, hit.why, hit.id)
        for hit in result.hits
    )
    columns = ("kind", "source", "published", "place", "text", "why", "id")
    return Table(columns, rows, flexible=4)


def hit_cards(result: SearchResult, width: int, *, ids: bool) -> Iterator[str]:
    """The hits on a terminal: its words, from which source and day, and where in its file.

    Of events that say the same there, in these words or more, only the best has a card.
    """
    from armreader.cli.cards import found_card  # a table needs none of it

    shown: defaultdict[str, list[str]] = defaultdict(list)
    for hit in result.hits:
        words, place = one_line(hit.text), _place(result, hit.at)
        if hit.kind == "event":
            folded = words.casefold().removesuffix("…").strip()
            if any(folded in other or other in folded for other in shown[place]):
                continue
            shown[place].append(folded)
        where = (*_report(result, hit.at), place) if hit.at else ()
        about = [f"  {hit.why}"] * (hit.why != "exact") + [f"  {hit.id}"] * ids
        lit = result.lit(words)
        yield from found_card(
            _KINDS[hit.kind], words, lit, "  ".join(filter(None, where)), "".join(about), width
        )


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


def _report(result: SearchResult, passage: Passage | None) -> tuple[str, str]:
    """The source of a passage and the day of its report, as far as they are known."""
    heading = result.heading(passage) if passage else None
    return (heading.source, heading.published) if heading else ("", "")


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
