"""The panes as printed tables: articles, timeline and quotes of a dossier."""

from __future__ import annotations

from collections.abc import Iterable

from armreader.cli.table import Table
from armreader.records import Article, Event, Publication, Quote
from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier

CARRIED, SILENT = "●", "·"
"""One mark a source, in the order of the articles: it mentions the event, or it does not."""


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
            article.file,
        )
        for number, article in enumerate(dossier.articles, 1)
    )
    columns = ("no", "published", "known", "source", "title", "quotes", "events", "file")
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


def date_text(range_: DateRange | None) -> str:
    """A date as EDTF, or ``undated``."""
    return range_.edtf if range_ else "undated"


def publication_text(publication: Publication) -> str:
    """A publication date and how it is known: ``2024-02-23 (stated)``."""
    return f"{date_text(publication.range)} ({publication.basis})"


def source_marks(dossier: Dossier, event: Event) -> str:
    """A dot for each article, filled where it mentions the event."""
    carrying = set(event.articles)
    return "".join(CARRIED if one.id in carrying else SILENT for one in dossier.articles)


def speaker_name(dossier: Dossier, quote: Quote) -> str:
    """Who speaks: the actor's name, else the mention as it stands, else a question mark."""
    if quote.speaker is None:
        return "?"
    actor = dossier.speaker_of(quote)
    start, end = quote.speaker.span
    return actor.name if actor else dossier.article_by_id[quote.article].text[start:end]


def quote_words(dossier: Dossier, quote: Quote) -> str:
    """The words said, its fragments joined by an ellipsis."""
    text = dossier.article_by_id[quote.article].text
    return " … ".join(text[start:end] for start, end in quote.fragments)


def place(article: Article, offset: int) -> str:
    """``file:line`` of a position; lines count from 1 in the article's text."""
    return f"{article.file}:{article.text.count(chr(10), 0, offset) + 1}"


def _status(event: Event) -> str:
    """The status of the event where all its mentions share one, else each that occurs."""
    return "/".join(dict.fromkeys(mention.status for mention in event.mentions))
