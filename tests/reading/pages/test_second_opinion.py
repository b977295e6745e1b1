"""The second opinion on a page: it names where it disagrees and changes nothing else."""

from __future__ import annotations

import pytest

from armreader.reading.containers.piece import Part, Piece
from armreader.reading.discover import Found
from armreader.reading.pages import second_opinion
from armreader.reading.pages.page import read_page
from armreader.reading.read import read_piece

REPORT = (
    "The weir at Lindholm gave way on Tuesday night, and the meadows below it are under water.",
    "“We had warned of it for years,” said the miller, whose cellar is full of mud.",
)
OTHER = "Ten bakeries that bake their bread at night, and where to find them in the morning."
PAGE = (
    "<script>if (1 < 2) {}</script><article class='a&quot;b'><h1>The weir is gone</h1>"
    f"<p>{REPORT[0]}<p>{REPORT[1]}</article><aside><p>{OTHER}</aside>"
)


@pytest.mark.parametrize(
    ("theirs", "notices"),
    [
        ("\n".join(REPORT), ()),
        (f"The weir is gone\n{REPORT[0]}\n{REPORT[1]}", ()),
        (
            OTHER,
            (
                "trafilatura disagrees on the article: it leaves out 2 paragraphs, first “The weir"
                " at Lindholm gave way on Tuesday …” and adds “Ten bakeries that bake their bread"
                " at night, …”; check which is right",
            ),
        ),
        ("", ()),
        (None, ()),
    ],
)
def test_a_page_is_marked_where_the_two_disagree(
    theirs: str | None, notices: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_opinion, "_extract", lambda: None)
    alone = read_page(PAGE)
    given: list[str] = []

    def extract(source: str, **_: object) -> str | None:
        given.append(source)
        return theirs

    monkeypatch.setattr(second_opinion, "_extract", lambda: extract)
    page = read_page(PAGE)
    doubtful = tuple(page.text[slice(*span)] for span in page.doubtful)
    assert doubtful == ((*REPORT, OTHER) if notices else ())
    assert page == alone._replace(notices=notices, doubtful=page.doubtful)
    assert given[0].startswith('<script></script><article class="a&quot;b"><h1>The weir is gone')


def test_a_page_with_very_many_tags_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(source: str, **_: object) -> str:
        raise AssertionError(source)

    monkeypatch.setattr(second_opinion, "_extract", lambda: extract)
    assert read_page("<b>x</b>" * 20_000 + PAGE).notices == ()


def test_what_is_doubtful_is_found_in_a_piece_with_more_around_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(second_opinion, "_extract", lambda: lambda *_, **__: OTHER)
    piece = Piece(data=PAGE.encode(), suffix=".html", before=(Part("summary", "Floods."),))
    article = read_piece(Found("weir.zip", "weir.zip"), piece, {})
    assert article.text.startswith("Floods.")
    assert [article.text[slice(*one)] for one in article.doubtful] == [*REPORT, OTHER]
