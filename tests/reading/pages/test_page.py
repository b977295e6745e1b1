"""Saved pages: what a person sees, the kind of each section, and the page's metadata."""

from __future__ import annotations

import pytest

from armreader.reading.pages.page import Page, read_page
from armreader.reading.pages.tokens import tokens

PARAGRAPH = "The mayor opened the bridge on Monday, nine years after the first stone was laid. " * 2


def _kinds(page: Page) -> dict[str, str]:
    return {page.text[s.span.start : s.span.end]: s.kind for s in page.sections}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("One<br>two", "One\ntwo"),
        ("  a \n  b&nbsp;c ", "a b c"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("a<b>b</b>c<i> d</i>", "abc d"),
        ("&ldquo;5 &lt; 6&rdquo; &amp; &#x41;&copy", "“5 < 6” & A©"),
        ("<q>Enough</q>, she said", "“Enough”, she said"),
        ("<ul><li>one<li>two</ul>", "• one\n\n• two"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\tb\n\nc"),
        ("<table><tr><td>a<td>b</td><tr><td>c</td><td>d</table>e", "a\tb\nc\td\n\ne"),
        ("<table><tr><td><p>a<p>b</td><td>c</table>", "a\n\nb\n\nc"),
        ("<dl><dt>1 May<dd>It rained.<dt>So?<dd>Yes.</dl>", "1 May: It rained.\n\nSo? Yes."),
        ("<dl><dt>1 May<dt>2 May<dd>It rained.</dl>", "1 May\n\n2 May: It rained."),
        ("<p>Ann<span class=tooltip-text>a <a>b</a></span> went.<p>C", "Ann went.\n\na b\n\nC"),
        ("<p>A<span role=tooltip>b<span>c</span>d</span>e", "Ae\n\nbcd"),
        ("<p>A<span role=tooltip>b</p>c</span>d", "A\n\nb\n\ncd"),
        ("<p>A<span role=tooltip><i>b<div>c</div></span>d", "A\n\nb\n\nc\n\nd"),
        ("<p>A <span class=tooltip>b<span class=tooltiptext>c</span></span> d", "A b d\n\nc"),
        ("<ruby>港<rt>minato</rt></ruby>だ", "港(minato)だ"),
        ("<ruby>港<rp>(</rp><rt>minato</rt><rp>)</rp></ruby>だ", "港(minato)だ"),
        ("<svg><text>1990</text><text>2000</text></svg>", "1990\n\n2000"),
        ("<template shadowrootmode=open><p>shown</template>seen", "shown\n\nseen"),
        ("<template><p>not shown</template>seen", "seen"),
        ("<iframe srcdoc='<p>one</div></div><p>two'></iframe>three", "one\n\ntwo\n\nthree"),
        ("<iframe srcdoc='<iframe srcdoc=&quot;deep&quot;></iframe>'></iframe>", "deep"),
        ("港は<a href=x>Port Lumen</a>にある", "港はPort Lumenにある"),
        ("日本<a href=x>語</a>の<b>Port</b>", "日本語のPort"),
        ("the <a href=x>port</a>s", "the ports"),
        ("<script>a = '</scripty>'; b = '</'</SCRIPT >text", "text"),
        ("so&shy;ft and zero\u200bwidth", "soft and zerowidth"),
        ("<script>if (a < b) alert('<p>')</script>text", "text"),
        ("<style>p {}</style><svg><title>x</title></svg>text", "text"),
        ("<title>T &amp; U</title><textarea>a <b></textarea>", "a <b>"),
        ("<!-- a <p> b -->text<!DOCTYPE x><?php y ?>", "text"),
        ("<![CDATA[kept]]>", "kept]]>"),
        ("a < b and c > d", "a < b and c > d"),
        ("never <a closed", "never <a closed"),
        ("never <!-- closed", "never <!-- closed"),
        ("<a href='x>y'>link</a>", "link"),
        ('<p title="a\'b" hidden=x>seen all the same</p>', "seen all the same"),
        ("</p></div>stray", "stray"),
        ("<DIV>Case</dIv>", "Case"),
    ],
)
def test_a_page_reads_as_a_person_sees_it(source: str, text: str) -> None:
    assert read_page(source).text == text


def test_tags_give_the_sections() -> None:
    page = read_page(
        f"""<body class="ad"><header><h2>The Post</h2></header><nav>World</nav><article>
        <h1>Bridge opens</h1><div class="article-byline">By <a>Ana Silva</a></div>
        <p class=standfirst>Nine years of work</p>
        <figure><figcaption>The mayor</figcaption></figure>
        <p>{PARAGRAPH}<div id="ad-slot"><div>Shoes</div>for sale</div><p>{PARAGRAPH}</article>
        <p>Another report<footer>Imprint</footer>"""
    )
    assert _kinds(page) == {
        PARAGRAPH.strip(): "body",
        "The Post": "furniture",
        "World": "furniture",
        "Bridge opens": "title",
        "By Ana Silva": "byline",
        "Nine years of work": "summary",
        "The mayor": "caption",
        "Shoes": "furniture",
        "for sale": "furniture",
        "Another report": "furniture",
        "Imprint": "furniture",
    }


