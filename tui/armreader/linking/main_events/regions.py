"""Regions: the states and provinces that a clause names. What was in one was not in another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from armreader.language import rows
from armreader.records import Span

_NONE: frozenset[str] = frozenset()


def regions_of(text: str) -> Callable[[Span], frozenset[str]]:
    """What says which regions a stretch of the text names, by their full names."""
    found = [(match.start(), match.group()) for match in _names().finditer(text)]
    starts = [start for start, _ in found]

    def inside(span: Span) -> frozenset[str]:
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return frozenset(name for _, name in found[low:high]) if low < high else _NONE

    return inside


@cache
def _names() -> re.Pattern[str]:
    """Longer names first, so that "West Virginia" names no Virginia."""
    names = sorted((name for name, *_ in rows("regions")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
