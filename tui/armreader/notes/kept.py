"""Which event or quote of a dossier a bookmark keeps: the one where its words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.notes.verify import Verdict
    from armreader.records import Event, Quote
    from armreader.story.dossier import Dossier

QUOTES = ("direct", "mixed", "indirect")


def quote_of(verdict: Verdict, dossier: Dossier) -> Quote | None:
    """The quote of a bookmark that has one; of a part of a quote, the quote around it."""
    if verdict.bookmark.kind not in QUOTES or verdict.article is None or verdict.span is None:
        return None
    start, end = verdict.span
    touching = [
        quote
        for quote in dossier.quotes_by_article.get(verdict.article, ())
        if quote.span.start < end and start < quote.span.end
    ]
    return min(touching, key=lambda one: abs(one.span.start - start) + abs(one.span.end - end),
               default=None)  # fmt: skip


def event_of(verdict: Verdict, dossier: Dossier) -> Event | None:
    """The event that a bookmark keeps, where the dossier still has it.

    It is the one whose naming word is where it was in the sentence, else the one of the same
    label there; of a bookmark that names no event, the first of the sentence, a main one if it can.
    """
    bookmark = verdict.bookmark
    if bookmark.kind != "event" or verdict.article is None or verdict.span is None:
        return None
    start, end = verdict.span
    candidates = [
        (event, mention.trigger.start - start)
        for event, mention in dossier.mentions_by_article.get(verdict.article, ())
        if start <= mention.trigger.start < end
    ]
    kept = bookmark.event
    if kept is None:
        return next(
            (event for event, _ in candidates if event.prominent),
            candidates[0][0] if candidates else None,
        )
    exact = (event for event, offset in candidates if offset == kept.trigger)
    named = (event for event, _ in candidates if event.label == kept.label)
    return next(exact, None) or next(named, None)
