"""Paths to a dossier: what is put into a linked one at once, and what asks for relinking."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.home.corrections import add_correction, corrections_file
from armreader.home.folders import places
from armreader.opening.pipeline import open_dossier, with_added, with_correction
from armreader.records import Correction

STORM = """\
Storm sinks ferry off Ardal

A ferry sank off Ardal on 3 March 2031, the coast guard said. Ada Quill said: “Nobody was hurt.”
"""
LATER = """\
Ferry owner fined after storm

The court fined the owner on 9 May 2031. The ferry sank off Ardal on 3 March 2031.
"""
VOTE = """\
Council votes on harbour

The council of Lumen voted on 12 May 2031 to close the harbour.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "storm"
    made.mkdir()
    (made / "b.txt").write_text(STORM)
    (made / "c.txt").write_text(VOTE)
    return made


def test_an_added_article_joins_what_it_tells_of(folder: Path) -> None:
    paths = [str(folder)]
    before = open_dossier(paths, places())
    (folder / "a.txt").write_text(LATER)
    grown = with_added(before, paths)
    assert grown is not None
    assert [Path(one.file).name for one in grown.articles] == ["b.txt", "c.txt", "a.txt"]
    whole = open_dossier(paths, places())
    for dossier in (grown, whole):
        sunk = next(event for event in dossier.events if event.mentions[0].lemma == "sink")
        names = {Path(dossier.article_by_id[one].file).name for one in sunk.articles}
        assert names == {"a.txt", "b.txt"}
    assert {one.id for one in before.events} <= {one.id for one in grown.events}
    assert grown.quotes == before.quotes


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"b.txt": STORM + "More follows.\n", "a.txt": LATER},
        {"b.txt": None, "a.txt": LATER},
        {f"{number}.txt": f"{LATER}No. {number}.\n" for number in range(4)},
    ],
    ids=["nothing added", "another changed", "another gone", "too many"],
)
def test_what_is_more_than_an_added_article(folder: Path, files: dict[str, str | None]) -> None:
    paths = [str(folder)]
    before = open_dossier(paths, places())
    for name, text in files.items():
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text)
    assert with_added(before, paths) is None


def test_a_correction_at_once_is_that_of_linking_again(folder: Path) -> None:
    paths = [str(folder)]
    (folder / "a.txt").write_text(LATER)
    before = open_dossier(paths, places())
    sunk = next(event for event in before.events if event.mentions[0].lemma == "sink")
    later = sunk.mentions[-1]
    for correction in (
        Correction("source", before.articles[0].id, "Coast Daily"),
        Correction("split", f"{later.article}@{later.trigger.start}"),
    ):
        add_correction(corrections_file(), correction)
        right = with_correction(before, correction)
        assert right is not None
        assert right != before
        before = right
    assert before == open_dossier(paths, places())


def test_a_date_and_a_speaker_show_at_once(folder: Path) -> None:
    before = open_dossier([str(folder)], places())
    article, quote = before.articles[1], before.quotes[0]
    dated = with_correction(before, Correction("date", article.id, "2031-05-13"))
    assert dated is not None
    assert [one.publication.basis for one in dated.articles] == [
        before.articles[0].publication.basis, "given",
    ]  # fmt: skip
    spoken = with_correction(before, Correction("speaker", quote.id, "Tom Birk"))
    assert spoken is not None
    speaker = spoken.speaker_of(spoken.quotes[0])
    assert speaker is not None
    assert speaker.name == "Tom Birk"


def test_a_name_asks_for_linking_again(folder: Path) -> None:
    before = open_dossier([str(folder)], places())
    place = f"{before.articles[0].id}@{STORM.index('Ada Quill')}"
    assert with_correction(before, Correction("name", place, "Ada Birk")) is None
