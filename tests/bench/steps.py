"""What a step of the cursor costs, by whether the text beside the list keeps still.

    .venv/bin/python tests/bench/steps.py [FOLDER]

The timeline and the quotes are walked down under a pseudo-terminal of 120×36 with 256 colours: the
bytes of a step whose words in the text stay where they are, of one that shows other words there,
and of one that turns the page of the list. The bundled dossier without a folder.
"""

from __future__ import annotations

import re
import statistics
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from armreader.ui.keys.key_reader import COUNT_WITHIN
from beforehand import find_beforehand
from pseudo_terminal import READER, PseudoTerminal, floor

LISTS = {"timeline": "3", "quotes": "4"}
STEPS = 30
TEXT_FROM = 77
"""The first column of the text."""
KINDS = ("text still", "other text", "page of the list")


def kind_of(before: list[str], after: list[str]) -> str:
    """What a step did to the rows of the screen."""
    if _changed(before, after, slice(3, TEXT_FROM)) > 12:
        return KINDS[2]
    return KINDS[1] if _changed(before, after, slice(TEXT_FROM + 2, None)) > 12 else KINDS[0]


def _changed(before: list[str], after: list[str], columns: slice) -> int:
    return sum(old[columns] != new[columns] for old, new in zip(before, after, strict=True))


def walk(terminal: PseudoTerminal, digit: str) -> dict[str, list[tuple[int, int]]]:
    """The bytes of each step down a list, and those that a comparison of cells needs, by kind."""
    terminal.bytes_of(digit)
    terminal.settle(2 * COUNT_WITHIN)  # the digit counts nothing
    terminal.bytes_of("g")
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for _ in range(STEPS):
        cells, lines = terminal.cells(), terminal.lines()
        if sent := terminal.bytes_of("j"):
            kind = kind_of(lines, terminal.lines())
            found[kind].append((sent, floor(cells, terminal.cells())))
    return found


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    print(f"{'step in':10} {'':18} {'steps':>6} {'bytes':>7} {'floor':>7}")
    with TemporaryDirectory() as home:
        find_beforehand(Path(home), folder)
        environ = {"ARMREADER_HOME": home, "NO_COLOR": None, "COLORTERM": None}
        command = (*READER, str(folder)) if folder else READER
        with PseudoTerminal(command, environ=environ) as terminal:
            terminal.wait(lambda: re.search(r"Timeline \d+", terminal.text()) is not None, 120)
            terminal.settle(1)
            for name, digit in LISTS.items():
                found = walk(terminal, digit)
                for kind in KINDS:
                    if steps := found.get(kind):
                        sent, least = (statistics.median(one) for one in zip(*steps, strict=True))
                        print(f"{name:10} {kind:18} {len(steps):6} {sent:7.0f} {least:7.0f}")
                every = [sent for steps in found.values() for sent, _ in steps]
                print(
                    f"{name:10} {'all, on average':18} {len(every):6} {statistics.mean(every):7.0f}"
                )


if __name__ == "__main__":
    main()