def test_a_box_over_a_line_is_furniture_and_the_line_stays_whole() -> None:
    half = len(PARAGRAPH) // 2
    box = "<span class='person-popover-body'>Ana Silva <a>The mayor resigns</a></span>"
    page = read_page(f"<p>{PARAGRAPH[:half]}{box}{PARAGRAPH[half:]}<p>{PARAGRAPH}")
    assert _kinds(page) == {
        PARAGRAPH.strip(): "body",
        "Ana Silva The mayor resigns": "furniture",
    }


def test_tags_that_leave_no_article_are_not_trusted() -> None:
    page = read_page(f"<div class=modal><p>{PARAGRAPH}<p>{PARAGRAPH}</div>")
    assert {section.kind for section in page.sections} == {"body"}


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("<title>Bridge | Post</title>", {"title": "Bridge | Post"}),
        ("<title>B | P</title><meta property=og:title content='B'>", {"title": "B"}),
        ("<meta name=author content=' Ana  Silva '>", {"byline": "Ana Silva"}),
        ("<p>By <a rel=author href=/a>Ana Silva</a>, a writer", {"byline": "Ana Silva"}),
        ("<span itemprop=author><b itemprop=name>by Ana Silva</b></span>", {"byline": "Ana Silva"}),
        ("<meta name=author content=Rui><a rel=author>Ana Silva</a>", {"byline": "Rui"}),
        ("<a rel=author>admin</a>", {}),
        ("<aside><a rel=author>Ana Silva</a></aside>", {}),
        ("<a rel=author>12 more reports</a><a rel=author>", {}),
        ("<meta property='og:site_name' content='The Post'>", {"source": "The Post"}),
        ("<time datetime='2021-05-03'>", {"date": "2021-05-03"}),
        (
            "<time datetime=2021-05-12>Updated: 12 May</time> <time datetime=2021-05-09>9</time>",
            {"date": "2021-05-09"},
        ),
        (
            "<time datetime=2021-05-12>12 May</time>, posted <time datetime=2021-05-09></time>",
            {"date": "2021-05-09"},
        ),
        ("Updated <time datetime=2021-05-12>12 May</time>", {"date": "2021-05-12"}),
        (
            "<time datetime=2021-05-03><meta property='article:published_time' content=2021-05-02>",
            {"date": "2021-05-02"},
        ),
        ("<link rel=canonical href='https://example.org/a'>", {"url": "https://example.org/a"}),
        ("<link rel=canonical href='/a'><link rel=icon href=https://example.org>", {}),
        ("<!-- saved from url=(0021)https://example.org/a -->", {"url": "https://example.org/a"}),
        (
            """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type":
            ["NewsArticle"], "headline": "B", "datePublished": "2021-05-03T10:00:00+02:00",
            "author": [{"name": "Ana"}, "Rui"], "publisher": {"name": "Post"}}]}</script>""",
            {
                "title": "B",
                "source": "Post",
                "byline": "Ana, Rui",
                "date": "2021-05-03T10:00:00+02:00",
            },
        ),
        ("<script type=application/ld+json>{broken</script>", {}),
        ("<script type=application/ld+json>" + "[" * 100_000 + "</script>", {}),
    ],
)
def test_metadata_of_a_page(head: str, fields: dict[str, str]) -> None:
    assert read_page(head + "<p>text").fields == fields


def test_the_birth_of_a_wiki_page_is_no_day_of_publication() -> None:
    born = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2001-02-03"}'
    page = read_page(f"<meta name=generator content='MediaWiki 1.44.0'>{born}</script><p>text")
    assert "date" not in page.fields
    assert page.notices == ("a page of a wiki; the day of its first version does not date it",)
    assert read_page(f"{born}</script><p>text").fields == {"date": "2001-02-03"}


def test_a_page_that_is_cut_in_a_script_is_reported() -> None:
    page = read_page("<p>text</p><script>var a = 1; <p>more")
    assert page.text == "text"
    assert "hides the rest" in page.notices[0]


@pytest.mark.parametrize(
    "piece",
    [
        *("<div>", "<nav>", "<a ", "<!--", "<![", "</", "<", "&", "<a b='", '<p x="'),
        *("<a href=x>", "<table><tr><td>", "<figure><img>", "<h1><div>", "<li>x", "<svg><text>"),
        *(
            "<dl><dt>x<dd>y",
            "<ruby><rt>",
            "<template shadowrootmode>",
            "<time>",
            "<iframe srcdoc=x>",
        ),
    ],
)
def test_depth_and_rubbish_cost_nothing(piece: str) -> None:
    page = read_page(piece * 5_000 + "> and a text")
    assert page.text.removesuffix(")").endswith("and a text") or piece.endswith(("'", '"', "<!--"))


def test_attributes_are_read_as_written() -> None:
    [((_, _, attributes), _)] = tokens("""<a  A = "x &amp; y" b='"' c=d e f="1" F="2"/>""")
    assert attributes.by_name == {"a": "x & y", "b": '"', "c": "d", "e": "", "f": "1"}
