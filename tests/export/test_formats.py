"""The dossier in exchange formats, each read back by a reader that knows only the format."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

import bibtexparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from markdown_it import MarkdownIt

from armreader.export.chronology_csv import csv_text, safe_cell
from armreader.export.chronology_ics import fold
from armreader.export.date_forms import date_in_words
from armreader.export.formats import DOSSIER_FORMATS, export_dossier
from armreader.records import Article, Section, Span
from armreader.records.article import UNKNOWN_PUBLICATION
from armreader.story.chosen import Choice, chosen
from armreader.story.dossier import Dossier
from armreader.story.phrases import paragraph_of

VOID = {"meta", "br", "hr", "img", "link", "input", "col"}


@pytest.mark.parametrize("format_", DOSSIER_FORMATS)
def test_every_format_is_the_same_from_run_to_run(dossier: Dossier, format_: str) -> None:
    text = export_dossier(dossier, format_)
    assert text == export_dossier(dossier, format_)
    assert text.endswith("\n")
    if format_ != "json":
        assert "\u202e" not in text


def test_an_unknown_format_is_refused(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match="no such format: docx"):
        export_dossier(dossier, "docx")


def test_the_calendar_has_days_as_days_and_says_what_is_vague(dossier: Dossier) -> None:
    calendar = Calendar.from_ical(export_dossier(dossier, "ics"))
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    first = events["e-0@armreader"]
    assert (first.decoded("DTSTART"), first.decoded("DTEND")) == (
        date(2021, 3, 3),
        date(2021, 3, 4),
    )
    assert str(first["SUMMARY"]) == "bakery burns down"
    assert "We lost everything" in str(first["DESCRIPTION"])
    assert "Sources differ, day: [1] 2021-03-03; [2] 2021-03-04" in str(first["DESCRIPTION"])
    assert str(first["URL"]).startswith("https://daily.example/")
    month = events["e-1@armreader"]
    assert str(month["SUMMARY"]) == "=roof, raised; by \\ <i> (May 2022)"
    assert (month.decoded("DTSTART"), month.decoded("DTEND")) == (
        date(2022, 5, 1),
        date(2022, 6, 1),
    )
    assert set(events) == {f"e-{number}@armreader" for number in (0, 1, 2, 3)}
    assert str(calendar["X-WR-CALDESC"]).startswith("3 events")


def test_what_no_source_asserts_is_not_given_as_a_fact(dossier: Dossier) -> None:
    event = dossier.events[2]
    planned = replace(event.mentions[0], status="planned")
    changed = replace(dossier, events=(replace(event, mentions=(planned,)),))
    for format_ in ("markdown", "ics", "timelinejs", "html"):
        assert "bakery built (planned)" in export_dossier(changed, format_)
        assert "bakery built (" not in export_dossier(dossier, format_).replace("(about", "")


def test_no_line_of_the_calendar_is_longer_than_75_octets(dossier: Dossier) -> None:
    text = export_dossier(dossier, "ics")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
def test_folding_only_adds_line_breaks(line: str) -> None:
    assert fold(line).replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in fold(line).split("\r\n"))


def test_the_timeline_is_never_more_precise_than_the_reports(dossier: Dossier) -> None:
    timeline = json.loads(export_dossier(dossier, "timelinejs"))
    slides = {slide["unique_id"]: slide for slide in timeline["events"]}
    assert slides["e-0"]["start_date"] == {"year": 2021, "month": 3, "day": 3}
    assert "end_date" not in slides["e-0"]
    assert slides["e-1"]["start_date"] == {"year": 2022, "month": 5}
    assert slides["e-2"]["start_date"] == {"year": 1990}
    assert slides["e-2"]["display_date"] == "about 1990"
    assert slides["e-3"]["end_date"] == {"year": 2021, "month": 3, "day": 2}
    assert slides["e-4"]["start_date"] == {"year": 1990}
    assert slides["e-4"]["end_date"] == {"year": 1999}
    assert slides["e-5"]["display_date"] == "since June 2022"
    assert "e-6" not in slides
    assert "1 events without a date" in timeline["title"]["text"]["text"]
    assert slides["e-1"]["text"]["headline"].endswith("&lt;i&gt;")
    assert "javascript:" not in json.dumps(timeline)


def test_the_table_has_a_row_for_each_account_and_each_quote(dossier: Dossier) -> None:
    rows = list(csv.DictReader(StringIO(export_dossier(dossier, "csv"), newline="")))
    fire = [row for row in rows if row["id"] == "e-0"]
    assert [row["source"] for row in fire] == ["Daily", "<Evening>, & =Co"]
    assert fire[0]["place"] == "a-1.txt:1"
    assert (fire[0]["date"], fire[0]["known"]) == ("2021-03-03", "stated")
    quotes = [row for row in rows if row["kind"] == "quote"]
    assert [row["event_or_speaker"] for row in quotes] == ["Tomas Berg", "?"]
    assert next(row for row in rows if row["id"] == "e-1")["event_or_speaker"].startswith("'=roof")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1))
def test_no_cell_is_a_formula_and_no_row_is_torn(cells: list[str]) -> None:
    header, row = csv.reader(StringIO(csv_text(cells, [cells]), newline=""))
    assert len(row) == len(header) == len(cells)
    for cell in row:
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert row == [safe_cell(cell) for cell in cells]


CELLS = st.lists(
    st.text(st.sampled_from("ab=+-@;|,\t\n\r \"'＝"), max_size=9), min_size=1, max_size=4
)


@given(CELLS, st.sampled_from(",;\t|"))
def test_no_cell_is_a_formula_with_any_delimiter(cells: list[str], mark: str) -> None:
    text = csv_text(["words"] * len(cells), [cells])
    for row in csv.reader(StringIO(text, newline=""), delimiter=mark):
        for cell in row:
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "＝")), (cell, text)


def test_the_chronology_in_markdown_gives_each_entry_its_sources(dossier: Dossier) -> None:
    text = export_dossier(dossier, "markdown")
    assert "**3 March 2021**: bakery burns down [1, 2]" in text
    assert "- *Sources differ*, day: [1] 2021-03-03; [2] 2021-03-04" in text
    assert "1. **Daily**, [“The Daily fire”](<https://daily.example/fire?a=1&b={2}>)" in text
    assert "March 2021 (inferred)" in text
    assert text.index("### 2021") < text.index("### 2022") < text.index("### Undated")
    page = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    assert set(re.findall(r"<(\w+)", page)) == {"h1", "h2", "h3", "p", "ol", "ul", "li"} | {
        *("strong", "em", "a"),
    }


class Page(HTMLParser):
    """A page's elements, with what was opened and not closed, or closed and not opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.links.append(value or "")
            elif name.startswith("on") or name == "style":
                self.wrong.append(f"{tag} {name}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_and_fetches_and_runs_nothing(dossier: Dossier) -> None:
    text = export_dossier(dossier, "html")
    page = Page(text)
    assert (page.open, page.wrong) == ([], [])
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form", "b", "i"}
    assert len(page.ids) == len(set(page.ids))
    outside = [link for link in page.links if not link.startswith("#")]
    assert outside == ["https://daily.example/fire?a=1&b={2}"]
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert "default-src 'none'" in text
    assert "@import" not in text
    assert "url(" not in text


def test_the_page_holds_every_text_whole(dossier: Dossier) -> None:
    shown = Page(export_dossier(dossier, "html")).text
    for article in dossier.articles:
        assert article.text.replace("\u202e", "⇄") in shown
    assert "=roof, raised; by \\ <i>" in shown


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("bakery burns down", "3 March 2021"),
        ("=roof, raised; by \\ <i>", "May 2022"),
        ("bakery built", "about 1990"),
        ("fair held", "from 27 February 2021 to 2 March 2021"),
        ("war lasts", "the 1990s"),
        ("closed", "since June 2022"),
        ("bakery founded", "undated"),
    ],
)
def test_dates_read_as_people_write_them(dossier: Dossier, label: str, words: str) -> None:
    event = next(event for event in dossier.events if event.label == label)
    assert date_in_words(event.range) == words


