"""Writes the figures of README and ``docs/reference/accuracy.md`` from what a measurement prints.

    python tools/write_accuracy.py 2026-11-28 < FIGURES

FIGURES has an object for each task, one a line: ``{"times": {"value": 81.4, "day": 89.1}}``. Rows
of tasks that are not there stay as they are.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "reference" / "accuracy.md")
_DAY = re.compile(r"(?<=\bon\s)\d{1,2} [A-Z][a-z]+ \d{4}\b")


class Row(NamedTuple):
    """A row of the table: what it begins with, and the paths of its figures."""

    what: str
    figures: tuple[str, ...]


ROWS = (
    Row("dates", ("times.value", "times.day")),
    Row("direct quotes", ("quotes.direct.match", "quotes.direct.end_to_end")),
    Row("all speech", ("quotes.speech.match", "quotes.speech.end_to_end")),
    Row("“he”", ("quotes.direct.speaker.pronoun", "quotes.speech.speaker.pronoun")),
    Row("events: mentions", ("events.mention_F1",)),
    Row("events: sources", ("events.sources_P", "events.sources_R")),
    Row("chronology", ("chronology.precision", "chronology.recall_3", "chronology.date")),
    Row("figures: claims", ("quantities.claim_P", "quantities.claim_R", "quantities.by")),
    Row("figures: differences", ("quantities.differs_P", "quantities.differs_R")),
)


def figures_of(lines: Iterable[str]) -> dict[str, float]:
    """Every number by its path, ``quotes.direct.match``."""
    found: dict[str, float] = {}

    def walk(path: str, value: Any) -> None:
        if isinstance(value, Mapping):
            for name, inner in value.items():
                walk(f"{path}.{name}" if path else name, inner)
        elif isinstance(value, int | float):
            found[path] = value

    for line in lines:
        if line.strip():
            walk("", json.loads(line))
    return found


def filled(page: str, found: Mapping[str, float], day: str) -> str:
    """The page with the figures that there are, and the day on which they were measured."""
    lines = page.splitlines(keepends=True)
    column = 0
    for number, line in enumerate(lines):
        cells = line.split("|")
        if " armreader " in cells:
            column = cells.index(" armreader ")
        row = next((one for one in ROWS if line.startswith(f"| {one.what}")), None)
        if row and all(path in found for path in row.figures):
            cells[column] = " " + " / ".join(f"{found[path]:.0f}" for path in row.figures) + " "
            lines[number] = "|".join(cells)
    return _DAY.sub(day, "".join(lines), count=1)


def main() -> None:
    on = date.fromisoformat(sys.argv[1])
    day = f"{on.day} {on:%B %Y}"
    found = figures_of(sys.stdin)
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8"), found, day), encoding="utf-8")


if __name__ == "__main__":
    main()
