"""The notebook and the verdicts on it as tables for print, and as objects for JSON."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.cli.table import Table
from armreader.notes.bookmark import Bookmark
from armreader.notes.markdown import one_line
from armreader.notes.verify import Verdict
from armreader.story.dossier import Dossier
from armreader.story.phrases import place


def bookmarks_table(bookmarks: Sequence[Bookmark]) -> Table:
    """The bookmarks in the order of the notebook."""
    rows = tuple(
        (
            bookmark.origin.date or "undated",
            bookmark.speaker,
            bookmark.words,
            " ".join(f"#{tag}" for tag in bookmark.tags),
            one_line(bookmark.comment),
            bookmark.origin.source or bookmark.origin.file,
            bookmark.id,
        )
        for bookmark in bookmarks
    )
    columns = ("published", "speaker", "words", "tags", "comment", "source", "id")
    return Table(columns, rows, flexible=2)


def verdicts_table(dossier: Dossier, verdicts: Sequence[Verdict]) -> Table:
    """What became of each bookmark, and the place where its words stand now."""
    rows = tuple(
        (verdict.status, _place(dossier, verdict), verdict.bookmark.words, verdict.bookmark.id)
        for verdict in verdicts
    )
    return Table(("verdict", "place", "words", "id"), rows, flexible=2)


def verdict_objects(verdicts: Sequence[Verdict]) -> list[dict[str, object]]:
    """The verdicts for JSON; article, start and end are null where the words are lost."""
    return [
        {
            "id": verdict.bookmark.id,
            "verdict": verdict.status,
            "article": verdict.article,
            "start": verdict.span.start if verdict.span else None,
            "end": verdict.span.end if verdict.span else None,
        }
        for verdict in verdicts
    ]


def _place(dossier: Dossier, verdict: Verdict) -> str:
    """``file:line`` of the words now; the file they were kept from where they are lost."""
    if verdict.article is None or verdict.span is None:
        return verdict.bookmark.origin.file
    return place(dossier.article_by_id[verdict.article], verdict.span.start)
