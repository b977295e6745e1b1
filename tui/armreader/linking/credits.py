"""Credits: which news agency's report an article prints, by what it says about itself.

Only a credit for the whole report counts: a byline of the agency or of its own writer, its name in
the dateline, its copyright or signature at the end. ``Additional reporting by`` an agency, two
agencies at once, or a picture credit do not make a report an agency's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from armreader.language import entries, mapping, rows
from armreader.records import Article, Span

_TAIL, _END = 6, 2_000
"""Lines, and characters, at the end of an article in which its copyright may be."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_AND = re.compile(r"\s+and\s+")
_PART = re.compile(r"\s*[,/|•·]\s*|\s+[-–—]\s+|\s+for\s+")
_IN_DATELINE = re.compile(r"\((?P<round>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,40})/")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?"
    r"(?:(?P<year>\d{4}(?:\s?[-–]\s?\d{4})?)[\s,]*|,[\s,]*)?(?:by\s+)?"
    r"(?P<name>[^\s,.\d|©][^.\d|©\n]{1,39}?)\s*(?:[.|]|\d{4}|all rights|$)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:[-–—]{1,2}\s*|(?P<open>[(\[/])\s*|(?:source|via)\s*:?\s+)(?P<name>[^()\[\]/\n]{2,40}?)"
    r"\s*(?(open)[)\]/])\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency by its usual name, and where the article names it."""

    agency: str
    span: Span | None
    """None where the byline is given apart from the text."""


def credit_of(article: Article) -> Credit | None:
    """The one agency that an article credits with its report; None for none or several."""
    found = [*_in_datelines(article), *_in_bylines(article), *_at_the_end(article)]
    return found[0] if len({one.agency for one in found}) == 1 else None


def _in_datelines(article: Article) -> Iterator[Credit]:
    """``LONDON (Reuters) -``, ``/TASS/.``."""
    for section in article.sections:
        if section.kind == "dateline":
            for match in _IN_DATELINE.finditer(article.text, *section.span):
                yield from _credit(match, match.lastgroup or "")


def _in_bylines(article: Article) -> Iterator[Credit]:
    """``By AFP``, ``By Jane Roe, Associated Press``, in the text or given apart from it."""
    stated = False
    for section in article.sections:
        if section.kind in ("byline", "source"):
            for match in re.finditer(r"[^\n]+", article.text[slice(*section.span)]):
                name = _sole_agency(match.group(), signed=section.kind == "byline")
                if name:
                    stated = True
                    start = section.span.start + match.start() + match.group().rindex(name)
                    yield Credit(_agencies()[name], Span(start, start + len(name)))
    if not stated:
        name = _sole_agency(article.byline, signed=True)
        name = name or (article.source if not article.byline else "")
        if name in _agencies():
            yield Credit(_agencies()[name], None)


def _sole_agency(line: str, *, signed: bool) -> str:
    """The agency as a byline writes it, where only its own writers are named with it."""
    text = line.strip("([])* \t.")
    lead = next((one for one in _leads() if text[: len(one)].casefold() == one), "")
    if lead and not text[len(lead) : len(lead) + 1].isalnum():
        if mapping("reading/bylines")[lead] != "author":
            return ""
        text = text[len(lead) :].lstrip(" :")
    parts = [part for part in _PART.split(text) if part]
    named = [part for part in parts if part in _agencies()]
    others = [part for part in parts if part not in _agencies() and not part[0].isdigit()]
    if len(named) != 1 or (others and not signed):
        return ""
    writers = [name for part in others for name in _AND.split(part)]
    return named[0] if all(map(_is_writer, writers)) else ""


def _is_writer(name: str) -> bool:
    """Whether a part of a byline can be the name of a person, not of a desk or another outlet."""
    words = name.casefold().split()
    return (
        2 <= len(words) <= 4
        and all(word[0].isupper() for word in name.split())
        and not set(words) & (entries("reading/outlet_marks") | entries("reading/byline_words"))
    )


def _at_the_end(article: Article) -> Iterator[Credit]:
    """``Copyright 2024 The Associated Press. All rights reserved.``, ``— Reuters``, ``(AFP)``.

    A bare ``© AFP`` may belong to a picture, as may anything in a caption except a dated copyright.
    """
    start = max(0, len(article.text) - _END)
    lines = list(_LINE.finditer(article.text, start))[-_TAIL:]
    pictures = [section.span for section in article.sections if section.kind == "caption"]
    for line in lines:
        match = _COPYRIGHT.match(article.text, *line.span())
        if match and (match["year"] or "opyright" in match.group()):
            yield from _credit(match, "name")
    for line in lines[-1:]:
        match = _SIGNATURE.fullmatch(article.text, *line.span())
        if match and not any(span.start <= match.start() < span.end for span in pictures):
            yield from _credit(match, "name")


def _credit(match: re.Match[str], group: str) -> Iterator[Credit]:
    name = match[group].strip()
    if name in _agencies():
        start = match.start(group) + match[group].index(name)
        yield Credit(_agencies()[name], Span(start, start + len(name)))


@cache
def _agencies() -> dict[str, str]:
    """The usual name of an agency for each of its names."""
    return {name: agency for agency, names in rows("news_agencies") for name in names.split(", ")}


@cache
def _leads() -> tuple[str, ...]:
    """What a byline begins with, the longest first."""
    return tuple(sorted(entries("reading/bylines"), key=lambda one: (-len(one), one)))
