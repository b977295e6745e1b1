"""Restricted mode: nothing is run, written, copied or called, whatever is pressed or set."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from armreader.cli.commands import COMMANDS as PRINTING
from armreader.cli.restricted import login_of
from armreader.ui.keys.acts import ACTS
from armreader.ui.keys.commands import BY_ID, COMMANDS
from fuzz.runs import apart, run
from pseudo_terminal import KEYS, PYTHON, READER, PseudoTerminal

TEXT = """\
Ferry to call at the north basin

The ferry will call at the north basin from May, the harbour office said on 3 March 2021. “We are
ready for it,” said Ada Quill, who chairs the board.
"""
BACKGROUND = re.compile(r"/dev/(null|tty)|^/proc/|pipe:|/dev/pts/")
WRITES = re.compile(
    r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)", [^)]*O_(?:WRONLY|RDWR|CREAT)[^)]*\) = \d'
)
TYPED = {
    **KEYS,
    **{f"ctrl+{letter}": chr(ord(letter) & 31) for letter in "abcdefghijklmnopqrstuvwxyz"},
    "shift+tab": "\x1b[Z", "home": "\x1b[H", "end": "\x1b[F", "space": " ",
    "backspace": "\x7f", "delete": "\x1b[3~",
}  # fmt: skip
CALLS = re.compile(r"\b(?:execve|execveat)\(|\bsocket\(AF_(?!UNIX)|\bconnect\(")


@pytest.fixture(autouse=True)
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """What measures the tests would write files, which restricted mode refuses."""
    for name in [one for one in os.environ if one.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A dossier, and programs and modules that leave a trace where they run."""
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "ferry.txt").write_text(TEXT)
    (tmp_path / "editor").write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    (tmp_path / "editor").chmod(0o755)
    return tmp_path


def hostile(desk: Path) -> dict[str, str | None]:
    """Every variable that has run or written something without restricted mode."""
    return {
        "EDITOR": str(desk / "editor"), "VISUAL": str(desk / "editor"),
        "TEXTUAL_LOG": str(desk / "written-log"), "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(desk), "TEXTUAL_DRIVER": "os:system",
        "ARMREADER_HOME": str(desk / "written-home"), "HOME": str(desk / "written-home"),
        "XDG_DATA_HOME": str(desk / "written-xdg"), "TEXTUAL": "devtools",
    }  # fmt: skip


def left(desk: Path) -> set[str]:
    return {path.name for path in desk.iterdir()}


def press_everything(terminal: PseudoTerminal, places: str = "") -> None:
    """Whatever writes, runs or copies elsewhere; in the places every key and command there is."""
    terminal.wait_for("Ferry to call", 60)
    terminal.settle()
    for key in ("E", "b", "a", "words\r", "y", "=", "u", "d", "v", "b", "E", "\x1b", "r", "z", "z"):
        terminal.press(key)
        terminal.settle(0.05)
    for pane in "1234":
        terminal.press(pane, "j", "E", "a", "b", "y", "=")
        terminal.settle(0.05)
    for page in "Bpcmw":
        terminal.press("escape")
        terminal.settle(0.05)
        terminal.press(page, "E", "a", "d", "y")
        terminal.settle(0.05)
    terminal.press("escape")
    terminal.settle(0.05)
    terminal.press(":", "editor\r")
    terminal.settle(0.05)
    terminal.press("escape")
    terminal.settle()
    if places:
        press_each_command(terminal, places)
    terminal.press("\x1a", "\x1c")
    terminal.settle(0.05)
    terminal.press("q")
    assert terminal.wait_for_end(20) == 0


def press_each_command(terminal: PseudoTerminal, places: str) -> None:
    """Every key of every command, in each pane and view; what opens a prompt is given words."""
    keys = [key for one in COMMANDS if one.id != "quit" for key in one.keys]
    for place in places:
        for key in keys:
            terminal.press("escape")
            terminal.read(0.02)  # Esc is one by itself
            terminal.press(place, TYPED.get(key, key if len(key) == 1 else "j"))
            terminal.press("x", "\r")
        terminal.settle(0.05)
        terminal.press("escape")
        terminal.settle(0.05)
    for command in COMMANDS:
        if command.id != "quit":
            terminal.press(":", *command.id, "\r")
            terminal.settle(0.03)
            terminal.press("escape")
            terminal.settle(0.03)
    terminal.press("escape")
    terminal.settle()


def test_every_command_has_a_decision() -> None:
    assert set(ACTS) == set(BY_ID)
    assert ACTS["edit"] == "run"
    assert len(COMMANDS) == len(ACTS)


