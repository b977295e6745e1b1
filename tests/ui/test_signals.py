"""Exits and interruptions in a real pseudo-terminal."""

from __future__ import annotations

import os
import shlex
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest

from armreader.ui.terminal.signals import ENDING
from pseudo_terminal import PYTHON, PseudoTerminal

PROGRAM = (PYTHON, str(Path(__file__).with_name("three_panes.py")))
LAST_ROW = "  33 "
LEAVES = b"\x1b[?1049l"
WITHIN = 1.5
"""Seconds: a second, and a busy machine's time to notice."""

Open = Callable[..., AbstractContextManager[PseudoTerminal]]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "saved"


@pytest.fixture
def running(saved: Path) -> Open:
    @contextmanager
    def run(*before: str, answers: bool = True) -> Iterator[PseudoTerminal]:
        command = (*before, *PROGRAM, str(saved))
        with PseudoTerminal(command, answers=answers) as terminal:
            terminal.wait_for(LAST_ROW)
            terminal.settle(0.3)
            yield terminal

    return run


def cursor_on(terminal: PseudoTerminal, number: int) -> bool:
    """Whether the row with this number is the one shown in reverse."""
    rows = (y for y, line in enumerate(terminal.lines()) if line[1:].startswith(f"{number:4} "))
    return any(terminal.screen.buffer[y][3].reverse for y in rows)


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_it_with_all_saved_and_restored(
    running: Open, saved: Path, number: signal.Signals
) -> None:
    with running() as terminal:
        assert not terminal.modes_restored()
        terminal.signal(number)
        assert terminal.wait_for_end(WITHIN) == 128 + number
        assert saved.read_text() == "saved\n"
        assert terminal.modes_restored()
        assert LEAVES in terminal.output


def test_a_signal_ends_it_when_it_is_busy(running: Open, saved: Path) -> None:
    with running() as terminal:
        terminal.press("w")
        terminal.settle()
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end(WITHIN) == 143
        assert saved.read_text() == "saved\n"
        assert terminal.modes_restored()
        assert LEAVES in terminal.output


def test_a_closed_terminal_ends_it(running: Open, saved: Path) -> None:
    with running() as terminal:
        terminal.hang_up()
        assert terminal.wait_for_end(WITHIN) == 129
        assert saved.read_text() == "saved\n"


def test_a_closed_terminal_ends_it_under_nohup_too(running: Open, saved: Path) -> None:
    ignoring = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
    with running(*ignoring) as terminal:
        terminal.signal(signal.SIGHUP)
        assert terminal.bytes_of("down", surely=True) > 0
        terminal.hang_up()
        assert terminal.wait_for_end(WITHIN) == 129
        assert saved.read_text() == "saved\n"


def test_a_stalled_terminal_does_not_keep_it_alive(running: Open, saved: Path) -> None:
    with running() as terminal:
        for _ in range(150):
            terminal.press("tab", "pagedown")
        terminal.signal(signal.SIGTERM)
        end = time.monotonic() + WITHIN
        while os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            assert time.monotonic() < end
            time.sleep(0.01)
        assert terminal.wait_for_end() == 143
        assert saved.read_text() == "saved\n"


def test_a_crash_is_one_line_and_a_status(running: Open, own_home: Path) -> None:
    with running() as terminal:
        terminal.press("x")
        assert terminal.wait_for_end() == 1
        left = terminal.output.rpartition(LEAVES)[2].decode().replace("\r\n", "")
        assert "crashed: RuntimeError: as it was told" in left
        kept = own_home / "state" / "crash.txt"
        assert str(kept) in left
        assert "action_crash" in kept.read_text()
        assert kept.stat().st_mode & 0o777 == 0o600


def test_q_ends_it_with_success(running: Open) -> None:
    with running() as terminal:
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.modes_restored()


def stopped(terminal: PseudoTerminal) -> bool:
    return os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None


def scribble(terminal: PseudoTerminal) -> None:
    """Another program writes on the terminal."""
    os.write(terminal.slave, b"\x1b[H" + b"something else was here\r\n" * 20)
    terminal.wait_for("something else")


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_after_a_stop_it_paints_whole(running: Open, number: signal.Signals) -> None:
    with running() as terminal:
        terminal.press("down", "down")
        terminal.wait(lambda: cursor_on(terminal, 2))
        terminal.settle()
        before = terminal.looks()
        terminal.signal(number)
        terminal.wait(lambda: stopped(terminal))
        if number == signal.SIGTSTP:
            assert terminal.modes_restored()
        scribble(terminal)
        terminal.signal(signal.SIGCONT)
        terminal.wait(lambda: terminal.looks() == before)
        assert not terminal.modes_restored()
        terminal.press("down")
        terminal.wait(lambda: terminal.looks() != before)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.modes_restored()


@pytest.mark.parametrize("key", ["e", "l"])
def test_after_another_program_it_paints_whole(running: Open, key: str) -> None:
    with running() as terminal:
        before = terminal.looks()
        scribble(terminal)
        terminal.press(key)
        terminal.wait(lambda: terminal.looks() == before)


def test_every_size_is_painted_whole(running: Open) -> None:
    with running() as terminal:
        before = terminal.looks()
        terminal.resize(60, 20)
        terminal.wait_for("  17 ")
        terminal.resize(1, 1)
        terminal.settle()
        terminal.resize(120, 36)
        terminal.wait(lambda: terminal.looks() == before)


def test_a_terminal_that_answers_nothing_is_served_at_once(running: Open) -> None:
    with running(answers=False) as terminal:
        for number in range(1, 30):
            terminal.press("down")
            terminal.wait(partial(cursor_on, terminal, number), 2)


def test_where_textual_does_not_fit_it_writes_for_itself(saved: Path) -> None:
    script = (
        "import runpy; from textual import _compositor as c;"
        "own = c.ChopsUpdate.render_segments;"
        "c.ChopsUpdate.__init__ = lambda self, chops, spans, chop_ends, more=None:"
        " self.__dict__.update(chops=chops, spans=spans, chop_ends=chop_ends);"
        f"runpy.run_path({PROGRAM[1]!r}, run_name='__main__')"
    )
    command = f"exec {shlex.quote(PYTHON)} -c {shlex.quote(script)}"
    with PseudoTerminal(("sh", "-c", command)) as terminal:
        terminal.wait_for(LAST_ROW)
        terminal.settle()
        terminal.press("down")
        terminal.wait(lambda: cursor_on(terminal, 1))
        assert terminal.output.count(b"\x1b[0m") > 100
        terminal.press("q")
        assert terminal.wait_for_end() == 0
