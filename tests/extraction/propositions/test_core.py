"""The core of a sentence: without its dateline, its opening time and its attribution."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import analyse
from armreader.extraction.propositions.core import Core, core_of
from armreader.records import Span
from wire import report

SAID = [
    # sentence, its core, who says it, in the name of no party
    ("The dam is safe, officials said.", "The dam is safe", ", officials said", True),
    ("The dam is safe, Ann Lee said on Monday.", "The dam is safe", ", Ann Lee said", False),
    ("The dam is safe, said Ann Lee, the mayor.", "The dam is safe", ", said Ann Lee", False),
    (
        "The dam is safe, Ann Lee, head of the water board, said.",
        "The dam is safe",
        ", Ann Lee, head of the water board, said",
        False,
    ),
    ("“The dam holds,” Lee told reporters.", "“The dam holds,”", "Lee told reporters", False),
    ("The dam will hold, he predicted.", "The dam will hold", ", he predicted", False),
    (
        "The dam is safe, police said, though residents were leaving.",
        "The dam is safe",
        ", police said",
        True,
    ),
]  # fmt: skip

NOBODY = [
    "Ann Lee said the dam was safe.",
    "The dam is safe, and the town is calm.",
    "The engineer, who said little, left the town.",
    "As the mayor said, the dam is safe.",
]

OPENINGS = [
    ("On Monday, the dam burst.", "the dam burst.", "Monday"),
    ("Late on Monday, the dam burst.", "the dam burst.", "Monday"),
    ("(AFP) The dam burst on Monday.", "The dam burst on Monday.", None),
    ("ARDAL (Agency) - The dam burst on Monday.", "The dam burst on Monday.", None),
    ("Dam bursts ARDAL, May 3 (Reuters) - The dam burst in May.", "The dam burst in May.", None),
    ("Coast Guard via AP ARDAL -- The dam burst in May.", "The dam burst in May.", None),
    ("AFP The dam burst in May.", "The dam burst in May.", None),
    ("3 May 2021 The dam burst on the river.", "The dam burst on the river.", None),
    ("Ann Lee | 07:37, Monday, 3 May 2021 The dam burst.", "The dam burst.", None),
]


def read(sentence: str) -> tuple[str, Core | None]:
    one = report(f"Notes\n{sentence}", "2021-02-05")
    text, sentences = one.article.text, one.sentences[1:]
    (grammar,) = analyse(text, sentences)
    times = [Span(*time.span) for time in one.times]
    return text, core_of(grammar, times)


@pytest.mark.parametrize(("sentence", "core", "who", "sourceless"), SAID)
def test_who_says_it_is_distinguished(sentence: str, core: str, who: str, sourceless: bool) -> None:
    text, found = read(sentence)
    assert found is not None
    assert found.attribution is not None
    assert text[slice(*found.place)] == core
    assert text[slice(*found.attribution.span)] == who
    assert found.attribution.sourceless is sourceless


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_sentence_without_an_attribution_is_left_alone(sentence: str) -> None:
    assert read(sentence)[1] is None


@pytest.mark.parametrize(("sentence", "core", "time"), OPENINGS)
def test_what_comes_before_is_removed(sentence: str, core: str, time: str | None) -> None:
    text, found = read(sentence)
    assert found is not None
    assert text[slice(*found.place)] == core
    assert (text[slice(*found.opening)] if found.opening else None) == time
