"""The query language: what each way of typing means, and how mistakes are explained."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.search.query import LONGEST, MOST_TERMS, Query, parse

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def read(query: Query) -> list[str]:
    """Terms and filters in a line each: sign, kind, words and anchors; name, value."""
    terms = [
        ("-" if term.negated else "")
        + term.kind
        + ":"
        + " ".join(word.form for word in term.words)
        + ("^" if term.starts else "")
        + ("$" if term.ends else "")
        for term in query.terms
    ]
    filters = [
        f"{'-' if one.negated else ''}{one.name}={one.range.edtf if one.range else one.value}"
        for one in query.filters
    ]
    return terms + filters


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbour vote", ["fuzzy:harbour", "fuzzy:vote"]),
        ('"old pier" vote', ["phrase:old pier", "fuzzy:vote"]),
        ("“old pier” vote", ["phrase:old pier", "fuzzy:vote"]),
        ("-vote", ["-spelling:vote"]),
        ("!vote", ["-part:vote"]),
        ('-"old pier"', ["-phrase:old pier"]),
        ("'vote", ["part:vote"]),
        ("'vote'", ["exact:vote"]),
        ("^harbour", ["phrase:harbour^"]),
        ("upright$", ["phrase:upright$"]),
        ("north-basin", ["fuzzy:north", "fuzzy:basin"]),
        ("speaker:quill", ["speaker=quill"]),
        ('speaker:"Ada Quill" vote', ["fuzzy:vote", "speaker=Ada Quill"]),
        ("-source:courier", ["-source=courier"]),
        ("Person:birk", ["person=birk"]),
        ("date:2031", ["date=2031"]),
        ("date:2031-09", ["date=2031-09"]),
        ("date:2031..2032-06", ["date=2031-01/2032-06"]),
        ("date:..2031", ["date=../2031"]),
        ("date:2031..", ["date=2031/.."]),
        ("before:2031", ["before=../2030"]),
        ("after:2031-02-28", ["after=2031-03/.."]),
        ("kind:direct", ["kind=direct"]),
        ("kind:dir", ["kind=direct"]),
        ("is:bookmarked has:dis", ["is=bookmarked", "has=disagreement"]),
        ("10:30", ["fuzzy:10", "fuzzy:30"]),
    ],
)
def test_meaning(typed: str, meant: list[str]) -> None:
    query = parse(typed)
    assert read(query) == meant
    assert query.hint == ""


@pytest.mark.parametrize(
    ("typed", "kept", "hint"),
    [
        ("", [], "type a word"),
        ("   ", [], "type a word"),
        ("- ! ^ $ '", [], "no word to look for"),
        ('""', [], "no word to look for"),
        ("[](){}", [], "no word to look for"),
        ("[brackets]", ["fuzzy:brackets"], ""),
        ('vote "old pi', ["fuzzy:vote", "phrase:old pi"], "has no closing mark yet"),
        ("vote date:2031-13", ["fuzzy:vote"], "2031-13 is not a date: write 2023"),
        ("date:2031-02-30", [], "is not a date"),
        ("date:2032..2031", [], "is not a date"),
        ("date:0000", [], "is not a date"),
        ("before:0001 vote", ["fuzzy:vote"], "is not a date"),
        ("vote date:", ["fuzzy:vote"], "date: wants 2023"),
        ("vote speaker:", ["fuzzy:vote"], "speaker: wants a name"),
        ("speaker:- vote", ["fuzzy:vote"], "speaker: wants a name"),
        ("kind:odd vote", ["fuzzy:vote"], "kind:odd is unknown: write article"),
        ("colour:red", ["fuzzy:colour", "fuzzy:red"], "there is no filter colour:"),
        ("vo\x1b[31mte", ["fuzzy:vo", "fuzzy:31mte"], "control characters"),
        ("a" * 10_000, ["fuzzy:" + "a" * LONGEST], f"first {LONGEST} characters"),
        (" ".join(LETTERS), [f"fuzzy:{one}" for one in LETTERS[:MOST_TERMS]], "words count"),
        ("pier pier", ["fuzzy:pier"], ""),
    ],
)
def test_mistakes_are_explained_and_the_rest_counts(typed: str, kept: list[str], hint: str) -> None:
    query = parse(typed)
    assert read(query) == kept
    assert hint in query.hint
    assert bool(hint) == bool(query.hint)


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab\"'-!^$: .20[]“\x00\u202eя\n"), max_size=40))
def test_any_input_is_parsed_or_explained(typed: str) -> None:
    query = parse(typed)
    assert query.terms or query.filters or query.hint
    assert all(word.form for term in query.terms for word in term.words)
