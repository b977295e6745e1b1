"""The scanner: turns a sentence into tokens with the classes that the grammar uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from armreader.extraction.times.lexicon import Classes, classes_of, words
from armreader.extraction.times.numbers import number_words, spelled_number
from armreader.language import rows
from armreader.records import Span

_TOKEN = re.compile(
    r"[ap]\.m\.?(?![^\W_])|(?:b\.c\.e|b\.c|a\.d|c\.e)\.?(?![^\W_])"
    r"|[^\W\d_]+n['’]t(?![^\W_])"
    r"|[^\W_]+(?:(?<=\d)[:/.,](?=\d)[^\W_]+)*"
    r"|['’]s(?![^\W_])|(?<=[^\W\d_])['’](?:ll|re|ve|d|m)(?![^\W_])"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(
    r"\d{4}|\d:\d|['’]\d\d|\d0s|\d\s?[ap]\.?m|\d\s?b\.c|\ba\.d|\d/\d|\bq[1-4]|\bfy\d"
)
_HYPHENS = frozenset("-‐‑–")
_LONGEST_WORD = 24
_AMOUNT = re.compile(r"\d{1,6}(?:\.\d{1,3})?")
_SCALES = {"million": 10**6, "billion": 10**9}
_JOINING = frozenset({"a", "'"})
"""Tokens without a class that may still begin several that count as one: a hundred, '99."""


class Item(NamedTuple):
    """A token, or several number words taken as one."""

    start: int
    end: int
    lower: str
    word: str
    classes: Classes


def may_tell_time(stretch: str) -> bool:
    """Whether a stretch has any word that a temporal expression needs; a cheap test."""
    lower = stretch.lower()
    return not _heads().isdisjoint(_WORD.findall(lower)) or bool(_DIGITS.search(lower))


_STRONG = frozenset(
    {
        *("WEEKDAY", "WEEKDAYS", "MONTH", "PART", "HOURNAME", "SEASON", "AUTUMN", "UNIT", "UNITS"),
        *("SHORTUNIT", "SHORTUNITS", "DEICTIC", "TONIGHT", "ADVERBSET", "DECADENAME", "BC", "AD"),
        *("AMPM", "NUMBER", "UNITLONG", "ZONE"),
    }
)


@cache
def _heads() -> frozenset[str]:
    """Words without which no pattern matches: every listed word except the commonest short ones."""
    found = {word for word, kinds in words().items() if not _STRONG.isdisjoint(kinds)}
    for table in ("times_references", "times_holidays"):
        found |= {max(split_words(row[0]), key=len) for row in rows(table)}
    return frozenset(found | {"period", "fiscal", "clock", "half"})


def scan(text: str, span: Span) -> list[Item]:
    """The tokens of a stretch with their classes, with number words joined."""
    return list(_join_numbers(_tokens(text, span)))


def split_words(phrase: str) -> list[str]:
    """A phrase of a word table as the tokens of a text."""
    return [match.group() for match in _TOKEN.finditer(phrase)]


def _tokens(text: str, span: Span) -> list[Item]:
    items = []
    for match in _TOKEN.finditer(text, *span):
        word = match.group()
        start, end = match.span()
        if word in _HYPHENS:
            glued = start > span.start and end < span.end
            glued = glued and not text[start - 1].isspace() and not text[end].isspace()
            word = lower = "-" if glued else "–"
            classes = classes_of(word, lower)
        else:
            lower, classes = _known(word)
        items.append(Item(start, end, lower, word, classes))
    return items


@lru_cache(maxsize=20_000)
def _known(word: str) -> tuple[str, Classes]:
    """A token in lower case, and its classes; both empty for an extremely long one."""
    if len(word) > _LONGEST_WORD:
        return "", {}
    lower = word.lower().replace("’", "'")
    return lower, classes_of(word, lower)


def _join_numbers(items: list[Item]) -> Iterator[Item]:
    """``twenty-four``, ``nineteen ninety``, ``5 1/2``, ``Aug.`` and ``'99`` are one item each."""
    at = 0
    while at < len(items):
        item = items[at]
        if not item.classes and item.lower not in _JOINING:
            yield item
            at += 1
            continue
        end, classes = _joined(items, at)
        if end == at + 1:
            yield items[at]
        else:
            first, last = items[at], items[end - 1]
            lower = " ".join(one.lower for one in items[at:end])
            yield Item(first.start, last.end, lower, first.word, classes)
        at = end


def _joined(items: list[Item], at: int) -> tuple[int, Classes]:
    """The end of the item that begins at ``at``, and its classes; usually one token."""
    item = items[at]
    if item.lower == "a" or item.lower in number_words():
        number = spelled_number(items, at)
        if number and number.end > at + 1:
            return number.end, number.classes
    if at + 1 < len(items):
        following = items[at + 1]
        if (
            following.lower in _SCALES
            and _AMOUNT.fullmatch(item.word)
            and _is_counted(items, at + 2)
        ):
            return at + 2, {"NUMBER": f"{float(item.word) * _SCALES[following.lower]:.0f}"}
        if "NUMBER" in item.classes and "FRACTION" in following.classes:
            return at + 2, {"NUMBER": item.classes["NUMBER"] + ".5"}
        if "MONTH" in item.classes and _is_abbreviated(items, at):
            return at + 2, item.classes
        if item.lower == "'" and following.start == item.end and _may_be_short(following):
            return at + 2, _short_year(following)
    return at + 1, item.classes


def _is_counted(items: list[Item], at: int) -> bool:
    """Whether a unit of time is counted: three million years, not three million dollars."""
    return at < len(items) and "UNITS" in items[at].classes


def _is_abbreviated(items: list[Item], at: int) -> bool:
    """Whether a month's name is abbreviated: a full stop follows, and then a number."""
    if at + 2 >= len(items) or len(items[at].lower) > len("sept"):
        return False
    stop, following = items[at + 1], items[at + 2]
    counted = not {"NUMBER", "ORDINALDAY"}.isdisjoint(following.classes)
    return stop.lower == "." and stop.start == items[at].end and counted


def _short_year(item: Item) -> Classes:
    """The classes of a token after an apostrophe: '99, the '90s."""
    if "SHORTYEAR" in item.classes:
        return {"APOSTROPHEYEAR": item.classes["SHORTYEAR"]}
    return item.classes


def _may_be_short(item: Item) -> bool:
    return "SHORTYEAR" in item.classes or len(item.classes.get("DECADE", "XXX")) == 1
