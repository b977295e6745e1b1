"""Terms: the content words and names of a text, in the form in which sources are compared."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_letters

from armreader.language import entries, mapping, rows
from armreader.language.event_classes import irregular_forms
from armreader.records import Span

_WORD = re.compile(
    r"[^\W\d_][^\W_]*(?:['’.&][^\W_]+)*"
    r"|\d+(?:[.,]\d+)*(?:m\b|%|[ -]?(?:bn|tn|million|billion|trillion|percent|per cent)\b)?"
)
_SCALES = {
    **{"m": "m", "million": "m", "bn": "bn", "billion": "bn", "tn": "tn", "trillion": "tn"},
    **{"%": "%", "percent": "%", "per cent": "%"},
}
"""What is one term with the number before it: "$20bn" and "$20 billion", "5%" and "5 percent"."""
_AFTER_NUMBER = f"{ascii_letters}% -"
_STEM = 6
"""Letters that are kept of a word: ``negotiate`` and ``negotiation`` are one term."""


_VOWELS = frozenset("aeiouy")
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("eed", "ee"),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
)
"""Inflectional endings, and what replaces each."""
_LEAST = 3
"""The fewest letters that must remain before an ending."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a text in their order; parallel lists."""

    starts: array[int]
    terms: list[str]
    """A country's name for any word for it, digits for a number, else a word's first letters."""
    names: bytearray
    """1 where it is written as a name."""

    def inside(self, span: Span) -> list[str]:
        """The terms that start inside a stretch, without where they are."""
        starts = self.starts
        return self.terms[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def within(self, span: Span) -> Terms:
        """The terms that start inside a stretch."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return Terms(self.starts[low:high], self.terms[low:high], self.names[low:high])


@lru_cache(maxsize=20_000)
def terms_of(text: str) -> Terms:
    """The terms of an article's text, which is asked for many times."""
    return read_terms(text)


def read_terms(text: str) -> Terms:
    """The terms of a text, without function words and single letters."""
    starts = array("I")
    terms: list[str] = []
    names = bytearray()
    for match in _WORD.finditer(text):
        word = match.group()
        stop = text[match.end() : match.end() + 1] == "." and word[0].isupper()
        for part in state_of(word).split() if stop else (word,):
            term = term_of(part)
            if term:
                starts.append(match.start())
                terms.append(term)
                names.append(part[0].isupper())
    return Terms(starts[:], terms[:], names[:])  # copies have no room to grow, and are held


def state_of(word: str) -> str:
    """The full name of an abbreviated state, by which sources that write it out are found."""
    return mapping("abbreviated_states").get(word.lower(), word)


@lru_cache(maxsize=100_000)
def term_of(word: str) -> str:
    """The term of a word; empty for a function word."""
    if word[-2:] in ("'s", "’s"):
        word = word[:-2]
    low = word.lower()
    if low in entries("function_words") or (len(word) < 2 and not word.isdigit()):
        return ""
    place = places().get(low)
    if place:
        return place
    number = _numbers().get(low)
    if number:
        return number
    if word[0].isdigit():
        number = word.rstrip(_AFTER_NUMBER)
        return number.replace(",", "") + _SCALES.get(word[len(number) :].strip(" -").lower(), "")
    low, _ = irregular_forms().get(low, (low, ""))
    return _bare(low.removesuffix("s") if low.endswith("ings") else low)[:_STEM]


@cache
def _numbers() -> dict[str, str]:
    """The digits for each number word from two up: "three"."""
    known = {
        word: value
        for word, value, kind in rows("times_numbers")
        if kind in ("unit", "teen", "ten") and value != "1"
    }
    return known | {"dozen": known["twelve"]}


def _bare(low: str) -> str:
    """A word without its inflection: ``leaks``, ``leaked`` and ``leaking`` are one term."""
    for ending, instead in _ENDINGS:
        stem = low[: -len(ending)]
        if not low.endswith(ending) or len(stem) < _LEAST or _VOWELS.isdisjoint(stem):
            continue
        if ending == "s" and stem[-1] in "sui":
            return low
        if instead:
            return stem + instead
        if stem[-1] == stem[-2] and stem[-1] not in "lsz":
            return stem[:-1]
        return stem.removesuffix("e")
    return low.removesuffix("e") if len(low) > _LEAST else low


@cache
def places() -> dict[str, str]:
    """The country's name for every word for a country, its capital or its people."""
    table: dict[str, str] = {}
    for name, *others in rows("countries"):
        for column in (name, *others):
            for word in column.split(","):
                if " " not in word:
                    table.setdefault(word.lower(), name)
    return table
