"""Bookmark: words from an article, who said them, and how to find the place again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from armreader.records import Article, Basis, Quote, QuoteKind, Span
from armreader.records.dates import DateRange
from armreader.records.ids import content_id
from armreader.story.anchors import Selector, selector_of
from armreader.story.dossier import Dossier

BookmarkKind = Literal["direct", "mixed", "indirect", "event", "stretch"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The article that the words are from, as it was known when they were saved."""

    article: str
    """The article's id."""
    sha256: str
    file: str
    url: str
    title: str
    source: str
    byline: str
    date: str
    """The publication date as EDTF, or empty."""
    basis: Basis
    """How the date is known."""

    @property
    def range(self) -> DateRange | None:
        """The days the publication date stands for."""
        return DateRange.from_edtf(self.date)


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """The event that a bookmark keeps, as it was known when it was kept."""

    label: str
    date: str
    """The days it fell on as EDTF, or empty."""
    trigger: int
    """Where the word that names it begins, counted from the start of the stretch."""


@dataclass(frozen=True, slots=True)
class Own:
    """What the user wrote in place of what was found; empty if nothing."""

    wording: str = ""
    """What the row of the chronology says."""
    date: str = ""
    """When it was, as EDTF."""
    part_of: str = ""
    """The id of the bookmark in whose row this one is a part."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the notebook; the id depends only on the article, the stretch and the event."""

    id: str
    kind: BookmarkKind
    words: str
    """The words said or the stretch; fragments of a broken quote are joined by an ellipsis."""
    speaker: str
    """Who says them, or empty."""
    selector: Selector
    origin: Origin
    comment: str = ""
    tags: tuple[str, ...] = ()
    """Without ``#``; those of the tag line and those inside the comment, each once."""
    event: KeptEvent | None = None
    """The event that is kept; None for a quote and for a stretch."""
    own: Own = Own()

    def with_comment(self, comment: str, tags: tuple[str, ...]) -> Bookmark:
        """The bookmark with the user's comment."""
        return replace(self, comment=comment, tags=tags)


def bookmark_quote(dossier: Dossier, quote_id: str) -> Bookmark:
    """The bookmark of a quote with its speaker; KeyError where there is no such quote."""
    quote = dossier.quote_by_id[quote_id]
    article = dossier.article_by_id[quote.article]
    words = " … ".join(article.text[start:end] for start, end in quote.fragments)
    return _bookmark(article, quote.span, quote.kind, words, _speaker(dossier, quote))


def bookmark_event(dossier: Dossier, event_id: str, article_id: str | None = None) -> Bookmark:
    """The bookmark of an event: the sentence that first mentions it, in this or any article."""
    event = dossier.event_by_id[event_id]
    mention = next((one for one in event.mentions if one.article == article_id), event.mentions[0])
    article = dossier.article_by_id[mention.article]
    span = _trimmed(article.text, dossier.sentences_around(article.id, mention.span))
    kept = KeptEvent(
        event.label, event.range.edtf if event.range else "", mention.trigger.start - span.start
    )
    words = article.text[span.start : span.end]
    bookmark = _bookmark(article, span, "event", words, "")
    ident = content_id("b", article.id, span.start, span.end, kept.trigger)
    return replace(bookmark, id=ident, event=kept)


def bookmark_stretch(dossier: Dossier, article_id: str, span: Span) -> Bookmark:
    """The bookmark of any stretch; inside a quote it has the quote's speaker and kind."""
    article = dossier.article_by_id[article_id]
    span = _trimmed(article.text, span)
    around = _quote_around(dossier, article_id, span)
    words = article.text[span.start : span.end]
    if around is None:
        return _bookmark(article, span, "stretch", words, "")
    if around.span == span:
        return bookmark_quote(dossier, around.id)
    return _bookmark(article, span, around.kind, words, _speaker(dossier, around))


def origin_of(article: Article) -> Origin:
    """What a bookmark remembers of an article."""
    publication = article.publication
    return Origin(
        article=article.id,
        sha256=article.sha256,
        file=article.file,
        url=article.url,
        title=article.title,
        source=article.source,
        byline=article.byline,
        date=publication.range.edtf if publication.range else "",
        basis=publication.basis,
    )


def bookmark_id(article_id: str, span: Span) -> str:
    """The id of the bookmark of a stretch: the same however the stretch was chosen."""
    return content_id("b", article_id, span.start, span.end)


def _bookmark(
    article: Article,
    span: Span,
    kind: QuoteKind | Literal["event", "stretch"],
    words: str,
    speaker: str,
) -> Bookmark:
    selector = selector_of(article.text, span)
    return Bookmark(
        bookmark_id(article.id, span), kind, words, speaker, selector, origin_of(article)
    )


def _speaker(dossier: Dossier, quote: Quote) -> str:
    """The actor's name, else the mention as it stands, else nothing."""
    actor = dossier.speaker_of(quote)
    if actor or not quote.speaker:
        return actor.name if actor else ""
    start, end = quote.speaker.span
    return dossier.article_by_id[quote.article].text[start:end]


def _quote_around(dossier: Dossier, article_id: str, span: Span) -> Quote | None:
    """The shortest quote that contains the whole stretch."""
    holding = [
        quote
        for quote in dossier.quotes_by_article.get(article_id, ())
        if quote.span.start <= span.start and span.end <= quote.span.end
    ]
    return min(holding, key=lambda quote: quote.span.end - quote.span.start, default=None)


def _trimmed(text: str, span: Span) -> Span:
    """The stretch without the blanks at its ends, unless it is all blank."""
    words = text[span.start : span.end]
    if not words.strip():
        return span
    return Span(
        span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip())
    )
