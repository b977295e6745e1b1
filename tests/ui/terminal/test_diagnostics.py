from __future__ import annotations

from pathlib import Path

import pytest
from textual import constants

from armreader.home.private_file import CRASH, write_private
from armreader.ui.terminal import diagnostics
from beforehand import find_beforehand
from made_files.odd_places import ODD_PLACES
from own_process import printed
from pseudo_terminal import PYTHON, READER, PseudoTerminal


def facts(environ: dict[str, str]) -> dict[str, str]:
    return {
        name: value.strip()
        for name, _, value in (line.partition(":") for line in diagnostics.lines(environ))
    }


def test_what_a_report_needs_is_there(own_home: Path) -> None:
    shown = facts({"TERM": "xterm-256color", "COLORTERM": "", "LANG": "C.UTF-8"})
    assert shown["TERM"] == "'xterm-256color'"
    assert shown["colours"] == "256"
    assert shown["COLORTERM"] == "''"
    assert shown["NO_COLOR"] == "not set"
    assert shown["textual"][0].isdigit()
    assert shown["screen writer"] == "on: sends what changed"
    assert shown["state folder"] == f"{own_home / 'state'} (not there yet)"
    assert "is not a terminal" in shown["reader"]


def test_addresses_and_control_characters_are_not_shown() -> None:
    environ = {"SSH_CONNECTION": "192.0.2.7 22", "TERM": "x\x1b[2J"}
    whole = "\n".join(diagnostics.lines(environ))
    assert "192.0.2.7" not in whole
    assert "\x1b" not in whole
    assert facts(environ)["over SSH"] == "yes"


def test_a_textual_that_does_not_fit_is_reported(own_home: Path) -> None:
    script = (
        "from textual import _compositor; del _compositor.ChopsUpdate;"
        "from armreader.ui.terminal import diagnostics; print('\\n'.join(diagnostics.lines({})))"
    )
    line = next(line for line in printed(script).splitlines() if line.startswith("screen writer"))
    assert "off, Textual writes" in line
    assert "ChopsUpdate" in line


def test_it_asks_as_the_reader_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.headless_driver:HeadlessDriver")
    shown = facts({"TERM": "xterm", "NO_COLOR": "1"})
    assert shown["screen writer"].endswith("Textual writes: the driver is HeadlessDriver")
    assert shown["NO_COLOR"] == "'1'"


@pytest.mark.parametrize("name", [one for one in ODD_PLACES if one not in ("deep", "not text")])
def test_a_file_that_reports_no_crash_is_left_alone(own_home: Path, name: str) -> None:
    (own_home / "state").mkdir()
    ODD_PLACES[name](own_home / "state" / CRASH)
    assert facts({"TERM": "xterm"})["last crash"] == "none"


FAILING = """
from armreader.ui.terminal import screen_writer
def fail(*_): raise ValueError("a surprise")
screen_writer.ScreenWriter.frame = fail
from armreader.cli import main
main([])
"""


def test_why_it_stood_aside_the_last_time_is_shown(own_home: Path) -> None:
    find_beforehand(own_home)
    shown = facts({"TERM": "xterm"})
    assert (shown["last time"], shown["last crash"]) == ("was on", "none")
    for command, reason in (
        ((PYTHON, "-c", FAILING), "ValueError"),
        (READER, "was on"),
    ):
        with PseudoTerminal(command) as terminal:
            terminal.wait_for("Articles 5", 30)
            if reason != "was on":  # at once, not only when the program ends
                assert facts({"TERM": "xterm"})["last time"] == "ValueError: a surprise"
            terminal.press("q")
            assert terminal.wait_for_end(20) == 0
        assert facts({"TERM": "xterm"})["last time"].startswith(reason)


def test_the_last_crash_is_shown(own_home: Path) -> None:
    write_private(own_home / "state" / CRASH, "Traceback ...\nKeyError: 'no such thing'\n")
    assert facts({"TERM": "xterm"})["last crash"].startswith("KeyError")
