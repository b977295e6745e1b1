"""When an article appeared, as far as the article or its file says so, most trusted first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from armreader.reading.datelines import DateLine, read_date
from armreader.records import (
    UNKNOWN_PUBLICATION,
    Basis,
    DateEvidence,
    Passage,
    Post,
    Publication,
    Reason,
    Span,
)
from armreader.records.dates import DateRange
from armreader.records.days import parse_day

_FIRST_NEWS = 1605
"""The year of the first newspaper; ``0001-01-01`` is .NET's default."""
_NO_DAYS = (date(1970, 1, 1), date(1969, 12, 31))
"""The zero of the Unix clock, in Greenwich and west of it."""
_URL_DAY = re.compile(r"/(\d{4})[/-](\d\d?)[/-](\d\d?)(?:[/_.-]|$)")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):([0-5]\d)")
_FILE_DAY = re.compile(r"(?<!\d)(\d{4})([-_.])(\d\d)\2(\d\d)(?!\d)")


class Dated(NamedTuple):
    """One date found for the article."""

    range: DateRange
    basis: Basis
    rule: str
    where: str
    """Shown to the reader: ``front matter``, ``date line``."""
    span: Span | None = None


def from_front_matter(value: str) -> Dated | None:
    """The date that the user gave at the top of the file."""
    range_ = understood(value)
    return Dated(range_, "given", "publication-front-matter", "front matter") if range_ else None


def from_page(value: str) -> Dated | None:
    """The date in the metadata of a web page."""
    range_ = _written_by_machine(value)
    return Dated(range_, "stated", "publication-page", "page") if range_ else None


def from_container(value: str, rule: str) -> Dated | None:
    """The date that the feed, mail, export or list gives for the article."""
    range_ = _written_by_machine(value)
    return Dated(range_, "stated", rule, "container") if range_ else None


def _written_by_machine(value: str) -> DateRange | None:
    """As ``understood``, without the values that programs write if they have no date."""
    range_ = understood(value)
    if range_ is None or range_.earliest is None:
        return range_
    return None if range_.earliest.year < _FIRST_NEWS or range_.earliest in _NO_DAYS else range_


def understood(value: str) -> DateRange | None:
    """A date that somebody typed: EDTF, ISO 8601, or with the name of the month."""
    return DateRange.from_edtf(value) or _day(value) or read_date(value)


def post_of(span: Span, said: str) -> Post | None:
    """A post of a live blog, which the page dates with ISO 8601: ``2030-05-09T21:15``."""
    day = parse_day(said)
    clock = _CLOCK.match(said)
    minute = int(clock[1]) * 60 + int(clock[2]) if clock else None
    return Post(span, DateRange.day(day), minute) if day else None


def from_lines(lines: Sequence[DateLine]) -> list[Dated]:
    """The dates in the article's date lines, the day of publication before updates."""
    ordered = sorted((line.rank, line.span, line.range) for line in lines if line.range)
    return [
        Dated(range_, "stated", "publication-date-line", "date line", span)
        for _, span, range_ in ordered[:1]
    ]


def from_url(url: str, span: Span | None) -> Dated | None:
    """The day in a web address: ``/2024/06/13/``."""
    match = _URL_DAY.search(url)
    range_ = _parts(match[1], match[2], match[3]) if match else None
    return Dated(range_, "stated", "publication-url", "address", span) if range_ else None


def from_file_name(name: str) -> Dated | None:
    """The ISO day in a file's name: ``2024-06-13-agency.txt``."""
    match = _FILE_DAY.search(name)
    range_ = _parts(match[1], match[3], match[4]) if match else None
    return Dated(range_, "given", "publication-file-name", "file name") if range_ else None


def publication(dated: Iterable[Dated | None], article: str) -> tuple[Publication, tuple[str, ...]]:
    """The publication date (the first given), and a notice for every later one that differs."""
    known = [one for one in dated if one]
    if not known:
        return UNKNOWN_PUBLICATION, ()
    best = known[0]
    clashing = [other for other in known[1:] if not best.range.overlaps(other.range)]
    notices = tuple(
        f"dated {best.range.edtf} by its {best.where}, but {other.range.edtf} by its {other.where}"
        for other in clashing
    )
    others = tuple(DateEvidence(other.range, _reason(other, article)) for other in clashing)
    return Publication(best.range, best.basis, _reason(best, article), others=others), notices


def _reason(dated: Dated, article: str) -> Reason:
    return Reason(dated.rule, (Passage(article, *dated.span),) if dated.span else ())


def _day(value: str) -> DateRange | None:
    day = parse_day(value)
    return DateRange.day(day) if day else None


def _parts(year: str, month: str, day: str) -> DateRange | None:
    found = parse_day(f"{year}-{int(month):02}-{int(day):02}")
    return DateRange.day(found) if found and 1800 <= found.year <= 2199 else None
