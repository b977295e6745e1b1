"""The user's own chronology in every format, read back by an independent reader."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest

from armreader.export.formats import export_kept
from armreader.notes.bookmark import Own, bookmark_event, bookmark_quote, bookmark_stretch
from armreader.notes.rows import KeptRow, kept_rows
from armreader.records import Span
from armreader.story.dossier import Dossier
from dossiers import harbour_dossier

WORDINGS = ["The council <votes>", "Ada Quill: “We cannot keep it standing”", "The old pier"]


@pytest.fixture
def dossier() -> Dossier:
    return harbour_dossier()


@pytest.fixture
def rows(dossier: Dossier) -> tuple[KeptRow, ...]:
    """An event renamed and dated, merged with another; a quote; a stretch that is lost."""
    vote = bookmark_event(dossier, "e-vote")
    vote = replace(vote, own=Own("The council <votes>", "2030-03"), comment="=cmd", tags=("pier",))
    built = replace(bookmark_event(dossier, "e-built"), own=Own(part_of=vote.id))
    said = bookmark_quote(dossier, "q-stand")
    lost = bookmark_stretch(dossier, dossier.articles[0].id, Span(0, 12))
    origin = replace(lost.origin, article="gone", sha256="", file="gone.txt", url="", title="Gone")
    words = "a stretch that nobody has any longer"
    lost = replace(
        lost, id="b-0000000001", origin=origin, own=Own("The old pier", "2030-03-01"),
        selector=replace(lost.selector, exact=words), words=words,
    )  # fmt: skip
    headings = {one.id: "The end" for one in (said, lost)}
    return kept_rows((vote, built, said, lost), headings, dossier)


def read_json(text: str) -> list[str]:
    return [row["wording"] for row in json.loads(text)["kept"]]


def read_csv(text: str) -> list[str]:
    found = csv.DictReader(StringIO(text, newline=""))
    return list(dict.fromkeys(row["event_or_speaker"] for row in found))


def read_ics(text: str) -> list[str]:
    plain = text.replace("\r\n ", "")
    return [
        re.sub(r"\\([,;\\])", r"\1", line).split(" (")[0]
        for line in re.findall(r"^SUMMARY:(.*)\r$", plain, re.MULTILINE)
    ]


def read_timelinejs(text: str) -> list[str]:
    import html

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


READERS = {
    "json": read_json, "csv": read_csv, "ics": read_ics, "timelinejs": read_timelinejs,
    "markdown": read_markdown, "html": read_html,
}  # fmt: skip


@pytest.mark.parametrize("format_", sorted(READERS))
def test_each_format_gives_exactly_the_rows_in_their_order(
    format_: str, dossier: Dossier, rows: tuple[KeptRow, ...]
) -> None:
    text = export_kept(dossier, format_, rows)
    assert READERS[format_](text) == WORDINGS
    assert "The end" in text or format_ in ("ics",)
    assert export_kept(dossier, format_, rows) == text


def test_what_is_the_users_is_marked(dossier: Dossier, rows: tuple[KeptRow, ...]) -> None:
    assert [row.yours for row in rows] == [("wording", "date"), (), ("wording", "date")]
    assert "*(my wording and date)*" in export_kept(dossier, "markdown", rows)
    assert "(my wording and date)" in export_kept(dossier, "html", rows)
    table = list(csv.DictReader(StringIO(export_kept(dossier, "csv", rows), newline="")))
    assert {row["mine"] for row in table} == {"wording date", ""}
    assert table[0]["comment"] == "'=cmd"
    assert {"gone.txt"} == {row["place"] for row in table if row["title"] == "Gone"}


def test_a_page_of_ones_own_cites_only_what_it_has(
    dossier: Dossier, rows: tuple[KeptRow, ...]
) -> None:
    page = export_kept(dossier, "html", rows[1:2])
    assert page.count('<li id="source-') == 1
    assert "What was said" not in page
