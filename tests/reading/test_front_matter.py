"""Front matter: what the user gives at the top of a file; no line of it is ever lost."""

from __future__ import annotations

import pytest

from armreader.reading.front_matter import split_front_matter

BODY = "The bridge opened on Monday.\n"


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        ("date: 2024-06-13", {"date": "2024-06-13"}),
        ("Title: 'Bridge opens'", {"title": "Bridge opens"}),
        ('title: "Bridge: it opens"', {"title": "Bridge: it opens"}),
        (
            "author: Ana Silva\nurl: https://example.org/a",
            {"byline": "Ana Silva", "url": "https://example.org/a"},
        ),
        (
            "publisher: The Post\npublished: 2 May 2021",
            {"source": "The Post", "date": "2 May 2021"},
        ),
        ("source: A\nsource: B", {"source": "A"}),
        ("title:", {}),
        ("source: The Post\ntags:\n  - river\n  - bridge", {"source": "The Post"}),
    ],
)
def test_fields_are_read_and_leave_the_text(block: str, fields: dict[str, str]) -> None:
    front = split_front_matter(f"---\n{block}\n---\n{BODY}")
    assert front.fields == fields
    assert front.text == BODY


def test_a_malformed_line_stays_in_the_text_and_is_told() -> None:
    front = split_front_matter(f"---\nsource: The Post\nthis is no field\n---\n{BODY}")
    assert front.fields == {"source": "The Post"}
    assert front.text == "this is no field\n" + BODY
    assert "'this is no field'" in front.notices[0]


def test_a_field_that_is_not_known_is_told() -> None:
    assert split_front_matter(f"---\nmood: grim\ndate: 2024\n---\n{BODY}").notices == (
        "front matter: not used: mood",
    )


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\n" + BODY,
        "---\ntitle: no second rule\n" + BODY,
        "---\nA scene break, then prose.\n---\n" + BODY,
        "----\ntitle: four dashes\n----\n" + BODY,
        "---\n" + "prose\n" * 100 + "---\n" + BODY,
    ],
)
def test_what_is_no_front_matter_stays_whole(text: str) -> None:
    assert split_front_matter(text) == ({}, text, ())
