"""The classes of words that temporal expressions are made of, by ``words/times_*.txt``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from armreader.language import rows

Classes = Mapping[str, str]
"""Class of a word to the value it has in that class."""

_NONE: Classes = MappingProxyType({})
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2199


def classes_of(word: str, lower: str) -> Classes:
    """The classes of a token as written and in small letters; none for most words."""
    if word[0].isdecimal():
        return _digits(lower) if len(lower) <= 12 and lower.isascii() else _NONE
    found = words().get(lower, _NONE)
    return _NONE if "CAPITAL" in found and word[0].islower() else found


@cache
def words() -> Mapping[str, Classes]:
    """Every listed word, in small letters, and its classes."""
    table: dict[str, dict[str, str]] = {}
    for word, kind, value in rows("times_words"):
        table.setdefault(word, {})[kind] = value
    for word, number in rows("months"):
        table.setdefault(word, {})["MONTH"] = f"{int(number):02}"
    for word, value, kind in rows("times_numbers"):
        if kind == "ordinal":
            table.setdefault(word, {})["ORDINAL"] = value
            if int(value) > 0:
                table[word]["ORDINALDAY"] = f"{int(value):02}"
        elif kind != "article":
            table.setdefault(word, {})["NUMBER"] = value
    return table


@cache
def _digits(token: str) -> Classes:
    """The classes of a token that begins with a digit: ``5``, ``22nd``, ``1990s``, ``10:30``."""
    if token.isdecimal():
        return _whole_number(token)
    digits = token.rstrip("abcdefghijklmnopqrstuvwxyz")
    suffix = token[len(digits) :]
    if suffix:
        return _suffixed(digits, suffix)
    if ":" in token:
        return {"CLOCKTIME": token} if _is_clock(token) else _NONE
    if "/" in token:
        return _numeric_date(token, "/")
    if token.count(".") == 2:
        return _numeric_date(token, ".")
    plain = token.replace(",", "")
    if plain.count(".") <= 1 and plain.replace(".", "").isdecimal():
        return {"NUMBER": plain, **({"CLOCKTIME": token} if _is_clock(token) else {})}
    return _NONE


def _whole_number(token: str) -> Classes:
    kinds = {"NUMBER": str(int(token))}
    number = int(token)
    if 1 <= number <= 31 and len(token) <= 2:
        kinds["DAY"] = f"{number:02}"
        if number <= 24:
            kinds["HOUR"] = f"{number:02}:00"
    if len(token) == 2:
        kinds["SHORTYEAR"] = token
        if 1 <= number <= 31:
            kinds["DAYNUMBER"] = token
        if 1 <= number <= 12:
            kinds["MONTHNUMBER"] = token
    if len(token) == 4 and _EARLIEST_YEAR <= number <= _LATEST_YEAR:
        kinds["YEAR"] = token
        kinds["MILITARYTIME"] = f"{token[:2]}:{token[2:]}"
    return kinds


def _suffixed(digits: str, suffix: str) -> Classes:
    if suffix in ("st", "nd", "rd", "th") and digits.isdecimal():
        kinds = {"ORDINAL": digits}
        if 1 <= int(digits) <= 31:
            kinds["ORDINALDAY"] = f"{int(digits):02}"
        return kinds
    if suffix == "s" and digits.isdecimal() and digits.endswith("0") and len(digits) in (2, 4):
        return {"DECADE": digits[:-1]}
    if suffix in ("am", "pm") and _is_clock(digits):
        return {"HOURAMPM": digits + suffix}
    if suffix in ("hrs", "h") and _is_clock(digits):
        return {"CLOCKTIME": digits}
    return _NONE


def _is_clock(token: str) -> bool:
    hour, colon, minute = token.replace(".", ":").partition(":")
    minute = minute.split(":")[0]
    return (
        hour.isdecimal()
        and len(hour) <= 2
        and int(hour) <= 24
        and (not colon or (len(minute) == 2 and minute.isdecimal() and int(minute) < 60))
    )


def _numeric_date(token: str, mark: str) -> Classes:
    """``22/02/2024`` where only one order of day and month is possible, or fractions."""
    parts = token.split(mark)
    if mark == "/" and len(parts) == 2:
        return {"FRACTION": token} if token == "1/2" else _NONE
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or len(parts[2]) != 4:
        return _NONE
    first, second, year = (int(part) for part in parts)
    day, month = (first, second) if mark == "." or first > 12 else (second, first)
    if mark == "/" and first <= 12 and second <= 12 and first != second:
        return _NONE
    return {"NUMERICDATE": f"{year:04}-{month:02}-{day:02}"} if month <= 12 and day <= 31 else _NONE
