"""One actor under all its spellings: scaffold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armreader.records import Actor, Annotations


@dataclass(frozen=True, slots=True)
class MergedActors:
    """The actors of the dossier, and the annotations with their local ids replaced by those."""

    actors: tuple[Actor, ...]
    annotated: tuple[Annotations, ...]


def merge_actors(annotated: Sequence[Annotations]) -> MergedActors:
    """Join the local actors of all articles that are one person, organisation, place or role."""
    return MergedActors((), tuple(annotated))
