"""A file that changes again and again under a reader: each change is shown, and memory stays."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fuzz.keys import megabytes
from pseudo_terminal import READER, PseudoTerminal

ARTICLES = 5
SETTLED = 25
"""Reloads after which everything has been seen once, and memory should stay."""
_REPORT = (
    "Bridge {} opens\n\nThe north bridge opened on {} March 2023, Mina Dole said."
    " “We waited for it {} years,” she said.\n"
)


def reload(count: int) -> tuple[float, float]:
    """Change a file and reload so often: megabytes when settled and at the end.

    Fails with the screen where a change is not shown.
    """
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "dossier")
        folder.mkdir()
        for number in range(ARTICLES):
            (folder / f"{number}.txt").write_text(_REPORT.format(number, number + 1, number + 2))
        settled = 0.0
        with PseudoTerminal((*READER, str(folder)), environ={"ARMREADER_HOME": home}) as terminal:
            terminal.wait_for("Kept", 60)  # the tabs are there when all is read
            for number in range(ARTICLES, count + ARTICLES):
                (folder / "0.txt").write_text(_REPORT.format(number, 1 + number % 31, number))
                terminal.press("r")
                terminal.wait_for(f"opened on {1 + number % 31} March", 60)
                terminal.settle(0.03)
                if number - ARTICLES <= SETTLED:
                    settled = megabytes(terminal.pid)
            return settled, megabytes(terminal.pid)
