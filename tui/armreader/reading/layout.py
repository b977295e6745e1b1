"""Layout: which lines of an article are its title, byline, body, captions, furniture.

Lines are judged by their words first, then by their position: above the first paragraph, between
paragraphs, or below the last one. Prose is never furniture by position alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from armreader.language import entries
from armreader.reading.bylines import agency_of, byline, is_person, names_outlet
from armreader.reading.captions import is_caption, is_credit, is_under_credit
from armreader.reading.datelines import DateLine, date_line, opening_dateline, read_date
from armreader.reading.furniture import (
    is_furniture,
    is_section_name,
    is_url,
)
from armreader.reading.headline import (
    find_headline,
    first_sentence,
    is_headline_sentence,
    report_stems,
    stems,
)
from armreader.reading.lines import Line, split_lines
from armreader.reading.margins import mark_boxes, mark_repeated, mark_tail, mark_threads, says
from armreader.reading.pictured import glued_caption, is_pictured
from armreader.records import Section, SectionKind, Span

_SUMMARY_WORDS = 6
_SOURCE_WITHIN = 3
"""The name of the outlet may be within this many lines of the top."""
_BYLINE_WITHIN = 4
"""A byline without ``By`` may be within this many lines of a date line."""
_SECOND_HEADLINE = 2
"""A second headline may be within this many lines above the headline if it shares words with the
report."""


@dataclass
class Layout:
    """The sections of an article, and what its lines say about it."""

    sections: tuple[Section, ...] = ()
    title: str = ""
    source: str = ""
    byline: str = ""
    agency: str = ""
    dates: list[DateLine] = field(default_factory=list)
    urls: list[Span] = field(default_factory=list)


def lay_out(text: str, given: Sequence[Section] = (), title: str = "") -> Layout:
    """The layout of a text; ``given`` are the sections and ``title`` the title from the format.

    The sections are in order, do not overlap, and cover every character that is not white space.
    """
    layout = Layout()
    lines = split_lines(text)
    _take_given(lines, given)
    _judge_lines(lines, layout)
    mark_threads(lines)
    lead = _lead(lines)
    if lead is not None:
        _lay_out_head(lines, lead, layout, title)
        mark_repeated(lines)
        mark_boxes(lines, lead)
        mark_tail(lines, lead)
    for line in lines:
        line.kind = line.kind or "body"
    if not any(line.kind == "body" for line in lines):
        _restore_body(lines)
    layout.sections = tuple(_sections(lines, layout))
    layout.title = layout.title or title or _first_sentence(text, layout.sections)
    return layout


def _first_sentence(text: str, sections: Sequence[Section]) -> str:
    body = next((section.span for section in sections if section.kind == "body"), Span(0, 0))
    return first_sentence(text[body.start : body.end].split("\n", 1)[0])


def _take_given(lines: Sequence[Line], given: Sequence[Section]) -> None:
    at = 0
    for line in lines:
        while at < len(given) and given[at].span.end <= line.start:
            at += 1
        if at < len(given) and given[at].span.start <= line.start:
            line.kind = given[at].kind


def _judge_lines(lines: Sequence[Line], layout: Layout) -> None:
    """Give each line a kind by its own words."""
    for number, line in enumerate(lines):
        if line.kind and line.kind != "body":
            _note_given(line, layout)
            continue
        if is_url(line.text):
            layout.urls.append(line.span)
        if line.is_long:
            continue
        dated = date_line(line)
        if dated and (number < 30 or number >= len(lines) - 8):
            layout.dates.append(dated)
            line.kind = "dateline"
            signed = byline(Line(dated.author, 0, False)) if dated.author else None
            layout.byline = layout.byline or (signed.names if signed else dated.author)
            continue
        signed = byline(line)
        if signed:
            line.kind = "byline"
            layout.byline = layout.byline or (signed.names if signed.is_author else "")
        elif is_caption(line) or is_pictured(line.text) or _is_by_credit(lines, number):
            line.kind = "caption"
        elif is_furniture(line):
            line.kind = "furniture"
    layout.agency = agency_of(layout.byline) if layout.byline else ""


def _is_by_credit(lines: Sequence[Line], number: int) -> bool:
    """Whether the line is a bare credit or a caption under one; at the very top it is a source."""
    if number < _SOURCE_WITHIN:
        return False
    return is_credit(lines[number]) or is_under_credit(lines[number], lines[number - 1])


def _note_given(line: Line, layout: Layout) -> None:
    """Take the names or the date from a line whose kind the format marks."""
    if line.kind == "byline" and not layout.byline:
        signed = byline(line)
        layout.byline = signed.names if signed else line.text
    elif line.kind == "dateline":
        dated = date_line(line)
        layout.dates += [dated] if dated else []


def _lead(lines: Sequence[Line]) -> int | None:
    """The number of the first paragraph of the report."""
    prose = [n for n, line in enumerate(lines) if line.kind in (None, "body") and line.is_prose]
    prose = [n for n in prose if not lines[n].is_bullet] or prose
    if len(prose) > 1 and prose[0] == 0 and is_headline_sentence(lines[0], lines[1]):
        return prose[1]
    if prose:
        return prose[0]
    sentences = [n for n, line in enumerate(lines) if line.kind is None and line.ends_sentence]
    return sentences[0] if sentences else None


def _lay_out_head(lines: Sequence[Line], lead: int, layout: Layout, title: str) -> None:
    """Give a kind to the lines above the lead: the headline, the outlet above it, and the rest."""
    headline = _headline(lines, lead, title)
    if headline is not None:
        lines[headline].kind = "title"
        layout.title = lines[headline].text
    report = report_stems(lines, lead)
    for number, line in enumerate(lines[:lead]):
        if line.kind:
            continue
        if headline is None or number < headline:
            line.kind = _above(line, number)
            if headline is not None and line.kind is None:
                line.kind = _unnamed_above(line, headline - number, report)
        elif line.text == layout.title:
            line.kind = "title"
        else:
            beside = lines[max(0, number - _BYLINE_WITHIN) : number + _BYLINE_WITHIN + 1]
            line.kind = _below(line, any(other.kind == "dateline" for other in beside))
        if line.kind == "source":
            layout.source = layout.source or line.text
        elif line.kind == "byline":
            layout.byline = layout.byline or line.text


def _headline(lines: Sequence[Line], lead: int, title: str) -> int | None:
    """The number of the headline: as the format marks it, as stated, or as the lines suggest."""
    given = next((n for n, line in enumerate(lines) if line.kind == "title"), None)
    if given is None:
        given = _stated(lines, lead, title)
    return find_headline(lines, lead) if given is None else given


def _stated(lines: Sequence[Line], lead: int, title: str) -> int | None:
    wanted = " ".join(title.casefold().split())
    if not wanted:
        return None
    folded = (" ".join(line.text.casefold().split()) for line in lines[: lead + 1])
    return next((n for n, text in enumerate(folded) if text == wanted), None)


def _above(line: Line, number: int) -> SectionKind | None:
    if is_section_name(line.text) or line.text in entries("countries"):
        return "furniture"
    if number < _SOURCE_WITHIN and names_outlet(line.text):
        return "source"
    return None


def _unnamed_above(line: Line, away: int, report: frozenset[str]) -> SectionKind | None:
    """A line ``away`` lines above the headline: a second headline, or furniture if not prose."""
    is_near = away <= _SECOND_HEADLINE and len(line.words) > _SECOND_HEADLINE
    if is_near and len(stems(line.text) & report) >= away:
        return "title"
    return None if says(line) else "furniture"


def _below(line: Line, is_by_date: bool) -> SectionKind | None:
    """A line between headline and lead: a name is the byline, a bullet or a long line a summary."""
    if line.is_bullet or (line.ends_sentence and line.is_prose):
        return "summary"
    if line.ends_sentence:
        return None
    if is_person(line.text, is_by_date):
        return "byline"
    if len(line.words) >= _SUMMARY_WORDS:
        return "summary"
    return None if says(line) else "furniture"


def _restore_body(lines: Sequence[Line]) -> None:
    """An article must have a body: if all was ruled out, the longest line becomes the body."""
    longest = max(lines, key=lambda line: len(line.text), default=None)
    if longest is not None:
        longest.kind = "body"


def _sections(lines: Sequence[Line], layout: Layout) -> list[Section]:
    """Neighbouring lines of one kind joined; a dateline and a caption are split off."""
    parts: list[tuple[SectionKind, int, int]] = []
    body = [line for line in lines if line.kind == "body"]
    prose = next((n for n, line in enumerate(body) if line.is_prose), 0)
    opening = next((line for line in body[: prose + 1] if opening_dateline(line.text)[0]), None)
    for line in lines:
        start, end = line.start, line.start + len(line.text)
        if line is opening:
            length, agency = opening_dateline(line.text)
            if length and (length < len(line.text) or len(body) > 1):
                layout.agency = layout.agency or agency
                day = read_date(line.text[:length])
                if day:
                    layout.dates.append(DateLine(day, Span(start, start + length), 1, ""))
                parts.append(("dateline", start, start + length))
                start += length
                start += len(line.text) - length - len(line.text[length:].lstrip())
        if start == end:
            continue
        kind = line.kind or "body"
        if parts and parts[-1][0] == kind and kind != "caption":
            start = parts.pop()[1]
        caption_end = glued_caption(line.text) if kind == "body" else 0
        if caption_end:
            at = line.start + caption_end
            parts += ((kind, start, at), ("caption", at, end))
        else:
            parts.append((kind, start, end))
    return [Section(kind, Span(start, end)) for kind, start, end in parts]
