"""What is checked before Textual is imported, and how it is reported."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from armreader.ui.terminal import preflight
from beforehand import find_beforehand
from own_process import printed
from pseudo_terminal import PYTHON, READER, PseudoTerminal


@dataclass(frozen=True)
class Standard:
    terminal: bool = True
    encoding: str = "utf-8"

    def isatty(self) -> bool:
        return self.terminal


TERMINAL, PIPE = Standard(), Standard(terminal=False)
GOOD = {"TERM": "xterm-256color", "LANG": "en_US.UTF-8"}


@pytest.mark.parametrize(
    ("stdin", "stderr", "environ", "size", "words"),
    [
        (PIPE, TERMINAL, GOOD, (80, 24), ["input", "ssh -t", "armreader timeline"]),
        (TERMINAL, PIPE, GOOD, (80, 24), ["error", "ssh -t"]),
        (None, TERMINAL, GOOD, (80, 24), ["input"]),
        (TERMINAL, TERMINAL, {"LANG": "C.UTF-8"}, (80, 24), ["TERM is not set"]),
        (TERMINAL, TERMINAL, GOOD | {"TERM": "dumb"}, (80, 24), ["TERM=dumb", "xterm-256color"]),
        (TERMINAL, TERMINAL, GOOD | {"LC_ALL": "de_DE.ISO-8859-1"}, (80, 24), ["ISO-8859-1"]),
        (TERMINAL, TERMINAL, GOOD | {"LC_CTYPE": "ru_RU.KOI8-R@x"}, (80, 24), ["KOI8-R", "LC_ALL"]),
        (TERMINAL, Standard(encoding="iso8859-1"), {"TERM": "xterm"}, (80, 24), ["iso8859-1"]),
        (TERMINAL, TERMINAL, GOOD, (19, 24), ["19×24", "20×6"]),
        (TERMINAL, TERMINAL, GOOD, (80, 5), ["80×5", "20×6"]),
    ],
)
def test_each_obstacle_has_its_own_line(
    stdin: Standard | None,
    stderr: Standard,
    environ: dict[str, str],
    size: tuple[int, int],
    words: list[str],
) -> None:
    line = preflight.check(stdin, stderr, environ, size)
    assert line is not None
    assert "\n" not in line
    for word in words:
        assert word in line


@pytest.mark.parametrize(
    ("environ", "size"),
    [
        (GOOD, (80, 24)),
        (GOOD, (20, 6)),
        (GOOD, None),
        (GOOD, (0, 0)),
        ({"TERM": "linux"}, (80, 24)),
        ({"TERM": "screen", "LANG": "C"}, (80, 24)),
        ({"TERM": "xterm", "LANG": "en_US.utf8", "LC_ALL": ""}, (80, 24)),
        ({"TERM": "xterm", "LANG": "en_US.ISO-8859-1", "LC_ALL": "en_US.UTF-8"}, (80, 24)),
    ],
)
def test_nothing_is_in_the_way(environ: dict[str, str], size: tuple[int, int] | None) -> None:
    assert preflight.check(TERMINAL, TERMINAL, environ, size) is None


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_no_mode_is_set_that_would_outlive_the_connection(name: str) -> None:
    environ = {name: "somewhere"}
    preflight.prepare(environ)
    assert environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"


@pytest.mark.parametrize(
    ("environ", "on"),
    [
        ({}, True),
        ({"TMUX": "/tmp/tmux"}, True),
        ({"STY": "12.pts"}, False),
        ({"SSH_TTY": "x"}, False),
    ],
)
def test_the_mouse_is_off_where_it_would_do_harm(environ: dict[str, str], on: bool) -> None:
    assert preflight.mouse_by_default(environ) is on


def test_what_the_user_has_set_stays() -> None:
    environ = {"SSH_TTY": "/dev/pts/1", "TEXTUAL_DISABLE_KITTY_KEY": "0", "ESCDELAY": "500"}
    preflight.prepare(environ)
    assert environ["TEXTUAL_DISABLE_KITTY_KEY"] == "0"
    assert environ["ESCDELAY"] == "500"
    at_home: dict[str, str] = {}
    preflight.prepare(at_home)
    assert "TEXTUAL_DISABLE_KITTY_KEY" not in at_home


def test_without_a_terminal_it_says_so_and_imports_no_textual() -> None:
    script = (
        "import sys; from armreader.cli import main; status = main([]);"
        "print('textual' in sys.modules, status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.stdout == "False 2\n"
    assert done.stderr.startswith("armreader: standard input is not a terminal")
    assert done.stderr.count("\n") == 1


def test_nothing_of_tls_is_loaded_and_whoever_wants_it_can() -> None:
    script = (
        "import sys; from armreader.ui import app; asyncio = app._asyncio_without_tls();"
        "import armreader.ui.application; print('_ssl' in sys.modules);"
        "import ssl; print(asyncio.run(asyncio.sleep(0, bool(ssl.OPENSSL_VERSION))))"
    )
    assert printed(script) == "False\nTrue\n"


@pytest.mark.parametrize(
    ("environ", "size", "words"),
    [
        ({"TERM": "dumb"}, (80, 24), "TERM=dumb"),
        ({"TERM": None}, (80, 24), "TERM is not set"),
        ({"LC_ALL": "en_US.ISO-8859-1"}, (80, 24), "ISO-8859-1"),
        ({}, (10, 3), "20×6"),
    ],
)
def test_on_a_terminal_that_will_not_do(
    environ: dict[str, str | None], size: tuple[int, int], words: str
) -> None:
    with PseudoTerminal(READER, size=size, environ=environ) as terminal:
        assert terminal.wait_for_end(20) == 2
        assert words in terminal.output.decode("utf-8", "replace").replace("\r\n", "")
        assert b"\x1b" not in terminal.output


def test_a_report_is_piped_in_and_the_keys_come_from_the_terminal() -> None:
    piped = """printf 'Low tide\\n\\nThe tide is out.\\n' | "$0" -m armreader read -"""
    with PseudoTerminal(["sh", "-c", piped, PYTHON]) as terminal:
        terminal.wait_for("The tide is out.")
        terminal.settle()
        for key in ("=", "o", *"Post", "enter"):
            terminal.press(key)
        terminal.wait_for("is a report of Post.")
        terminal.press("q")
        assert terminal.wait_for_end(20) == 0


@pytest.mark.parametrize(
    ("command", "environ"),
    [
        ('exec "$0" -m armreader', {"COLUMNS": "60", "LINES": "20"}),
        ('exec "$0" -m armreader > /dev/null', {}),
    ],
)
def test_the_size_is_that_of_the_terminal_it_draws_on(
    command: str, environ: dict[str, str | None], own_home: Path
) -> None:
    find_beforehand(own_home)
    with PseudoTerminal(["sh", "-c", command, PYTHON], size=(110, 30), environ=environ) as terminal:
        terminal.wait_for("help")
        assert "help" in terminal.lines()[-1]
        terminal.press("q")
        assert terminal.wait_for_end(20) == 0
