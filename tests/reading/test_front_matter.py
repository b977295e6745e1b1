"""Front matter: what the user gives at the top of a file; no line of it is ever lost."""

from __future__ import annotations

from itertools import pairwise

import pytest

from armreader.reading.formats import read_document
from armreader.reading.front_matter import split_front_matter, split_metadata_list

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
        ("title: Fire: three dead", {"title": "Fire: three dead"}),
        ("title: Bridge # a remark", {"title": "Bridge"}),
        ("author: [Ana Silva, 'Rui Costa']", {"byline": "Ana Silva, Rui Costa"}),
        ("authors:\n- Ana Silva\n- name: Rui Costa", {"byline": "Ana Silva, Rui Costa"}),
        ("author:\n  - family: Silva\n    given: Ana", {"byline": "Ana Silva"}),
        ("title: >-\n  The bridge\n  opens", {"title": "The bridge opens"}),
        ('author: "[[Ana Silva]]"', {"byline": "Ana Silva"}),
        ("author: [[Ana Silva]]", {"byline": "Ana Silva"}),
        ('source: "[[Our papers/The Post|Post]]"', {"source": "Post"}),
        ('date: "[[2024-06-13]]"', {"date": "2024-06-13"}),
        ("date: 2024-06-13 10:00:00", {"date": "2024-06-13 10:00:00"}),
        ("source: https://example.org/a", {"url": "https://example.org/a"}),
        ("url: '[here](https://example.org/a)'", {"url": "https://example.org/a"}),
        ("datePublished: 2024-06-13\ndate_saved: 2025-01-01", {"date": "2024-06-13"}),
        ("created: 2025-01-01\nclipped: 2025-01-01", {}),
        ("date: 2024\ndate_published: 2024-06-13", {"date": "2024-06-13"}),
        ('authors: ["Silva, Ana", "Costa, Rui"]', {"byline": "Ana Silva, Rui Costa"}),
        ("full-title: Bridge opens\ndate: 2025-01-01", {"title": "Bridge opens"}),
        (
            "site_name: The Post\nFull Title: Bridge opens",
            {"title": "Bridge opens", "source": "The Post"},
        ),
    ],
)
def test_fields_are_read_and_leave_the_text(block: str, fields: dict[str, str]) -> None:
    front = split_front_matter(f"---\n{block}\n---\n{BODY}")
    assert front.fields == fields
    assert front.text == BODY


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (
            "Title: Bridge opens\nDate: 13 June 2024",
            {"title": "Bridge opens", "date": "13 June 2024"},
        ),
        (
            "HEADLINE: Bridge opens\nSource: The Post\nAuthor: Silva, Ana\nWord count: 12",
            {"title": "Bridge opens", "source": "The Post", "byline": "Ana Silva"},
        ),
        ("Title: Bridge opens", {}),
        ("Title: Bridge opens\nIt was opened: on Monday, he said.", {}),
        ("Question: Who opens it?\nDate: 13 June 2024", {}),
    ],
)
def test_labelled_lines_at_the_top_are_fields(head: str, fields: dict[str, str]) -> None:
    text = f"{head}\n\n{BODY}"
    front = split_front_matter(text)
    assert front.fields == fields
    assert front.text == (BODY if fields else text)


def test_a_malformed_line_stays_in_the_text_and_is_reported() -> None:
    front = split_front_matter(f"---\nsource: The Post\nthis is no field\n---\n{BODY}")
    assert front.fields == {"source": "The Post"}
    assert front.text == "this is no field\n" + BODY
    assert "'this is no field'" in front.notices[0]


