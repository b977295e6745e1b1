"""The value of a figure as printed: one number, a range, or an old and a new number."""

from __future__ import annotations

import re
from typing import NamedTuple

from armreader.extraction.quantities.numbers import number, scale
from armreader.language import entries
from armreader.records import Span

_LEAD = 60
"""Characters before "from 11 to 14" in which to look for a word of change."""
ADJECTIVE = re.compile(
    r"[ -](?:deep|long|wide|high|tall|thick|below|beneath|above|away|off|from)\b"
)
"""Adjectives that make "a mile", or the metres of "1.5 m", a measure."""


class Value(NamedTuple):
    low: float
    high: float
    start: int
    end: int
    unit: str
    """The spelling of the unit in lower case; empty for a count."""
    is_range: bool
    rest: int
    """Where a second number that is not the end of a range starts; -1 where there is none."""
    reads: int
    """How far its words are read: those of "from 11 to 14 miners" go with 11, too."""
    is_first: bool = False
    """Whether it is the old value: the 11 of "from 11 to 14"."""


def value_of(text: str, within: Span, match: re.Match[str]) -> Value | None:
    """The number of a match, or its range, and the words of its unit."""
    start, end = match.span()
    low = high = number(match["a"]) * scale(match["ascale"])
    if _is_metres(text, match):
        return Value(low / 1e6, low / 1e6, start, end, "m", False, -1, end)
    name = (match["unit"] if match["b"] else match["aunit"] or match["unit"]) or ""
    name = (name or match["aunit"] or "").lower()
    if match["aunit"] and not match["b"]:
        end = match.end("aunit")  # the "in" of "4 inches in diameter" is not a unit
        if name == "in" and text[end - 3].isspace():  # nor that of "$4m in May"
            name, end = "", max(match.end("a"), match.end("ascale"))
    if text[end : end + 1].isalpha() or _is_title(match):
        return None
    if match["b"] is None:
        return Value(low, high, start, end, name, False, -1, end)
    between = text[max(within.start, start - 8) : start].lower() == "between "
    moves = _moves(text, within, match)
    if moves or not _is_range(match, between):
        reads = end
        end = max(match.end(part) for part in ("a", "ascale", "aunit"))
        rest = match.start("bcur") if match["bcur"] else match.start("b")
        name = (match["aunit"] or (match["unit"] if moves else "") or "").lower()
        return Value(low, low, start, end, name, False, rest, reads if moves else end, moves)
    factor = scale(match["bscale"])
    high = number(match["b"]) * factor
    if not match["ascale"] and low < high / 50:
        low *= factor
    if low * 100 < high and low < 100 and "," in match["b"]:  # 7-10,000
        low *= 1000
    if high <= low:
        return None
    if between:
        start -= len("between ")
    return Value(low, high, start, end, name, True, -1, end)


def _moves(text: str, within: Span, match: re.Match[str]) -> bool:
    """Whether a figure moved from the first to the second: "rose from 11 to 14"."""
    if match["to"].strip().lower() != "to":
        return False
    before = text[max(within.start, match.start() - _LEAD) : match.start()].lower()
    if not before.endswith("from "):
        return False
    return not entries("quantities_moving").isdisjoint(before.replace(",", " ").split())


def _is_title(match: re.Match[str]) -> bool:
    """Whether number and unit are a name: "Three Mile Island"."""
    unit = match["aunit"] or match["unit"]
    return bool(unit and match["a"][:1].isupper() and unit[0].isupper() and len(unit) > 2)


def _is_range(match: re.Match[str], between: bool) -> bool:
    joint = match["to"].strip().lower()
    if match["bcur"] and not match["cur"]:
        return False
    if joint == "or":  # "two or three leaks"; "11 or 12,000" is no range
        return match["aunit"] is None and not match["cur"]
    return joint != "and" or between


def _is_metres(text: str, match: re.Match[str]) -> bool:
    """Whether the "m" after a number is metres: "1.5 m (5 feet) high", not "9.5 m litres"."""
    if (match["ascale"] or "").strip().lower() != "m" or match["cur"] or match["b"]:
        return False
    if match["unit"] or match["aunit"]:
        return False
    end = match.end()
    return not (text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()) or bool(
        ADJECTIVE.match(text, end)
    )
