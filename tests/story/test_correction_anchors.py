"""Corrections in a file that was edited after they were made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from armreader.home.corrections import add_correction, remove_correction
from armreader.opening.pipeline import open_dossier
from armreader.opening.places import Places
from armreader.reading.corrections import format_line, parse_line, read_corrections
from armreader.records import Correction
from armreader.story.correction_anchors import as_of, with_whereabouts
from armreader.story.dossier import Dossier

REPORT = """\
Harbour vote

The council closed the old mole on 3 May 2030. Nobody objected.

“We cannot keep it standing any longer,” said Ada Quill, the mayor.

Read more: ten walks along the coast.
"""
EDITS: dict[str, Callable[[str], str]] = {
    "a paragraph before": lambda text: text.replace(
        "The council", "It rained for a week before the vote was held.\n\nThe council"
    ),
    "a word in the sentence": lambda text: text.replace("old mole", "old and leaking mole"),
    "a correction at the end": lambda text: text + "\nThis report was corrected.\n",
    "another title": lambda text: text.replace("Harbour vote", "Harbour vote, updated"),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "story").mkdir()
    made = tmp_path / "story" / "one.txt"
    made.write_text(REPORT)
    return made


def opened(file: Path, corrections: Path) -> Dossier:
    return open_dossier([str(file.parent)], Places(corrections=corrections))


def mention(dossier: Dossier, words: str) -> str:
    at = dossier.articles[0].text.index(words)
    found = [
        one
        for _, one in dossier.mentions_by_article[dossier.articles[0].id]
        if one.span.start <= at < one.span.end
    ]
    return f"{dossier.articles[0].id}@{found[0].trigger.start}"


@pytest.mark.parametrize("edit", EDITS)
def test_a_correction_holds_in_the_edited_file(edit: str, file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "corrections.txt"
    before = opened(file, kept)
    article, quote = before.articles[0], before.quotes[0]
    start = article.text.index("Read more")
    for one in (
        Correction("call", mention(before, "closed"), "The mole is shut"),
        Correction("when", mention(before, "closed"), "2030-05-04"),
        Correction("source", article.id, "The Lumen Courier"),
        Correction("date", article.id, "2030-05-06"),
        Correction("speaker", quote.id, "Omar Reed"),
        Correction("furniture", f"{article.id}@{start}", str(len(article.text.rstrip()))),
    ):
        add_correction(kept, with_whereabouts(one, before))
    file.write_text(EDITS[edit](REPORT))
    after = opened(file, kept)
    assert after.articles[0].id != article.id
    assert after.problems == ()
    assert after.articles[0].source == "The Lumen Courier"
    assert after.articles[0].publication.basis == "given"
    events = {one.label: one.range and one.range.edtf for one in after.events}
    assert events.get("The mole is shut") == "2030-05-04"
    said = next(
        one for one in after.quotes if "cannot keep" in after.articles[0].text[slice(*one.span)]
    )
    assert (speaker := after.speaker_of(said)) is not None
    assert speaker.name == "Omar Reed"
    moved = as_of(read_corrections(kept)[0], after.articles)[-1]
    at = int(moved.subject.split("@")[1])
    assert after.articles[0].text[at : int(moved.value)] == "Read more: ten walks along the coast."


@pytest.mark.parametrize(
    ("now", "speaker"),
    [
        ("We can hardly keep it standing any longer,", "Omar Reed"),
        ("We cannot keep it standing any longer than June,", "Omar Reed"),
        ("Sadly, we cannot keep it standing,", "Omar Reed"),
        ("Take two eggs and stir, and add the flour last,", "Ada Quill"),
    ],
)
def test_a_quote_whose_words_were_edited_keeps_its_speaker(
    now: str, speaker: str, file: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "corrections.txt"
    before = opened(file, kept)
    given = Correction("speaker", before.quotes[0].id, "Omar Reed")
    add_correction(kept, with_whereabouts(given, before))
    file.write_text(REPORT.replace("We cannot keep it standing any longer,", now))
    after = opened(file, kept)
    (said,) = (one for one in after.quotes if after.articles[0].text[slice(*one.span)] in now)
    assert (found := after.speaker_of(said)) is not None
    assert found.name == speaker


def test_words_that_are_gone_correct_nothing(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "corrections.txt"
    before = opened(file, kept)
    given = Correction("source", before.articles[0].id, "The Lumen Courier")
    add_correction(kept, with_whereabouts(given, before))
    file.write_text("A recipe\n\nTake two eggs, a spoon of flour and a little salt, and stir.\n")
    after = opened(file, kept)
    assert after.articles[0].source == ""
    assert read_corrections(kept)[0] == (given,)


def test_what_is_said_of_the_new_text_wins(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "corrections.txt"
    before = opened(file, kept)
    add_correction(
        kept, with_whereabouts(Correction("source", before.articles[0].id, "Courier"), before)
    )
    file.write_text(REPORT + "\nMore.\n")
    after = opened(file, kept)
    add_correction(
        kept, with_whereabouts(Correction("source", after.articles[0].id, "Post"), after)
    )
    assert opened(file, kept).articles[0].source == "Post"


def test_the_line_is_read_back_and_can_be_undone(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "corrections.txt"
    dossier = opened(file, kept)
    for kind, subject, value in (
        ("hide", mention(dossier, "closed"), mention(dossier, "closed")),
        ("speaker", dossier.quotes[0].id, "Omar Reed"),
    ):
        given = with_whereabouts(Correction(kind, subject, value), dossier)  # type: ignore[arg-type]
        again = parse_line(format_line(given))
        assert again == given
        assert isinstance(again, Correction)
        assert again.whereabouts == given.whereabouts != ()
        add_correction(kept, given)
        remove_correction(kept, Correction(kind, subject, value))  # type: ignore[arg-type]
    assert read_corrections(kept) == ((), ())


@pytest.mark.parametrize(
    "comment", ["[", "[1]", '[["a","b","c","d",[[1,"x","y",0]]]]', "[" * 5000, "see page 4"]
)
def test_any_other_comment_is_a_comment(comment: str) -> None:
    line = f"source a-0123456789 Post # {comment}"
    assert parse_line(line) == Correction("source", "a-0123456789", "Post")
