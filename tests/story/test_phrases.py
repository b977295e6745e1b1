"""The name of who speaks, as every list shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.opening.pipeline import open_dossier
from armreader.story.phrases import speaker_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karl Lund and Ada Falk said that the pier is safe.", "Karl Lund and Ada Falk"),
        ("Sweden and Norway said that the pier is safe.", "Sweden and Norway"),
        ("Ada Falk left. Karl Lund and Ms. Falk said it was late.", "Karl Lund and Ada Falk"),
        ("Karl Lund said that Ada Falk and the crew left.", "Karl Lund"),
        ("Karl Lund and his crew said that the pier is safe.", "Karl Lund and his crew"),
        ("Karl Lund and two officials said the pier is safe.", "Karl Lund and two officials"),
    ],
)
def test_two_who_are_named_and_speak_together_are_both_given(
    tmp_path: Path, text: str, name: str
) -> None:
    (tmp_path / "report.txt").write_text(f"The pier\n\n{text}\n", encoding="utf-8")
    dossier = open_dossier([str(tmp_path)])
    assert [speaker_name(dossier, quote) for quote in dossier.quotes] == [name]
