"""The user's own chronology in every format, read back by an independent reader."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree

import pytest

from armreader.export.formats import export_kept
from armreader.notes.bookmark import Own, bookmark_event, bookmark_quote, bookmark_stretch
from armreader.notes.rows import KeptRow, kept_rows
from armreader.records import Span
from armreader.story.dossier import Dossier
from dossiers import harbour_dossier
from kept_readers import READERS

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


@pytest.mark.parametrize("format_", sorted(READERS))
def test_each_format_gives_exactly_the_rows_in_their_order(
    format_: str, dossier: Dossier, rows: tuple[KeptRow, ...]
) -> None:
    text = export_kept(dossier, format_, rows)
    found = READERS[format_](text)
    assert len(found) == len(WORDINGS)
    assert all(map(str.startswith, found, WORDINGS))
    assert "The end" in text or format_ in ("ics",)
    assert export_kept(dossier, format_, rows) == text


def test_own_wording_and_dates_are_marked(dossier: Dossier, rows: tuple[KeptRow, ...]) -> None:
    assert [row.yours for row in rows] == [("wording", "date"), (), ("wording", "date")]
    assert "*(my wording and date)*" in export_kept(dossier, "markdown", rows)
    assert "(my wording and date)" in export_kept(dossier, "html", rows)
    table = list(csv.DictReader(StringIO(export_kept(dossier, "csv", rows), newline="")))
    assert {row["mine"] for row in table} == {"wording date", ""}
    assert table[0]["comment"] == "'=cmd"
    assert {"gone.txt"} == {row["place"] for row in table if row["title"] == "Gone"}


def test_a_users_own_page_cites_only_its_sources(
    dossier: Dossier, rows: tuple[KeptRow, ...]
) -> None:
    page = export_kept(dossier, "html", rows[1:2])
    assert page.count('<li id="source-') == 1
    assert "What was said" not in page


def test_the_time_axis_links_to_each_dated_row(dossier: Dossier, rows: tuple[KeptRow, ...]) -> None:
    page = export_kept(dossier, "html", rows)
    drawing = page[page.index("<svg") : page.index("</svg>") + 6]
    svg = ElementTree.fromstring(drawing)
    assert svg.get("aria-hidden") == "true"
    assert "<figcaption>3 dated entries on a timeline</figcaption>" in page
    assert {link.get("tabindex") for link in svg.iter("a")} == {"-1"}
    links = [link.get("href", "") for link in svg.iter("a")]
    assert sorted(links) == sorted(f"#{row.id}" for row in rows)
    assert all(f'id="{row.id}"' in page for row in rows)
    boxes = [
        (float(one.get("x", "")), float(one.get("width", "")), one.get("y"))
        for one in svg.iter("rect")
    ]
    assert all(x >= 0 and x + width <= 700 for x, width, _ in boxes)
    for number, (x, width, y) in enumerate(boxes):
        for other, _, row in boxes[number + 1 :]:
            assert y != row or other >= x + width
    assert "<script" not in page


def test_a_single_date_has_no_time_axis(dossier: Dossier, rows: tuple[KeptRow, ...]) -> None:
    assert "<svg" not in export_kept(dossier, "html", rows[:1])
