"""Which events and quotes of a dossier the bookmarks of a notebook keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armreader.notes.bookmark import Bookmark
from armreader.notes.verify import Verdict, verify
from armreader.story.dossier import Dossier


def kept_ids(bookmarks: Iterable[Bookmark], dossier: Dossier) -> frozenset[str]:
    """The ids of the events and quotes that stand where the words of the bookmarks stand now."""
    verdicts = verify(bookmarks, dossier)
    return frozenset(ident for verdict in verdicts for ident in _ids(verdict, dossier))


def _ids(verdict: Verdict, dossier: Dossier) -> Iterator[str]:
    """The quote of a kept quote; of a kept sentence the events, the main ones before others."""
    if verdict.article is None or verdict.span is None:
        return
    start, end = verdict.span
    if verdict.bookmark.kind in ("direct", "mixed", "indirect"):
        for quote in dossier.quotes_by_article.get(verdict.article, ()):
            if quote.span.start < end and start < quote.span.end:
                yield quote.id
        return
    told = [
        event
        for event, mention in dossier.mentions_by_article.get(verdict.article, ())
        if start <= mention.trigger.start < end
    ]
    yield from {event.id for event in told if event.prominent} or {event.id for event in told}
