"""Disagreements: scaffold."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Annotations, Disagreement, Event, Quote, WordingGroup


def find_disagreements(
    annotated: Sequence[Annotations],
    events: Sequence[Event],
    wordings: Sequence[WordingGroup],
    quotes: Sequence[Quote],
) -> tuple[Disagreement, ...]:
    """Where the sources of one event or utterance cannot all be right."""
    return ()
