"""Drafts: quotes in the making, and what they leave free in a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.grammar import is_word
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.rules import QuoteRule
from armreader.extraction.quotes.verbs import verb_forms
from armreader.records import QuoteKind, Span


@dataclass(slots=True, eq=False, repr=False)
class Draft:
    """A quote in the making; ``source`` is the sentence and tokens that name its speaker."""

    sentence: int
    fragments: list[Span]
    kind: QuoteKind
    rule: QuoteRule
    cue: Span | None = None
    source: tuple[int, Range] | None = None
    follows: Draft | None = None
    """The draft whose speaker it shares, where nothing names its own."""
    nobody: bool = False
    """Whether the text leaves out who spoke."""
    label: Span | None = None
    """The name that opens a turn of a transcript."""
    verb_end: int = 0
    """Where the words said begin, after a verb that the first fragment shows with them."""


def is_somebodys(draft: Draft) -> bool:
    """Whether words are in marks, or their speaker is known."""
    return draft.kind != "indirect" or draft.nobody or bool(draft.source or draft.follows)


def goes_on_after_colon(sentence: Blanked, colon: int, full: Sequence[Draft]) -> bool:
    """Whether words in marks go on with a clause that is said: ``said it sank: “We saw it.”``"""
    if not full or full[-1].rule != "quote-after-verb" or full[-1].verb_end:
        return False
    announced = sentence.lowers[colon - 1] in verb_forms()
    return full[-1].fragments[-1].end == sentence.ends[colon - 1] and not announced


def free_runs(sentence: Blanked, full: Sequence[Draft]) -> list[int]:
    """The runs that no attribution of the sentence holds."""
    if not sentence.runs:
        return []
    held = sorted(fragment for draft in full for fragment in draft.fragments)
    free = []
    for at, run in sorted(sentence.runs.items()):
        before = bisect_right(held, (run.inner_start, run.end)) - 1
        if before < 0 or held[before].end < run.inner_end:
            free.append(at)
    return free


def count_words(sentence: Blanked) -> int:
    """How many tokens of a sentence are words or runs."""
    return sum(lower == RUN or is_word(lower) for lower in sentence.lowers)
