"""Event mentions: scaffold."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Actor, Article, EventMention, Quote, Sentence, TimeExpression


def find_event_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
) -> tuple[EventMention, ...]:
    """The clauses that report something that happened, is planned, denied or only possible."""
    return ()
