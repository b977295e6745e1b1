"""Photo captions: lines that credit a photographer, an agency or a file picture."""

from __future__ import annotations

import re
from functools import cache

from armreader.language import entries
from armreader.reading.lines import Line

_CREDIT_WORDS = 14
_CAPTION_WORDS = 90
_UNDER_CREDIT = 3
"""The fewest spaces in a line that may be a caption below its credit."""
_TAIL = 160
"""A credit must begin within this many characters of the end of the line."""
_BREAK = re.compile(r"[.!?…]['\"”’»]?\s+|\s*[(\[]\s*|\s+[|–—•·]\s+|\s{2,}")
_SPLIT = re.compile(r"[/,|]|\s+via\s+|\s+for\s+|\s+and\s+|\s+-\s+|©")
_LABEL = re.compile(r"([A-Za-z]+(?: [a-z]+)?)\s*(?::|©|\bby\b|\bcourtesy\b|\bvia\b)", re.ASCII)
_FILE = re.compile(r"(?i:file(?: photo| picture| image)?)\s*(?::|[-–—]{1,2}\s)|FILE\b")
_CONNECTOR = frozenset(
    {"by", "via", "for", "of", "and", "courtesy", "the", "from", "de", "van", "von"}
)
_NAME = re.compile(r"[\w.'’&@-]+")


def is_caption(line: Line) -> bool:
    """Whether the line ends in a photo credit: ``A rally. Photo: A. Name/Agency``."""
    text = line.text
    if len(text) > 900 or text.count(" ") > _CAPTION_WORDS:
        return False
    if _FILE.match(text):
        return True
    if _triggers().isdisjoint(_NAME.findall(text, max(0, len(text) - _TAIL))) and "©" not in text:
        return False
    return any(_is_credit(segment, bracket) for segment, bracket in _segments(text))


def is_credit(line: Line) -> bool:
    """Whether the line is only the name of an agency, as above or below a picture."""
    return line.text in _agencies()


def is_under_credit(line: Line, above: Line) -> bool:
    """Whether the line is a caption right below an agency's name; a full sentence is not."""
    if line.after_blank or line.ends_sentence or line.is_long:
        return False
    return is_credit(above) and line.text.count(" ") >= _UNDER_CREDIT


def _segments(text: str) -> list[tuple[str, bool]]:
    """The possible credits at the end of a line, longest first, and whether each is in brackets."""
    first = max(0, len(text) - _TAIL)
    found = [(text, False)] if len(text) <= _TAIL else []
    for match in _BREAK.finditer(text, first):
        segment = text[match.end() :]
        bracket = match.group().strip() in ("(", "[")
        if bracket:
            inside, closed, after = segment.partition(")" if "(" in match.group() else "]")
            if not closed or after.strip(" ."):
                continue
            segment = inside
        found.append((segment, bracket))
    return found


def _is_credit(segment: str, bracket: bool) -> bool:
    words = segment.split()
    if not words or len(words) > _CREDIT_WORDS:
        return False
    label = _LABEL.match(segment)
    if label and _is_credit_word(label[1]) and _reads_as_names(segment[label.end() :]):
        return True
    if "©" in segment:
        return True
    parts = [part.strip(" .)]") for part in _SPLIT.split(segment)]
    named = any(part in _agencies() for part in parts)
    if not named or len(parts) < 2 or not _reads_as_names(segment):
        return False
    # "…, he told us. Jane Doe, Reuters." signs a report; a credit has a slash, or no full stop.
    return bracket or "/" in segment or not segment.rstrip().endswith(".")


def _is_credit_word(text: str) -> bool:
    folded = text.casefold()
    table = entries("reading/photo_credits")
    return folded in table or folded.split(" ")[0] in table


def _reads_as_names(text: str) -> bool:
    """Whether every word is a name, an address or a connecting word."""
    words = _NAME.findall(text)
    return bool(words) and all(
        word in _CONNECTOR or word[0].isupper() or word[0] in "@&" or "." in word.strip(".")
        for word in words
    )


@cache
def _triggers() -> frozenset[str]:
    """The words of agencies and labels; every credit contains one of them or a ©."""
    words = {word for agency in _agencies() for word in _NAME.findall(agency)}
    labels = {word for label in entries("reading/photo_credits") for word in label.split()}
    return frozenset(
        words
        | labels
        | {label.capitalize() for label in labels}
        | {label.upper() for label in labels}
    )


@cache
def _agencies() -> frozenset[str]:
    return entries("reading/agencies")
