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
    """The words that name the speaker."""
    actor: str | None
    """The actor's id; None where nobody is known."""
    reason: Reason | None = None
    """Why this actor: the rule that led from the mention to it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody said: without their marks, in fragments where a clause breaks them."""

    id: str
    """Made from content."""
    article: str
    """The article's id."""
    span: Span
    """From the first word said to the last."""
    fragments: tuple[Span, ...]
    """The words said, without what interrupts them."""
    kind: QuoteKind
    """Direct, mixed or indirect."""
    cue: Span | None
    """The word of saying, such as “said”; None where there is none."""
    speaker: Speaker | None
    """Who says it; None where nobody is named."""
    reason: Reason
    """The rule behind it, with its passages."""
    wording_group: str | None = None
    """The id of its wording group; None where no other source has it."""
    printed: tuple[Span, ...] = ()
    """The words said as printed: with their quotation marks, without a verb that opens them."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages that it was made of: the words, the cue, the mention of the speaker."""
        used = (self.span, self.cue, self.speaker and self.speaker.span)
        return tuple(Passage(self.article, *span) for span in used if span)


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """Quotes in different sources that are one utterance, in other words or another translation."""

    id: str
    """Made from content."""
    quotes: tuple[str, ...]
    """The ids of the quotes."""
    reason: Reason
    """Why they are one utterance."""
