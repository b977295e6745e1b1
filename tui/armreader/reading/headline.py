"""Which line above the report is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from armreader.language import entries
from armreader.reading.bylines import names_outlet
from armreader.reading.datelines import opening_dateline
from armreader.reading.lines import Line

_STEM = 5
"""Letters; enough to see that a headline and a report share words."""
_MIN_WORDS, _MAX_WORDS = 3, 30
_SHARED, _REPEATED = 3, 2.0
_HEAD = 60
"""How many lines at the top are searched for a repeated headline."""
_SPOKEN_FOR = 400
"""How many characters of a paragraph are compared with a headline."""
_FIRST_SENTENCE = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-ZÀ-ÞԱ-Ֆ\d])")
_LAST_WORD = re.compile(r"[\w.’'-]+$")
_TITLE_LENGTH = 240


def find_headline(lines: Sequence[Line], lead: int) -> int | None:
    """The number of the headline among the lines before the lead paragraph, or None.

    The line that shares most words with the report wins (up to three count); then a line that the
    page repeats, then one with a blank line above it, then the first.
    """
    report = report_stems(lines, lead)
    texts = [line.text for line in lines[: min(lead, _HEAD)]]
    best, best_score = None, 0.0
    for number, line in enumerate(lines[:lead]):
        if not _may_be_headline(line):
            continue
        shared = len(stems(line.text) & report)
        if not shared and names_outlet(line.text):
            continue
        score = 1.0 + 2.0 * min(shared, _SHARED) - 0.1 * number
        score += line.after_blank - 2.0 * (line.text.endswith(".") and not _is_capitalised(line))
        score += _REPEATED * (texts.count(line.text) > 1) - line.text[0].islower()
        if score > best_score:
            best, best_score = number, score
    return best


def report_stems(lines: Sequence[Line], lead: int) -> frozenset[str]:
    """The stems of the longer words in the first paragraphs of the report."""
    return stems(" ".join(line.text[:_SPOKEN_FOR] for line in lines[lead : lead + 6]))


def _may_be_headline(line: Line) -> bool:
    if line.kind or line.is_bullet or line.is_long or line.text.endswith(":"):
        return False
    if opening_dateline(line.text)[0]:
        return False
    return _MIN_WORDS <= len(line.words) <= _MAX_WORDS


def is_headline_sentence(line: Line, following: Line | None) -> bool:
    """Whether the first line is a headline above a paragraph, although it ends with a full stop."""
    if following is None or not following.after_blank or len(line.words) > 20:
        return False
    if len(following.text) < 1.2 * len(line.text) or len(line.words) < _MIN_WORDS:
        return False
    return _is_capitalised(line) or opening_dateline(following.text)[0] > 0


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph, for an article without a headline."""
    for match in _FIRST_SENTENCE.finditer(text[: 2 * _TITLE_LENGTH]):
        last = _LAST_WORD.search(text, 0, match.start())
        word = last.group() if last else ""
        is_initial = len(word) == 1 and word.isupper()
        if match.group()[0] != "." or not (
            word.casefold() in entries("abbreviations") or is_initial
        ):
            return _shortened(text[: match.end()])
    return _shortened(text)


def stems(text: str) -> frozenset[str]:
    """The first letters of the longer words of a text."""
    return frozenset(word[:_STEM] for word in re.findall(r"\w{5,}", text.casefold()))


def _is_capitalised(line: Line) -> bool:
    long = [word for word in line.words if len(word) > 3]
    return bool(long) and sum(
        word[0].isupper() or word[0].isdigit() for word in long
    ) >= 0.75 * len(long)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _TITLE_LENGTH:
        return text
    return text[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