BIBLIOGRAPHIES = {"bibtex", "csl-json", "ris"}


@pytest.mark.parametrize("format_", sorted(set(DOSSIER_FORMATS) - BIBLIOGRAPHIES))
def test_records_that_were_not_chosen_are_in_no_format(dossier: Dossier, format_: str) -> None:
    part = chosen(dossier, Choice(kept=frozenset({dossier.events[2].id, "q-1"})))
    text = export_dossier(dossier, format_, part)
    assert "bakery built" in text
    assert "bakery founded" not in text
    assert "neighbour" not in text or format_ == "json"


def test_a_page_of_a_part_links_to_its_sources_and_folds_their_words(dossier: Dossier) -> None:
    text = export_dossier(dossier, "html", chosen(dossier, Choice("disputed")))
    page = Page(text)
    assert (page.open, page.wrong) == ([], [])
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert text.index('id="events"') < text.index('id="disagreements"') < text.index('id="sources"')
    assert 'id="texts"' not in text
    assert "<details><summary>2 sources</summary>" in text


def test_every_key_that_is_cited_is_in_the_bibliography(dossier: Dossier) -> None:
    text = export_dossier(dossier, "obsidian")
    cited = set(re.findall(r"@([\w-]+)", text))
    items = {item["id"]: item for item in json.loads(export_dossier(dossier, "csl-json"))}
    assert cited == set(items)
    assert len(items) == len(dossier.articles)
    entries = bibtexparser.parse_string(export_dossier(dossier, "bibtex")).entries  # type: ignore[attr-defined]
    assert {entry.key for entry in entries} == cited
    assert "- **3 March 2021**: bakery burns down [@daily2021-" in text
    assert re.search(r"    - .+ \[@daily2021-\w+, para\. \d+\]\n", text)


