"""Addresses on the screen are terminal links, and otherwise plain text as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from beforehand import find_beforehand
from linked_screen import LinkedScreen, feed
from pseudo_terminal import READER, UNKNOWN_TO_PYTE, PseudoTerminal

ADDRESS = "https://example.org/tide/" + "a-long-way-to-go/" * 8 + "end;x=1"
HOSTILE = "https://example.org/\x1b]52;c;aGk=\x07\x1b\\x"
REPORT = f"""\
---
title: Tide
url: https://example.org/tide/1
---
The tide is out, said Ada Quill on Monday. {ADDRESS}
See https://example.net/a_(b). And {HOSTILE} too.
"""
SIZE = (120, 36)


def screens(folder: Path, home: Path, environ: dict[str, str]) -> tuple[LinkedScreen, str, bytes]:
    """The screen with its links, its text as pyte alone has it, and all that was sent."""
    (folder / "tide.md").write_text(REPORT)
    find_beforehand(home, folder / "tide.md")
    with PseudoTerminal((*READER, str(folder / "tide.md")), size=SIZE, environ=environ) as terminal:
        terminal.wait_for("Quotes 1", 30)
        terminal.settle(0.5)
        terminal.press("j", "k")
        terminal.settle(0.5)
        output, text = bytes(terminal.output), terminal.text()
    screen = LinkedScreen(*SIZE)
    feed(screen, output, UNKNOWN_TO_PYTE)
    return screen, text, output


def test_an_address_is_one_link_over_all_its_rows(tmp_path: Path, own_home: Path) -> None:
    screen, text, output = screens(tmp_path, own_home, {})
    assert "\n".join(line.rstrip() for line in screen.display) == text
    assert screen.open == ("", ""), "no link is left open"
    covered: dict[tuple[str, str], str] = {}
    for link, letter in screen.linked():
        covered[link] = covered.get(link, "") + letter
    by_address = {address: letters for (_, address), letters in covered.items()}
    assert by_address == {
        "https://example.org/tide/1": "https://example.org/tide/1",
        ADDRESS: ADDRESS,
        "https://example.net/a_(b)": "https://example.net/a_(b)",
        "https://example.org/": "https://example.org/",
    }
    assert len({name for name, _ in covered}) == 4, "each has an id of its own"
    assert b"\x1b]52" not in output


@pytest.mark.parametrize("environ", [{"TERM": "linux"}, {"FORCE_HYPERLINK": "0"}])
def test_no_link_is_sent_to_a_terminal_without_links(
    tmp_path: Path, own_home: Path, environ: dict[str, str]
) -> None:
    _, text, output = screens(tmp_path, own_home, environ)
    assert b"\x1b]8" not in output
    assert "https://example.net/a_(b)" in text


@pytest.mark.parametrize("colours", [{}, {"NO_COLOR": "1"}, {"TERM": "xterm"}])
def test_links_do_not_depend_on_colours(
    tmp_path: Path, own_home: Path, colours: dict[str, str]
) -> None:
    screen, _, _ = screens(tmp_path, own_home, colours)
    assert ADDRESS in {address for (_, address), _ in screen.linked()}
