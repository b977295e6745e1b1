"""When an article was published: what is trusted, in which order, and what is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.language import mapping
from armreader.reading.publication import post_of
from armreader.reading.read import read_paths
from armreader.records import Article, Span

LEAD = (
    "The council of the city voted on Monday for a second bridge over the river, the mayor said.\n"
)
TITLE = "Council votes for second bridge\n\n"
FRONT = "---\ndate: 2021-05-04\n---\n"


def _read(tmp_path: Path, text: str, name: str = "a.txt") -> Article:
    (tmp_path / name).write_text(text)
    [article] = read_paths([str(tmp_path / name)])
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("May 3, 2021", "2021-05-03"),
        ("3 May 2021", "2021-05-03"),
        ("Monday, 3rd of May 2021", "2021-05-03"),
        ("MAY 3, 2021 10:32 AM EST", "2021-05-03"),
        ("Published 3 May 2021", "2021-05-03"),
        ("Published: Sept. 3, 2021 at 4:05 pm", "2021-09-03"),
        ("2021-05-03", "2021-05-03"),
        ("Posted on 2021-05-03T10:00:00Z by admin", "2021-05-03"),
        ("3.5.2021", "2021-05-03"),
        ("23/5/2021", "2021-05-23"),
        ("5/23/2021", "2021-05-23"),
        ("May 2021", "2021-05"),
        ("May 3, 2021 by No Comments", "2021-05-03"),
        ("By Anna Kalnina | May 3, 2021 | 4 min read", "2021-05-03"),
        ("Updated May 9, 2021\n\nPublished May 3, 2021", "2021-05-03"),
        ("May 3, 2021 (updated May 9, 2021)", "2021-05-03"),
        ("3/5/2021", None),
        ("10:32 am", None),
        ("May 3", None),
        ("RIGA, May 3 (Reuters) -", None),
        ("February 30, 2021", None),
        ("The May 3, 2021 vote", None),
        ("From May 3, 2021 to June 4, 2021 the bridge is closed", None),
    ],
)
def test_date_lines_give_the_date(tmp_path: Path, line: str, edtf: str | None) -> None:
    published = _read(tmp_path, f"{TITLE}{line}\n\n{LEAD}").publication
    assert (published.range.edtf if published.range else None) == edtf
    assert published.basis == ("stated" if edtf else "unknown")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2021-05-03T08:00:00Z", "2021-05-03"),
        ("1970-01-02", "1970-01-02"),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
    ],
)
def test_placeholder_dates_are_ignored(tmp_path: Path, written: str, edtf: str | None) -> None:
    page = (
        f'<html><head><meta property="article:published_time" content="{written}"></head>'
        f"<body><article><h1>Council votes for second bridge</h1><p>{LEAD}</p></article></body>"
    )
    published = _read(tmp_path, page, "a.html").publication
    assert (published.range.edtf if published.range else None) == edtf


def test_the_evidence_is_the_date_in_the_text(tmp_path: Path) -> None:
    article = _read(tmp_path, f"{TITLE}Published 3 May 2021\n\n{LEAD}")
    [passage] = article.publication.evidence
    assert passage.article == article.id
    assert article.text[passage.start : passage.end] == "3 May 2021"


@pytest.mark.parametrize(
    ("extra", "name", "edtf", "basis", "rule"),
    [
        ("---\ndate: 2021-05-04\n---\n", "a.txt", "2021-05-04", "given", "front-matter"),
        ("---\ndate: 2021-05\n---\n", "a.txt", "2021-05", "given", "front-matter"),
        ("---\ndate: 4 May 2021\n---\n", "a.txt", "2021-05-04", "given", "front-matter"),
        ("", "2021-05-04-agency.txt", "2021-05-04", "given", "file-name"),
        ("", "agency_2021_05_04.txt", "2021-05-04", "given", "file-name"),
        ("", "agency-12021-05-04.txt", "", "unknown", "unknown"),
        ("https://example.org/2021/05/04/a\n", "a.txt", "2021-05-04", "stated", "url"),
        ("---\nurl: https://a.org/2021/5/4\n---\n", "a.txt", "2021-05-04", "stated", "url"),
        ("<time datetime='2021-05-04T01:00Z'></time>", "a.html", "2021-05-04", "stated", "page"),
        ("", "a.txt", "", "unknown", "unknown"),
    ],
)
def test_where_a_date_is_found(
    tmp_path: Path, extra: str, name: str, edtf: str, basis: str, rule: str
) -> None:
    published = _read(tmp_path, extra + LEAD, name).publication
    assert (published.range.edtf if published.range else "") == edtf
    assert published.basis == basis
    assert published.reason.rule == f"publication-{rule}"
    assert published.reason.rule in mapping("reasons/reading")


def test_the_user_is_believed_and_a_conflict_is_reported(tmp_path: Path) -> None:
    article = _read(tmp_path, f"{FRONT}{TITLE}May 3, 2021\n\n{LEAD}", "2021-05-04.txt")
    assert article.publication.basis == "given"
    assert article.notices == (
        "dated 2021-05-04 by its front matter, but 2021-05-03 by its date line",
    )
    (other,) = article.publication.others
    assert (other.range.edtf, other.reason.rule) == ("2021-05-03", "publication-date-line")


def test_a_date_that_is_not_understood_is_reported(tmp_path: Path) -> None:
    article = _read(tmp_path, f"---\ndate: the day before yesterday\n---\n{LEAD}")
    assert article.publication.basis == "unknown"
    assert "'the day before yesterday' is not understood" in article.notices[0]


BLOG = """<main><h1>Gale on the coast: live</h1>
<div><time datetime="2021-05-05T00:20:00Z">00.20</time><h2>Lines down</h2>
<p>Power failed in the lower town early today, the operator said in a short statement.</p></div>
<div><time datetime="2021-05-04">Tuesday</time><h2>First gusts</h2>
<p>A mast fell across the road this evening, and nobody was hurt, the brigade said.</p></div>
</main>"""


def test_the_posts_of_a_live_blog_have_their_own_days(tmp_path: Path) -> None:
    article = _read(tmp_path, BLOG, "blog.html")
    days_ = [(post.published.edtf, post.minute) for post in article.posts]
    assert days_ == [("2021-05-05", 20), ("2021-05-04", None)]
    first, second = (article.text[slice(*post.span)] for post in article.posts)
    assert "Power failed" in first
    assert "A mast fell" in second


def test_a_report_with_one_time_has_no_posts(tmp_path: Path) -> None:
    assert _read(tmp_path, BLOG.split("<div>", 2)[0] + f"<p>{LEAD}</p>", "page.html").posts == ()


@pytest.mark.parametrize(
    ("said", "day", "minute"),
    [
        ("2021-05-03T21:15:00+02:00", "2021-05-03", 1275),
        ("2021-05-03 00:40", "2021-05-03", 40),
        ("2021-05-03", "2021-05-03", None),
        ("2021-05-03T29:15", "2021-05-03", None),
        ("21:15", None, None),
        ("", None, None),
    ],
)
def test_a_post_has_a_day_and_perhaps_a_minute(
    said: str, day: str | None, minute: int | None
) -> None:
    post = post_of(Span(0, 4), said)
    assert (post and post.published.edtf, post and post.minute) == (day, minute)
