"""Who can speak or act, under one name, with every spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.reason import Reason
from armreader.records.spans import Span

ActorKind = Literal["person", "organisation", "place", "role"]
Gender = Literal["female", "male", "plural", "neuter", "unknown"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One place where an actor is named, and the words used there."""

    text: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can speak or act, under one canonical name, with every spelling seen and where."""

    id: str
    name: str
    kind: ActorKind
    spellings: tuple[Spelling, ...]
    gender: Gender = "unknown"
    roles: tuple[str, ...] = ()
    """Titles and offices given to the actor: "prime minister", "Kremlin spokesman"."""
    reason: Reason | None = None
    """The reason for its name, where the user gave it."""
