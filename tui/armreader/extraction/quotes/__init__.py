"""Quotes: scaffold."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Actor, Article, Quote, Sentence


def find_quotes(
    article: Article, sentences: Sequence[Sentence], names: Sequence[Actor]
) -> tuple[tuple[Quote, ...], tuple[Actor, ...]]:
    """The quotes of the article, and the actors with those that only speak."""
    return (), tuple(names)
