"""Which of a page's text is its article: judged by prose, links and the headline."""

from __future__ import annotations

import pytest

from armreader.reading.pages.data import NOTICE
from armreader.reading.pages.page import Page, read_page

LEAD = "<p>The ferry to the island will stop in autumn, the harbour master said on Monday."
QUOTE = "<p>“We cannot pay for two crews any longer,” said Lida Brandt, who runs the line."
LAST = "<p>The islanders met in the school and asked for a boat of their own before winter."
ARTICLE = LEAD + QUOTE + LAST
TEASER = (
    "<div><h3><a href=/x>A road is closed for a month</a></h3>"
    "<p>The road along the coast is closed for a month, because its wall must be rebuilt.</div>"
)
REMARK = "<li><b>reader{}</b><p>My father took that boat every day of his life, and so did I.</li>"
REMARKS = "".join(map(REMARK.format, range(30)))
MENU = "<ul>" + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(20)) + "</ul>"


def _body(page: Page) -> list[str]:
    return [page.text[s.span.start : s.span.end] for s in page.sections if s.kind == "body"]


def _kind(page: Page, text: str) -> str | None:
    at = page.text.index(text)
    found = (s.kind for s in page.sections if s.span.start <= at < s.span.end)
    return next(found, None)


EXPECTED = _body(read_page(f"<h1>The ferry stops</h1>{ARTICLE}"))


def test_three_paragraphs_are_a_body() -> None:
    assert len(EXPECTED) == 3


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            f"<body class='with-sidebar'><div class='content-sidebar-wrap'>{MENU}"
            f"<div class='ad_body widget'><h1>The ferry stops</h1>{ARTICLE}</div></div>",
            id="a class of furniture around the article",
        ),
        pytest.param(
            f"<form id=aspnetForm>{MENU}<div><h1>The ferry stops</h1>{ARTICLE}</div></form>",
            id="a form around the page",
        ),
        pytest.param(
            f"<article><h1>The ferry stops</h1>{ARTICLE}</article><aside>{TEASER * 25}</aside>",
            id="more teasers in an aside than article",
        ),
        pytest.param(
            f"<div><h1>The ferry stops</h1><div>{ARTICLE}</div><div>{TEASER * 25}</div></div>",
            id="more teasers than article, and no name tells them apart",
        ),
        pytest.param(
            f"<div><h1>The ferry stops</h1>{ARTICLE}<ul id=comments>{REMARKS}</ul></div>",
            id="more comments than article",
        ),
        pytest.param(
            f"<div><h1>The ferry stops</h1>{ARTICLE}<div class=box><a href=/a>One</a> "
            "<p><a href=/b>Another report of the day</a><p><a href=/c>And one more</a></div></div>",
            id="links only",
        ),
        pytest.param(
            f"<title>The ferry stops</title><article><h1>The ferry stops</h1>{ARTICLE}</article>"
            f"<article><h1>A road is closed</h1>{'<p>' + LAST[3:] * 3}</article>",
            id="two stories, and the other is longer",
        ),
        pytest.param(
            f"<title>The ferry stops</title><div><div><h2>A wall</h2>{TEASER}</div><div>"
            f"<h2>The ferry stops</h2>{ARTICLE}</div></div>",
            id="a headline of the second level that the page states",
        ),
        pytest.param(
            f"<table><tr><td>{MENU}</td><td><h1>The ferry stops</h1>{ARTICLE}</td></table>",
            id="columns made of a table",
        ),
        pytest.param(
            f"<h1>The ferry stops</h1><div itemprop=articleBody>{ARTICLE}</div>"
            "<p>The harbour of the mainland is open on all days of the week but for Sunday.",
            id="marked as the article by the page",
        ),
    ],
)
def test_the_article_is_where_the_prose_of_the_headline_is(source: str) -> None:
    assert _body(read_page(source)) == EXPECTED


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<h2>What next</h2>", "What next"),
        ("<p>Who pays?</p>", "Who pays?"),
        ("<ul><li>one boat</li><li>two crews</li></ul>", "two crews"),
        ("<table><tr><td>North</td><td>412</td></tr></table>", "North"),
        ("<blockquote><p>No boat.</p>— L. Brandt (@lida) <a href=/s>9 May</a></blockquote>", "No"),
        ("<h3><a href=/boat>The boat</a></h3>" + LAST, "The boat"),
        ("<div class='related-box'><p>The line</p></div>", None),
        ("<p><a href=/r>Read how the line began</a></p>", None),
        ("<div><img src=a.jpg><div>The Lumen at the pier of the island</div></div>", "caption"),
        ("<figure><img src=a.jpg>The Lumen at the pier</figure>", "caption"),
        (
            "<p><img src=a.jpg>The crew were not asked by anyone before that day, she said.",
            "The crew",
        ),
    ],
)
def test_what_is_between_two_paragraphs(inner: str, text: str | None) -> None:
    page = read_page(f"<h1>The ferry stops</h1><div>{LEAD}</p>{inner}{QUOTE}{LAST}</div>")
    if text is None:
        assert _body(page) == EXPECTED
    elif text == "caption":
        assert _kind(page, "The Lumen at") == "caption"
    else:
        assert _kind(page, text) in (None, "body")


def test_a_long_thread_below_a_short_post_is_not_the_article() -> None:
    post = "<p>This is the place to ask us whatever you like about the line and its boats."
    page = read_page(f"<main><h1>Ask us</h1>{post}<ul id=comments>{REMARKS}</ul></main>")
    assert _body(page) == [post[3:]]


def test_prose_without_spaces_is_prose() -> None:
    first = (
        "島へ渡る船は秋に止まると港の責任者が月曜日に述べた。二組の乗組員を雇う金がないためである。"
    )
    page = read_page(
        f"<ul>{'<li><a href=/>港</a>' * 9}</ul><h1>船が止まる</h1><p>{first}<p>「困る。」"
    )
    assert _body(page)[0] == first


def _with_data(body: str, shown: str) -> str:
    return (
        "<script type='application/ld+json'>"
        f'{{"@type": "NewsArticle", "headline": "The ferry stops", "articleBody": "{body}"}}'
        f"</script>{shown}"
    )


PLAIN = "\\n".join(part.strip() for part in ARTICLE.split("<p>") if part)


@pytest.mark.parametrize("body", [PLAIN, ARTICLE.replace("<p>", "</p><p>")])
def test_a_text_that_is_only_in_the_data_is_read_from_there(body: str) -> None:
    page = read_page(_with_data(body, "<div id=root></div><p>Subscribe to go on reading.</p>"))
    assert _body(page) == EXPECTED
    assert page.notices == (NOTICE,)
    assert _kind(page, "Subscribe") == "furniture"


@pytest.mark.parametrize("body", [PLAIN, PLAIN[:120], "The short text of another page."])
def test_a_page_that_shows_its_text_is_read_as_shown(body: str) -> None:
    page = read_page(_with_data(body, f"<h1>The ferry stops</h1>{ARTICLE}"))
    assert (_body(page), page.notices) == (EXPECTED, ())
