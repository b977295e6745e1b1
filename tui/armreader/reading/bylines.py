"""Lines that say who wrote or reported, and lines that name the outlet."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from armreader.language import entries, mapping
from armreader.reading.furniture import is_furniture
from armreader.reading.lines import Line

_WORDS = 20
_SPLIT = re.compile(r"\s*(?:[,;|•·/]|\band\b|\bfor\b|\s-\s)\s*")
_COLUMN = re.compile(r"\s*[|•·]\s*")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+")
_DOMAIN = re.compile(r"(?:www\.)?(?:[\w-]+\.)+[a-z]{2,10}", re.I)


class Byline(NamedTuple):
    """The names in a byline, and whether they are the authors' or those of contributors."""

    names: str
    is_author: bool


def byline(line: Line) -> Byline | None:
    """Who the line says wrote it, without the ``By``; None if the line is not a byline."""
    if len(line.text) > 200 or line.text.count(" ") > _WORDS:
        return None
    text = line.text.strip("([])* ")
    lead = _lead(text)
    if not lead:
        return None
    names, *others = _COLUMN.split(text[len(lead) :].lstrip(" :").rstrip(" .|•·-–—"))
    if not all(is_furniture(Line(other, 0, False)) or _is_name(other) for other in others):
        return None
    if line.text[-1] in '?!:"”':
        return None
    if _is_name(names):
        return Byline(names, mapping("reading/bylines")[lead.casefold()] == "author")
    return None


def agency_of(names: str) -> str:
    """The agency that a byline names, or an empty string."""
    table = entries("reading/agencies")
    whole = names.strip(" .")
    if whole in table:
        return whole
    return next((part for part in map(str.strip, _SPLIT.split(whole)) if part in table), "")


def names_outlet(text: str) -> bool:
    """Whether a line is the name of a news outlet: an agency, a domain, ``The Somewhere Times``."""
    if len(text) > 50 or text[-1] in ".?!:;,":
        return False
    if text in entries("reading/agencies") or _DOMAIN.fullmatch(text):
        return True
    words = text.split()
    if len(words) > 5 or not all(
        word[0].isupper() or word in ("of", "the", "and") for word in words
    ):
        return False
    marks = entries("reading/outlet_marks")
    if len(words) == 1:
        return any(part.casefold() in marks for part in _CAMEL.findall(text)) and len(text) > 5
    return words[0].casefold() in marks or words[-1].casefold() in marks


def is_person(text: str, is_by_date: bool = False) -> bool:
    """Whether a line is a person's name, perhaps with a place: ``Jane Roe in Paris``.

    Next to a date line, two or three capitalised words are enough; elsewhere the first word must
    be a given name from the table.
    """
    name = text.split(" in ", 1)[0]
    words = name.split()
    if not name.replace(".", "").replace("-", "").replace("’", "").replace(" ", "").isalpha():
        return False
    return (
        2 <= len(words) <= 4
        and (words[0].casefold() in entries("given_names") or (is_by_date and len(words) < 4))
        and all(map(_is_name_word, text.split()))
    )


def _lead(text: str) -> str:
    """The words from the table that the line begins with, as written in the line."""
    folded = text[:40].casefold()
    for phrase in _phrases().get(re.split(r"[\s:]", folded, maxsplit=1)[0], ()):
        if folded.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum():
            return text[: len(phrase)]
    return ""


@cache
def _phrases() -> dict[str, list[str]]:
    """The phrases of the table by their first word, the longest first."""
    table: dict[str, list[str]] = {}
    for phrase in sorted(entries("reading/bylines"), key=lambda phrase: (-len(phrase), phrase)):
        table.setdefault(phrase.split(" ")[0], []).append(phrase)
    return table


def _is_name(text: str) -> bool:
    words = text.replace(",", " ").replace(";", " ").split()
    return bool(words) and words[0][0].isupper() and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    return (
        word[0].isupper()
        or word[0] in "@(&"
        or word.casefold().strip(".") in entries("reading/byline_words")
    )
