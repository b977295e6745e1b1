"""W3C Web Annotation selectors, and finding a stretch again in a text that has changed.

TextQuoteSelector and TextPositionSelector: https://www.w3.org/TR/annotation-model/#selectors.
The weights of a candidate are those of the Hypothesis client (``match-quote.ts``): the quote 50,
the context before and after 20 each, nearness to the old position 2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from armreader.records import Span

CONTEXT = 32
"""Code points kept before and after, as Hypothesis keeps."""
Match = Literal["position", "exact", "fuzzy"]

_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2
_MOST_ERRORS = 256
_SHORT = 12
"""Code points; shorter ones are found only unchanged, since half of them would match anywhere, and
away from their old place only where the context fits too."""
_LEAST, _LEAST_SHORT = 0.5, 0.8
"""The scores that a similar stretch and the exact place of short words must reach."""
_WINDOWS = 8
_NEAREST = 64
"""How many places of very frequent words are weighed."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Selector:
    """A TextQuoteSelector and a TextPositionSelector of one stretch; code points, half-open."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a selector's words stand in a text, and how they were found."""

    span: Span
    match: Match
    score: float
    """From 0 to 1, by Hypothesis' weights."""


def selector_of(text: str, span: Span) -> Selector:
    """The selectors of a stretch of a text."""
    start, end = span
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def find(selector: Selector, text: str) -> Anchor | None:
    """The stretch at its old position, else the best exact place, else the best similar one."""
    if not selector.exact:
        return None
    if text[selector.start : selector.end] == selector.exact:
        return Anchor(Span(selector.start, selector.end), "position", 1.0)
    return find_exact(selector, text) or _best(selector, text, "fuzzy", _similar(selector, text))


def find_exact(selector: Selector, text: str) -> Anchor | None:
    """The place of the exact words whose surroundings fit best."""
    return _best(selector, text, "exact", _occurrences(selector, text))


def _best(
    selector: Selector, text: str, match: Match, found: Iterator[tuple[Span, int]]
) -> Anchor | None:
    anchors = [Anchor(span, match, _score(selector, text, span, errors)) for span, errors in found]
    best = max(anchors, key=lambda anchor: (anchor.score, -anchor.span.start), default=None)
    least = _LEAST_SHORT if len(selector.exact) < _SHORT else _LEAST
    return best if best and best.score >= least else None


def _score(selector: Selector, text: str, span: Span, errors: int) -> float:
    """The weighted similarity of a candidate that differs from the words in this many letters."""
    before = text[max(0, span.start - len(selector.prefix)) : span.start]
    after = text[span.end : span.end + len(selector.suffix)]
    position = 1 - abs(span.start - selector.start) / max(len(text), selector.start, 1)
    return (
        _QUOTE * (1 - errors / len(selector.exact))
        + _PREFIX * _context_likeness(selector.prefix, before)
        + _SUFFIX * _context_likeness(selector.suffix, after)
        + _POSITION * position
    ) / (_QUOTE + _PREFIX + _SUFFIX + _POSITION)


def _context_likeness(kept: str, found: str) -> float:
    if not kept or kept == found:
        return 1.0
    return 1 - min(errors for _, errors in _error_counts(kept, found)) / len(kept)


def _occurrences(selector: Selector, text: str) -> Iterator[tuple[Span, int]]:
    """Where the exact words are: with all of their context, else nearest to the old place."""
    words = selector.exact
    whole = text.find(selector.prefix + words + selector.suffix)
    if whole >= 0:
        starts = [whole + len(selector.prefix)]
    else:
        starts = [match.start() for match in re.finditer(re.escape(words), text)]
        starts.sort(key=lambda start: (abs(start - selector.start), start))
    for start in starts[:_NEAREST]:
        yield Span(start, start + len(words)), 0


def _similar(selector: Selector, text: str) -> Iterator[tuple[Span, int]]:
    """The nearest stretch of each promising window, with at most half of the letters different."""
    exact = selector.exact
    if len(exact) < _SHORT:
        return
    most = min(_MOST_ERRORS, len(exact) // 2)
    for start, end in _windows(exact, text):
        window = text[start:end]
        last, errors = min(_error_counts(exact, window), key=lambda count: (count[1], count[0]))
        if errors > most:
            continue
        head = window[:last][::-1]
        length = min(_error_counts(exact[::-1], head), key=lambda count: (count[1], -count[0]))[0]
        span = _whole_words(text, Span(start + last - length, start + last))
        yield span, errors


def _windows(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Stretches twice as long as the words that have many of them in roughly their order."""
    width = len(words)
    votes: Counter[int] = Counter()
    offsets = {match.group().casefold(): match.start() for match in _WORD.finditer(words)}
    for match in _WORD.finditer(text):
        offset = offsets.get(match.group().casefold())
        if offset is not None:
            votes[max(0, match.start() - offset) // width] += 1
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    for bucket, _ in ranked[:_WINDOWS]:
        start = max(0, bucket * width - width // 2)
        yield start, min(len(text), start + 3 * width)


def _whole_words(text: str, span: Span) -> Span:
    """The stretch widened to the ends of the words that it cuts."""
    start, end = span
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _error_counts(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """For each end in the text the fewest edits from the pattern to some stretch that ends there.

    Myers, "A fast bit-vector algorithm for approximate string matching" (1999), on big integers.
    """
    masks: dict[str, int] = {}
    for index, letter in enumerate(pattern):
        masks[letter] = masks.get(letter, 0) | 1 << index
    ones = (1 << len(pattern)) - 1
    top = 1 << (len(pattern) - 1)
    plus, minus, errors = ones, 0, len(pattern)
    yield 0, errors
    for end, letter in enumerate(text, 1):
        equal = masks.get(letter, 0)
        vertical = equal | minus
        diagonal = (((equal & plus) + plus) ^ plus) | equal
        up = minus | ~(diagonal | plus) & ones
        down = plus & diagonal
        errors += bool(up & top) - bool(down & top)
        up, down = up << 1 & ones, down << 1 & ones
        plus = down | ~(vertical | up) & ones
        minus = up & vertical
        yield end, errors
