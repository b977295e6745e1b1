"""The last frame, shown at the next start before anything else."""

from __future__ import annotations

import json
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from armreader.ui.terminal import last_frame
from beforehand import find_beforehand
from made_files.odd_places import ODD_PLACES
from pseudo_terminal import READER, Cell, PseudoTerminal

REPORTS = {
    "gull.txt": "Ferry strikes pier\n\nThe ferry struck the pier on 3 March 2021. “The wind had"
    " turned,” said Captain Ada Holm.\n",
    "tern.txt": "Inquiry into ferry\n\nAn inquiry into the ferry began on 9 March 2021, the harbour"
    " master, Jon Vik, said.\n",
}
TAKES = b"\x1b[?1049h"
TAKEN_OVER = b"\x1b[?2004h"
"""Sent by Textual when it starts."""
SHOWN_AT_ONCE = TAKES + b"\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[m"
OPENING = SHOWN_AT_ONCE + b"\x1b[2J\x1b[H armreader  ferry \xc2\xb7 opening"


@pytest.fixture
def dossier(tmp_path: Path, own_home: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    find_beforehand(own_home, folder)
    return folder


@dataclass(frozen=True)
class Visit:
    looks: list[list[Cell]]
    drawn: bytes


def visit(dossier: Path, *, keys: str = "", size: tuple[int, int] = (120, 36)) -> Visit:
    """Open the dossier, press keys, look, and leave."""
    with PseudoTerminal((*READER, str(dossier)), size=size) as terminal:
        terminal.wait_for("3 Time", 30)
        terminal.wait(lambda: TAKEN_OVER in terminal.output)
        terminal.settle(0.8)
        for key in keys:
            terminal.bytes_of(key)
        seen = Visit(terminal.looks(), bytes(terminal.output))
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.modes_restored()
    return seen


def is_opening(seen: Visit) -> bool:
    """Whether it began with the name of what is being opened, for want of a kept frame."""
    return seen.drawn.startswith(OPENING)


def is_last_frame(seen: Visit) -> bool:
    """Whether it began with the frame that was kept."""
    return seen.drawn.startswith(SHOWN_AT_ONCE) and not is_opening(seen)


def test_it_is_shown_at_once_and_only_the_difference_is_sent(dossier: Path) -> None:
    first = visit(dossier, keys="3j")
    assert is_opening(first)
    second = visit(dossier)
    assert is_last_frame(second)
    assert second.drawn.count(TAKES) == 1
    assert second.drawn.count(b"\x1b[2J") + second.drawn.count(b"\x1b[K") <= 80
    third = visit(dossier)
    assert third.looks == second.looks
    paint = json.loads(last_frame._file().read_text(encoding="utf-8"))["paint"]
    assert len(third.drawn) < len(paint.encode()) + 1000


def test_not_for_another_size_or_another_dossier(dossier: Path, tmp_path: Path) -> None:
    visit(dossier)
    assert is_opening(visit(dossier, size=(100, 30)))
    (dossier / "tern.txt").write_text(REPORTS["tern.txt"] + "It will end in May.\n")
    assert is_opening(visit(dossier, size=(100, 30)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGQUIT, signal.SIGHUP])
def test_a_signal_while_it_starts_gives_the_terminal_back(
    number: signal.Signals, dossier: Path
) -> None:
    visit(dossier)
    with PseudoTerminal((*READER, str(dossier))) as terminal:
        terminal.wait(lambda: terminal.output.startswith(SHOWN_AT_ONCE))
        terminal.signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.modes_restored()
        assert b"\x1b[?1049l" in terminal.output


SIZE = (80, 24)
TERM = {"TERM": "xterm-256color"}


def test_the_key_depends_on_terminal_size_and_files(dossier: Path) -> None:
    def key(
        paths: list[str], size: tuple[int, int] | None = SIZE, environ: Mapping[str, str] = TERM
    ) -> str:
        return last_frame.key(paths, size, environ)

    whole = key([str(dossier)])
    assert whole == key([str(dossier)])
    others = {
        key([str(dossier / "gull.txt")]),
        key([str(dossier)], (81, 24)),
        key([str(dossier)], SIZE, {"TERM": "linux"}),
        key([str(dossier)], SIZE, TERM | {"NO_COLOR": "1"}),
    }
    assert len(others | {whole}) == 5
    assert key(["-"]) == ""
    assert key([str(dossier)], None) == ""


@pytest.mark.parametrize(
    "paint",
    [
        "\x1b]52;c;eHg=\x07",
        "\x1b[6n",
        "\x1b[?1000h",
        "\x1bc",
        "\x9b2J",
        "\x1b]0;title\x07",
        "\x1bP+q\x1b\\",
        7,
    ],
)
def test_a_frame_that_does_more_than_draw_is_not_shown(paint: object) -> None:
    last_frame.keep("key", {"paint": paint})
    assert last_frame._kept(lambda: "key") is None
    last_frame.keep("key", {"paint": "\x1b[m\x1b[2J\x1b[;5Hwords\r\n\x1b[38;5;1m\x1b[4X\x1b[K"})
    assert last_frame._kept(lambda: "key") is not None
    assert last_frame._kept(lambda: "another") is None


def test_what_is_kept_is_private_and_no_link_is_followed(tmp_path: Path) -> None:
    last_frame.keep("key", {"paint": "words"})
    file = last_frame._file()
    assert file.stat().st_mode & 0o777 == 0o600
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text(file.read_text())
    file.unlink()
    file.symlink_to(elsewhere)
    assert last_frame._kept(lambda: "key") is None


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"key": "key"}'])
def test_a_damaged_file_is_not_shown(text: str) -> None:
    last_frame.keep("key", {"paint": ""})
    last_frame._file().write_text(text)
    assert last_frame._kept(lambda: "key") is None


@pytest.mark.parametrize("name", ODD_PLACES)
def test_what_is_no_frame_is_not_shown(name: str) -> None:
    last_frame.keep("key", {"paint": "words"})
    last_frame._file().unlink()
    ODD_PLACES[name](last_frame._file())
    assert last_frame._kept(lambda: "key") is None


def test_saving_nothing_removes_the_old_frame() -> None:
    last_frame.keep("key", {"paint": "words"})
    last_frame.keep("key", None)
    assert not last_frame._file().exists()
