"""Events across sources: scaffold."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.records import Actor, Annotations, Event


def link_events(annotated: Sequence[Annotations], actors: Sequence[Actor]) -> tuple[Event, ...]:
    """The events of the dossier, each with all its mentions, ordered by date and first mention."""
    return ()
