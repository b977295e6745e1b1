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
    """The name as printed here."""
    article: str
    """The article's id."""
    span: Span
    """Where it is in the article's text."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can speak or act, under one canonical name, with every spelling seen and where."""

    id: str
    """Made from content."""
    name: str
    """The canonical name."""
    kind: ActorKind
    """Person, organisation, place or role."""
    spellings: tuple[Spelling, ...]
    """Every place where the actor is named."""
    gender: Gender = "unknown"
    """As the texts show it."""
    roles: tuple[str, ...] = ()
    """Titles and offices given to the actor: "prime minister", "Kremlin spokesman"."""
    reason: Reason | None = None
    """The reason for its name, where the user gave it."""
