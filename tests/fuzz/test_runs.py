"""What goes wrong in a run is found, also where it ends the process."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from armreader.cli.commands import BY_NAME
from armreader.opening import open as opening
from armreader.opening import stories
from fuzz import commands
from fuzz.commands import attack
from fuzz.runs import Ended, apart, run, start

SEED = 9


def with_(monkeypatch: pytest.MonkeyPatch, name: str, work: Any) -> None:
    """Have a command do something else first."""
    command = BY_NAME[name]

    def instead(options: Any) -> int:
        work()
        return command.run(options)

    monkeypatch.setitem(BY_NAME, name, command._replace(run=instead))


def fail() -> None:
    raise BaseException("injected")


def write_below() -> None:
    os.write(1, b"\x1b]52;c;UFdO\x07")


def end_by_a_signal() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (fail, "injected"),
        (write_below, "U+001B"),
        (lambda: sys.stderr.write("\u202eover"), "U+202E"),
        (lambda: sys.exit(7), "7"),
        (end_by_a_signal, "ended with -9"),
    ],
    ids=["raises", "writes", "says", "exits", "signal"],
)
def test_what_a_command_does_wrong_is_found(
    work: Any, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_(monkeypatch, "people", work)
    monkeypatch.setattr(commands, "PRINTING", ("people",))
    monkeypatch.setattr(commands, "DOSSIER_READERS", {})
    _, wrong = attack(SEED)
    assert any(said in one for one in wrong)
    assert all(one.startswith(f"seed {SEED}: ") for one in wrong)


def test_a_stage_that_fails_is_found_behind_its_fence(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr("armreader.extraction.annotate.find_quotes", failing)
    _, wrong = attack(SEED)
    assert "fenced" in wrong[0]
    assert "LookupError" in wrong[0]


def test_a_dossier_that_is_kept_as_another_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    recalled = stories.recalled

    def forged(*given: Any) -> Any:
        found = recalled(*given)
        return found and replace(found, quotes=())

    monkeypatch.setattr(opening, "recalled", forged)
    _, wrong = attack(SEED)
    assert any("another dossier" in one for one in wrong)


def test_other_output_in_a_process_of_its_own_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "IN_ITS_OWN_PROCESS", 1)
    monkeypatch.setattr(commands, "ON_A_TERMINAL", 0)
    monkeypatch.setattr(commands, "start", lambda command: run(command)._replace(output="x"))
    _, wrong = attack(SEED)
    assert len(wrong) > 20


def test_what_is_found_is_in_every_way_the_same(tmp_path: Path) -> None:
    file = tmp_path / "mill.txt"
    file.write_text("Fire\n\nThe mill burned on 3 March 2021, Ada Quill said.\n")
    command = ["timeline", str(file)]
    started = start(command)
    assert apart(lambda: run(command), tmp_path / "home") == started
    on_terminal = apart(lambda: run(command, 80), tmp_path / "home")
    assert on_terminal.output
    assert on_terminal.output != started.output


def test_nothing_is_left_of_what_is_done_apart(tmp_path: Path) -> None:
    before, folder = dict(os.environ), Path.cwd()
    home = apart(lambda: (os.environ["ARMREADER_HOME"], str(Path.cwd())), tmp_path, {"LANG": "x"})
    assert home == (str(tmp_path), str(tmp_path))
    assert (dict(os.environ), Path.cwd()) == (before, folder)
    with pytest.raises(Ended, match="IndexError"):
        apart(lambda: [][0], tmp_path)
