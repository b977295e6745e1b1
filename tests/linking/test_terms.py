"""Terms: forms of one word are one term."""

from __future__ import annotations

import pytest

from armreader.linking.terms import read_terms, terms_of
from armreader.records import Span

ONE = [
    ("leaks", "leaked", "leaking"),
    ("negotiate", "negotiation", "negotiated"),
    ("freeze", "froze", "frozen"),
    ("bomb", "bombing", "bombings"),
    ("three", "3", "Three"),
    ("Pa.", "Pennsylvania"),
    ("Calif.", "California"),
]


@pytest.mark.parametrize("words", ONE)
def test_forms_of_one_word_are_one_term(words: tuple[str, ...]) -> None:
    assert len({tuple(terms_of(word).terms) for word in words}) == 1


def test_an_abbreviated_state_has_the_words_of_its_name() -> None:
    assert terms_of("R.I. and N.C.").terms == terms_of("Rhode Island North Carolina").terms
    assert terms_of("Pa and the del").terms == ["pa", "del"]


def test_the_terms_that_start_inside_a_stretch() -> None:
    terms = terms_of("The crew left the burning ship")
    assert terms.inside(Span(4, 13)) == ["crew", "leav"]
    assert terms.inside(Span(5, 9)) == []
    assert terms.inside(Span(4, 9)) == terms.within(Span(4, 9)).terms


def test_different_words_are_different_terms() -> None:
    assert terms_of("winning a war").terms == ["win", "war"]
    assert terms_of("of the and").terms == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a fund of $20bn", "a fund of $20 billion"),
        ("a fund of $20 bn", "a 20-billion-dollar fund"),
        ("5% of the votes", "5 percent of votes"),
        ("5 per cent of the votes", "5 percent of votes"),
        ("1.5m barrels", "1.5 million barrels"),
    ],
)
def test_a_number_and_its_scale_are_one_term(first: str, second: str) -> None:
    one, other = ({t for t in read_terms(text).terms if t[0].isdigit()} for text in (first, second))
    assert one == other
    assert len(one) == 1


def test_a_unit_is_not_a_scale() -> None:
    assert read_terms("20 metres, 5pm, the 20th").terms[0] == "20"
