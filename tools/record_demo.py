"""Records the demo, ``docs/demo.cast``, by pressing keys in the bundled dossier: ``make demo``.

The file is an asciicast of version 2 (docs.asciinema.org/manual/asciicast/v2): ``asciinema play``
shows it in a terminal. The pauses are set here and not taken from the clock.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import NamedTuple

from pseudo_terminal import READER, PseudoTerminal

CAST = Path(__file__).parent.parent / "docs" / "demo.cast"
SIZE = (100, 30)


class Step(NamedTuple):
    """Keys, and how many seconds what they show stays."""

    keys: tuple[str, ...]
    seconds: float


STEPS = (
    Step((), 3.0),
    Step(("3",), 1.0),
    *(Step(("j",), 1.0) for _ in range(2)),
    Step(("enter",), 3.0),
    Step(("escape",), 0.5),
    Step(("c",), 4.0),
    Step(("escape",), 0.5),
    Step(("4",), 1.5),
    *(Step(("j",), 1.0) for _ in range(2)),
    Step(("w",), 4.0),
    Step(("escape",), 0.5),
    Step(("/",), 1.0),
    *(Step((letter,), 0.2) for letter in "frozen"),
    Step((), 2.0),
    Step(("enter",), 2.0),
    Step(("escape",), 0.5),
    Step(("b",), 1.5),
    Step(("7",), 3.0),
    Step(("q",), 1.0),
)
"""An event opened, compared, a quote explained, a search, a bookmark and where it is kept."""


def record() -> list[str]:
    """The lines of the file."""
    head = {"version": 2, "width": SIZE[0], "height": SIZE[1], "title": "armreader"}
    lines, at = [json.dumps(head)], 0.0
    with tempfile.TemporaryDirectory() as home:
        environ = {"ARMREADER_HOME": home, "COLORTERM": "truecolor", "NO_COLOR": None}
        with PseudoTerminal(READER, size=SIZE, environ=environ) as terminal:
            terminal.wait_for("Kept", 120)  # the tabs are there when all is read
            for step in STEPS:
                if step.keys:
                    terminal.press(*step.keys)
                terminal.settle()
                if terminal.output:
                    shown = terminal.output.decode("utf-8", "replace")
                    lines.append(json.dumps([round(at, 2), "o", shown], ensure_ascii=False))
                    terminal.output.clear()
                at += step.seconds
            terminal.wait_for_end()
    return lines


if __name__ == "__main__":
    CAST.write_text("\n".join(record()) + "\n", encoding="utf-8")
