"""Selecting a stretch of text by sentences and words: steps from one span to the next."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from armreader.records.spans import Span

_WORD = re.compile(r"\w[\w’'-]*|[^\w\s]")
"""A word, or one mark beside it: so a stretch can end before the full stop."""
_NEAR = 2000
"""How far back to look for the previous word; more than any word has."""


def sentence_at(sentences: Sequence[Span], place: int) -> Span | None:
    """The sentence around a place, else the next after it, else the last."""
    at = bisect_right([one.end for one in sentences], place)
    return sentences[min(at, len(sentences) - 1)] if sentences else None


def next_sentence(sentences: Sequence[Span], stretch: Span, step: int) -> Span:
    """The whole sentence after the one that the stretch begins in, or before the stretch."""
    starts = [one.start for one in sentences]
    at = bisect_right(starts, stretch.start) if step > 0 else bisect_left(starts, stretch.start) - 1
    return sentences[at] if 0 <= at < len(sentences) else stretch


def with_end_at_sentence(sentences: Sequence[Span], stretch: Span, step: int) -> Span:
    """The stretch up to the end of the next sentence, or back to the end of one before."""
    ends = [one.end for one in sentences]
    at = bisect_right(ends, stretch.end) if step > 0 else bisect_left(ends, stretch.end) - 1
    if not 0 <= at < len(ends) or ends[at] <= stretch.start:
        return stretch
    return Span(stretch.start, ends[at])


def with_end_at_word(text: str, stretch: Span, step: int) -> Span:
    """The stretch with one word more or less at its end; at least one is left."""
    if step > 0:
        found = _WORD.search(text, stretch.end)
        return Span(stretch.start, found.end()) if found else stretch
    ends = [one.end() for one in _words_before(text, stretch.end) if one.start() >= stretch.start]
    return Span(stretch.start, ends[-2]) if len(ends) > 1 else stretch


def with_start_at_word(text: str, stretch: Span, step: int) -> Span:
    """The stretch with one word less (1) or more (-1) at its start; at least one is left."""
    if step > 0:
        first = _WORD.search(text, stretch.start, stretch.end)
        found = _WORD.search(text, first.end(), stretch.end) if first else None
        return Span(found.start(), stretch.end) if found else stretch
    before = _words_before(text, stretch.start)
    return Span(before[-1].start(), stretch.end) if before else stretch


def _words_before(text: str, place: int) -> list[re.Match[str]]:
    """Some words that end at a place or before it, the nearest last."""
    start = max(0, place - _NEAR)
    if start:
        # Not from the middle of a word.
        blank = re.compile(r"\s").search(text, start, place)
        start = blank.end() if blank else start
    return list(_WORD.finditer(text, start, place))
