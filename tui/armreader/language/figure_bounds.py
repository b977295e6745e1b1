"""Words before a figure that bound it: "up to 300", "nearly 40"."""

from __future__ import annotations

from functools import cache

from armreader.language import rows


@cache
def bounds_before() -> tuple[tuple[str, ...], ...]:
    """The bounds that come before a figure, word by word, the longest first."""
    found = {tuple(row[0].split()) for row in rows("quantities_bounds") if row[2] == "before"}
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


@cache
def comparing_bounds() -> tuple[tuple[str, ...], ...]:
    """Those that look like a comparison or a direction: "more than", "as many as", "about"."""
    like = (("up", "to"), ("about",), ("around",))
    return tuple(one for one in bounds_before() if one[-1] in ("than", "as") or one in like)


def bound_from(words: list[str], figure: int) -> int:
    """Where the bound of a figure begins; the figure itself where it has none."""
    for bound in bounds_before():
        first = figure - len(bound)
        if first >= 0 and tuple(words[first:figure]) == bound:
            return first
    return figure
