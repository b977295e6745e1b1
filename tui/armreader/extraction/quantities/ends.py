"""Figures of one sentence that belong together: two sides, the ends of a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from armreader.records import Span
from armreader.records.quantity import Figure

_TO = re.compile(r"(?: (?:a|per) day| daily)?( \([^()]*\))? (?:up )?(to|and) ", re.IGNORECASE)
"""What is between the ends of a range: "12 tons (13 short tons) a day to 19 tons"."""
_RANGES = re.compile(r"\b(?:range[sd]?|ranging|anywhere) (?:from|between) $", re.IGNORECASE)
_LEAD = 20
"""Characters before a range in which the word for it is."""
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)


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
        if found and _are_ends(text, found[-1], one):
            last = found[-1]
            span, role = Span(last.span.start, one.span.end), one.role or last.role
            found[-1] = replace(one, span=span, low=last.low, bound="range", role=role)
        else:
            found.append(one)
    return found


def _are_ends(text: str, one: Figure, other: Figure) -> bool:
    if one.low is None or other.high is None or one.low >= other.high or one.earlier:
        return False
    if one.bound not in ("exact", "about") or other.bound != "exact":
        return False
    if one.unit not in (other.unit, other.unit.split("/")[0]):
        return False
    joint = _TO.fullmatch(text, one.span.end, other.span.start)
    if joint is None:
        return False
    before = max(0, one.span.start - _LEAD), one.span.start
    if joint[2].lower() == "and":
        return _BETWEEN.search(text, *before) is not None
    if _RANGES.search(text, *before):
        return True
    return joint[1] is not None and not _FROM.search(text, *before)
