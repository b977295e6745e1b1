"""Names: scaffold."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Actor, Article, Sentence


def find_actors(article: Article, sentences: Sequence[Sentence]) -> tuple[Actor, ...]:
    """The persons, organisations and places that the article names, with every mention of each."""
    return ()
