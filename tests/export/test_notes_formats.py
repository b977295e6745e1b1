"""The notebook in exchange formats, each read back by a reader that knows only the format."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from html import unescape
from io import StringIO
from typing import Any
from urllib.parse import unquote, urlparse

import bibtexparser
import pytest
import rispy
from markdown_it import MarkdownIt

from armreader.export.citation_styles import STYLES
from armreader.export.notes_formats import NOTES_FORMATS, export_notes
from armreader.notes.bookmark import Bookmark
from armreader.notes.citation import citation


@pytest.mark.parametrize("format_", NOTES_FORMATS)
def test_every_format_holds_each_quote_and_is_the_same_from_run_to_run(
    bookmarks: list[Bookmark], format_: str
) -> None:
    text = export_notes(bookmarks, format_)
    assert text == export_notes(bookmarks, format_)
    assert format_ in STYLES or "We lost everything" in text
    assert format_ in STYLES or "We lost it" in text
    assert "\u202e" not in text
    export_notes([], format_)


def test_a_citation_is_one_line_to_paste(bookmarks: list[Bookmark]) -> None:
    assert citation(bookmarks[0]) == (
        "“We lost everything” — Tomas Berg, Daily, “The Daily fire”, 2021-03-05 (stated),"
        " https://daily.example/fire?a=1&b={2}"
    )
    assert citation(bookmarks[1]).endswith("2021-03~ (inferred), javascript:alert(1)")


def test_a_report_of_speech_is_not_cited_as_the_speakers_own_words(
    bookmarks: list[Bookmark],
) -> None:
    reported = replace(bookmarks[0], kind="indirect")
    assert citation(reported).startswith("“We lost everything” — Tomas Berg (reported), Daily")
    for format_ in ("markdown", "bibtex", "ris", "csl-json"):
        assert "Tomas Berg (reported)" in export_notes([reported], format_)
        assert "(reported)" not in export_notes(bookmarks, format_)


def test_bibtex_is_read_back(bookmarks: list[Bookmark]) -> None:
    text = export_notes(bookmarks, "bibtex")
    library = bibtexparser.parse_string(text)  # type: ignore[attr-defined]
    assert library.failed_blocks == []
    first, second = (
        {field.key: field.value for field in entry.fields} for entry in library.entries
    )
    assert [entry.key[:10] for entry in library.entries] == ["daily2021-", "eveningco2"]
    assert (first["date"], first["year"], first["journal"]) == ("2021-03-05", "2021", "Daily")
    assert first["author"] == "Writer, A."
    assert first["url"] == "https://daily.example/fire?a=1&b=%7B2%7D"
    assert first["keywords"] == "fire, to-do"
    assert r"check {\textbraceleft}this{\textbraceright}" in first["annote"]
    assert (second["date"], second["journal"]) == ("2021-03~", r"<Evening>, \& =Co")
    assert "date inferred" in second["note"]
    assert r"{\textbackslash} {\textbraceleft}x{\textbraceright}, \#1 of 100\%" in second["annote"]
    assert "url" not in second


def test_ris_is_read_back(bookmarks: list[Bookmark]) -> None:
    first, second = rispy.loads(export_notes(bookmarks, "ris"))
    assert first["type_of_reference"] == "NEWS"
    assert first["secondary_title"] == "Daily"
    assert (first["year"], first["date"]) == ("2021", "2021/03/05/")
    assert first["keywords"] == ["fire", "to-do"]
    assert first["notes"] == ["Tomas Berg: “We lost everything” [Ask him & check {this} * today]"]
    assert (second["date"], second["notes"][-1]) == ("2021/03//about", "date inferred")


def test_csl_json_has_the_shapes_of_its_schema(bookmarks: list[Bookmark]) -> None:
    items = json.loads(export_notes(bookmarks, "csl-json"))
    assert [item["type"] for item in items] == ["article-newspaper"] * 2
    assert items[0]["issued"] == {"date-parts": [[2021, 3, 5]]}
    assert items[1]["issued"] == {"date-parts": [[2021, 3]], "circa": True}
    assert items[0]["author"] == [{"family": "Writer", "given": "A."}]
    for item in items:
        assert isinstance(item["id"], str)
        strings = {"id", "type", "title", "container-title", "URL", "keyword", "note"}
        assert all(isinstance(item[name], str) for name in strings & set(item))
        assert set(item) <= strings | {"author", "issued"}


def test_csv_is_read_back(bookmarks: list[Bookmark]) -> None:
    first, second = csv.DictReader(StringIO(export_notes(bookmarks, "csv"), newline=""))
    assert first["comment"] == "Ask him & check {this}\n* today"
    assert (first["tags"], first["known"]) == ("fire to-do", "stated")
    assert second["words"] == bookmarks[1].words


def test_json_holds_all_that_is_known(bookmarks: list[Bookmark]) -> None:
    read = json.loads(export_notes(bookmarks, "json"))
    assert read["schema"] == "armreader.notes/1"
    first = read["bookmarks"][0]
    assert first["article"]["published"] == {"edtf": "2021-03-05", "basis": "stated"}
    assert first["selector"][1] == {"type": "TextPositionSelector", "start": 45, "end": 63}


def check_annotation(found: dict[str, Any]) -> None:
    """The requirements of the Web Annotation Data Model that concern these annotations."""
    assert found["type"] == "Annotation"
    assert urlparse(found["id"]).scheme
    assert found["motivation"] in ("bookmarking", "commenting")
    for body in found.get("body", []):
        assert body["type"] == "TextualBody"
        assert body["purpose"] in ("commenting", "tagging")
        assert isinstance(body["value"], str)
    target = found["target"]
    assert target["type"] == "SpecificResource"
    assert urlparse(target["source"]["id"]).scheme in ("https", "ni")
    quote, position = target["selector"]
    assert set(quote) == {"type", "exact", "prefix", "suffix"}
    assert quote["type"] == "TextQuoteSelector"
    assert position["type"] == "TextPositionSelector"
    assert 0 <= position["start"] <= position["end"]


def test_web_annotations_keep_to_the_data_model(bookmarks: list[Bookmark]) -> None:
    page = json.loads(export_notes(bookmarks, "jsonld"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    for found in page["items"]:
        check_annotation(found)
    assert [body["value"] for body in page["items"][0]["body"][1:]] == ["fire", "to-do"]
    assert page["items"][1]["target"]["source"]["id"].startswith("ni:///sha-256;q6ur")


def test_org_has_one_headline_a_bookmark(bookmarks: list[Bookmark]) -> None:
    text = export_notes(bookmarks, "org")
    headlines = re.findall(r"^\*+ .*$", text, re.MULTILINE)
    assert headlines[0] == "* Tomas Berg: We lost everything :fire:to_do:"
    assert len(headlines) == 2
    assert text.count("#+begin_quote") == text.count("#+end_quote") == 2
    assert "\n  \u200b* today\n" in text


@pytest.mark.parametrize(
    "words",
    [
        *("[[elisp:(kill)][Reuters]]", "[[[https://a.example][b]]]", "@@html:<script>@@", "@@@x@@"),
        *("src_sh{id}", "call_x()", "{{{macro}}}", "<<target>>", "see elisp:(kill) or shell:id"),
        *("<2024-02-02 Fri>", "[2024-02-02]", "so it was :END:", "a note[fn:1]", "$x$ \\(y\\)"),
    ],
)
def test_no_words_act_in_org(bookmarks: list[Bookmark], words: str) -> None:
    first = bookmarks[0]
    said = replace(first, words=words, speaker=words, comment=words)
    said = replace(said, origin=replace(first.origin, title=words, source=words))
    acts = re.compile(
        r"\[\[|@@|\{\{\{|<<|\[fn:|src_|call_|elisp:|shell:|<\d{4}-|\[\d{4}-|\$x|\\\("
        r"|^\*.* :END:\s*$",
        re.MULTILINE,
    )
    assert not acts.search(export_notes([said], "org"))


def test_no_address_takes_the_next_entry_of_bibtex(bookmarks: list[Bookmark]) -> None:
    first, second = bookmarks[:2]
    bad = replace(first, origin=replace(first.origin, url="https://a.example/\\"))
    found = bibtexparser.parse_string(  # type: ignore[attr-defined]
        export_notes([bad, second], "bibtex")
    )
    assert len(found.entries) == 2


def test_an_address_in_markdown_is_the_address_of_the_article(bookmarks: list[Bookmark]) -> None:
    url = "https://a.example/x?a=1&copy;=2&#60;b&amp=3"
    text = export_notes(
        [replace(bookmarks[0], origin=replace(bookmarks[0].origin, url=url))], "markdown"
    )
    (shown,) = re.findall(r'href="([^"]*)"', MarkdownIt().render(text))
    assert unquote(unescape(shown)) == url
