"""Figures of one sentence that belong together: two sides, the ends of a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from armreader.records import Span
from armreader.records.quantity import Figure

_TO = re.compile(r"(?: (?:a|per) day| daily)?(?: \([^()]*\))? (?:up )?to ", re.IGNORECASE)
"""What is between the ends of a range: "12 tons (13 short tons) a day to 19 tons"."""
_RANGES = re.compile(r"\b(?:range[sd]?|ranging|anywhere) (?:from|between) $", re.IGNORECASE)


def joined_sides(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Two lengths joined by "by" as what they are: "45 miles by 105 miles" is wide and long."""
    found = list(figures)
    for n, (one, other) in enumerate(pairwise(figures)):
        joint = text[one.span.end : other.span.start].strip("- ").lower()
        if joint == "by" and one.dimension == other.dimension == "length":
            wide = (one.low or one.high or 0) < (other.low or other.high or 0)
            found[n] = replace(one, role="width" if wide else "length")
            found[n + 1] = replace(other, role="length" if wide else "width")
    return found


def joined_ends(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The two ends of a range with conversions between them as one figure."""
    found: list[Figure] = []
    for one in figures:
        last = found[-1] if found else one
        low, high = last.low, one.high
        if (
            found
            and low is not None
            and high is not None
            and last.bound == one.bound == "exact"
            and last.unit in (one.unit, one.unit.split("/")[0])
            and low < high
            and not last.earlier
            and _TO.fullmatch(text, last.span.end, one.span.start)
            and _RANGES.search(text, max(0, last.span.start - 20), last.span.start)
        ):
            span = Span(last.span.start, one.span.end)
            role = one.role or last.role
            found[-1] = replace(one, span=span, low=low, high=high, bound="range", role=role)
        else:
            found.append(one)
    return found
