"""Sets of numbers as bits, and the index of words that is built on them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.search import bits
from armreader.search.folding import LOWER
from armreader.search.index import WordIndex

NUMBERS = st.sets(st.integers(0, 500))


@settings(max_examples=100)
@given(NUMBERS, NUMBERS)
def test_sets_are_kept(first: set[int], second: set[int]) -> None:
    one, other = bits.of_numbers(first, 501), bits.of_numbers(second, 501)
    assert list(bits.numbers(one)) == sorted(first)
    assert list(bits.numbers(one & other)) == sorted(first & second)
    cells = bits.cells(one, 501)
    assert {n for n in range(501) if bits.holds(cells, n)} == first


def test_ranges_of_whole_bytes() -> None:
    found = bits.of_ranges([(8, 16), (24, 40)], 48)
    assert list(bits.numbers(found)) == [*range(8, 16), *range(24, 40)]


@settings(max_examples=30)
@given(st.lists(st.lists(st.sampled_from(["pier", "ferry", "fern", "quay", "pi"])), max_size=400))
def test_frequent_and_rare_words_know_their_lines(lines: list[list[str]]) -> None:
    index = WordIndex()
    for number, words in enumerate(lines):
        text = " ".join(words)
        index.add_lines(text, [(number, 0, len(text))])
    index.close()
    for word in ("pier", "ferry", "quay"):
        holding = [number for number, words in enumerate(lines) if word in words]
        assert list(bits.numbers(index.lines(index.words(word)))) == holding
    begun = [word for form in ("pi", "pier") for word in index.words(form)]
    holding = [number for number, words in enumerate(lines) if {"pi", "pier"} & set(words)]
    assert list(bits.numbers(index.lines_of_beginning("pi", begun, LOWER))) == holding
