"""Years before the year 1, as EDTF and as people write them.

Years are astronomical, as in ISO 8601: 1 BC is 0, 2 BC is -1.
"""

from __future__ import annotations

import re

_YEARS = re.compile(r"(-?)(\d{4}|\d{3}X|\d\dXX)[~?%]?")


def years_edtf(first: int, last: int, mark: str) -> str:
    """``-1189``, ``-1189/-1184``, ``-02XX`` for a hundred years that share their first digits."""
    if last - first == 99 and last <= 0 and last % 100 == 0:
        return f"-{-last // 100:02}XX{mark}"
    if last - first == 9 and last <= 0 and last % 10 == 0:
        return f"-{-last // 10:03}X{mark}"
    ends = [f"-{-year:04}{mark}" if year < 0 else f"{year:04}{mark}" for year in (first, last)]
    return ends[0] if first == last else "/".join(ends)


def years_of(text: str) -> tuple[int, int] | None:
    """The first and last year of ``-1189``, ``-02XX``, ``0000`` or an interval that begins so."""
    ends: list[tuple[int, int]] = []
    for end in text.split("/"):
        match = _YEARS.fullmatch(end)
        if not match:
            return None
        sign, digits = (-1 if match[1] else 1), match[2]
        years = sorted(sign * int(digits.replace("X", digit)) for digit in "09")
        ends.append((years[0], years[1]))
    first, last = ends[0][0], ends[-1][1]
    return (first, last) if first <= last else None


def years_in_words(first: int, last: int) -> str:
    """``1190–1185 BC``, ``27 BC–AD 14``."""
    if last > 0:
        return f"{1 - first} BC–AD {last}"
    return f"{1 - first} BC" if first == last else f"{1 - first}–{1 - last} BC"
