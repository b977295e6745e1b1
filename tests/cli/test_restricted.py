"""Restricted mode: nothing is run, written, copied or called, whatever is pressed or set."""

from __future__ import annotations

import os
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
from pseudo_terminal import PYTHON, READER, PseudoTerminal
from restricted_walk import hostile, is_seen_outside, make_desk, press_everything, watch


@pytest.fixture(autouse=True)
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """What measures the tests would write files, which restricted mode refuses."""
    for name in [one for one in os.environ if one.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return make_desk(tmp_path)


def left(desk: Path) -> set[str]:
    return {path.name for path in desk.iterdir()}


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
    before = left(desk)
    assert not watch(desk, "23B")
    assert left(desk) == {*before, "trace"}


@pytest.mark.parametrize(
    ("call", "seen"),
    [
        ('7 execve("/bin/sh", ["sh"], 0x7ffd) = 0', True),
        ("7 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3", True),
        ("7 socket(AF_UNIX, SOCK_STREAM, 0) = 3", False),
        ('7 openat(AT_FDCWD, "/tmp/x", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = 4', True),
        ('7 openat(AT_FDCWD, "/tmp/x", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = -1 EACCES', False),
        ('7 openat(AT_FDCWD, "/tmp/x", O_RDONLY|O_CLOEXEC) = 4', False),
        ('7 openat(AT_FDCWD, "/dev/null", O_RDWR) = 4', False),
        ('7 mkdir("/tmp/x", 0777) = 0', True),
        ('7 mkdir("/tmp/x", 0777) = -1 EACCES (Permission denied)', False),
        ('7 rename("/tmp/x", "/tmp/y") = 0', True),
        ('7 unlink("/tmp/x") = 0', True),
    ],
)
def test_the_walk_sees_what_gets_out(call: str, seen: bool) -> None:
    assert is_seen_outside(call) == seen


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
