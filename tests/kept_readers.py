"""Independent readers of the exports of the user's own chronology: what the rows say."""

from __future__ import annotations

import csv
import html
import json
import re
from html.parser import HTMLParser
from io import StringIO


def read_json(text: str) -> list[str]:
    return [row["wording"] for row in json.loads(text)["kept"]]


def read_csv(text: str) -> list[str]:
    found = csv.DictReader(StringIO(text, newline=""))
    return list(dict.fromkeys(row["event_or_speaker"] for row in found))


def read_ics(text: str) -> list[str]:
    plain = text.replace("\r\n ", "")
    return [
        re.sub(r"\\([,;\\])", r"\1", line)
        for line in re.findall(r"^SUMMARY:(.*)\r$", plain, re.MULTILINE)
    ]


def read_timelinejs(text: str) -> list[str]:
    return [html.unescape(one["text"]["headline"]) for one in json.loads(text)["events"]]


def read_markdown(text: str) -> list[str]:
    found = re.findall(r"^\*\*[^*]+\*\*: (.*) \[[\d, ]+\]$", text, re.MULTILINE)
    return [re.sub(r"\\(.)", r"\1", one) for one in found]


class _Headlines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "time":
            self._inside = True
            self.found.append("")
        elif tag in ("p", "small", "em"):
            self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside and tag not in ("small", "a")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def read_html(text: str) -> list[str]:
    parser = _Headlines()
    parser.feed(text)
    return [one.strip() for one in parser.found]


class _Rows(HTMLParser):
    """What is in bold in the cells of the tables."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        if self._open[-3:] == ["td", "p", "strong"]:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open[-3:] == ["td", "p", "strong"]:
            self.found[-1] += data


def read_document(text: str) -> list[str]:
    parser = _Rows()
    parser.feed(text)
    return parser.found


def read_obsidian(text: str) -> list[str]:
    found = re.findall(r"^- \*\*[^*]+\*\*: (.*) \[@[^\]]+\]$", text, re.MULTILINE)
    return [re.sub(r"\\(.)", r"\1", one) for one in found]


READERS = {
    "json": read_json, "csv": read_csv, "ics": read_ics, "timelinejs": read_timelinejs,
    "markdown": read_markdown, "html": read_html, "document": read_document,
    "obsidian": read_obsidian,
}  # fmt: skip
