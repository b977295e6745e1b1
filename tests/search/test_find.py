"""What a query finds, in which order, why, and which letters are lit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from armreader.language import mapping
from armreader.search.find import SearchIndex
from dossiers import dossier_of, harbour_dossier

Found = Callable[..., list[str]]


def test_exact_before_spelling_before_beginning_before_part_before_typo(found: Found) -> None:
    texts = (
        "They passed Marenuv.",
        "They passed Transmarenov.",
        "They passed Marenovka.",
        "They passed Marénoff.",
        "They passed Marenov.",
    )
    assert found("marenov", *texts) == list(reversed(texts))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ferr", "The ferry left."),
        ("fery", "The ferry left."),
        ("frery", "The ferry left."),
        ("harbuor mastr", "The harbour master left."),
        ("hraborumaster", "The harbourmaster left."),
        ("harbr", "The harbour is closed."),
        ("hrbou", "The harbourmaster left."),
        ("lighthuose lamp", "The lamp of the lighthouse."),
        ("basin north", "Boats go to the north basin."),
        ("ukupnik", "Аркадий Укупник пел."),
        ("Укупник", "Arkady Ukupnik sang."),
        ("khachatrian", "Խաչատրյան wrote it."),
        ("Xaçatryan", "Khachatrian wrote it."),
        ("Trablus", "It happened in طرابلس."),
        ("kiev", "Trains to Kyiv."),
        ("dont", "They don’t know."),
        ("cafe", "A cafe\u0301 by the sea."),
        ("海岸", "新しい海岸線の地図"),
    ],
)
def test_is_found(query: str, text: str, found: Found) -> None:
    assert found(query, "Nothing of the kind here.", text) == [text]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("rat", "A rut in the road."),
        ("2031", "It was in 2032."),
        ("ferry", "A fury; a dairy."),
        ("ferry harbour", "The ferry left."),
        ("'ferr", "The fery left."),
        ("'ferr'", "The ferry left."),
        ('"ferry the"', "The ferry left."),
        ("^ferry", "The ferry left."),
        ("ferry$", "The ferry left."),
        ("ferry -left", "The ferry left."),
        ("ferry !eft", "The ferry left."),
        ('left -"the ferry"', "The ferry left."),
    ],
)
def test_is_not_found(query: str, text: str, found: Found) -> None:
    assert found(query, text) == []


@pytest.mark.parametrize(
    "query",
    ["^the", "left$", "^'the", '"ferry left"', '"THE ferry"', '"the fer', "'erry", "-boat left"],
)
def test_marks_of_fzf_and_phrases(query: str, found: Found) -> None:
    assert found(query, "The ferry left.") == ["The ferry left."]


def test_smart_case(found: Found) -> None:
    texts = ("It may rain.", "It rained in May.", "MAY CALLS IT OFF")
    assert set(found("may", *texts)) == set(texts)
    assert found("May", *texts) == list(texts[1:])
    assert found("MAY", *texts) == [texts[2]]


def test_capitals_that_match_nothing_are_ignored() -> None:
    result = SearchIndex(dossier_of("The ferry left.")).search("FERRY")
    assert result.ids("article") == ("a0",)
    assert "shown in any case" in result.hint


def test_capitalised_words_may_be_on_different_lines() -> None:
    result = SearchIndex(dossier_of("The Marenov pier.\nThe vote was close.")).search(
        "Marenov vote"
    )
    assert result.ids("article") == ("a0",)
    assert result.hint == ""


def test_typos_are_forgiven_only_if_nothing_is_closer(found: Found) -> None:
    assert found("pier", "The pier.", "The tier.") == ["The pier."]
    assert found("piwr", "The pier.", "The ferry.") == ["The pier."]


def test_words_near_each_other_come_first(found: Found) -> None:
    texts = (
        "The board, said those who know it, may well have voted.",
        "Voted the board down, did he?",
        "The board voted.",
    )
    assert found("board voted", *texts) == [texts[2], texts[1], texts[0]]


def test_an_article_is_found_by_words_on_different_lines(found: Found) -> None:
    texts = ("The pier is old.\nThe vote was close.", "The vote on the pier.", "The pier.")
    assert found("pier vote", *texts) == [texts[1], texts[0]]


def test_furniture_comes_last(harbour: SearchIndex) -> None:
    sentences = harbour.search("newsletter").best
    assert len(sentences) == 1
    found = harbour.search("old").best
    assert found[0].article in ("gazette", "courier")


def test_hits_over_all_kinds(harbour: SearchIndex) -> None:
    result = harbour.search("quill")
    assert result.ids("actor") == ("quill",)
    assert set(result.ids("quote")) == {"q-stand", "q-upright"}
    assert set(result.ids("article")) == {"gazette", "courier"}
    assert [hit.id for hit in result.hits if hit.kind == "actor"] == ["quill"]
    assert result.hits[0].kind == "actor"


def test_passages_are_in_dossier_order(harbour: SearchIndex) -> None:
    result = harbour.search("pier")
    dossier = harbour_dossier()
    order = {one.id: n for n, one in enumerate(dossier.articles)}
    places = [(order[one.article], one.start) for one in result.passages]
    assert places == sorted(places)
    assert {one.article for one in result.passages} == {"gazette", "courier", "herald"}
    texts = dossier.article_by_id
    assert all("pier" in texts[p.article].text[p.start : p.end] for p in result.passages)


def test_hits_say_where_and_why(harbour: SearchIndex) -> None:
    hits = {hit.id: hit for hit in harbour.search("uprihgt").hits}
    assert hits["q-upright"].why == "one letter off"
    assert hits["q-upright"].at is not None
    assert hits["q-upright"].at.article == "courier"
    assert hits["courier"].score < 100
    assert harbour.search("upright").hits[0].score == 100
    assert harbour.search("pier source:courier").hits[0].why == "exact"
    assert {hit.why for hit in harbour.search("source:courier").hits} == {"filter"}


def test_a_limit_keeps_the_best(harbour: SearchIndex) -> None:
    every = harbour.search("pier").hits
    assert harbour.search("pier", limit=2).hits == every[:2]


def test_a_cancelled_search_has_no_hits(harbour: SearchIndex) -> None:
    result = harbour.search("pier", cancelled=lambda: True)
    assert result.cancelled
    assert result.hits == ()
    assert result.ids("article") == ()


@pytest.mark.parametrize(
    ("query", "text", "lit"),
    [
        ("fer", "The ferry left.", ["fer"]),
        ("erry", "The ferry left.", ["erry"]),
        ("frery", "The ‘ferry’ left.", ["ferry"]),
        ("zuri", "Zürich", ["Zürich"]),
        ("ferry left", "The ferry left.", ["ferry", "left"]),
        ("Khachatrian", "Խաչատրյան", ["Խաչատրյան"]),
        ('"the ferry"', "The ferry left the pier.", ["The", "ferry", "the"]),
    ],
)
def test_letters_lit(query: str, text: str, lit: list[str]) -> None:
    result = SearchIndex(dossier_of(text)).search(query)
    assert [text[span.start : span.end] for span in result.lit(text)] == lit


def test_letters_are_lit_in_any_text(harbour: SearchIndex) -> None:
    label = "8 March · PIER closed"
    lit = harbour.search("pier").lit(label)
    assert [label[span.start : span.end] for span in lit] == ["PIER"]


def test_the_same_query_gives_the_same_hits_on_a_new_index(harbour: SearchIndex) -> None:
    again = SearchIndex(harbour_dossier())
    for query in ("p", "pier", "the boad", "quill standing", "kind:indirect"):
        first, second = harbour.search(query), again.search(query)
        assert first.hits == second.hits
        assert first.passages == second.passages


def test_every_rule_has_a_sentence_for_the_reader() -> None:
    rules = mapping("reasons/search")
    queries = (
        "exact: pier", "harbor", "harbuor boad", "pie", "arbour", '"the pier"', "quill radio",
        "kind:direct", "standnig kee", "hrbaour bord", "Kwill", "fishrmn mended",
    )  # fmt: skip
    index = SearchIndex(harbour_dossier())
    emitted = set()
    for query in queries:
        result = index.search(query)
        if result.found:
            for table in result.found.ranking.terms:
                emitted |= {layer.rule for layer in table}
    assert len(emitted) > 5
    assert emitted | {"search-spread", "search-filter"} <= set(rules)


def test_where_much_is_found_each_kind_and_every_article_has_its_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("armreader.search.found.MOST_LINES", 1)
    result = SearchIndex(harbour_dossier()).search("pier")
    assert result.total > len(result.hits)
    assert len(result.ids("event")) == 1
    assert set(result.ids("article")) == {"gazette", "courier", "herald"}


def test_a_phrase_of_common_words_is_found_behind_many_lines_that_have_both() -> None:
    many = "\n".join(f"The docks of line {number} wait for a ferry." for number in range(2500))
    dossier = dossier_of(many, "The ferry docks.")
    assert SearchIndex(dossier).search('"ferry docks"').total == 1
