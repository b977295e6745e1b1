"""Temporal expressions: scaffold, replaced by the tagger."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Article, Sentence, TimeExpression


def find_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """Every temporal expression of the article, its value not yet resolved."""
    return ()
