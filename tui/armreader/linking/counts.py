"""Counts: how many of what a clause tells, as the interval of numbers that it allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from armreader.language import entries, rows
from armreader.linking.terms import term_of
from armreader.records import Span

_TOKEN = re.compile(r"[$€£]?\d+(?:,\d{3})*(?:\.\d+)?%?|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_BEFORE = 3
"""Words before a number in which a qualifier (``more than``) is looked for."""
_AFTER = 3
"""Words after a number among which what it counts stands."""


_JOINTS = frozenset("-–:/.#$€£")
"""Marks that make a number part of something else."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: ``low`` to ``high``, both allowed."""

    low: float
    high: float
    thing: str
    span: Span
    text: str

    def excludes(self, other: Count) -> bool:
        """Whether no number satisfies both."""
        return self.low > other.high or other.low > self.high


def counts_in(text: str, clause: Span) -> Iterator[Count]:
    """The counted things of a clause; years, ages, shares, measures and ordinals count nothing."""
    tokens = list(_TOKEN.finditer(text, *clause))
    words = [match.group().lower() for match in tokens]
    at = 0
    while at < len(words):
        number = _number(words[at])
        if number is None or _is_no_count(text, tokens[at]):
            at += 1
            continue
        end = at + 1
        while end < len(words) and words[end] in _values("scale"):
            number *= _values("scale")[words[end]]
            end += 1
        thing = _thing(text, tokens, end)
        if thing:
            low, high = _bounds(words[max(0, at - _BEFORE) : at], number)
            span = Span(tokens[at].start(), tokens[end - 1].end())
            yield Count(low, high, thing, span, text[span.start : span.end])
        at = end


def _number(word: str) -> float | None:
    if word[:1].isdigit() and not word.endswith("%"):
        return float(word.replace(",", ""))
    parts = [_values("unit", "teen", "ten").get(part) for part in word.split("-")]
    return sum(part for part in parts if part) if None not in parts else None


@cache
def _values(*kinds: str) -> dict[str, float]:
    return {word: float(n) for word, n, kind in rows("times_numbers") if kind in kinds}


def _is_no_count(text: str, match: re.Match[str]) -> bool:
    """Whether a number is part of a compound (``33-year-old``), a year or a clock time."""
    word = match.group()
    if word.isdigit() and 1500 <= int(word) <= 2199:
        return True
    before, after = (
        text[max(0, match.start() - 1) : match.start()],
        text[match.end() : match.end() + 2],
    )
    return before in _JOINTS or (after[:1] in _JOINTS and after[1:].isalnum())


def _thing(text: str, tokens: list[re.Match[str]], at: int) -> str:
    """What is counted: the last noun-like word of those that follow; people under one name."""
    found = ""
    for match in tokens[at : at + _AFTER]:
        word = match.group()
        low = word.lower()
        if not word[0].isalpha() or low in entries("function_words"):
            break
        if low in _words("measure"):
            return ""
        found = "people" if low in _words("people") else term_of(word)
        if found == "people" or (word[0].islower() and low.endswith("s")):
            break
    return found


def _bounds(before: list[str], number: float) -> tuple[float, float]:
    """The interval that the words before a number make of it."""
    phrase = " ".join(before)
    for kind, cues in rows("counts"):
        if kind not in ("least", "most", "about"):
            continue
        if any(re.search(rf"(?:^|\s){re.escape(cue)}$", phrase) for cue in cues.split(", ")):
            if kind == "least":
                return number, inf
            if kind == "most":
                return 0.0, number
            return number * 0.9, number * 1.1
    return number, number


@cache
def _words(part: str) -> frozenset[str]:
    return next(frozenset(row[1].split(", ")) for row in rows("counts") if row[0] == part)
