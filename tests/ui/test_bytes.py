"""What each key sends, counted under a real pseudo-terminal at 120×36 and 256 colours.

The budgets are those of the best programs of this kind: a step and a page as newsboat sends them,
and for every key little more than a renderer needs that compares cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from armreader.home.private_file import ASIDE
from armreader.ui.keys.commands import COMMANDS, Command
from armreader.ui.keys.key_reader import COUNT_WITHIN
from beforehand import find_beforehand
from pseudo_terminal import PYTHON, READER, PseudoTerminal, floor

THREE_PANES = (PYTHON, str(Path(__file__).with_name("three_panes.py")))
STEP, PAGE, FIRST_SCREEN = 263, 3_900, 12_000
WITH_TEXT = 2_300
"""A step where another article fills the text pane: 800 letters of 30 lines, and what lights."""
IN_TEXT = 750
"""A step where the text keeps still and other words of it are lit: two quotes of three lines."""
OVER_FLOOR = 1.15
QUERY = 4
"""Bytes of the question whether the terminal has kept up, in a burst of frames."""


def why_aside(terminal: PseudoTerminal) -> str:
    """The failure after which the screen writer left the writing to Textual; "" for none."""
    file = terminal.home / "state" / ASIDE
    return file.read_text() if file.exists() else ""


def press_within_budget(terminal: PseudoTerminal, key: str, *, surely: bool = False) -> int:
    """The bytes that a key sends; fails when they are more than a comparison of cells needs."""
    before = terminal.cells()
    sent = terminal.bytes_of(key, surely=surely)
    least = floor(before, terminal.cells())
    assert not why_aside(terminal), why_aside(terminal)
    assert sent <= OVER_FLOOR * least + (QUERY if least else 0), f"{key}: {sent} bytes, {least}"
    return sent


def test_three_panes() -> None:
    with PseudoTerminal(THREE_PANES) as terminal:
        terminal.wait_for("  33 ")
        terminal.settle(0.3)
        assert len(terminal.output) < FIRST_SCREEN
        assert not terminal.read(1), "an idle program sends nothing"
        for _ in range(4):
            assert press_within_budget(terminal, "down", surely=True) <= STEP
        press_within_budget(terminal, "tab")
        for key in ("pagedown", "pagedown", "pageup"):
            assert press_within_budget(terminal, key, surely=True) <= PAGE
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def go_to_pane(terminal: PseudoTerminal, digit: str) -> None:
    """Press the digit of a pane, and wait until it cannot count the next key."""
    terminal.bytes_of(digit)
    terminal.settle(2 * COUNT_WITHIN)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PseudoTerminal]:
    home = tmp_path_factory.mktemp("home")
    find_beforehand(home)
    environ = {"ARMREADER_HOME": str(home), "NO_COLOR": None, "COLORTERM": None}
    with PseudoTerminal(READER, environ=environ) as opened:
        opened.wait(lambda: re.search(r"Timeline \d+", opened.text()) is not None, 30)
        opened.settle(0.5)
        yield opened


def test_the_first_screen(reader: PseudoTerminal) -> None:
    assert len(reader.output) <= FIRST_SCREEN


def test_an_idle_reader_sends_nothing(reader: PseudoTerminal) -> None:
    assert not reader.read(1)


def test_a_page_of_text(reader: PseudoTerminal) -> None:
    go_to_pane(reader, "2")
    reader.bytes_of("g")
    assert press_within_budget(reader, "pagedown", surely=True) <= PAGE
    assert press_within_budget(reader, "pageup", surely=True) <= PAGE


def test_a_step_that_shows_another_text(reader: PseudoTerminal) -> None:
    go_to_pane(reader, "3")
    for key in "jkjkjj":
        assert press_within_budget(reader, key) <= WITH_TEXT


def test_a_step_through_quotes_of_a_text_that_keeps_still(reader: PseudoTerminal) -> None:
    go_to_pane(reader, "4")
    for key in "gj":
        reader.bytes_of(key)
    for key in "jkjj":
        assert press_within_budget(reader, key, surely=True) <= IN_TEXT


def test_a_step_in_a_list_that_has_the_screen(reader: PseudoTerminal) -> None:
    go_to_pane(reader, "3")
    for key in "Gz":
        reader.bytes_of(key)
    for key in "kkjk":
        assert press_within_budget(reader, key, surely=True) <= STEP
    reader.bytes_of("z")


@pytest.mark.parametrize(
    "keys",
    [
        "3jjjkj",
        "4jjjk",
        "1jjk",
        "nnN",
        "}}{",
        "2jjk",
        "  -",
        "zz",
        "3jcljh\x1b",
        "mljs\x1b",
        "pjk\x1b",
        "wj\x1b",
    ],
)
def test_every_key_of_the_reader_keeps_to_its_budget(reader: PseudoTerminal, keys: str) -> None:
    for key in keys:
        press_within_budget(reader, key)


@pytest.fixture(scope="module", params=[5, 300], ids="{} articles".format)
def dossier(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PseudoTerminal]:
    """The reader on a dossier of so many articles: the bundled one, or one made here.

    Of those made here not all have something to extract, which takes most of the time.
    """
    number: int = request.param
    folder = tmp_path_factory.mktemp("many")
    if number > 5:
        for n in range(number):
            day = f"{n % 28 + 1} May {2000 + n % 30}"
            written = f"The council of Harbour {n % 40} met on {day}."
            written += f" “The tide is out {n} times,” said Ada Quill."
            text = written if n % 7 == 0 else "Tide tables."
            (folder / f"{n:04}.txt").write_text(f"Tide {n}\n\n{day}\n\n{text}\n")
    paths = (str(folder),) if number > 5 else ()
    home = tmp_path_factory.mktemp("home")
    find_beforehand(home, folder if number > 5 else None)
    environ = {"ARMREADER_HOME": str(home), "NO_COLOR": None}
    with PseudoTerminal((*READER, *paths), environ=environ) as opened:
        opened.wait_for(f"Articles {number} ", 120)
        opened.settle(1)
        opened.bytes_of("3")
        opened.bytes_of("g")
        opened.bytes_of("j", surely=True)
        opened.settle(1)
        yield opened


SENT = {
    "ctrl+d": "\x04",
    "ctrl+u": "\x15",
    "space": " ",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
}
ELSEWHERE = {"quit", "edit", "redraw", "reload", "copy"}
"""Commands that leave the screen, are asked to send all of it or what is copied, or tell first that
they began."""
PAGES = {"compare", "coverage", "people", "why", "notebook", "help", "palette"}


@pytest.mark.parametrize(
    "command", [one for one in COMMANDS if one.id not in ELSEWHERE], ids=lambda one: one.id
)
def test_every_action_keeps_to_its_budget(dossier: PseudoTerminal, command: Command) -> None:
    key = command.keys[0]
    shows = command.id in PAGES
    press_within_budget(dossier, SENT.get(key, key), surely=shows)
    press_within_budget(dossier, "escape", surely=shows)
