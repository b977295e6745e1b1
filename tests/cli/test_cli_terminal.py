"""Printing on a terminal: nothing that a file, a note or an argument holds can steer it."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest

STEERING = "\x1b]0;title\x07 \x1b[2J \x9b6n \u202e"


@pytest.mark.parametrize("command", ["articles", "quotes", "export", "search tide"])
def test_a_terminal_is_sent_no_control_characters(command: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(f"Low tide{STEERING}\n\n“The tide{STEERING} is out,” said Ada Quill.\n")
    shown = on_a_terminal(*command.split(), str(report))
    assert "tide" in shown
    assert not set("\x1b\x07\x9b\u202e") & set(shown)


def test_an_argument_in_a_message_is_cleaned(tmp_path: Path) -> None:
    shown = on_a_terminal("articles", str(tmp_path / f"no{STEERING}.txt"))
    assert "no article could be opened" in shown
    assert not set("\x1b\x07\x9b\u202e") & set(shown)


def on_a_terminal(*arguments: str) -> str:
    """What the command sends to a terminal of 100 columns."""
    words = ["-m", "armreader", *arguments]
    running = pexpect.spawn(sys.executable, words, dimensions=(30, 100), encoding="utf-8")
    running.expect(pexpect.EOF, timeout=30)
    running.close()
    return running.before or ""
