"""A comment written in the user's editor, under a real pseudo-terminal."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from armreader.notes.notebook import Notebook
from beforehand import find_beforehand
from pseudo_terminal import READER, PseudoTerminal

ARTICLE = """\
Ferry to call at the north basin

The ferry will call at the north basin from May, the harbour office said on Monday. “We are
ready for it,” said Ada Quill, who chairs the board.
"""
EDITOR = """\
import os, pathlib, sys
file = pathlib.Path(sys.argv[-1])
print("\\x1b[2J\\x1b[HEDITOR IS HERE", flush=True)
mode = oct(file.stat().st_mode & 0o777) + oct(file.parent.stat().st_mode & 0o777)
pathlib.Path(sys.argv[1]).write_text(repr([sys.argv[2:-1], mode, file.read_text()]))
input()
if "EDITOR_SWAP" in os.environ:
    (file.parent / ".comment.md.swp").write_text("never saved")
    sys.exit(1)
file.write_text(file.read_text() + "A line.\\n\\nAnd another.\\n\\n#written\\n")
sys.exit(int(os.environ.get("EDITOR_STATUS", "0")))
"""


@pytest.fixture
def desk(tmp_path: Path, own_home: Path) -> Path:
    """A folder with a dossier of one article, and a program that stands for an editor."""
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    find_beforehand(own_home, tmp_path / "dossier")
    return tmp_path


def reader(desk: Path, **environ: str) -> PseudoTerminal:
    editor = f"'{sys.executable}' '{desk / 'editor.py'}' '{desk / 'seen'}' 'an argument; $(true)'"
    return PseudoTerminal(
        (*READER, "--notes", str(desk / "notes.md"), str(desk / "dossier")),
        size=(100, 30),
        environ={"EDITOR": editor, "VISUAL": None, **environ},
    )


def open_editor(terminal: PseudoTerminal) -> None:
    terminal.wait_for("Articles 1 ")
    terminal.wait_for("Ferry to call")
    terminal.settle()
    terminal.press("v")
    terminal.wait_for("b keep")
    terminal.press("E")


def write_comment(terminal: PseudoTerminal) -> None:
    open_editor(terminal)
    terminal.wait_for("EDITOR IS HERE")
    assert "armreader" not in terminal.text()
    terminal.press("enter")


def test_the_editor_has_the_terminal_and_its_text_is_kept(desk: Path, own_home: Path) -> None:
    with reader(desk) as terminal:
        write_comment(terminal)
        terminal.wait_for("with your comment")
        terminal.wait_for("★")
        assert "EDITOR IS HERE" not in terminal.text()
        assert "Ferry to call" in terminal.text()
        terminal.press("B")
        terminal.wait_for("A line. And another.")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (found,) = Notebook(desk / "notes.md").load().bookmarks
    assert (found.comment, found.tags) == ("A line.\n\nAnd another.", ("written",))
    assert eval((desk / "seen").read_text()) == [["an argument; $(true)"], "0o6000o700", ""]
    assert not list(own_home.rglob("comment*"))


def test_what_an_editor_that_fails_has_written_stays_in_its_file(
    desk: Path, own_home: Path
) -> None:
    with reader(desk, EDITOR_STATUS="3") as terminal:
        write_comment(terminal)
        terminal.wait_for("ended with 3")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert not (desk / "notes.md").exists()
    (left,) = own_home.rglob("comment.md")
    assert "And another." in left.read_text(encoding="utf-8")
    assert stat.S_IMODE(left.stat().st_mode) == 0o600


def test_what_an_editor_could_not_save_is_kept_and_shown_at_the_next_start(
    desk: Path, own_home: Path
) -> None:
    with reader(desk, EDITOR_SWAP="1") as terminal:
        write_comment(terminal)
        terminal.wait_for("ended with 1; what you wrote is in")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (left,) = own_home.rglob(".comment.md.swp")
    assert stat.S_IMODE(left.parent.stat().st_mode) == 0o700
    with reader(desk) as terminal:
        terminal.wait_for("What you wrote in an editor was never saved")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_an_editor_that_is_not_there_is_reported(desk: Path) -> None:
    with reader(desk, EDITOR="/no/such/editor") as terminal:
        open_editor(terminal)
        terminal.wait_for("/no/such/editor cannot be run")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(("key", "number"), [("\x03", 2), ("\x1c", 3)])
def test_an_interrupt_ends_the_editor_and_not_the_reader(desk: Path, key: str, number: int) -> None:
    with reader(desk) as terminal:
        open_editor(terminal)
        terminal.wait_for("EDITOR IS HERE")
        terminal.press(key)
        terminal.wait_for(f"was stopped by signal {number}")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(("editor", "message"), [("'", "cannot be understood"), (" ", "vi")])
def test_an_editor_that_is_badly_named_runs_nothing_else(
    desk: Path, editor: str, message: str
) -> None:
    with reader(desk, EDITOR=editor, PATH="/nowhere") as terminal:
        open_editor(terminal)
        terminal.wait_for(message)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
