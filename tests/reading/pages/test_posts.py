"""The posts of a live blog, each with its own time."""

from __future__ import annotations

import pytest

from armreader.reading.pages.page import read_page

RAIN = "The rain reached the harbour before noon, and the boats were taken out of the water."
WALL = "The wall of the upper mill broke in the evening, said the woman who runs the mill."
EARLY = "<time datetime=2021-05-03T11:00>11.00</time>"
LATE = "<time datetime=2021-05-03T20:00>20.00</time>"


@pytest.mark.parametrize(
    "source",
    [
        f"<article><h2>{LATE}</h2><p>{WALL}</article><article><h2>{EARLY}</h2><p>{RAIN}</article>",
        f"<h3>{LATE}</h3><p>{WALL}<h3>{EARLY}</h3><p>{RAIN}",
        f"<p>{LATE} {WALL}<p>{EARLY} {RAIN}",
        f"<ul><li><div>{LATE}</div><div><p>{WALL}</div><li><div>{EARLY}</div><p>{RAIN}</ul>",
    ],
)
def test_each_post_has_its_time(source: str) -> None:
    page = read_page(f"<h1>The storm: live</h1><div>{source}</div>")
    posts = [(page.text[span.start : span.end], said) for span, said in page.posts]
    assert [said for _, said in posts] == ["2021-05-03T20:00", "2021-05-03T11:00"]
    assert WALL in posts[0][0]
    assert RAIN in posts[1][0]


@pytest.mark.parametrize(
    "source",
    [
        f"<header><p>{EARLY}<p>{LATE}</header><p>{RAIN}<p>{WALL}",
        f"<div>{EARLY}</div><p>{RAIN}<p>{WALL}",
        f"<p>{RAIN}<p>{WALL}<ul id=comments><li>{EARLY}<p>{RAIN}<li>{LATE}<p>{WALL}</ul>",
    ],
)
def test_one_report_has_no_posts(source: str) -> None:
    assert read_page(f"<h1>The storm</h1><div>{source}</div>").posts == ()
