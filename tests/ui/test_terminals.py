"""The reader on all kinds of terminals: the same letters, and no sequence they do not know."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from beforehand import find_beforehand
from pseudo_terminal import PYTHON, READER, PseudoTerminal

pytestmark = pytest.mark.smoke

THREE_PANES = (PYTHON, str(Path(__file__).with_name("three_panes.py")))
REPORT = (
    "Ferry strikes pier\n\nThe ferry struck the pier on 3 March 2021. “The wind had turned,” said"
    " Captain Ada Holm. An inquiry began on 9 March 2021.\n"
)
PARAMETERS = re.compile(rb"\x1b\[([0-9;]*)m")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    for name in ("gull.txt", "tern.txt"):
        (folder / name).write_text(REPORT, encoding="utf-8")
    return folder


def visited(dossier: Path, home: Path, environ: dict[str, str | None]) -> tuple[list[str], bytes]:
    """What the reader showed of the dossier after some keys, and all that it sent."""
    find_beforehand(home, dossier)
    environ = {"COLORTERM": None, "NO_COLOR": None, "ARMREADER_HOME": str(home), **environ}
    with PseudoTerminal((*READER, str(dossier)), environ=environ) as terminal:
        terminal.wait_for("Articles 2", 30)
        terminal.settle(0.5)
        for key in ("3", "j", "2"):
            terminal.bytes_of(key)
        shown = terminal.lines()
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        return shown, bytes(terminal.output)


def colours(output: bytes) -> set[bytes]:
    """Every SGR parameter sent that is a colour or chooses a palette."""
    sent = b";".join(PARAMETERS.findall(output)).split(b";")
    return {one for one in sent if one and int(one) in (*range(30, 50), *range(90, 108))}


@pytest.fixture(scope="module")
def letters(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return visited(dossier, tmp_path_factory.mktemp("home"), {})[0]


def words(lines: list[str]) -> list[list[str]]:
    """What is written, without the lines and marks that some terminals have no characters for."""
    return [re.findall(r"\w+", line) for line in lines]


@pytest.mark.parametrize("term", ["linux", "screen", "xterm", "tmux-256color"])
def test_the_same_letters_on_every_terminal(
    dossier: Path, own_home: Path, letters: list[str], term: str
) -> None:
    shown, sent = visited(dossier, own_home, {"TERM": term})
    assert words(shown) == words(letters)
    if not term.endswith("256color"):
        assert not colours(sent) & {b"38", b"48"}, "sixteen colours"


def test_no_colour_is_sent_if_it_is_turned_off(
    dossier: Path, own_home: Path, letters: list[str]
) -> None:
    shown, sent = visited(dossier, own_home, {"NO_COLOR": "1"})
    assert shown == letters
    assert colours(sent) <= {b"39", b"49"}


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_within_tmux_it_looks_as_without(tmp_path: Path) -> None:
    keys = ("down", "tab", "pagedown", "l")

    def played(terminal: PseudoTerminal) -> list[str]:
        terminal.wait_for("  33 ")
        terminal.settle(0.5)
        for key in keys:
            terminal.bytes_of(key)
        return terminal.lines()

    with PseudoTerminal(THREE_PANES) as terminal:
        expected = played(terminal)
    tmux = ("tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null")
    # A row more for tmux's own line.
    try:
        with PseudoTerminal((*tmux, "new-session", *THREE_PANES), size=(120, 37)) as terminal:
            assert played(terminal)[:36] == expected
    finally:
        subprocess.run((*tmux, "kill-server"), check=False, stderr=subprocess.DEVNULL)
