"""The panes as printed tables: articles, timeline, quotes, people and coverage of a dossier."""

from __future__ import annotations

from collections.abc import Iterable

from armreader.cli.table import Table
from armreader.records import Event, Quote
from armreader.story.coverage import CoverageOrder, coverage
from armreader.story.dossier import Dossier
from armreader.story.people import people, spellings
from armreader.story.phrases import (
    CARRIED,
    SILENT,
    date_text,
    place,
    quote_words,
    source_marks,
    speaker_name,
)
from armreader.story.sources import repeated_words


def articles_table(dossier: Dossier) -> Table:
    """The articles in reading order, with the date of each and how it is known."""
    rows = tuple(
        (
            str(number),
            date_text(article.publication.range),
            article.publication.basis,
            article.source,
            article.title,
            str(len(dossier.quotes_by_article.get(article.id, ()))),
            str(len(dossier.events_by_article.get(article.id, ()))),
            repeated_words(dossier, article),
            article.file,
        )
        for number, article in enumerate(dossier.articles, 1)
    )
    columns = ("no", "published", "known", "source", "title", "quotes", "events", "repeats", "file")
    return Table(columns, rows, flexible=4)


def timeline_table(dossier: Dossier, events: Iterable[Event]) -> Table:
    """The events, in the order given, and which sources mention each."""
    rows = tuple(
        (
            date_text(event.range),
            source_marks(dossier, event),
            event.label,
            _status(event),
            event.id,
        )
        for event in events
    )
    return Table(("date", "sources", "event", "status", "id"), rows, flexible=2)


def quotes_table(dossier: Dossier, quotes: Iterable[Quote]) -> Table:
    """The quotes in the order given: when it was said and printed, who, what, and where."""
    rows = tuple(
        (
            said.range.edtf if (said := dossier.said(quote)) else "",
            date_text(dossier.article_by_id[quote.article].publication.range),
            speaker_name(dossier, quote),
            quote.kind,
            quote_words(dossier, quote),
            "≈" if quote.wording_group else "",
            place(dossier.article_by_id[quote.article], quote.span.start),
            quote.id,
        )
        for quote in quotes
    )
    columns = ("said", "published", "speaker", "kind", "words", "≈", "place", "id")
    return Table(columns, rows, flexible=4)


def people_table(dossier: Dossier) -> Table:
    """The people for print."""
    rows = []
    for row in people(dossier):
        actor = dossier.actor_by_id[row.actor]
        spelled = ", ".join(f"{text} {count}" for text, count in spellings(actor))
        rows.append(
            (
                actor.name,
                "; ".join(actor.roles),
                str(len(row.quotes)),
                str(len(row.sources)),
                date_text(row.first) if row.quotes else "",
                date_text(row.last) if row.quotes else "",
                spelled,
                actor.id,
            )
        )
    columns = ("name", "roles", "quotes", "sources", "first", "last", "spellings", "id")
    return Table(columns, tuple(rows), flexible=6)


def coverage_table(
    dossier: Dossier, order: CoverageOrder = "time", events: Iterable[Event] | None = None
) -> Table:
    """The matrix for print: a digit for the mentions of each cell, a dot for a gap."""
    matrix = coverage(dossier, order, events)
    columns = range(len(matrix.columns))
    rows = tuple(
        (
            date_text(dossier.event_by_id[row.event].range),
            "".join(count_mark(row.cells.get(column, 0)) for column in columns),
            f"{row.sources}/{len(columns)}",
            dossier.event_by_id[row.event].label,
            row.event,
        )
        for row in matrix.rows
    )
    return Table(("date", "mentions", "sources", "event", "id"), rows, flexible=3)


def _status(event: Event) -> str:
    """The status of the event where all its mentions share one, else each that occurs."""
    return "/".join(dict.fromkeys(mention.status for mention in event.mentions))


def count_mark(count: int) -> str:
    """How often a source mentions an event, in one cell."""
    if count > 9:
        return CARRIED
    return str(count) if count else SILENT
