"""Conversions: a figure repeated in another unit belongs to the first."""

from __future__ import annotations

import re

from armreader.extraction.quantities.numbers import SCALES
from armreader.extraction.quantities.units import UNITS
from armreader.records.quantity import Figure

_CONVERTED = re.compile(
    r"[ ]?(?:\(|\[|,? or |-- (?:or )?|– |, |\\?/)[ ]?(?:about |around |some |nearly )?$"
)
_SIGN = re.compile(r"[A-Z$£€¥#]+(?= ?\d)")
_BRACKET = re.compile(r" ?[(\[]([^()\[\]]{2,90})[)\]]")
_JOINING = frozenset(("and", "to", "or", "about", "around", "some", "nearly", "us", "a", "per"))
"""Words between the numbers of a bracket."""
_SAME = 0.2
"""How far a conversion may be from the figure that it converts."""


def is_in_bracket(text: str, one: Figure, start: int) -> bool:
    """Whether a number is in a bracket after a figure that holds only conversions.

    "between 2 and 4 barrels (84 and 168 gallons/318 and 636 litres)".
    """
    if one.dimension == "count" or not one.span.end < start:
        return False
    bracket = _BRACKET.match(text, one.span.end)
    if bracket is None or start >= bracket.end():
        return False
    words = re.findall(r"[a-z]+", bracket[1].lower())
    return all(word in UNITS or word in SCALES or word in _JOINING for word in words) and any(
        UNITS[word][1] == one.dimension.split()[0] for word in words if word in UNITS
    )


def converts(text: str, one: Figure, other: Figure) -> bool:
    """Whether the second figure repeats the first in another unit: "5 miles (8 km)"."""
    gap = text[one.span.end : other.span.start]
    if len(gap) > 40 or not _CONVERTED.search(gap):
        return False
    if one.unit == other.unit and _sign(text, one) == _sign(text, other):
        return False
    opens = "(" in gap
    first, second = one.dimension.split()[0], other.dimension.split()[0]
    if first == second == "money":
        return opens
    if first != second or first == "count":
        return False
    if opens or one.dimension != other.dimension:
        return True
    pairs = ((one.low, other.low), (one.high, other.high))
    known = [(a * one.size, b * other.size) for a, b in pairs if a is not None and b is not None]
    return not known or all(abs(a - b) <= _SAME * max(a, b) for a, b in known)


def _sign(text: str, figure: Figure) -> str:
    """The currency sign of a figure: "$US" and "$" may be two currencies."""
    found = _SIGN.search(text, *figure.span)
    return found[0] if found else ""
