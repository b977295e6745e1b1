"""Lines that date an article, and the place, day and agency that open the first sentence."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from armreader.language import entries, mapping
from armreader.reading.furniture import is_furniture, normalised
from armreader.reading.lines import Line
from armreader.records import Span
from armreader.records.dates import DateRange
from armreader.records.days import parse_day

_DATE = re.compile(
    r"""\b(?P<iso>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)
      | \b(?P<month>[A-Za-z]{3,9})\.?[ ](?P<day>\d{1,2})(?:st|nd|rd|th)?,?[ ](?P<year>\d{4})\b
      | \b(?P<day2>\d{1,2})(?:st|nd|rd|th)?[ -](?:of[ ])?(?P<month2>[A-Za-z]{3,9})
        \.?,?[ -](?P<year2>\d{4})\b
      | \b(?P<month3>[A-Za-z]{3,9})\.?,?[ ](?P<year3>\d{4})\b
      | \b(?P<first>\d{1,2})[ ]?(?P<mark>[./])[ ]?(?P<second>\d{1,2})[ ]?(?P=mark)[ ]?
        (?P<year4>\d{4})\b""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"[+-]?\b\d{1,4}(?:[:.][ ]?\d{1,2}){0,2}(?:\s?[ap]\.?\s?m\b)?", re.IGNORECASE)
_PIECE = re.compile(r"\s*(?:[|•·()\[\];,/@]|:\s|\s[-–—]{1,2}\s|\s[-–—]{1,2}$|^[-–—]{1,2}\s|--)\s*")
_ZONE = re.compile(r"[A-Z]{2,5}")
_DIGIT = re.compile(r"\d")
_MAX_WORDS = 26
_RANK = {"first": 0, "later": 2}
_MONTH_DAY = r"(?:[A-Z][A-Za-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][A-Za-z]{2,8})(?:,?[ ]\d{4})?"
_OPENING = re.compile(
    rf"""(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){{0,2}})
        (?:,[ ][\w.,'’ -]{{2,50}}?)?
        [ ]?(?P<agency>\([^()\n]{{2,40}}\))?[ ]?(?P<dash>[-–—―_]{{1,2}})(?=\s|$)
      | [A-Z][\w.'’ -]{{1,40}},[ ]{_MONTH_DAY}
        (?:[ ]?(?P<agency2>\([^()\n]{{2,40}}\))?[ ]?[-–—―_:]{{1,2}}(?=\s|$)
          |\.?[ ]?/(?P<agency3>[^/\n]{{2,40}})/\.?(?=\s|$)
          |,[ ](?P<agency4>[A-Z]{{3,20}})\.(?=\s|$))""",
    re.VERBOSE,
)
_AGENCY_OPENING = re.compile(
    r"(?:[A-Z][\w.,'’ -]{1,60})?\((?P<agency>[^()\n]{2,40})\)[ ]?[-–—―_]{1,2}(?=\s|$)"
)


class DateLine(NamedTuple):
    """A line that dates its article: the date, its place in the text, and how far to trust it."""

    range: DateRange | None
    """None if the line gives only a time, or a date that can be read in two ways."""
    span: Span
    rank: int
    """0 if the line says that it is the day of publication, 1 without a label, 2 for an update."""
    author: str
    """A name that the line gives after ``by``, or before the date; may be empty."""


def read_date(text: str) -> DateRange | None:
    """The day or month of a date as people or programs write it; None for anything else."""
    match = _DATE.search(text)
    return _range(match) if match else None


def whole_date(text: str) -> DateRange | None:
    """As ``read_date``, but only if the text is nothing but the date."""
    match = _DATE.fullmatch(text.strip())
    return _range(match) if match else None


def date_line(line: Line) -> DateLine | None:
    """The date in a line that does nothing but date its article; None for other lines."""
    if len(line.text) > 200 or line.text.count(" ") > _MAX_WORDS or not _DIGIT.search(line.text):
        return None
    match = _DATE.search(line.text)
    start, end = match.span() if match else (0, 0)
    before, after = line.text[:start], _DATE.sub("", line.text[end:])
    pieces = [*_PIECE.split(before), *_PIECE.split(after)]
    has_columns = match is not None and line.text.count("|") > 1
    said: list[str] = []
    for piece in pieces:
        one = _judged(piece)
        if one is None and not has_columns:
            return None
        said.append(one or "none")
    if not (match or "first" in said or "later" in said):
        return None
    label = next((one for one in said[: len(_PIECE.split(before))] if one in _RANK), "none")
    author = next((p for p, one in zip(pieces, said, strict=True) if one == "author"), "")
    return DateLine(
        _range(match) if match else None,
        Span(line.start + start, line.start + end),
        _RANK.get(label, 1),
        author.strip(" ,-–—"),
    )


def opening_dateline(text: str) -> tuple[int, str]:
    """The length of the dateline that opens a paragraph (0 for none), and the agency it names.

    ``LONDON, March 3 (Reuters) -``: a place in capitals or an agency in brackets, then a dash.
    """
    match = _OPENING.match(text)
    if match and _is_opening(match):
        return match.end(), (match[_agency_group(match)] or "").strip("() ")
    match = _AGENCY_OPENING.match(text)
    if match and match["agency"] in entries("reading/agencies"):
        return match.end(), match["agency"]
    return 0, ""


def _agency_group(match: re.Match[str]) -> str:
    groups = ("agency2", "agency3", "agency4")
    return next((group for group in groups if match[group]), "agency")


def _is_opening(match: re.Match[str]) -> bool:
    """Whether it is a dateline: capitals joined to a word by a hyphen are not a place."""
    if match["place"] is None:
        return any(_month(word.strip(".")) for word in match.group().replace(",", " ").split())
    letters = sum(map(str.isupper, match["place"]))
    return letters >= 3 and (match["dash"] != "-" or match.group()[-2] in " )")


def _judged(piece: str) -> str | None:
    """What the text next to a date is: ``first``, ``later``, ``none`` or ``author``; else None."""
    words = _NUMBER.sub(" ", piece).strip(" ,.-–—:").split()
    said = "none"
    while words:
        for size in range(min(3, len(words)), 0, -1):
            phrase = " ".join(words[:size]).casefold().strip(".,:")
            rank = mapping("reading/date_words").get(phrase)
            if rank:
                said = said if rank == "none" else rank
                words = words[size:]
                break
        else:
            break
    rest = " ".join(words)
    if not rest or _ZONE.fullmatch(rest):
        return said
    if _is_chrome(rest.removeprefix("by ")) or _is_chrome(piece.strip()):
        return said
    return "author" if _is_author(words) else None


def _is_chrome(text: str) -> bool:
    return is_furniture(Line(text, 0, False)) or normalised(text) in entries(
        "reading/section_names"
    )


def _is_author(words: list[str]) -> bool:
    """Two to eight capitalised words; after ``by``, one word is enough, such as an account name."""
    by = words[0].casefold() == "by"
    names = words[1:] if by else words
    if len(names) == 1:
        return by or names[0] in entries("reading/agencies")
    return 2 <= len(names) <= 8 and all(
        name[0].isupper() or name in ("and", "&", "de", "for") for name in names
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
    """``23.2.2024`` is day first; with slashes, only if one of the numbers cannot be a month."""
    if mark == "." or first > 12:
        return DateRange.day(date(year, second, first))
    if second > 12 or first == second:
        return DateRange.day(date(year, first, second))
    return None


@cache
def _month(name: str) -> int | None:
    number = mapping("months").get(name.casefold())
    return int(number) if number else None
