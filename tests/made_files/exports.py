"""Exports of news archives in the dialects of their services."""

from __future__ import annotations

import textwrap
from html import escape

from made_files.reports import DOWNLOADED, REPORTS, Report


def nexis_lines() -> list[str]:
    lines = ["User Name: desk", f"Date and Time: {DOWNLOADED} 09:12:00 CET", "Documents (3)"]
    for number, report in enumerate(REPORTS, 1):
        lines += [f"{number}. {report.title}", "Client/Matter: -None-"]
    for report in REPORTS:
        lines += [
            report.title,
            report.source,
            report.written_day,
            f"Copyright 2031 {report.source} All Rights Reserved",
            "Section: REGION; Pg. 3",
            "Length: 80 words",
            *([f"Byline: {report.byline}"] if report.byline else []),
            "Body",
            *report.paragraphs,
            "Classification",
            "Language: ENGLISH",
            f"Load-Date: {report.written_day}",
            "End of Document",
        ]
    return lines


def lexis_text() -> str:
    blocks = [f"Download Request: All items\nTime Of Request: {DOWNLOADED}  10:02:11"]
    for number, report in enumerate(REPORTS, 1):
        blocks += [
            f"{number} of 3 DOCUMENTS".center(76).rstrip(),
            report.source.center(76).rstrip(),
            report.written_day.center(76).rstrip(),
            report.title,
            *([f"BYLINE: {report.byline}"] if report.byline else []),
            "SECTION: REGION; Pg. 3",
            "LENGTH: 80 words",
            *(textwrap.fill(paragraph, 76) for paragraph in report.paragraphs),
            f"LOAD-DATE: {report.written_day}",
            "LANGUAGE: ENGLISH",
            f"Copyright 2031 {report.source}\nAll Rights Reserved".center(76),
        ]
    return "\n\n".join(blocks) + "\n"


def factiva_lines(report: Report, number: int) -> list[str]:
    day = f"{int(report.day[8:])} {report.written_day.split()[0]} 2031"
    return [
        "REGION",
        report.title,
        *([report.byline] if report.byline else []),
        "80 words",
        day,
        report.source,
        "UPHER",
        "English",
        f"Copyright 2031 {report.source}",
        *report.paragraphs,
        f"Document UPHER0002031091{number}e79e0000{number}",
    ]


def lexis_german() -> str:
    """With labels and days in German."""
    months = {"September": "September", "October": "Oktober"}
    blocks = []
    for number, report in enumerate(REPORTS, 1):
        month = months[report.written_day.split()[0]]
        blocks += [
            f"Dokument {number} von 3",
            report.source,
            f"{int(report.day[8:])}. {month} 2031 Montag",
            report.title,
            *([f"AUTOR: {report.byline}"] if report.byline else []),
            "RUBRIK: REGION; S. 3",
            "LÄNGE: 80 Wörter",
            *report.paragraphs,
            "UPDATE: 2. November 2031",
            "SPRACHE: ENGLISH; ENGLISCH",
        ]
    return "\n\n".join(blocks)


def proquest() -> str:
    blocks = []
    for number, report in enumerate(REPORTS, 1):
        day = report.written_day.rpartition(" ")[0]
        blocks += [
            "_" * 60,
            f"Document {number} of 3",
            report.title,
            *([f"Author: {report.byline}"] if report.byline else []),
            f"Publication info: {report.source}; Vale [Vale]. {day}: A.4.",
            "ProQuest document link",
            f"Full text: {report.text}",
            f"Title: {report.title}",
            f"Publication title: {report.source}",
            f"Publication date: {day}",
            f"ProQuest document ID: 40{number}",
            f"Copyright: Copyright {report.source} {day}",
            f"Last updated: {DOWNLOADED}",
            "Database: ProQuest Central",
        ]
    return "\n\n".join(blocks)


def factiva_text() -> str:
    """As copied from the screen: the head of an article without blank lines."""
    blocks = []
    for number, report in enumerate(REPORTS):
        title, *lines = factiva_lines(report, number)[1:]
        head = lines[: -len(report.paragraphs) - 1]
        blocks += [title, "\n".join(head), *report.paragraphs, lines[-1]]
    return "\n\n".join(blocks)


def factiva_lines_coded() -> str:
    """A code and two blanks before each line, and no blank line between them."""
    coded = (line for line in factiva_coded().replace("\nTD\n", "\n").split("\n\n"))
    lines = []
    for line in coded:
        code, _, rest = line.partition(" ")
        is_code = code.isupper() and 2 <= len(code) <= 3
        lines.append(f"{code}  {rest}" if is_code else f"TD  {line}")
    return "\n".join(lines)


def factiva_rtf() -> bytes:
    lines = [line for n, report in enumerate(REPORTS) for line in factiva_lines(report, n)]
    written = ("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line) for line in lines)
    body = "\\par\n".join(written)
    return ("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\n" + body + "\\par\n}").encode("ascii")


def factiva_page() -> str:
    divs = (
        "".join(f"<div>{escape(line, quote=False)}</div>" for line in factiva_lines(report, n))
        for n, report in enumerate(REPORTS)
    )
    return f"<html><head><title>Factiva</title></head><body>{''.join(divs)}</body></html>"


def factiva_page_in(words: str, document: str, day: str, language: str) -> str:
    """As ``factiva_page``, in another language; ``day`` is a form with day, month and year."""
    page = factiva_page()
    for report in REPORTS:
        year, month, number = report.day.split("-")
        english = f"{int(number)} {report.written_day.split()[0]} 2031"
        written = day.format(day=int(number), month=int(month), year=year)
        page = page.replace(f"<div>{english}</div>", f"<div>{written}</div>")
    page = page.replace("<div>80 words</div>", f"<div>80 {words}</div>")
    page = page.replace("<div>Document ", f"<div>{document} ")
    return page.replace("<div>English</div>", f"<div>{language}</div>")


def factiva_coded() -> str:
    """As downloaded with a code before each line."""
    blocks = []
    for number, report in enumerate(REPORTS):
        day = f"{int(report.day[8:])} {report.written_day.split()[0]} 2031"
        lines = [
            "SE Region",
            f"HD {report.title}",
            *([f"BY By {report.byline}"] if report.byline else []),
            "WC 80 words",
            f"PD {day}",
            "ET 06:00",
            f"SN {report.source}",
            "SC UPHER",
            "LA English",
            f"CY Copyright 2031 {report.source}",
            f"LP {report.paragraphs[0]}",
            "TD",
            *report.paragraphs[1:],
            "NS gwater : Water",
            f"AN Document UPHER0002031091{number}e79e0000{number}",
        ]
        blocks.append("\n\n".join(lines))
    return "\n\n".join(blocks)
