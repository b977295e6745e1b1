"""The dated events as an iCalendar file (RFC 5545), one all-day event each."""

from __future__ import annotations

from datetime import date, timedelta

from armreader.export.chronology_markdown import marked
from armreader.export.date_forms import date_in_words
from armreader.records.dates import DateRange
from armreader.records.visible import visible
from armreader.story.chronology import Chronology, Entry

LONGEST = 366
"""Days; events that lasted longer, or are only known to the decade, would flood a calendar."""
_STAMP = "19700101T000000Z"
"""DTSTAMP is required, and today's date would make every export another."""
_OCTETS = 75


def chronology_ics(chronology: Chronology) -> str:
    """Events of a day, a month or a year; others are counted in the description."""
    fitting = [(entry, days) for entry in chronology.entries if (days := _days(entry))]
    missing = len(chronology.entries) - len(fitting)
    note = (
        f"{missing} events without a date, or longer than a year, are left out." if missing else ""
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//armreader//chronology//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(chronology.name)}",
        f"X-WR-CALDESC:{_text(note)}" if note else "",
    ]
    for entry, (first, last) in fitting:
        lines += _event(chronology, entry, first, last)
    lines.append("END:VCALENDAR")
    return "".join(fold(line) + "\r\n" for line in lines if line)


def fold(line: str) -> str:
    """The line in pieces of at most 75 octets, each after the first behind a blank."""
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode("utf-8", "replace"))
        if size + width > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += width
    return "\r\n".join([*pieces, piece])


def _days(entry: Entry) -> tuple[date, date] | None:
    """The first and the last day of what fits in a calendar."""
    range_ = entry.range
    if range_ is None or range_.earliest is None or range_.latest is None:
        return None
    if (range_.days or 0) > LONGEST:
        return None
    return range_.earliest, range_.latest


def _event(chronology: Chronology, entry: Entry, first: date, last: date) -> list[str]:
    on_a_day = entry.range is not None and entry.range == DateRange.day(first)
    when = "" if on_a_day else f" ({date_in_words(entry.range)})"
    sources = [chronology.sources[account.source] for account in entry.accounts]
    description = "\n\n".join(
        f"{' … '.join(account.sentences)}\n— {source.name} ({account.place})"
        for account, source in zip(entry.accounts, sources, strict=True)
    )
    if entry.yours:
        description = f"({marked(entry)})\n\n{description}"
    if entry.comment:
        description = f"{entry.comment}\n\n{description}"
    differences = "".join(f"\n\nSources differ, {text}" for text in entry.differences)
    address = next((one.article.url for one in sources if one.article.url), "")
    lines = [
        "BEGIN:VEVENT",
        f"UID:{entry.id}@armreader",
        f"DTSTAMP:{_STAMP}",
        f"DTSTART;VALUE=DATE:{_date(first)}",
        f"DTEND;VALUE=DATE:{_date(_after(last))}",
        f"SUMMARY:{_text(entry.headline + when)}",
        f"DESCRIPTION:{_text(description + differences)}",
        f"URL:{address}" if _is_address(address) else "",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
    return [line for line in lines if line]


def _after(day: date) -> date:
    """The day after, on which an all-day event ends."""
    return day if day == date.max else day + timedelta(days=1)


def _date(day: date) -> str:
    return day.isoformat().replace("-", "")


def _is_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and url.isprintable() and " " not in url


def _text(value: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line break escaped."""
    for mark in ("\\", ";", ","):
        value = value.replace(mark, f"\\{mark}")
    return visible(value).replace("\n", "\\n").replace("\t", " ")
