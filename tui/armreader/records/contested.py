"""What somebody denies, rejects or calls into question, as one sentence reports it."""

from __future__ import annotations

from dataclasses import dataclass

from armreader.records.spans import Span


@dataclass(frozen=True, slots=True)
class Contested:
    """A claim, and the words that contest it."""

    claim: Span
    """"the firm had been slow" of "He denied that the firm had been slow"."""
    denial: Span
    """"He denied"."""
    lemmas: tuple[str, ...]
    """Of the verbs of the claim."""
