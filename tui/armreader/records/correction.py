"""Correction: the record of what the user corrected, apart from those of what is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

CorrectionKind = Literal[
    "date", "source", "speaker", "name", "join", "split", "same", "different",
    "call", "when", "hide", "furniture", "agree", "part", "gather",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the record of an id was, so that it can be found again in a file that was edited."""

    id: str
    """Of an article, a quote or a place, as it is written in the correction."""
    file: str
    url: str
    title: str
    stretches: tuple[tuple[str, str, str, int], ...]
    """Each with what stood before and after it, and its offset: a W3C TextQuoteSelector and where
    it began. For an article these are its first words, for a quote its fragments."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the user corrected; it wins over whatever was found."""

    kind: CorrectionKind
    subject: str
    """The id of an article (date, source) or quote (speaker, same, different, hide), or a place
    (every other kind): ``article-id@start`` of the words that name an actor or an event, of a
    passage, of a figure or of a side of a disagreement."""
    value: str = ""
    """The date, the name, the other quote or place, the other places, or where a passage ends."""
    whereabouts: tuple[Whereabouts, ...] = field(default=(), compare=False)
    """For each id in it, where its record was when the correction was made."""
