"""Pasted text in a pseudo-terminal: it goes into an open prompt and never runs a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from beforehand import find_beforehand
from pseudo_terminal import READER, PseudoTerminal

ARTICLE = """\
Ferry to call at the north basin

The ferry will call at the north basin from May, the harbour office said on Monday.
"""
HARM = [
    "\x1bcE",
    "\x1b[2JE",
    "\x1b]0;x\x07E",
    "\x1b[69uE",
    "\x1b[201~E",
    "\x1b[201~E\x1b[200~",
    "\x00\x03q\x1b\x1bE",
]


@pytest.fixture
def desk(tmp_path: Path, own_home: Path) -> Path:
    """A folder with a dossier of one article, and an editor that leaves a trace of having run."""
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "editor").write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n", encoding="utf-8")
    (tmp_path / "editor").chmod(0o755)
    find_beforehand(own_home, tmp_path / "dossier")
    return tmp_path


def test_no_paste_presses_a_key(desk: Path) -> None:
    command = (*READER, "--notes", str(desk / "notes.md"), str(desk / "dossier"))
    editor = {"EDITOR": str(desk / "editor"), "VISUAL": None}
    with PseudoTerminal(command, size=(100, 30), environ=editor) as terminal:
        terminal.wait_for("Ferry to call")
        terminal.settle()
        for harm in HARM:
            terminal.press(f"\x1b[200~A pasted word {harm}{' ' * 5000}\x1b:!touch x\r\x1b[201~")
            terminal.wait_for("Nothing here takes pasted text")
            terminal.press("j")
            terminal.wait(lambda: "Nothing here takes" not in terminal.text())
        terminal.press("/", "\x1b[200~basin\r\n\x1bcE\tferry\x1b[201~")
        terminal.wait_for("/basin cE ferry")
        terminal.press("escape")
        terminal.wait(lambda: "/basin" not in terminal.text())
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert not (desk / "ran").exists()
