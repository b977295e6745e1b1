"""How much of the lists can be read: labels and quotes that are shown whole, rows that look alike.

    .venv/bin/python tests/bench/legibility.py [FOLDER]

For each size of terminal, in the list in focus: per cent of the main events' labels and of the
quotes that are not cut, and of neighbouring rows that look the same. The bundled dossier without a
folder.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from armreader.home.folders import bundled
from armreader.ui.application import Application
from armreader.ui.lines.record_list import RecordList
from armreader.ui.session.state import Pane
from hand import opened

SIZES = ((200, 60), (120, 36), (80, 24), (60, 20))
LISTS: tuple[Pane, ...] = ("timeline", "quotes")


def shares(rows: RecordList) -> tuple[float, float]:
    """The per cent of rows that are whole, and of neighbours that look the same."""
    drawn = [
        "".join(text for line in rows.draw_row(row, rows.room.width - 2) for text, _ in line)
        for row in rows.rows
        if row.key is not None and row.key.kind in ("event", "quote")
    ]
    whole = sum(not _cut(text) for text in drawn)
    alike = sum(one == other for one, other in pairwise(drawn))
    return 100 * whole / max(1, len(drawn)), 100 * alike / max(1, len(drawn) - 1)


def _cut(text: str) -> bool:
    """Whether the last line of a row ends in an ellipsis."""
    return text.rstrip().endswith("…")


async def measured(folder: str, size: tuple[int, int]) -> dict[Pane, tuple[float, float]]:
    app = Application([folder], theme="dark")
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        found: dict[Pane, tuple[float, float]] = {}
        for pane in LISTS:
            app.reader.go_to(pane)
            await pilot.pause()
            rows = app.reader.panes[pane]
            assert isinstance(rows, RecordList)
            found[pane] = shares(rows)
        return found


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else str(bundled("seeds"))
    print(f"{'size':8} {'labels whole':>13} {'quotes whole':>13} {'alike':>7}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as home:
            os.environ |= {"ARMREADER_HOME": home, "TERM": "xterm-256color"}
            found = asyncio.run(measured(folder, size))
        alike = max(share for _, share in found.values())
        labels, quotes = (found[pane][0] for pane in LISTS)
        print(f"{size[0]}×{size[1]:<5} {labels:12.1f}% {quotes:12.1f}% {alike:6.1f}%")


if __name__ == "__main__":
    main()
