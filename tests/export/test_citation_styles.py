"""Bibliographies in common citation styles, and authors as separate people in every format."""

from __future__ import annotations

import json

import pytest

from armreader.export.citation_styles import bibliography
from armreader.export.notes_formats import export_notes
from armreader.notes.bookmark import Bookmark, Origin
from armreader.story.anchors import Selector


def bookmark(
    byline: str = "Rosa Lund and Bo Berg", date: str = "2030-05-10", url: str = ""
) -> Bookmark:
    origin = Origin(
        "a-1", "", "mole.txt", url, "Harbour notes", "The Courier", byline, date,
        "stated" if date else "unknown",
    )  # fmt: skip
    return Bookmark("b-0000000001", "stretch", "words", "", Selector("words", "", "", 0, 5), origin)


URL = "https://courier.example/mole"


@pytest.mark.parametrize(
    ("style", "given", "expected"),
    [
        ("chicago", bookmark(url=URL),
         f"Lund, Rosa, and Bo Berg. “Harbour notes.” *The Courier*, May 10, 2030. {URL}"),
        ("mla", bookmark(url=URL),
         f"Lund, Rosa, and Bo Berg. “Harbour notes.” *The Courier*, 10 May 2030, {URL}"),
        ("apa", bookmark(url=URL),
         f"Lund, R., & Berg, B. (2030, May 10). Harbour notes. *The Courier*. {URL}"),
        ("plain", bookmark(url=URL),
         f"Rosa Lund and Bo Berg, “Harbour notes”, The Courier, 10 May 2030, {URL}"),
        ("chicago", bookmark("", "2030-05"),
         "“Harbour notes.” *The Courier*, May 2030. mole.txt."),
        ("apa", bookmark("", ""), "Harbour notes. (n.d.). *The Courier*. mole.txt."),
        ("apa", bookmark("Ana-Maria Quill", "2030"),
         "Quill, A.-M. (2030). Harbour notes. *The Courier*. mole.txt."),
        ("mla", bookmark("A. Lund, B. Berg and C. Quill"),
         "Lund, A., et al. “Harbour notes.” *The Courier*, 10 May 2030, mole.txt."),
        ("chicago", bookmark("Harbour Board", "2030-05-10/2030-05-12"),
         "Harbour Board. “Harbour notes.” *The Courier*,"
         " from 10 May 2030 to 12 May 2030. mole.txt."),
        ("plain", bookmark("Rosa Lund", ""),
         "Rosa Lund, “Harbour notes”, The Courier, undated, mole.txt"),
    ],
)  # fmt: skip
def test_an_article_is_cited_in_each_style(style: str, given: Bookmark, expected: str) -> None:
    assert bibliography([given, given], style) == expected + "\n"


@pytest.mark.parametrize(
    ("byline", "family_names"),
    [
        ("Rosa Lund and Bo Berg", ["Lund", "Berg"]),
        ("By Rosa Lund, Bo Berg and Ivy van Stone", ["Lund", "Berg", "van Stone"]),
        ("Rosa Lund & Bo Berg", ["Lund", "Berg"]),
    ],
)
def test_two_authors_are_two_everywhere(byline: str, family_names: list[str]) -> None:
    (item,) = json.loads(export_notes([bookmark(byline)], "csl-json"))
    assert [one["family"] for one in item["author"]] == family_names
    bibtex = export_notes([bookmark(byline)], "bibtex")
    (line,) = (one for one in bibtex.splitlines() if one.strip().startswith("author"))
    assert line.count(" and ") == len(family_names) - 1
    ris = export_notes([bookmark(byline)], "ris")
    authors = [one for one in ris.splitlines() if one.startswith("AU  - ")]
    assert [one.split(" - ")[1].split(",")[0] for one in authors] == family_names


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2030-05-10", {"date-parts": [[2030, 5, 10]]}),
        ("2030-05", {"date-parts": [[2030, 5]]}),
        ("2030-05-10/2030-05-12", {"date-parts": [[2030, 5, 10], [2030, 5, 12]]}),
        ("2030~", {"date-parts": [[2030]], "circa": True}),
        ("2029/2030", {"date-parts": [[2029], [2030]]}),
    ],
)
def test_vague_dates_are_ranges_in_csl(date: str, issued: dict[str, object]) -> None:
    (item,) = json.loads(export_notes([bookmark(date=date)], "csl-json"))
    assert item["issued"] == issued
