"""The notebook on the command line: the verdicts on bookmarks, and stars in lists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from armreader.cli import main
from armreader.home.corrections import add_correction, corrections_file
from armreader.notes.bookmark import bookmark_event, bookmark_quote
from armreader.notes.notebook import Notebook
from armreader.opening.pipeline import open_dossier
from armreader.records import Correction

REPORT = """\
---
date: 2030-05-06
source: The Lumen Courier
---
Harbour vote

The council closed the old mole on 3 May 2030.

“We cannot keep it standing any longer,” said Ada Quill, the mayor.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "story"
    made.mkdir()
    (made / "one.txt").write_text(REPORT)
    return made


@pytest.fixture
def notes(folder: Path, tmp_path: Path) -> Path:
    """A notebook with the quote, commented, and the event."""
    path = tmp_path / "own.md"
    dossier = open_dossier([str(folder)])
    notebook = Notebook(path)
    said = bookmark_quote(dossier, dossier.quotes[0].id)
    notebook.add(replace(said, comment="ask her", tags=("mole",)))
    notebook.add(bookmark_event(dossier, dossier.events[0].id))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_corrected_speaker_is_offered_and_written(
    folder: Path, notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("notes", "verify", str(folder), "--notes", str(notes))
    assert run(capsys, *given)[0] == 0
    dossier = open_dossier([str(folder)])
    add_correction(corrections_file(), Correction("speaker", dossier.quotes[0].id, "Omar Reed"))
    code, out, err = run(capsys, *given)
    assert (code, "speaker now Omar Reed (yours)" in out) == (1, True)
    assert "--rewrite" in err
    assert "Omar Reed" not in notes.read_text()
    code, _, err = run(capsys, *given, "--rewrite")
    assert (code, err) == (0, "armreader: Saved: 1 bookmark updated\n")
    assert run(capsys, *given) == (0, run(capsys, *given)[1], "")
    said, event = Notebook(notes).load().bookmarks
    assert (said.speaker, said.comment, said.tags) == ("Omar Reed", "ask her", ("mole",))
    assert event.event is not None


def test_changed_words_are_written_and_lost_ones_stay(
    folder: Path, notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = REPORT.replace("any longer", "for one more winter").replace(
        "The council closed the old mole on 3 May 2030.", "Nobody voted."
    )
    (folder / "one.txt").write_text(report)
    given = ("notes", "verify", str(folder), "--notes", str(notes), "--rewrite")
    before = Notebook(notes).load().bookmarks
    assert run(capsys, *given)[0] == 1
    said, event = Notebook(notes).load().bookmarks
    assert said.words == "We cannot keep it standing for one more winter,"
    assert said.id == before[0].id
    assert event == before[1]


@pytest.mark.parametrize("command", ["timeline", "quotes"])
def test_what_is_kept_has_a_star_on_a_terminal(
    command: str, folder: Path, notes: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("armreader.cli.printing.terminal_width", lambda: 80)
    assert "★" in run(capsys, command, str(folder), "--notes", str(notes))[1]
    assert "★" not in run(capsys, command, str(folder), "--notes", str(notes.with_name("no.md")))[1]


def test_only_the_quotes_asked_for_are_on_a_terminal(
    folder: Path, notes: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("armreader.cli.printing.terminal_width", lambda: 80)
    assert "cannot keep" in run(capsys, "quotes", str(folder), "--speaker", "quill")[1]
    assert "cannot keep" not in run(capsys, "quotes", str(folder), "--speaker", "reed")[1]


@pytest.mark.parametrize(("tag", "words"), [("mole", True), ("#Mole", True), ("pier", False)])
def test_bookmarks_are_printed_by_tag(
    tag: str, words: bool, folder: Path, notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "notes", str(folder), "--notes", str(notes), "--tag", tag)[1]
    assert ("We cannot keep it" in out) is words
    assert "closed the old mole" not in out


@pytest.mark.parametrize(("kind", "count"), [("direct", 1), ("indirect", 0), ("mixed", 0)])
def test_quotes_are_printed_by_kind(
    kind: str, count: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "quotes", str(folder), "--kind", kind)[1]
    assert len(out.splitlines()) == 1 + count


def test_the_notebook_on_a_terminal_is_cards(
    folder: Path, notes: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("armreader.cli.notes.terminal_width", lambda: 60)
    shown = run(capsys, "notes", str(folder), "--notes", str(notes))[1].splitlines()
    said = next(n for n, line in enumerate(shown) if "Ada Quill: We cannot keep" in line)
    assert shown[said].startswith("6 May 2030")
    assert any("note: ask her" in line for line in shown[said:])
    assert any("The Lumen Courier  #mole" in line for line in shown[said:])
    assert all(len(line) <= 60 for line in shown)
    verdicts = run(capsys, "notes", "verify", str(folder), "--notes", str(notes))[1].splitlines()
    assert verdicts[0].startswith("holds")
    assert all(len(line) <= 60 for line in verdicts)


def test_an_empty_notebook_says_so_on_a_terminal(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("armreader.cli.notes.terminal_width", lambda: 60)
    code, out, err = run(capsys, "notes", str(folder), "--notes", str(tmp_path / "none.md"))
    assert (code, out) == (0, "")
    assert "nothing is kept yet" in err


def test_a_search_for_what_is_bookmarked_finds_its_quotes(
    folder: Path, notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "two.txt").write_text("“It will be moved,” said Tom Birk, a fisherman of Lumen.\n")
    # The second time it is answered from the kept index.
    for _ in range(2):
        assert main(["search", "is:bookmarked kind:quote", str(folder), "--notes", str(notes)]) == 0
        out = capsys.readouterr().out
        assert "keep it standing" in out
        assert "moved" not in out
    empty = str(notes.with_name("none.md"))
    assert main(["search", "is:bookmarked", str(folder), "--notes", empty]) == 1