def test_a_long_title_of_an_unsigned_report_has_a_short_form(dossier: Dossier) -> None:
    title = "The harbour wall that three towns built together in one summer is to be sold"
    article = replace(dossier.articles[0], title=title, byline="")
    changed = replace(dossier, articles=(article, *dossier.articles[1:]))
    item = json.loads(export_dossier(changed, "csl-json"))[0]
    assert item["title-short"] == "The harbour wall that three towns built together …"
    article = replace(article, byline="Ada Quill")
    signed = replace(dossier, articles=(article, *dossier.articles[1:]))
    assert "title-short" not in json.loads(export_dossier(signed, "csl-json"))[0]


def test_a_document_has_nothing_but_headings_tables_lists_and_links(dossier: Dossier) -> None:
    page = Page(export_dossier(dossier, "document"))
    assert (page.open, page.wrong) == ([], [])
    text = {"h1", "h2", "h3", "p", "strong", "em", "br", "a", "ul", "ol", "li"}
    table = {"table", "colgroup", "col", "thead", "tbody", "tr", "th", "td"}
    assert page.tags <= {"html", "head", "meta", "title", "body"} | text | table
    assert "=roof, raised; by \\ <i>" in page.text
    assert "Sources differ, day: [1] 2021-03-03; [2] 2021-03-04" in page.text


def test_the_page_can_be_used_without_seeing_it(dossier: Dossier) -> None:
    """What axe-core asks of it: landmarks, names of controls, order of headings, contrast."""
    text = export_dossier(dossier, "html")
    inside = re.sub(r"<header>.*</header>|<main>.*</main>", "", text, flags=re.DOTALL)
    assert not re.search(r"<(h\d|p|nav|figure|ul|dl)\b", inside)
    assert text.count("<main>") == 1
    levels = [int(one) for one in re.findall(r"<h(\d)", text)]
    assert all(below - above <= 1 for above, below in pairwise([0, *levels]))
    inputs = re.findall(r"(.{7})<input", text)
    assert len(inputs) == 3
    assert set(inputs) == {"<label>"}
    assert "<fieldset><legend>" in text
    for ground, words in (("#ffffff", "#5f5f5f"), ("#121212", "#b0b0b0")):
        assert words in text
        assert _contrast(ground, words) > 4.5


def _contrast(one: str, other: str) -> float:
    """The ratio of two colours as WCAG 2.1 has it."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_paragraphs_of_a_report_are_counted_from_one() -> None:
    text = "Title\n\nOne line\nof one paragraph.\n\nAnother. More.\n\nAdvert\n\nThe last."
    body = [Section("body", Span(7, 49)), Section("furniture", Span(51, 57))]
    article = Article(
        "a-1", "x.txt", "Title", "", "", "", text,
        (Section("title", Span(0, 5)), *body, Section("body", Span(59, len(text)))),
        UNKNOWN_PUBLICATION,
    )  # fmt: skip
    places = {word: paragraph_of(article, text.index(word)) for word in text.split()}
    assert [places[one] for one in ("One", "of", "Another.", "More.", "The")] == [1, 1, 2, 2, 3]
    assert (places["Title"], places["Advert"]) == (0, 0)


@pytest.mark.parametrize(
    "bad", ["https://a.example/\\", "Wall \\", "{", "}\\", ' @article{x, y = "']
)
def test_no_fact_ends_or_begins_a_bibtex_entry(dossier: Dossier, bad: str) -> None:
    articles = tuple(
        replace(one, url=bad if "://" in bad else one.url, title=bad, source=bad, byline=bad)
        for one in dossier.articles
    )
    text = export_dossier(replace(dossier, articles=articles), "bibtex")
    library = bibtexparser.parse_string(text)  # type: ignore[attr-defined]
    assert library.failed_blocks == []
    assert len(library.entries) == len(articles)
