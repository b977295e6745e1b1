"""What is said of a folder that may hold several stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.opening.stories import several_stories_hint
from armreader.records import Article
from dossiers import article

DAM = (
    "Engineers in Ostrava lowered the reservoir after the dam at Sance cracked.",
    "The Sance dam near Ostrava cracked, and its reservoir was lowered by engineers.",
    "Below the cracked dam of Sance, Ostrava's engineers watched the reservoir.",
)
CUP = (
    "Malmo won the curling cup when skipper Berit Holm drew to the button.",
    "Skipper Berit Holm led Malmo to the curling cup with a draw to the button.",
    "The curling cup went to Malmo, whose skipper Berit Holm drew to the button.",
)


def articles(*texts: str) -> list[Article]:
    return [article(f"a{n}", text, parts=(("body", text),)) for n, text in enumerate(texts)]


def test_two_groups_of_reports_are_pointed_out_with_the_command_that_helps(tmp_path: Path) -> None:
    folder = tmp_path / "two words"
    folder.mkdir()
    hint = several_stories_hint([str(folder)], articles(*DAM, *CUP))
    assert hint == f"Several stories? armreader library '{folder}' shows each alone."


@pytest.mark.parametrize("texts", [DAM, (*DAM, CUP[0], CUP[1]), DAM[:1], ()])
def test_one_story_or_a_stray_report_is_not(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert several_stories_hint([str(tmp_path)], articles(*texts)) == ""


def test_neither_are_files_that_were_named_or_a_story_of_a_library(tmp_path: Path) -> None:
    both = articles(*DAM, *CUP)
    assert several_stories_hint([str(tmp_path), "other"], both) == ""
    assert several_stories_hint([str(tmp_path / "absent")], both) == ""
    assert several_stories_hint([str(tmp_path), "story:s-0123456789"], both) == ""
