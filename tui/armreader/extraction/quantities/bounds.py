"""Bounds: the words before or after a figure that make it a minimum, a maximum or an estimate."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from armreader.language import rows
from armreader.records import Span
from armreader.records.quantity import Bound

REACH = 36
"""Characters before a figure within which a word that bounds it must end."""
_NOUN = re.compile(r"(?: (?!or\b|and\b)[\w-]+){1,3}")


@cache
def _bounds(place: str) -> re.Pattern[str]:
    words = sorted(
        (row[0] for row in rows("quantities_bounds") if row[2] == place), key=len, reverse=True
    )
    found = "|".join(map(re.escape, words))
    # "more than the 1,000 barrels", "at least “four problems”"
    return re.compile(
        rf"\b({found})(?: the| a)?[ ]?[“\"']?$" if place == "before" else rf"[ ,]+({found})\b",
        re.IGNORECASE,
    )


@cache
def _bound_of(words: str, place: str) -> Bound:
    given = next(row[1] for row in rows("quantities_bounds") if (row[0], row[2]) == (words, place))
    return cast(Bound, given)


def bound_of(text: str, start: int, end: int, within: Span) -> tuple[Bound, int]:
    """The bound given by the words before or after, and where the figure with them begins."""
    before = text[max(within.start, start - REACH) : start]
    found = _bounds("before").search(before)
    if found:
        return _bound_of(found[1].lower(), "before"), start - (len(before) - found.start())
    later = _bounds("after").match(text, end, min(within.end, end + 24))
    if later:
        return _bound_of(later[1].lower(), "after"), start
    # "5,000 barrels a day or more"
    noun = _NOUN.match(text, end, within.end)
    later = noun and _bounds("after").match(text, noun.end(), min(within.end, noun.end() + 24))
    if later and later[1].lower() not in ("at least", "at most"):
        return _bound_of(later[1].lower(), "after"), start
    return "exact", start
