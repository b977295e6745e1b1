"""Wordings: scaffold."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Actor, Annotations, Quote, WordingGroup


def group_wordings(
    annotated: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[tuple[Quote, ...], tuple[WordingGroup, ...]]:
    """All quotes, each with its wording group, and the groups."""
    return tuple(quote for one in annotated for quote in one.quotes), ()
