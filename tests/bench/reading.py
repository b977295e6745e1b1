"""How fast files are read: bytes to Article, in megabytes a second, and the memory it takes.

.venv/bin/python tests/bench/reading.py
"""

from __future__ import annotations

import tempfile
import tracemalloc
from collections import deque
from html import escape
from pathlib import Path
from time import perf_counter

from armreader.home.folders import bundled
from armreader.reading.read import read_paths

MEGABYTE = 1_000_000
ROUNDS = 3


def main() -> None:
    """Print one row for each kind of input."""
    reports = "\n".join(path.read_text("utf-8") for path in sorted(bundled("seeds").glob("*.txt")))
    prose = "\n\n".join(line for line in reports.split("\n") if len(line) > 150)
    inputs = {
        "the bundled dossier": bundled("seeds"),
        "2 MB of prose": _grown(prose, 2 * MEGABYTE, ".txt"),
        "2 MB of whole reports": _grown(reports, 2 * MEGABYTE, ".txt"),
        "2 MB as a web page": _grown(_page(prose), 2 * MEGABYTE, ".html"),
        "2 MB as Markdown": _grown(prose, 2 * MEGABYTE, ".md"),
        "2 MB with controls": _grown(prose.replace("the", "th\x1be"), 2 * MEGABYTE, ".txt"),
        "a page 100,000 deep": _written("<div>" * 100_000 + prose, ".html"),
        "50 MB (refused)": _grown(prose, 50 * MEGABYTE, ".txt"),
    }
    print(f"{'input':24} {'ms':>8} {'MB/s':>7} {'peak MB':>8}")
    for name, path in inputs.items():
        seconds = min(_seconds(path) for _ in range(ROUNDS))
        files = path.glob("*.txt") if path.is_dir() else [path]
        size = sum(file.stat().st_size for file in files)
        peak = _peak(path) / MEGABYTE
        print(f"{name:24} {seconds * 1000:8.1f} {size / MEGABYTE / seconds:7.1f} {peak:8.1f}")


def _seconds(path: Path) -> float:
    started = perf_counter()
    deque(read_paths([str(path)]), maxlen=0)
    return perf_counter() - started


def _peak(path: Path) -> int:
    """The most memory, in bytes, that reading holds at once."""
    tracemalloc.start()
    deque(read_paths([str(path)]), maxlen=0)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _page(prose: str) -> str:
    return "".join(f"<p>{escape(line)}</p>\n" for line in prose.split("\n\n"))


def _grown(text: str, size: int, suffix: str) -> Path:
    return _written((text + "\n\n") * (size // len(text.encode()) + 1), suffix)


def _written(text: str, suffix: str) -> Path:
    with tempfile.NamedTemporaryFile("w", suffix=suffix, dir=_SCRATCH, delete=False) as file:
        file.write(text)
    return Path(file.name)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as _SCRATCH:
        main()
