"""Any query on any text gives an answer or a hint, never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.search.find import SearchIndex
from dossiers import dossier_of, harbour_dossier

HARBOUR = SearchIndex(harbour_dossier())


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', "''", "-", "!!!", "^$", "a" * 10_000, "a " * 5_000,
        '"' * 10_000, "(" * 10_000,
        "-a " * 100, "speaker:" * 50, "date:2030..2030..2030", "kind:", "\x00\x1b]52;c;eA==\x07",
        "\ud800", "\u202eabc", "[brackets] [/] [@click=app.quit]", "%s {0} $(id)", "'^!-\"$",
        "date:99999", "before:9999-12-31 after:9999-12-31", "date:-1", "is:is:is:", "🙂", "٣٤",
    ],
)  # fmt: skip
def test_answers_or_says_why_not(query: str) -> None:
    result = HARBOUR.search(query)
    assert result.hits or result.hint
    assert result.lit("The pier [sic] \x1b") is not None
    assert "\x1b" not in result.hint


@settings(max_examples=120)
@given(st.text(alphabet=st.sampled_from("piervot qul\"'-!^$:[]я2030.\x00"), max_size=24))
def test_any_query(query: str) -> None:
    result = HARBOUR.search(query)
    assert result.hits or result.hint
    assert len({(hit.kind, hit.id) for hit in result.hits}) == len(result.hits)
    texts = harbour_dossier().article_by_id
    for passage in result.passages:
        text = texts[passage.article].text
        for span in result.lit(text, passage.start, passage.end):
            assert passage.start <= span.start < span.end <= passage.end


@settings(max_examples=60)
@given(st.lists(st.text(max_size=30), max_size=4), st.text(max_size=8))
def test_any_text(texts: list[str], query: str) -> None:
    result = SearchIndex(dossier_of(*texts)).search(query)
    assert result.hits or result.hint


def test_an_empty_dossier() -> None:
    index = SearchIndex(dossier_of())
    for query in ("pier", "-pier", "kind:quote", '"pier"', "speaker:quill", "date:2030", "a b"):
        assert index.search(query).hint == "nothing matches"
