"""Fragments: the spans of what was said, and how much of it is in marks."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.phrases import Range
from armreader.records import QuoteKind, Span

_JOINTS = frozenset((",", "and", "…", "...", "—", "–", "--", "but", "or", "."))


def inner_span(sentence: Blanked, at: int) -> Span:
    """The words of a run without its marks, and without a comma that only joins it."""
    run = sentence.runs[at]
    return Span(run.inner_start, run.inner_end)


def _is_headline_word(sentence: Blanked, at: int) -> bool:
    """Whether a run is one word in single marks, which headlines use for somebody else's word."""
    run = sentence.runs[at]
    return run.single and not any(
        c.isspace() for c in sentence.text[run.inner_start : run.inner_end]
    )


def fragments_of(sentence: Blanked, contents: Sequence[Range]) -> tuple[list[Span], QuoteKind]:
    """The spans of what was said, and whether all, part or nothing of it is in marks."""
    fragments: list[Span] = []
    runs = words = 0
    for start, end in contents:
        tokens = range(start, end)
        inside = [at for at in tokens if at in sentence.runs]
        runs += sum(not _is_headline_word(sentence, at) for at in inside)
        if inside and all(at in sentence.runs or sentence.lowers[at] in _JOINTS for at in tokens):
            fragments += [inner_span(sentence, at) for at in inside]
        else:
            words += 1
            fragments.append(Span(sentence.starts[start], sentence.ends[end - 1]))
    kind: QuoteKind = "direct" if runs and not words else "mixed" if runs else "indirect"
    return fragments, kind
