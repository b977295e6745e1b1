"""Boxes in the middle of an article are read below it; whatever may be its own stays in place."""

from __future__ import annotations

import pytest

from armreader.reading.pages.page import read_page

FIRST = "The keeper of the lighthouse counted forty-one ships before noon, more than ever before."
SECOND = "By the evening the harbour master had run out of berths and sent the last nine away."
AFTER = "The next convoy is expected on Friday, and the pilots have asked for a second tug by then."
OTHER = "A school in the hills has not had a teacher of mathematics since the spring of last year."


def _page(between: str) -> str:
    rest = f"<p>{SECOND}</p><p>{AFTER}</p>"
    return f"<article><h1>Ships wait</h1><p>{FIRST}</p>{between}{rest}</article>"


@pytest.mark.parametrize(
    "box",
    [
        "<div class=ad><span>Advertisement</span></div>",
        "<div class=related><p><a href=a>A storm in the north</a></p></div>",
        "<aside><h3>More</h3><ul><li><a href=a>A storm in the north</a></ul></aside>",
    ],
)
def test_a_box_of_labels_or_links_is_read_below_the_article(box: str) -> None:
    page = read_page(_page(box))
    paragraphs = page.text.split("\n\n")
    assert paragraphs[:4] == ["Ships wait", FIRST, SECOND, AFTER]
    assert len(paragraphs) > 4
    below = [section for section in page.sections if section.kind == "furniture"]
    assert {section.span.start > page.text.index(AFTER) for section in below} == {True}


@pytest.mark.parametrize(
    "part",
    [
        "<h2>No room at the quay</h2>",
        "<div class=item><h2><a href=a>The outer quay</a></h2></div>",
        "<p><a href=a>The list of the ships</a></p>",
        "<ul><li><a href=a>The list of the ships</a></ul>",
        "<figure><img src=a><figcaption>The outer quay at noon</figcaption></figure>",
        f"<aside><p>{OTHER}</p></aside>",
        "<aside><p>It was full.</p></aside>",
        "<div><time datetime=2031-03-04>4 March</time></div>",
        "<div class=share><span>By Laura Quill</span></div>",
        "<div class=share><span>Updated: 10:48, Tue, Mar 4, 2031</span></div>",
    ],
)
def test_what_may_be_of_the_report_stays_between_its_paragraphs(part: str) -> None:
    text = read_page(_page(part)).text
    assert text.startswith(f"Ships wait\n\n{FIRST}\n\n")
    assert text.endswith(f"\n\n{SECOND}\n\n{AFTER}")
    assert f"{FIRST}\n\n{SECOND}" not in text


def test_boxes_above_and_below_the_article_stay_there() -> None:
    menu = "<nav><a href=a>Home</a></nav>"
    footer = "<footer><a href=b>Imprint</a></footer>"
    paragraphs = read_page(f"{menu}{_page('')}{footer}").text.split("\n\n")
    assert paragraphs == ["Home", "Ships wait", FIRST, SECOND, AFTER, "Imprint"]
