"""Selecting by sentences and words: each step, and that no step leads out of the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.records.spans import Span
from armreader.ui.prompts.select import STEPS
from armreader.ui.session.stretch import sentence_at

TEXT = "The pier fell. “We saw it,” he said.\n\nNobody was hurt (so far). Boats left."
SENTENCES = [
    Span(TEXT.index(words), TEXT.index(words) + len(words))
    for words in (
        "The pier fell.", "“We saw it,” he said.", "Nobody was hurt (so far).", "Boats left.",
    )
]  # fmt: skip
CASES = {
    "nothing": ("", "“We saw it,” he said."),
    "next sentence": ("down", "Nobody was hurt (so far)."),
    "sentence before": ("up", "The pier fell."),
    "not before the first": ("up up up", "The pier fell."),
    "not after the last": ("down down down down", "Boats left."),
    "a sentence more": ("text-down", "“We saw it,” he said.\n\nNobody was hurt (so far)."),
    "more and less": ("text-down text-down text-up text-up", "“We saw it,” he said."),
    "not less than one": ("text-up", "“We saw it,” he said."),
    "without the full stop": ("left", "“We saw it,” he said"),
    "fewer words": ("left left left left", "“We saw it,"),
    "down to one": ("left " * 30, "“"),
    "a word more": ("right", "“We saw it,” he said.\n\nNobody"),
    "from within": ("forward left left left left left", "We saw it"),
    "from before": ("back back", "fell. “We saw it,” he said."),
    "the rest of its sentence": ("left left text-down", "“We saw it,” he said."),
    "its own sentence again": ("forward forward up", "“We saw it,” he said."),
}


def after(steps: str, stretch: Span) -> Span:
    for step in steps.split():
        stretch = STEPS[step](TEXT, SENTENCES, stretch)
    return stretch


@pytest.mark.parametrize(("steps", "words"), CASES.values(), ids=CASES)
def test_steps(steps: str, words: str) -> None:
    start, end = after(steps, SENTENCES[1])
    assert TEXT[start:end] == words


@pytest.mark.parametrize(("place", "number"), [(0, 0), (14, 1), (20, 1), (36, 2), (500, 3)])
def test_the_sentence_at_a_place_or_after_it(place: int, number: int) -> None:
    assert sentence_at(SENTENCES, place) == SENTENCES[number]


def test_a_text_without_sentences_has_none() -> None:
    assert sentence_at([], 3) is None


@settings(max_examples=60)
@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=40))
def test_any_steps_leave_words_of_the_text(steps: list[str]) -> None:
    start, end = after(" ".join(steps), SENTENCES[2])
    assert 0 <= start < end <= len(TEXT)
    assert TEXT[start:end].strip()
