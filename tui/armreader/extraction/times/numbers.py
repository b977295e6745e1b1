"""Numbers in words: ``twenty-four``, ``two hundred and ten``, ``nineteen ninety-seven``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from armreader.language import rows

_GREATEST = 10**9
_YEARS_IN_WORDS = range(2000, 2031)
"""Two thousand and five may be a year; two thousand and fifty is rather a number."""


class _Word(Protocol):
    @property
    def lower(self) -> str: ...


class Number(NamedTuple):
    """A number and the token after it."""

    end: int
    value: int
    kind: str
    """``cardinal``, ``ordinal`` or ``year``."""

    @property
    def classes(self) -> dict[str, str]:
        """The classes that the number has in the grammar."""
        if self.kind == "ordinal":
            day = {"ORDINALDAY": f"{self.value:02}"} if self.value <= 31 else {}
            return {"ORDINAL": str(self.value), **day}
        year = {"YEAR": str(self.value)} if self._may_be_year else {}
        return {"NUMBER": str(self.value), **year}

    @property
    def _may_be_year(self) -> bool:
        return self.kind == "year" or self.value in _YEARS_IN_WORDS


@cache
def number_words() -> Mapping[str, tuple[int, str]]:
    """Number words with their value and how they join others."""
    return {
        word: (int(value), kind) for word, value, kind in rows("times_numbers") if kind != "article"
    }


def spelled_number(items: Sequence[_Word], at: int) -> Number | None:
    """The number in words that begins at a token: also "a hundred", but not "a" alone."""
    first = _below_hundred(items, at)
    if first is None:
        if items[at].lower != "a" or not _scale(items, at + 1):
            return None
        first = Number(at + 1, 1, "cardinal")
    if first.kind == "ordinal":
        return first
    second = _below_hundred(items, first.end)
    if second and 10 <= first.value <= 20 and second.value >= 10 and second.kind == "cardinal":
        return Number(second.end, first.value * 100 + second.value, "year")
    return _with_scales(items, first)


def _with_scales(items: Sequence[_Word], first: Number) -> Number:
    """Hundreds, thousands and what is added to them."""
    end, total, current = first.end, 0, first.value
    while scale := _scale(items, end):
        if current * scale > _GREATEST:
            break
        current *= scale
        end += 1
        if scale >= 1000:
            total, current = total + current, 0
        joined = end + 1 if end < len(items) and items[end].lower == "and" else end
        added = _below_hundred(items, joined)
        if added and added.kind == "cardinal":
            end, current = added.end, current + added.value
    return Number(end, total + current, "cardinal")


def _scale(items: Sequence[_Word], at: int) -> int:
    """What the number word at a token multiplies by, or 0 if it does not."""
    value, kind = _word(items, at)
    return value if kind == "scale" else 0


def _below_hundred(items: Sequence[_Word], at: int) -> Number | None:
    """``seven``, ``seventeen``, ``seventy``, ``seventy-seven``, ``twenty-first``."""
    value, kind = _word(items, at)
    if kind == "ordinal" and value > 0:
        return Number(at + 1, value, "ordinal")
    if kind not in ("unit", "teen", "ten"):
        return None
    if kind == "ten":
        after = at + 2 if at + 1 < len(items) and items[at + 1].lower == "-" else at + 1
        ones, ones_kind = _word(items, after)
        if ones_kind in ("unit", "ordinal") and 0 < ones < 10:
            return Number(
                after + 1, value + ones, "ordinal" if ones_kind == "ordinal" else "cardinal"
            )
    return Number(at + 1, value, "cardinal")


def _word(items: Sequence[_Word], at: int) -> tuple[int, str]:
    return number_words().get(items[at].lower, (0, "")) if at < len(items) else (0, "")
