"""Copying, judged by what the terminal receives in the end."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from armreader.ui.terminal import clipboard

TEXT = "“We shall meet,” she said — Երևան, 世界.\n" * 20
CLIPBOARD = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def taken(sequence: str) -> list[str]:
    """The texts that a terminal takes from what reaches it."""
    return [base64.b64decode(data).decode() for data in CLIPBOARD.findall(sequence)]


def test_a_terminal_takes_the_text() -> None:
    assert taken(clipboard.sequence(TEXT, {"TERM": "xterm-256color"})) == [TEXT]


def test_tmux_takes_it_and_passes_it_on() -> None:
    sequence = clipboard.sequence(TEXT, {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default"})
    passed = re.fullmatch(r"(.*?)\x1bPtmux;(.*)\x1b\\", sequence, re.DOTALL)
    assert passed is not None
    assert taken(passed[1]) == [TEXT]
    assert taken(passed[2].replace("\x1b\x1b", "\x1b")) == [TEXT]


@pytest.mark.parametrize("environ", [{"TERM": "screen"}, {"TERM": "xterm", "STY": "1.pts"}])
def test_screen_passes_it_on_in_small_pieces(environ: dict[str, str]) -> None:
    sequence = clipboard.sequence(TEXT, environ)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sequence, re.DOTALL)
    assert all(len(piece) <= 240 for piece in pieces)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == sequence
    assert taken("".join(pieces)) == [TEXT]


def test_it_is_written_in_pieces_and_kept_in_a_file(tmp_path: Path) -> None:
    written: list[str] = []
    copied = clipboard.copy(TEXT * 9, written.append, {}, tmp_path / "state")
    assert taken("".join(written)) == [TEXT * 9]
    assert max(map(len, written)) <= 4096
    assert copied.file is not None
    assert copied.file.read_text(encoding="utf-8") == TEXT * 9
    assert copied.file.stat().st_mode & 0o777 == 0o600
    assert copied.file.parent.stat().st_mode & 0o777 == 0o700
    assert "sent to the terminal's clipboard (OSC 52); it may have refused" in copied.message
    assert str(copied.file) in copied.message


def test_what_is_too_long_goes_to_the_file_alone(tmp_path: Path) -> None:
    written: list[str] = []
    copied = clipboard.copy("x" * 80_000, written.append, {}, tmp_path)
    assert written == []
    assert "too many" in copied.message
    assert copied.file is not None
    assert copied.file.stat().st_size == 80_000


def test_a_file_that_cannot_be_written_is_not_promised(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    copied = clipboard.copy("few words", lambda piece: None, {}, tmp_path / "state")
    assert copied.file is None
    assert "also in" not in copied.message


def test_a_link_left_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    (tmp_path / "copied.txt").symlink_to(victim)
    copied = clipboard.copy("few words", lambda piece: None, {}, tmp_path)
    assert victim.read_text() == "untouched"
    assert copied.file is not None
    assert not copied.file.is_symlink()
