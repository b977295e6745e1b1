"""Words that somebody said, who says them, and the utterances that several sources carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.reason import Reason
from armreader.records.spans import Passage, Span

QuoteKind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The mention that names who speaks, which may be a pronoun, and the actor it stands for."""

    span: Span
    actor: str | None
    reason: Reason | None = None
    """Why this actor: the rule that led from the mention to it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody said: without their marks, in fragments where a clause breaks them."""

    id: str
    article: str
    span: Span
    fragments: tuple[Span, ...]
    kind: QuoteKind
    cue: Span | None
    speaker: Speaker | None
    reason: Reason
    wording_group: str | None = None
    printed: tuple[Span, ...] = ()
    """The fragments with the quotation marks that they stand in, where they stand in marks."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages that it was made of: the words, the cue, the mention of the speaker."""
        used = (self.span, self.cue, self.speaker and self.speaker.span)
        return tuple(Passage(self.article, *span) for span in used if span)


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """Quotes in different sources that are one utterance, in other words or another translation."""

    id: str
    quotes: tuple[str, ...]
    reason: Reason
