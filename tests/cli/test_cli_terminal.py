"""Printing on a terminal: nothing that a file, a note or an argument holds can steer it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from beforehand import find_beforehand

STEERING = "\x1b]0;title\x07 \x1b[2J \x9b6n \u202e"


@pytest.mark.parametrize("command", ["articles", "quotes", "export", "search tide"])
def test_a_terminal_is_sent_no_control_characters(
    command: str, tmp_path: Path, own_home: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text(f"Low tide{STEERING}\n\n“The tide{STEERING} is out,” said Ada Quill.\n")
    find_beforehand(own_home, report)
    shown = on_a_terminal(*command.split(), str(report))
    assert "tide" in shown
    shown = re.sub(r"\x1b\[[\d;]*m", "", shown)  # our own colours
    assert not set("\x1b\x07\x9b\u202e") & set(shown)


def test_an_argument_in_a_message_is_cleaned(tmp_path: Path) -> None:
    shown = on_a_terminal("articles", str(tmp_path / f"no{STEERING}.txt"))
    assert "no article could be opened" in shown
    assert not set("\x1b\x07\x9b\u202e") & set(shown)


@pytest.fixture
def report(tmp_path: Path, own_home: Path) -> Path:
    """A report with a date and a quote of someone."""
    report = tmp_path / "report.txt"
    paragraph = "The council of Lumen closed the old pier on 7 March 2030.\n\n" * 3
    report.write_text(
        f"{paragraph}“It was unsafe,” said Ada Quill. “Nobody was hurt,” said Tom Birk.\n"
    )
    find_beforehand(own_home, report)
    return report


def test_no_colour_if_it_is_turned_off(report: Path) -> None:
    assert "\x1b[1m" in on_a_terminal("quotes", str(report))
    assert "\x1b" not in on_a_terminal("quotes", str(report), NO_COLOR="1")
    assert "\x1b" not in on_a_terminal("quotes", str(report), LESS="-i")


def test_output_longer_than_the_screen_goes_through_the_pager(report: Path) -> None:
    paged = "sed s/^/paged:/"
    assert "paged:" in on_a_terminal("quotes", str(report), rows=4, PAGER=paged)
    assert "paged:" not in on_a_terminal("quotes", str(report), rows=40, PAGER=paged)
    for pager in ("", "cat", "no-such-pager", "'"):
        assert "Ada Quill" in on_a_terminal("quotes", str(report), rows=4, PAGER=pager)


def test_restricted_mode_runs_no_pager(report: Path) -> None:
    shown = on_a_terminal(
        "--restricted", "quotes", str(report), rows=4, PAGER="sed s/^/paged:/",
        ARMREADER_RESTRICTED_ALLOW="print,paths",
    )  # fmt: skip
    assert "paged:" not in shown
    assert "Ada Quill" in shown


def test_cards_show_only_what_was_chosen(report: Path) -> None:
    shown = on_a_terminal("quotes", "--speaker", "Quill", str(report))
    assert "Ada Quill" in shown
    assert "Tom Birk" not in shown


def on_a_terminal(*arguments: str, rows: int = 30, **environ: str) -> str:
    """What the command sends to a terminal of 100 columns."""
    words = ["-m", "armreader", *arguments]
    around = {name: value for name, value in os.environ.items() if name not in ("LESS", "NO_COLOR")}
    running = pexpect.spawn(
        sys.executable, words, dimensions=(rows, 100), encoding="utf-8",
        env={**around, "TERM": "xterm", **environ},
    )  # fmt: skip
    running.expect(pexpect.EOF, timeout=30)
    running.close()
    return running.before or ""
