"""Regions: the states and provinces that a clause names. What was in one was not in another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from armreader.language import mapping, rows
from armreader.linking.terms import state_of
from armreader.records import Span

_NONE: frozenset[str] = frozenset()


def regions_of(text: str) -> Callable[[Span], frozenset[str]]:
    """What says which regions a stretch of the text names, each by its full name."""
    found = [(match.start(), state_of(match.group())) for match in _names().finditer(text)]
    starts = [start for start, _ in found]

    def inside(span: Span) -> frozenset[str]:
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return frozenset(name for _, name in found[low:high]) if low < high else _NONE

    return inside


def regions_in(text: str, span: Span) -> frozenset[str]:
    """Which regions one stretch of a text names."""
    return frozenset(state_of(match.group()) for match in _names().finditer(text, *span))


@cache
def _names() -> re.Pattern[str]:
    """Longer names first, so that "West Virginia" names no Virginia; "D-Ohio" is of a person."""
    names = sorted((name for name, *_ in rows("regions")), key=len, reverse=True)
    short = (_abbreviated(state) for state in mapping("abbreviated_states"))
    full, cut = ("|".join(map(re.escape, words)) for words in (names, short))
    # The capital is looked for first: most places in a text begin no name.
    return re.compile(rf"(?=[A-Z])(?<![\w-])(?:(?:{full})\b|(?:{cut})(?=\.))")


def _abbreviated(state: str) -> str:
    """As agencies write it: "Calif", "N.C", "W.Va"."""
    return ".".join(part.capitalize() for part in state.split("."))