def test_a_field_that_is_not_known_is_reported() -> None:
    assert split_front_matter(f"---\nmood: grim\ndate: 2024\n---\n{BODY}").notices == (
        "front matter: not used: mood",
    )


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        (
            'title = "Bridge opens"\ndate = 2024-06-13',
            {"title": "Bridge opens", "date": "2024-06-13"},
        ),
        ('authors = ["Ana Silva", "Rui Costa"]', {"byline": "Ana Silva, Rui Costa"}),
        ('author = {name = "Ana Silva"}\n[extra]\nurl = "x"', {"byline": "Ana Silva"}),
    ],
)
def test_toml_between_plus_signs(block: str, fields: dict[str, str]) -> None:
    front = split_front_matter(f"+++\n{block}\n+++\n{BODY}")
    assert (front.fields, front.text) == (fields, BODY)


@pytest.mark.parametrize("block", ["title = ", "a = " + "[" * 10_000])
def test_what_is_not_toml_stays_and_is_reported(block: str) -> None:
    text = f"+++\n{block}\n+++\n{BODY}"
    front = split_front_matter(text)
    assert (front.fields, front.text) == ({}, text)
    assert "not valid TOML" in front.notices[0]


@pytest.mark.parametrize(
    ("block", "unused"),
    [
        ("tags: [a, b]\ncreated: 2024-06-13", "tags, created"),
        ("author: Ana\nbyline: Rui", "byline"),
        ("date: 2024\ndate_published: 2024-06-13", "date"),
        ("source: https://example.org/a\nurl: https://example.org/b", "source"),
    ],
)
def test_every_key_that_is_not_used_is_named(block: str, unused: str) -> None:
    notices = split_front_matter(f"---\n{block}\n---\n{BODY}").notices
    assert notices == (f"front matter: not used: {unused}",)


@pytest.mark.parametrize(
    "block",
    [
        "author: " + "[" * 15_000,
        "author: " + "{a: " * 4_000,
        "a: &a [x, x, x]\n"
        + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghijklmnop"))
        + "author: *p",
        "author: !!python/object/apply:os.system ['true']",
        "author: *missing",
        "? [a, b]\n: c\ntitle: d",
        "title: \t\x00",
    ],
)
def test_hostile_yaml_costs_nothing_and_loses_nothing(block: str) -> None:
    assert split_front_matter(f"---\n{block}\n---\n{BODY}").text.endswith(BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\n" + BODY,
        "---\ntitle: no second rule\n" + BODY,
        "---\nA scene break, then prose.\n---\n" + BODY,
        "----\ntitle: four dashes\n----\n" + BODY,
        "---\n" + "prose\n" * 100 + "---\n" + BODY,
        "---\n" + "title: x\n" * 300 + "---\n" + BODY,
        "+++\n" + BODY,
    ],
)
def test_text_without_front_matter_is_unchanged(text: str) -> None:
    assert split_front_matter(text) == ({}, text, ())


def test_a_list_of_metadata_gives_the_fields_of_highlights() -> None:
    text = (
        "# Lake drained\n\n## Metadata\n- Author: [[Ana Silva]]\n- Full Title: Lake drained\n"
        "- Category: #articles\n- URL: https://example.org/lake\n\n## Highlights\n- It is dry.\n"
    )
    found = split_metadata_list(text)
    assert found.text == text
    assert found.notices == ("highlights only",)
    assert found.fields == {
        "title": "Lake drained",
        "byline": "Ana Silva",
        "url": "https://example.org/lake",
    }
    assert split_metadata_list("## Metadata\n\nNone.\n").fields == {}


def test_highlights_are_the_text_and_their_metadata_furniture() -> None:
    text = (
        "# Lake drained\n\n## Metadata\n- Author: [[Ana Silva]]\n- URL: https://example.org/lake\n\n"
        "## Highlights\n- The lake fell dry on Monday, after a hundred years.\n  - Note: when?\n"
        "- Nobody was told.\n"
    )
    document = read_document(text.encode(), ".md")
    kinds = {document.text[slice(*one.span)]: one.kind for one in document.sections}
    assert kinds == {
        "Lake drained": "title",
        "• Author: [[Ana Silva]]": "furniture",
        "• URL: https://example.org/lake": "furniture",
        "• The lake fell dry on Monday, after a hundred years.": "body",
        "• Note: when?": "furniture",
        "• Nobody was told.": "body",
    }
