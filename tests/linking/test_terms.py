"""Terms: forms of one word are one term."""

from __future__ import annotations

import pytest

from armreader.linking.terms import terms_of

ONE = [
    ("leaks", "leaked", "leaking"),
    ("negotiate", "negotiation", "negotiated"),
    ("freeze", "froze", "frozen"),
    ("bomb", "bombing", "bombings"),
    ("three", "3", "Three"),
]


@pytest.mark.parametrize("words", ONE)
def test_forms_of_one_word_are_one_term(words: tuple[str, ...]) -> None:
    assert len({tuple(terms_of(word).terms) for word in words}) == 1


def test_different_words_are_different_terms() -> None:
    assert terms_of("winning a war").terms == ["win", "war"]
    assert terms_of("of the and").terms == []
