"""The scanner: a sentence to tokens with the classes that the grammar knows them by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from armreader.extraction.times.lexicon import Classes, classes_of, number_words, words
from armreader.records import Span
from armreader.words import rows

_TOKEN = re.compile(
    r"[ap]\.m\.?(?![^\W_])|b\.c\.?(?![^\W_])"
    r"|[^\W_]++(?:(?<=\d)[:/.,](?=\d)[^\W_]++)*+"
    r"|['’][sS](?![^\W_])"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d{4}|\d[\dap]?[mM]|\d:\d|['’]\d\d|\d0s")
_HYPHENS = "-‐‑–"
_LONGEST_WORD = 24


class Item(NamedTuple):
    """A token, or several number words taken as one."""

    start: int
    end: int
    lower: str
    word: str
    classes: Classes


def may_tell_time(stretch: str) -> bool:
    """Whether a stretch holds any word that a temporal expression needs; cheap."""
    return not _heads().isdisjoint(_WORD.findall(stretch.lower())) or bool(_DIGITS.search(stretch))


_STRONG = frozenset(
    {
        *("WEEKDAY", "WEEKDAYS", "MONTH", "PART", "HOURNAME", "SEASON", "AUTUMN", "UNIT", "UNITS"),
        *("SHORTUNIT", "SHORTUNITS", "DEICTIC", "TONIGHT", "ADVERBSET", "DECADENAME", "BC", "AMPM"),
        "NUMBER",
    }
)


@cache
def _heads() -> frozenset[str]:
    """Words without which no pattern matches: every listed word but the commonest small ones."""
    found = {word for word, kinds in words().items() if not _STRONG.isdisjoint(kinds)}
    for table in ("times_references", "times_holidays"):
        found |= {max(split_words(row[0]), key=len) for row in rows(table)}
    return frozenset(found | {"period", "fiscal", "clock"})


def scan(text: str, span: Span) -> list[Item]:
    """The tokens of a stretch with their classes, number words joined."""
    return list(_join_numbers(_tokens(text, span)))


def split_words(phrase: str) -> list[str]:
    """A phrase of a word table as the tokens of a text."""
    return [match.group() for match in _TOKEN.finditer(phrase)]


def _tokens(text: str, span: Span) -> list[Item]:
    items = []
    for match in _TOKEN.finditer(text, *span):
        word = match.group()
        start, end = match.span()
        if len(word) == 1 and word in _HYPHENS:
            glued = start > span.start and end < span.end
            glued = glued and not text[start - 1].isspace() and not text[end].isspace()
            word = lower = "-" if glued else "–"
        else:
            lower = word.lower().replace("’", "'") if len(word) <= _LONGEST_WORD else ""
        items.append(Item(start, end, lower, word, classes_of(word, lower) if lower else _EMPTY))
    return items


_EMPTY: Classes = {}


def _join_numbers(items: list[Item]) -> Iterator[Item]:
    """``twenty-four``, ``nineteen ninety-seven``, ``5 1/2`` and ``'99`` become one item each."""
    at = 0
    table = number_words()
    while at < len(items):
        item = items[at]
        if item.lower in table:
            end, kinds = _spelled(items, at)
        elif item.lower == "a" and at + 1 < len(items) and _is_scale(items[at + 1]):
            end, kinds = _spelled(items, at + 1)
            end, kinds = (end, kinds) if end > at + 2 else (at + 2, items[at + 1].classes)
        elif "NUMBER" in item.classes and at + 1 < len(items):
            end, kinds = _with_fraction(items, at)
        elif "MONTH" in item.classes and _is_abbreviated(items, at):
            end, kinds = at + 2, item.classes
        elif item.lower == "'" and at + 1 < len(items):
            end, kinds = _short_year(items, at)
        else:
            end = at + 1
        if end == at + 1:
            yield item
        else:
            last = items[end - 1]
            lower = " ".join(one.lower for one in items[at:end])
            yield Item(item.start, last.end, lower, item.word, kinds)
        at = end


def _is_scale(item: Item) -> bool:
    """Whether a number word multiplies: a hundred, a thousand."""
    return number_words().get(item.lower, (0, ""))[1] == "scale"


def _is_abbreviated(items: list[Item], at: int) -> bool:
    """Whether a full stop that shortens the month's name follows, and then a number."""
    if at + 2 >= len(items) or len(items[at].lower) > len("sept"):
        return False
    stop, following = items[at + 1], items[at + 2]
    return stop.lower == "." and stop.start == items[at].end and "NUMBER" in following.classes


def _with_fraction(items: list[Item], at: int) -> tuple[int, Classes]:
    following = items[at + 1]
    if "FRACTION" in following.classes:
        return at + 2, {"NUMBER": items[at].classes["NUMBER"] + ".5"}
    return at + 1, items[at].classes


def _short_year(items: list[Item], at: int) -> tuple[int, Classes]:
    following = items[at + 1]
    year = following.classes.get("SHORTYEAR")
    decade = following.classes.get("DECADE", "")
    if following.start != items[at].end or not (year or len(decade) == 1):
        return at + 1, items[at].classes
    return at + 2, {"APOSTROPHEYEAR": year} if year else {"DECADE": decade}


def _spelled(items: list[Item], at: int) -> tuple[int, Classes]:
    """The end and classes of the number words from ``at``: 24, 210, or the year 1997."""
    table = number_words()
    total, current, end, expects = 0, 0, at, "any"
    pairs: list[int] = []
    ordinal = False
    while end < len(items) and not ordinal:
        word = items[end].lower
        if word in ("-", "and") and end > at and end + 1 < len(items):
            if word == "and" and expects != "after-scale":
                break
            word, step = items[end + 1].lower, 2
        else:
            step = 1
        if word not in table:
            break
        value, kind = table[word]
        if kind == "scale":
            if step == 2:
                break
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
            expects = "after-scale"
        elif expects == "after-ten" and value < 10:
            current += value
            expects = "nothing"
            ordinal = kind == "ordinal"
        elif expects in ("any", "after-scale") and kind != "ordinal":
            current += value
            expects = "after-ten" if kind == "ten" else "nothing"
        elif expects == "any":
            current, ordinal = value, True
        elif step == 1 and kind in ("ten", "teen") and not pairs and 10 <= current <= 20:
            pairs.append(current)
            current = value
            expects = "after-ten" if kind == "ten" else "nothing"
        else:
            break
        end += step
    number = total + current
    if end == at + 1:
        return at + 1, items[at].classes
    if pairs:
        year = pairs[0] * 100 + current
        return end, {"YEAR": str(year), "NUMBER": str(year)}
    if ordinal:
        day = {"ORDINALDAY": f"{number:02}"} if number <= 31 else {}
        return end, {"ORDINAL": str(number), **day}
    return end, {"NUMBER": str(number), **({"YEAR": str(number)} if 2000 <= number <= 2030 else {})}
