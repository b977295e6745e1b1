"""Figures in a query: ``figure:>10000``, ``figure:1.5m``, ``figure:5000..20000``."""

from __future__ import annotations

import re
from math import inf

_NUMBER = r"(\d[\d,]*(?:\.\d+)?)(k|m|bn|tn)?"
_WANTED = re.compile(rf"(?P<sign>[<>]=?|=)?{_NUMBER}$", re.IGNORECASE)
_SCALES = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}


def amounts(value: str) -> tuple[float, float] | None:
    """The least and the most that ``figure:`` asks for; None if the value is not a number."""
    first, dots, last = value.partition("..")
    if dots:
        low, high = (_WANTED.match(part) for part in (first, last))
        if (first and not low) or (last and not high) or not value.strip("."):
            return None
        return _number(low) if low else -inf, _number(high) if high else inf
    match = _WANTED.match(value)
    if not match:
        return None
    number, sign = _number(match), match["sign"] or "="
    if sign == "=":
        return number, number
    step = 0.0 if sign.endswith("=") else max(number, 1.0) * 1e-9
    return (number + step, inf) if sign.startswith(">") else (-inf, number - step)


def _number(match: re.Match[str]) -> float:
    return float(match[2].replace(",", "")) * _SCALES[(match[3] or "").lower()]
