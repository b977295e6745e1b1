"""Numbers that are not figures: ages, ordinals in names, list and phone numbers, times of day."""

from __future__ import annotations

import re

from armreader.extraction.grammar.analysis import SentenceGrammar
from armreader.language import entries

_AGE = re.compile(r"[ -]old\b|[ -]of age\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|age of|turned|(?:dies|died|dead) at)[ ]$", re.IGNORECASE)
_LEFT = re.compile(r"\bsurvived by (?:[^.;]{0,120}[ ,])?$")
"""Before the relatives whom somebody leaves."""
_TELLS_WHEN = re.compile(
    r"(?: or so)?,? (?:later|ago|earlier|before|after|afterwards?|since|from now|into|prior"
    r"|straight)\b",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    r"\b(?:last|past|next|previous|coming|recent|following|first|final|every)[ ]$", re.IGNORECASE
)
_ONE_IN = re.compile(r"\b(?:one|two|three|four|\d+) (?:in|out of)(?: every)? $", re.IGNORECASE)
_CLOCK = re.compile(r"[ ]?(?:a\.?m\b|p\.?m\b|o'clock|GMT|[A-Z]{2,3}T\b|hours GMT|:\d)")
_LIST_MARK = re.compile(r"[.)](?:\s|$)")
_PHONE = re.compile(r"(?:^|\D)(?:\+?\d[\d ()]*[ -])?\d{3,4}-\d{3,4}(?:\D|$)")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}$")


def is_refused(text: str, start: int, end: int, dimension: str) -> bool:
    """Whether the words around a number show that it is not a figure."""
    before = text[max(0, start - 12) : start]
    if _AGED.search(before):
        return True
    if dimension == "duration":
        return bool(
            _AGE.match(text, end) or _TELLS_WHEN.match(text, end) or _STRETCH.search(before)
        )
    if dimension != "count":
        return False
    if _LEFT.search(text, max(0, start - 150), start):
        return True
    if (start == 0 or text[start - 1] == "\n") and _LIST_MARK.match(text, end):
        return True
    if _ONE_IN.search(text, max(0, start - 20), start):
        return True
    if _CLOCK.match(text, end) or _SCORE.match(text[start:end]):
        return True
    return bool(_PHONE.search(text[max(0, start - 6) : end + 6]))


def is_named(tagged: SentenceGrammar, first: int, last: int) -> bool:
    """Whether a number is part of a name: "Flight 370", "Boeing 737 jets", "page 3"."""
    if first == 0 or "," in tagged.words[first] or not tagged.words[first].isdigit():
        return False
    before, tag = tagged.lowers[first - 1], tagged.tags[first - 1]
    if before in entries("quantities_numbered"):
        return True
    if not tag.startswith("NNP"):
        return False
    return any(phrase.first < first and last <= phrase.last for phrase in tagged.phrases)
