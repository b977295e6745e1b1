"""Anchors: the same words are found wherever they went, and nothing is found that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.records import Span
from armreader.story.anchors import Selector, _error_counts, find, selector_of

TEXT = (
    "The ferry left before dawn. The captain said that nobody had been told of the storm. "
    "Later the owner said: “We warned every crew at noon.” The captain said nothing more. "
    "An inquiry will open in spring, and both sides will be heard."
)


def selector(words: str) -> Selector:
    start = TEXT.index(words)
    return selector_of(TEXT, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "change", "match", "found"),
    [
        ("We warned every crew at noon.", ("", ""), "position", "We warned every crew at noon."),
        (
            "We warned every crew at noon.",
            ("The ferry", "Update: the ferry"),
            "exact",
            "We warned every crew at noon.",
        ),
        (
            "We warned every crew at noon.",
            ("every crew at noon", "all of the crews at noon"),
            "fuzzy",
            "We warned all of the crews at noon.",
        ),
        (
            "An inquiry will open in spring",
            ("open in spring", "be opened in the spring"),
            "fuzzy",
            "An inquiry will be opened in the spring",
        ),
    ],
)
def test_words_are_found_after_a_change(
    words: str, change: tuple[str, str], match: str, found: str
) -> None:
    text = TEXT.replace(*change, 1) if change[0] else TEXT
    anchor = find(selector(words), text)
    assert anchor is not None
    assert (anchor.match, text[anchor.span.start : anchor.span.end]) == (match, found)


def test_of_two_places_the_one_with_the_same_context_is_taken() -> None:
    second = TEXT.rindex("The captain said")
    kept = selector_of(TEXT, Span(second, second + len("The captain said")))
    anchor = find(kept, "New first line. " + TEXT)
    assert anchor is not None
    assert anchor.span.start == second + len("New first line. ")


@pytest.mark.parametrize(
    "text", ["", "x", "A wholly other report about a harvest and its price at the market. " * 20]
)
def test_words_that_are_gone_are_not_found(text: str) -> None:
    assert find(selector("We warned every crew at noon."), text) is None


def test_short_words_are_not_found_in_another_context() -> None:
    assert (
        find(selector("heard"), "They heard the bells of another town, far from any sea.") is None
    )


def edit_distance(first: str, second: str) -> int:
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row, above = [i], row
        for j, b in enumerate(second, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
    return row[-1]


@settings(max_examples=60)
@given(st.text("abc", min_size=1, max_size=7), st.text("abc", max_size=9))
def test_error_counts_are_the_edit_distances(pattern: str, text: str) -> None:
    for end, errors in _error_counts(pattern, text):
        assert errors == min(edit_distance(pattern, text[i:end]) for i in range(end + 1))


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=80), st.text(max_size=60), st.data())
def test_exact_words_are_always_found_again(text: str, before: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kept = selector_of(text, Span(start, end))
    anchor = find(kept, before + text)
    assert anchor is not None
    found = (before + text)[anchor.span.start : anchor.span.end]
    assert anchor.match == "fuzzy" or found == kept.exact


@settings(max_examples=40)
@given(st.text(max_size=120), st.text(max_size=200))
def test_no_text_makes_it_fail(exact: str, text: str) -> None:
    kept = selector_of(exact, Span(0, len(exact)))
    anchor = find(kept, text)
    assert anchor is None or 0 <= anchor.span.start <= anchor.span.end <= len(text)
