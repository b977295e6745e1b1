"""Search hits as a printed table and as JSON: the same hits in the same order as on the screen."""

from __future__ import annotations

from armreader.cli.table import Table
from armreader.records import Passage
from armreader.search.find import SearchResult
from armreader.search.found import Hit
from armreader.story.dossier import Dossier
from armreader.story.phrases import place, quote_words, speaker_name


def hits_table(dossier: Dossier, result: SearchResult) -> Table:
    """The hits, the best first: where each stands, what stands there and why it matches."""
    rows = tuple(
        (hit.kind, _place(dossier, hit.at), hit_text(dossier, hit), hit.why, hit.id)
        for hit in result.hits
    )
    return Table(("kind", "place", "text", "why", "id"), rows, flexible=2)


def hits_object(dossier: Dossier, result: SearchResult) -> dict[str, object]:
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
                "text": hit_text(dossier, hit),
                "places": [_place_object(dossier, passage) for passage in hit.passages],
            }
            for hit in result.hits
        ],
    }


def hit_text(dossier: Dossier, hit: Hit) -> str:
    """What stands there: the sentence of an article, the label of an event, a quote, a name."""
    match hit.kind:
        case "event":
            return dossier.event_by_id[hit.id].label
        case "actor":
            return dossier.actor_by_id[hit.id].name
        case "quote":
            quote = dossier.quote_by_id[hit.id]
            return f"{speaker_name(dossier, quote)}: {quote_words(dossier, quote)}"
        case _:
            article = dossier.article_by_id[hit.id]
            return article.text[hit.at.start : hit.at.end] if hit.at else article.title


def _place(dossier: Dossier, passage: Passage | None) -> str:
    return place(dossier.article_by_id[passage.article], passage.start) if passage else ""


def _place_object(dossier: Dossier, passage: Passage) -> dict[str, object]:
    article = dossier.article_by_id[passage.article]
    return {
        "article": article.id,
        "file": article.file,
        "line": article.text.count("\n", 0, passage.start) + 1,
        "start": passage.start,
        "end": passage.end,
    }
