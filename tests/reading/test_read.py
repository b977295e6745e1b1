"""Paths to articles as a whole: where each field comes from, copies, and arbitrary bytes."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armreader.language import entries, rows
from armreader.reading.containers.piece import Piece
from armreader.reading.discover import Found
from armreader.reading.furniture import normalised
from armreader.reading.read import read_paths, read_piece
from armreader.reading.source import UnreadableError
from armreader.records import Article

LEAD = (
    "The council of the city voted on Monday for a second bridge over the river, the mayor said.\n"
)


def _article(text: str, name: str = "a.txt") -> Article:
    data = text.encode("utf-8", "surrogatepass")
    return read_piece(Found(name, name), Piece(data=data, suffix=Path(name).suffix), {})


@pytest.mark.parametrize(
    ("text", "source", "byline", "url"),
    [
        ("The Baltic Post\n" + LEAD, "The Baltic Post", "", ""),
        ("---\nsource: A\nbyline: B\nurl: https://a.org\n---\n" + LEAD, "A", "B", "https://a.org"),
        ("Council votes for bridge\n\nBy AFP\n\n" + LEAD, "AFP", "AFP", ""),
        ("By Anna Kalnina, Reuters\n\n" + LEAD, "Reuters", "Anna Kalnina, Reuters", ""),
        ("RIGA (AP) - " + LEAD, "AP", "", ""),
        (LEAD + "\nOriginal url:\nhttps://example.org/a\n", "", "", "https://example.org/a"),
        (LEAD, "", "", ""),
    ],
)
def test_source_byline_and_address(text: str, source: str, byline: str, url: str) -> None:
    article = _article(text)
    assert (article.source, article.byline, article.url) == (source, byline, url)


def test_a_page_and_its_metadata() -> None:
    article = _article(
        "<title>Bridge vote | Post</title><meta property=og:site_name content=Post>"
        f"<meta name=author content='Anna Kalnina'><h1>Bridge vote</h1><p>{LEAD}",
        "a.html",
    )
    assert (article.title, article.source, article.byline) == (
        "Bridge vote",
        "Post",
        "Anna Kalnina",
    )
    assert article.text == f"Bridge vote\n\n{LEAD.strip()}"


def test_a_title_that_is_given_is_found_in_the_text() -> None:
    article = _article(f"---\ntitle: Short\n---\nShort\n\n{LEAD}")
    assert article.title == "Short"
    assert article.sections[0].kind == "title"


def test_ids_depend_only_on_the_text_and_copies_are_reported(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(LEAD)
    (tmp_path / "c.txt").write_text(LEAD.replace("Monday", "Friday"))
    articles = [one for one in read_paths([str(tmp_path)]) if isinstance(one, Article)]
    first, copy, other = articles
    assert copy.id == f"{first.id}-2"
    assert copy.sha256 == first.sha256
    assert copy.notices == ("the same text as an earlier file",)
    assert other.id not in (first.id, copy.id)
    assert first.id == _article(LEAD, "elsewhere.txt").id


def test_deception_in_metadata_shows() -> None:
    article = _article(f"---\nsource: \x1b]0;x\x07\nurl: a\u202eb\n---\n{LEAD}", "x.txt")
    assert article.source == "␛]0;x␇"
    assert article.url == "a⇄b"


@pytest.mark.parametrize("table", ["furniture", "date_words", "bylines", "file_kinds"])
def test_tables_have_two_columns(table: str) -> None:
    assert {len(row) for row in rows(f"reading/{table}")} == {2}


def test_tables_hold_phrases_in_the_form_they_are_looked_up_in() -> None:
    for phrase in entries("reading/furniture"):
        assert phrase == normalised(phrase)


def _strings(record: object) -> list[str]:
    if isinstance(record, str):
        return [record]
    if isinstance(record, tuple):
        return [text for item in record for text in _strings(item)]
    if isinstance(record, Article):
        return [text for field in fields(record) for text in _strings(getattr(record, field.name))]
    return []


def _check(article: Article) -> None:
    """What holds for every article, whatever was in the file."""
    text = article.text
    covered = [False] * len(text)
    end = 0
    for section in article.sections:
        start, stop = section.span
        assert end <= start < stop <= len(text)
        covered[start:stop] = [True] * (stop - start)
        end = stop
    assert all(inside or char.isspace() for char, inside in zip(text, covered, strict=True))
    assert any(section.kind == "body" for section in article.sections)
    assert article.title
    for evidence in article.publication.evidence:
        assert evidence.article == article.id
        assert 0 <= evidence.start < evidence.end <= len(text)
    for string in _strings(article):
        assert not [
            c for c in string if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"
        ]


PIECES = st.sampled_from(
    [
        *("---\n", "date: 2024-06-13\n", "title:", "By AFP\n", "May 3, 2021", "Photo: X/AFP\n"),
        *("Leave a Reply\n", "https://example.org/2021/05/03/a\n", "RIGA (AP) -", "• ", "\n\n"),
        *("<p>", "<!--", "<script>", "<h1>", "</div>", "&amp;", "<a b='", "<nav>", "<pre>"),
        *("# ", "**", "[a](b)", "> ", "```\n", "\x1b[2J", "\u202e", "\x00", "\r", "\ud800"),
        *(LEAD, "“Yes,” she said.\n", "Share\n", "Riga votes for second bridge\n"),
    ]
)


@given(
    pieces=st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=30),
    suffix=st.sampled_from([".txt", ".md", ".html"]),
)
@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_makes_a_sound_article(pieces: list[str], suffix: str) -> None:
    try:
        article = _article("".join(pieces), f"a{suffix}")
    except UnreadableError:
        return
    _check(article)


@given(data=st.binary(max_size=400), suffix=st.sampled_from([".txt", ".md", ".html"]))
@settings(max_examples=200)
def test_any_bytes_make_a_sound_article(data: bytes, suffix: str) -> None:
    try:
        article = read_piece(Found("a", f"a{suffix}"), Piece(data=data, suffix=suffix), {})
    except UnreadableError:
        return
    _check(article)


@pytest.mark.parametrize(
    ("file", "piece"),
    [
        ("exports.docx#17", "17"),
        ("press/all.zip#inner.zip#b.txt", "inner.zip#b.txt"),
        ("report.txt", ""),
        ("Report #3.txt", ""),
    ],
)
def test_the_piece_is_the_place_in_a_file_with_several_articles(file: str, piece: str) -> None:
    assert replace(_article(LEAD), file=file).piece == piece