@pytest.mark.parametrize("by", ["option", "variable"])
def test_nothing_gets_out(by: str, desk: Path) -> None:
    words = ("--restricted",) if by == "option" else ()
    environ = {**hostile(desk)}
    if by == "variable":
        environ |= {"ARMREADER_RESTRICTED": "1", "ARMREADER_RESTRICTED_ALLOW": "paths"}
    before = left(desk)
    with PseudoTerminal((*READER, *words, str(desk / "dossier")), environ=environ) as terminal:
        press_everything(terminal)
        assert b"\x1b]52" not in terminal.output
    assert left(desk) == before


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_the_system_sees_nothing_run_written_or_called(desk: Path) -> None:
    trace = desk / "trace"
    calls = "trace=execve,execveat,socket,connect,open,openat,mkdir,rename,unlink"
    strace = ("strace", "-f", "-qq", "-e", calls, "-o", str(trace))
    command = (*strace, PYTHON, "-IB", *READER[1:], "--restricted", str(desk / "dossier"))
    with PseudoTerminal(command, environ=hostile(desk)) as terminal:
        press_everything(terminal, "23B")
    first, *rest = trace.read_text().splitlines()
    assert "execve" in first
    assert not [line for line in rest if CALLS.search(line)]
    written = [found[1] for line in rest if (found := WRITES.search(line))]
    assert not [path for path in written if not BACKGROUND.search(path)]


@pytest.mark.parametrize("command", [one.name for one in PRINTING if one.name != "read"])
def test_printing_commands_are_refused(command: str, tmp_path: Path) -> None:
    words = [*command.split(), "x"] if command not in ("keys", "diagnostics") else [command]
    done = apart(lambda: run(["--restricted", *words]), tmp_path)
    is_open = command in ("keys", "diagnostics")
    assert done.code == (0 if is_open else 2)
    assert is_open or done.said.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "environ"),
    [
        (["--restricted", "--notes", "x", "."], {}),
        (["--restricted", "-c", "id"], {}),
        (["/etc"], {"ARMREADER_RESTRICTED": "1"}),
        (["/etc", "--notes=x"], {"ARMREADER_RESTRICTED": "0"}),
    ],
)
def test_access_to_the_users_own_files_is_refused(
    words: list[str], environ: dict[str, str]
) -> None:
    done = subprocess.run(
        [*READER, *words], capture_output=True, text=True, check=False, env=environ
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "restricted mode" in done.stderr


LAUNCH = (
    "import sys; from pathlib import Path; from armreader.cli.restricted import launch; launch({})"
)


@pytest.mark.parametrize(
    ("flags", "words", "said"),
    [
        ([], [], "python -I"),
        (["-I"], ["-c", "id"], "runs no command"),
        (["-I"], ["/etc"], "runs no command"),
        (["-I"], ["-l"], "restricted.toml"),
        (["-I"], ["--for", "anna"], "restricted.toml"),
        (["-I"], ["--for", "../anna"], "needs a name"),
        (["-I"], ["--for"], "needs a name"),
        (["-I"], ["--for", "anna", "export"], "runs no command"),
    ],
)
def test_the_launcher_refuses(flags: list[str], words: list[str], said: str, desk: Path) -> None:
    code = LAUNCH.format(f"Path({str(desk / 'restricted.toml')!r})")
    done = subprocess.run(
        [sys.executable, *flags, "-c", code, *words], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr


def test_each_login_writes_a_folder_of_its_own() -> None:
    assert login_of(["--for", "anna.k"]) == ("anna.k", [])
    first, second = login_of([])[0], login_of([])[0]
    assert first != second
    assert login_of(["id"])[1] == ["id"]


def test_where_writing_is_allowed_it_stays_below_the_one_folder(desk: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from armreader.cli import main;"
        "from armreader.home import restricted;"
        "restricted.restrict(os.environ, Path(sys.argv[1]));"
        "sys.exit(main(['--restricted', sys.argv[2]]))"
    )
    environ = hostile(desk) | {"ARMREADER_RESTRICTED_ALLOW": "write,print"}
    before = left(desk)
    own = desk / "logins" / "anna"
    command = (PYTHON, "-IBc", code, str(own), str(desk / "dossier"))
    with PseudoTerminal(command, environ=environ) as terminal:
        press_everything(terminal)
        terminal.press("4")
        terminal.settle(1)
        for _ in range(2):  # it may be kept already: the first takes it away
            terminal.press("j", "b")
            terminal.settle(0.3)
            if "Saved" in terminal.text():
                break
    assert left(desk) == {*before, "logins"}
    written = [path for path in own.rglob("*") if path.is_file()]
    kept = [path.read_text() for path in written if path.suffix == ".md"]
    assert any("north basin" in text for text in kept), kept
    assert all(path.stat().st_mode & 0o077 == 0 for path in (own, *own.rglob("*")))
