"""Captions without a credit: recognised by how they describe what a picture shows.

Such a caption is in the present tense and ends with the full date, or begins with the picture
(“In this photo …”). Saving a page as text may glue it to the paragraph before: ``the firefightersA
tug tows …``.
"""

from __future__ import annotations

import re

from armreader.language import entries, mapping

_DAY = re.compile(r"\b([A-Z][a-z]{2,8})\.? \d{1,2}, \d{4}\.?(?=\s|$)")
_PICTURE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}: )?In this (?:(?!an?\b|the\b)[\w-]+ ){0,4}"
    r"(?:photo|photograph|picture|image)\b"
)
_OPENS = re.compile(r"(?:An?|The) (?=[A-Z][a-z])")
_WORD_END = re.compile(r"[a-z]{3}$")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?] ")
_SAID = re.compile(r"[\"“”@#]|\b(?:said|says|told|added)\b")
_LONGEST = 400
"""The longest first sentence of a caption, in characters."""


def is_pictured(text: str) -> bool:
    """Whether a paragraph describes a picture, in one sentence that ends with a date."""
    if _PICTURE.match(text):
        return True
    day = _day_at_end(text)
    return day > 0 and not text[day:].strip() and not glued_caption(text)


def glued_caption(text: str) -> int:
    """Where a caption begins that is glued to the end of a paragraph; 0 if there is none."""
    for match in _OPENS.finditer(text):
        at = match.start()
        if _WORD_END.search(text[max(0, at - 3) : at]) and _day_at_end(text[at:]):
            return at
    return 0


def _day_at_end(text: str) -> int:
    """The end of the date that closes the first sentence, if that sentence reads like a caption."""
    day = _DAY.search(text[:_LONGEST])
    if day is None or day[1].casefold() not in mapping("months"):
        return 0
    caption = text[: day.start()]
    if _SAID.search(caption) or _SENTENCE_END.search(caption):
        return 0
    verbs = entries("reading/caption_verbs")
    return day.end() if any(word in verbs for word in _WORD.findall(caption)) else 0
