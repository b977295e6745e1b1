"""The words of a quote: quotation marks only if all of the words are the speaker's."""

from __future__ import annotations

from pathlib import Path

import pytest

import armreader
from armreader.ui.panes.quotes import quote_words

WORDS = [
    ("“The dam is safe,” said Ann Lee on Monday.", "“The dam is safe,”"),
    ("Ann Lee said that the dam was safe.", "the dam was safe"),
    (
        "Ann Lee said that Ardal was planning “a new dam” in the valley.",
        "Ardal was planning “a new dam” in the valley",
    ),
]


@pytest.mark.parametrize(("sentence", "words"), WORDS)
def test_marks_are_around_the_words_of_a_speaker_alone(
    sentence: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "dam.txt").write_text(f"The dam\n\n{sentence}\n")
    dossier = armreader.open([str(tmp_path)])
    assert [quote_words(dossier, quote) for quote in dossier.quotes] == [words]
