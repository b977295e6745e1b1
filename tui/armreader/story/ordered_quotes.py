"""Quotes in an order: of the articles, of the days on which they were said, or of the speakers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from armreader.records.dates import DateRange
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.records import Quote

QuoteOrder = Literal["article", "said", "speaker"]


def ordered_quotes(dossier: Dossier, order: QuoteOrder) -> tuple[Quote, ...]:
    """All quotes of a dossier; among equals the order of the articles holds."""
    if order == "said":
        return tuple(sorted(dossier.quotes, key=lambda quote: said_key(said_by(dossier, quote))))
    if order == "speaker":
        # Not with the module, which the quotes pane needs for the first paint.
        from armreader.story.phrases import speaker_name

        return tuple(
            sorted(
                dossier.quotes,
                key=lambda q: (q.speaker is None, speaker_name(dossier, q).casefold()),
            )
        )
    return dossier.quotes


def said_by(dossier: Dossier, quote: Quote) -> DateRange | None:
    """The days on which a quote was said; if none are given, all until its publication."""
    said = dossier.said(quote)
    if said:
        return said.range
    published = dossier.article_by_id[quote.article].publication.range
    return DateRange(None, published.latest) if published and published.latest else None


def said_key(said: DateRange | None) -> tuple[date, bool, date]:
    """Sorts by the first day known; within a day, what was said by then comes last."""
    if said is None:
        return date.max, True, date.max
    first, last = said.earliest or said.latest, said.latest or said.earliest
    return first or date.max, said.earliest is None, last or date.max
