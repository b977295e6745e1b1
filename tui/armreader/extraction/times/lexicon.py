"""The classes of words that temporal expressions are made of, by ``language/en/times_*.txt``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from armreader.language import rows

Classes = Mapping[str, str]
"""The value that a word has in each of its classes."""

UNLISTED = frozenset((
    *("MONTH", "ORDINAL", "ORDINALDAY", "NUMBER", "DAY", "DAYNUMBER", "MONTHNUMBER", "YEAR"),
    *("SHORTYEAR", "APOSTROPHEYEAR", "FISCALYEAR", "YEARPAIR", "DECADE", "OLDDECADE", "HOUR"),
    *("HOURAMPM", "MILITARYTIME", "CLOCKTIME", "DAYCLOCK", "NUMERICDATE", "SLASHDATE"),
    *("FRACTION", "HOLIDAY"),
))  # fmt: skip
"""The classes of numbers and of months, which ``times_words.txt`` does not list."""

_NONE: Classes = MappingProxyType({})
_MOMENT = re.compile(r"(\d\d)t\d\d(?::\d\d)*(?:\.\d+)?z?")
"""The last part of 2030-05-07T10:30Z."""
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2199


def classes_of(word: str, lower: str) -> Classes:
    """The classes of a token, given as written and in lower case; most words have none."""
    if word[0].isdecimal():
        return _digits(lower) if len(lower) <= 12 and lower.isascii() else _NONE
    found = words().get(lower, _NONE)
    if found is _NONE and lower.startswith("fy") and lower[2:].isdecimal():
        return _fiscal_year(lower[2:])
    return _NONE if "CAPITAL" in found and word[0].islower() else found


@cache
def words() -> Mapping[str, Classes]:
    """Every listed word, in lower case, and its classes."""
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
    if moment := _MOMENT.fullmatch(token):
        return {"DAYCLOCK": moment[1]}
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
    if len(token) == 4 and int(token[:2]) <= 24 and int(token[2:]) < 60:
        kinds["MILITARYTIME"] = f"{token[:2]}:{token[2:]}"
    return kinds


def _suffixed(digits: str, suffix: str) -> Classes:
    if suffix in ("st", "nd", "rd", "th") and digits.isdecimal():
        kinds = {"ORDINAL": digits}
        if 1 <= int(digits) <= 31:
            kinds["ORDINALDAY"] = f"{int(digits):02}"
        return kinds
    if suffix == "s" and digits.isdecimal() and digits.endswith("0") and len(digits) == 3:
        return {"OLDDECADE": digits[:-1]}
    if suffix == "s" and digits.isdecimal() and digits.endswith("0") and len(digits) in (2, 4):
        return {"DECADE": digits[:-1]}
    if suffix in ("am", "pm") and _is_clock(digits):
        return {"HOURAMPM": digits + suffix}
    if suffix in ("hrs", "h") and _is_clock(digits):
        return {"CLOCKTIME": digits}
    return _NONE


def _fiscal_year(digits: str) -> Classes:
    """FY2028, FY29."""
    year = digits if len(digits) == 4 else f"20{digits}"
    return {"FISCALYEAR": year} if len(digits) in (2, 4) and year[:2] in ("19", "20") else _NONE


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
    """``2024/02/22``, ``22.02.2024``; for ``3/4/2024`` the whole article must show the order."""
    parts = token.split(mark)
    if not all(part.isdecimal() for part in parts):
        return _NONE
    if mark == "/" and len(parts) == 2:
        return {"FRACTION": token} if token == "1/2" else _pair_of_years(*parts)
    if len(parts) != 3:
        return _NONE
    lengths = tuple(len(part) for part in parts)
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        return _numbered_day(*parts)
    if max(lengths[:2]) > 2 or lengths[2] not in (2, 4):
        return _NONE
    if mark == "/":
        return {"SLASHDATE": token} if int(parts[0]) and int(parts[1]) else _NONE
    return _numbered_day(parts[2], parts[1], parts[0]) if lengths[2] == 4 else _NONE


def _numbered_day(year: str, month: str, day: str) -> Classes:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return _NONE
    return {"NUMERICDATE": f"{int(year):04}-{int(month):02}-{int(day):02}"}


def _pair_of_years(first: str, second: str) -> Classes:
    """2021/22: two consecutive years."""
    if len(first) != 4 or len(second) not in (2, 4) or not int(first) >= _EARLIEST_YEAR:
        return _NONE
    last = int(first) + 1
    return {"YEARPAIR": f"{first}/{last:04}"} if str(last).endswith(second) else _NONE
