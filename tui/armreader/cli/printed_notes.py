"""The notebook and the verdicts on it as tables for print, and as objects for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from armreader.cli.cards import card, date_column, word_rows
from armreader.cli.ink import Part, is_coloured
from armreader.cli.table import Table
from armreader.cli.table import one_line as plain_line
from armreader.notes.bookmark import Bookmark
from armreader.notes.facts import Change
from armreader.notes.markdown import one_line
from armreader.notes.verify import Verdict
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier
from armreader.story.phrases import place
from armreader.story.shown_dates import full_date


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


def bookmark_cards(bookmarks: Sequence[Bookmark], width: int, *, ids: bool) -> Iterator[str]:
    """The bookmarks on a terminal: the day of the report, who says what, the source, and what the
    user wrote."""
    coloured = is_coloured()
    days = [_shown_day(bookmark) for bookmark in bookmarks]
    column = date_column(days, width)
    for bookmark, day in zip(bookmarks, days, strict=True):
        who = f"{bookmark.speaker}: " if bookmark.speaker else ""
        rows = list(word_rows(plain_line(who + bookmark.words), len(who), width - column))
        if bookmark.comment:
            rows += word_rows(plain_line(f"note: {bookmark.comment}"), len("note:"), width - column)
        tags = "".join(f"  #{tag}" for tag in bookmark.tags)
        last: list[Part] = [
            (bookmark.origin.source or bookmark.origin.file, "mark"),
            (tags, "alert"),
            (f"  {bookmark.id}" if ids else "", "dim"),
        ]
        yield from card(day, rows, last, width, column, coloured=coloured)


def _shown_day(bookmark: Bookmark) -> str:
    range_ = DateRange.from_edtf(bookmark.origin.date) if bookmark.origin.date else None
    return full_date(range_) if range_ else bookmark.origin.date or "undated"


def verdict_cards(
    dossier: Dossier,
    verdicts: Sequence[Verdict],
    changed: Mapping[str, Sequence[Change]],
    width: int,
) -> Iterator[str]:
    """The verdicts on a terminal: what became of each bookmark, its words, where they are now and
    what has changed. ``changed``: by bookmark id.
    """
    coloured = is_coloured()
    words = [verdict.status for verdict in verdicts]
    column = date_column(words, width)
    for verdict, status in zip(verdicts, words, strict=True):
        rows = list(word_rows(plain_line(verdict.bookmark.words), 0, width - column))
        now = [one.in_words for one in changed[verdict.bookmark.id]]
        if verdict.close_to:
            now.insert(0, _verdict_words(dossier, verdict))
        rows += [[(line, "alert")] for one in now for line in wrap(one, max(1, width - column))]
        last: list[Part] = [(_place(dossier, verdict), "mark")]
        yield from card(status, rows, last, width, column, coloured=coloured)


def verdicts_table(
    dossier: Dossier,
    verdicts: Sequence[Verdict],
    changed: Mapping[str, Sequence[Change]],
) -> Table:
    """What became of each bookmark, where its words are now, and what has changed. ``changed``: by
    bookmark id.
    """
    rows = tuple(
        (
            _verdict_words(dossier, verdict),
            "; ".join(one.in_words for one in changed[verdict.bookmark.id]),
            _place(dossier, verdict),
            verdict.bookmark.words,
            verdict.bookmark.id,
        )
        for verdict in verdicts
    )
    return Table(("verdict", "now", "place", "words", "id"), rows, flexible=3)


def _verdict_words(dossier: Dossier, verdict: Verdict) -> str:
    """The verdict; for lost words, where the same or similar ones are elsewhere."""
    close = verdict.close_to
    if close is None:
        return verdict.status
    return f"lost here; close to {place(dossier.article_by_id[close.article], close.start)}"


def verdict_objects(
    verdicts: Sequence[Verdict], changed: Mapping[str, Sequence[Change]]
) -> list[dict[str, object]]:
    """The verdicts for JSON; article, start and end are null where the words are lost.

    ``close_to`` is then where the same or similar words are elsewhere, else null.
    """
    return [
        {
            "id": verdict.bookmark.id,
            "verdict": verdict.status,
            "article": verdict.article,
            "start": verdict.span.start if verdict.span else None,
            "end": verdict.span.end if verdict.span else None,
            "close_to": verdict.close_to and verdict.close_to._asdict(),
            "changes": [one._asdict() for one in changed[verdict.bookmark.id]],
        }
        for verdict in verdicts
    ]


def _place(dossier: Dossier, verdict: Verdict) -> str:
    """``file:line`` of the words now; if they are lost, the file they were saved from."""
    if verdict.article is None or verdict.span is None:
        return verdict.bookmark.origin.file
    return place(dossier.article_by_id[verdict.article], verdict.span.start)
