"""Lines that date an article, and the place, day and agency that open the first sentence."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from armreader.dates import DateRange, parse_day
from armreader.reading.furniture import is_furniture, normalised
from armreader.reading.lines import Line
from armreader.records import Span
from armreader.words import entries, mapping

_DATE = re.compile(
    r"""\b(?P<iso>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)
      | \b(?P<month>[A-Za-z]{3,9})\.?[ ](?P<day>\d{1,2})(?:st|nd|rd|th)?,?[ ](?P<year>\d{4})\b
      | \b(?P<day2>\d{1,2})(?:st|nd|rd|th)?[ -](?:of[ ])?(?P<month2>[A-Za-z]{3,9})
        \.?,?[ -](?P<year2>\d{4})\b
      | \b(?P<month3>[A-Za-z]{3,9})\.?,?[ ](?P<year3>\d{4})\b
      | \b(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year4>\d{4})\b""",
    re.VERBOSE,
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?\b|\b\d{1,2}\s?(?=[ap]\.?m\b)|\b[+-]?\d{1,2}\b", re.I
)
_PIECE = re.compile(r"\s*(?:[|•·()\[\]:;,/]|\s[-–—]{1,2}\s|\s[-–—]{1,2}$|^[-–—]{1,2}\s|--)\s*")
_MAX_WORDS = 22
_OPENING = re.compile(
    r"""(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,40})
        (?P<rest>(?:,[ ][\w.,'’ -]{2,50}?)?)
        [ ]?(?P<agency>\([^()\n]{2,40}\))?[ ]?(?P<dash>[-–—―_]{1,2})(?=\s|$)""",
    re.VERBOSE,
)
_AGENCY_OPENING = re.compile(
    r"(?:[A-Z][\w.,'’ -]{1,60})?\((?P<agency>[^()\n]{2,40})\)[ ]?[-–—―_]{1,2}(?=\s|$)"
)


class DateLine(NamedTuple):
    """A date that a line gives for its article: where it stands, and how far to trust it."""

    range: DateRange
    span: Span
    rank: int
    """0 where the line says that it is the day of publication, 1 plain, 2 for an update."""
    author: str
    """Who else the line names after ``by``, or before the date; may be empty."""


def read_date(text: str) -> DateRange | None:
    """The day or month of a date as people or machines write it; None for anything else."""
    match = _DATE.search(text)
    return _range(match) if match else None


def date_line(line: Line) -> DateLine | None:
    """What a line says that dates its article and says nothing besides; None for other lines."""
    if len(line.text) > 200 or not any(map(str.isdigit, line.text)) or len(line.words) > _MAX_WORDS:
        return None
    match = _DATE.search(line.text)
    range_ = _range(match) if match else None
    if match is None or range_ is None:
        return None
    rank, author = 1, ""
    before, after = line.text[: match.start()], line.text[match.end() :]
    for number, piece in enumerate([*_PIECE.split(before), "", *_PIECE.split(after)]):
        said = _judged(piece)
        if said is None:
            return None
        rank = min(rank, 0) if said == "first" else 2 if said == "later" and rank else rank
        if said == "author" and not author:
            author = piece if number else before.strip(" ,|•·-–—")
    return DateLine(
        range_, Span(line.start + match.start(), line.start + match.end()), rank, author.strip()
    )


def opening_dateline(text: str) -> tuple[int, str]:
    """How long the dateline is that opens a paragraph (0 for none), and the agency that it names.

    ``LONDON, March 3 (Reuters) -``: a place in capitals or an agency in brackets, then a dash.
    """
    match = _OPENING.match(text)
    if match and _is_opening(match):
        return match.end(), (match["agency"] or "").strip("() ")
    match = _AGENCY_OPENING.match(text)
    if match and match["agency"] in entries("reading/agencies"):
        return match.end(), match["agency"]
    return 0, ""


def _is_opening(match: re.Match[str]) -> bool:
    """A place in capitals is no dateline where a hyphen joins it to a word."""
    letters = sum(map(str.isupper, match["place"]))
    return letters >= 3 and (match["dash"] != "_" or bool(match["agency"]))


def _judged(piece: str) -> str | None:
    """What a piece of a line beside its date is: ``first``, ``later``, ``none``, ``author``."""
    bare = _TIME.sub(" ", piece).strip(" ,.-–—")
    if not bare:
        return "none"
    said = "none"
    words = bare.casefold().replace(":", " ").split()
    while words:
        for size in range(min(3, len(words)), 0, -1):
            rank = mapping("reading/date_words").get(" ".join(words[:size]).strip(".,"))
            if rank:
                said = rank if rank != "none" else said
                words = words[size:]
                break
        else:
            break
    rest = " ".join(bare.split()[len(bare.split()) - len(words) :]) if words else ""
    if not rest:
        return said
    if rest.casefold().startswith("by ") and _is_chrome(rest[3:]):
        return said
    if _is_chrome(rest):
        return said
    return "author" if _is_author(rest) else None


def _is_chrome(text: str) -> bool:
    return is_furniture(Line(text, 0, False)) or normalised(text) in entries(
        "reading/section_names"
    )


def _is_author(text: str) -> bool:
    """Two to eight capitalised words, perhaps after ``by``."""
    by, _, rest = text.partition(" ")
    words = (rest if by.casefold() == "by" else text).split()
    return 0 < len(words) <= 8 and all(
        word[0].isupper() or word in ("and", "&", "de", "for") for word in words
    )


def _range(match: re.Match[str]) -> DateRange | None:
    found = match.groupdict()
    if found["iso"]:
        day = parse_day(found["iso"])
        return DateRange.day(day) if day else None
    try:
        if found["month3"]:
            month = _month(found["month3"])
            return DateRange.month(int(found["year3"]), month) if month else None
        if found["first"]:
            return _numeric(
                int(found["first"]), int(found["second"]), int(found["year4"]), found["mark"]
            )
        name, day_, year = (
            (found["month"], found["day"], found["year"])
            if found["month"]
            else (found["month2"], found["day2"], found["year2"])
        )
        month = _month(name)
        return DateRange.day(date(int(year), month, int(day_))) if month else None
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int, mark: str) -> DateRange | None:
    """``23.2.2024`` is day first; with strokes only where one of the numbers can be no month."""
    if mark == "." or first > 12:
        return DateRange.day(date(year, second, first))
    if second > 12 or first == second:
        return DateRange.day(date(year, first, second))
    return None


@cache
def _month(name: str) -> int | None:
    number = mapping("months").get(name.casefold())
    return int(number) if number else None
