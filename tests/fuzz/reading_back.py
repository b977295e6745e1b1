"""Readers of every export that know only its format: what of it is of foreign making."""

from __future__ import annotations

import csv
import json
import logging
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import StringIO
from typing import Any
from urllib.parse import unquote

import bibtexparser
import rispy
from icalendar import Calendar
from markdown_it import MarkdownIt

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
STEERS = re.compile(
    CONTROLS.pattern + "|[\u061c\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    "|[\U000e0000-\U000e007f]"
)
_FORMULA = ("=", "+", "-", "@", "＝")
_ORG_ACTS = re.compile(
    r"\[\[|@@|\{\{\{|<<|\[fn:|src_\w|call_|\b(?:elisp|shell):(?=[^\s\u200b])|<\d{4}-"
    r"|^\*.* :END:\s*$|^#\+INCLUDE",
    re.MULTILINE,
)
_TAGS = {
    *("h1", "h2", "h3", "p", "ol", "ul", "li", "strong", "em", "a", "blockquote", "code", "br"),
    *(
        "html",
        "head",
        "body",
        "meta",
        "title",
        "style",
        "main",
        "header",
        "footer",
        "nav",
        "section",
    ),
    *("article", "table", "thead", "tbody", "tr", "th", "td", "div", "span", "details", "summary"),
    *("figure", "figcaption", "fieldset", "legend", "label", "input", "nav", "header"),
    *("svg", "line", "rect", "circle", "text", "g"),
    *("pre", "cite", "time", "small", "hr", "mark", "dl", "dt", "dd", "q", "i", "b", "input"),
}
_QUIET = {"i", "b", "input", "code", "br", "hr"}

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def steering(text: str, *, exact: bool = False) -> Iterator[str]:
    """What steers a terminal or turns a text round; of an exact text what steers alone."""
    for found in (CONTROLS if exact else STEERS).finditer(text):
        yield f"U+{ord(found[0]):04X} in {text[max(0, found.start() - 30) : found.end() + 20]!r}"


class Page(HTMLParser):
    """A page's elements, attributes that act, and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.acting: set[str] = set()
        self.links: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attributes:
            if name in ("href", "src", "action", "data", "srcdoc"):
                self.links.append(value or "")
            elif name.startswith("on"):
                self.acting.add(f"{tag} {name}")


def elements(page: str, addresses: set[str], allowed: set[str]) -> Iterator[str]:
    """Elements that no export makes, and links that lead to no article's address."""
    found = Page(page)
    for tag in sorted((found.tags - allowed) | found.acting):
        yield f"element {tag}"
    known = {unquote(one) for one in addresses}
    for link in found.links:
        outside = not link.startswith("#")
        web = link.startswith(("http://", "https://"))
        if outside and not (web and unquote(link) in known):
            yield f"link {link!r}"


def markdown(text: str, addresses: set[str]) -> Iterator[str]:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    yield from elements(page, addresses, _TAGS - _QUIET)


def html(text: str, addresses: set[str]) -> Iterator[str]:
    if "default-src 'none'" not in text:
        yield "no policy"
    yield from elements(text, addresses, _TAGS)


def table(text: str, addresses: set[str]) -> Iterator[str]:
    for mark in ",;\t|":
        for row in csv.reader(StringIO(text, newline=""), delimiter=mark):
            for cell in row:
                if cell.lstrip(" \t\r\n'\"").startswith(_FORMULA) and not cell.startswith("'"):
                    yield f"formula {cell[:40]!r} between {mark!r}"
    widths = {len(row) for row in csv.reader(StringIO(text, newline=""))}
    if len(widths) > 1:
        yield f"torn rows {widths}"


def calendar(text: str, addresses: set[str]) -> Iterator[str]:
    events = 0
    for part in Calendar.from_ical(text).walk():
        if part.name not in ("VCALENDAR", "VEVENT"):
            yield f"component {part.name}"
        if part.name == "VEVENT":
            events += 1
            if not str(part.get("UID", "")).endswith("@armreader"):
                yield "event of another"
            for name in set(part) & {"ATTACH", "ORGANIZER", "ATTENDEE", "X"}:
                yield f"property {name}"
    if events != len(re.findall(r"^BEGIN:VEVENT\r$", text, re.MULTILINE)):
        yield "events lost"


def timeline(text: str, addresses: set[str]) -> Iterator[str]:
    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for one in value.values() if isinstance(value, dict) else value:
                yield from strings(one)

    for one in strings(json.loads(text)):
        yield from elements(one, addresses, _TAGS)


def dossier(text: str, addresses: set[str]) -> Iterator[str]:
    found = json.loads(text)
    size = {one["id"]: len(one["text"]) for one in found["articles"]}
    for kind in ("times", "quotes"):
        for one in found[kind]:
            if not 0 <= one["start"] <= one["end"] <= size[one["article"]]:
                yield f"{kind}: a span outside its text"


def any_json(text: str, addresses: set[str]) -> Iterator[str]:
    json.loads(text)
    yield from ()


def org(text: str, addresses: set[str]) -> Iterator[str]:
    for found in _ORG_ACTS.finditer(text):
        yield f"Org: {text[found.start() : found.end() + 30]!r}"


def bibtex(text: str, addresses: set[str]) -> Iterator[str]:
    library = bibtexparser.parse_string(text)  # type: ignore[attr-defined]
    written = len(re.findall(r"^@", text, re.MULTILINE))
    if library.failed_blocks or len(library.entries) != written:
        yield f"BibTeX: {len(library.entries)} of {written} entries"


def ris(text: str, addresses: set[str]) -> Iterator[str]:
    written = len(re.findall(r"^TY  - ", text, re.MULTILINE))
    found = rispy.loads(text)
    if len(found) != written or any(one["type_of_reference"] != "NEWS" for one in found):
        yield f"RIS: {len(found)} of {written} entries"


Reader = Callable[[str, set[str]], Iterator[str]]
DOSSIER_READERS: dict[str, Reader] = {
    "json": dossier, "markdown": markdown, "csv": table, "ics": calendar,
    "timelinejs": timeline, "html": html,
}  # fmt: skip
NOTES_READERS: dict[str, Reader] = {
    "markdown": markdown, "csv": table, "json": any_json, "csl-json": any_json, "bibtex": bibtex,
    "ris": ris, "jsonld": any_json, "org": org,
}  # fmt: skip
COUNTED = {"bibtex": r"^@", "ris": r"^TY  - ", "org": r"^\* "}
"""How an entry begins, in the formats where a foreign one would be one more."""
