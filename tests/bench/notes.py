"""Times of the notebook: a bookmark until it is confirmed on disk, with 10,000 in the file."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from armreader.home.folders import bundled
from armreader.notes.block_text import block_text
from armreader.notes.bookmark import Bookmark, bookmark_stretch
from armreader.notes.notebook import Notebook
from armreader.notes.verify import verify
from armreader.opening.pipeline import open_dossier
from armreader.records import Span
from armreader.story.dossier import Dossier

BOOKMARKS = 10_000


def bookmarks_of(dossier: Dossier, count: int) -> list[Bookmark]:
    """Stretches of the bundled articles, as long as quotes are."""
    kept: list[Bookmark] = []
    start = 0
    while len(kept) < count:
        for article in dossier.articles:
            first = start % max(1, len(article.text) - 200)
            length = 60 + start % 140
            kept.append(bookmark_stretch(dossier, article.id, Span(first, first + length)))
        start += 1
    return list({bookmark.id: bookmark for bookmark in kept}.values())[:count]


def timed(name: str, work: Callable[[int], object], rounds: int) -> None:
    """Print the median and the worst of so many calls, in milliseconds."""
    times = []
    for number in range(rounds):
        began = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - began) * 1000)
    print(f"{name:44}{statistics.median(times):9.1f} ms median{max(times):9.1f} ms worst")


def main() -> None:
    dossier = open_dossier([str(bundled("seeds"))])
    kept = bookmarks_of(dossier, BOOKMARKS + 100)
    filled, fresh = kept[:BOOKMARKS], kept[BOOKMARKS:]
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "notes.md"
        path.write_text("\n".join(map(block_text, filled)), "utf-8")
        print(f"{len(filled)} bookmarks, {path.stat().st_size / 1e6:.1f} MB")
        measure(Notebook(path), dossier, filled, fresh)


def measure(
    notebook: Notebook, dossier: Dossier, filled: Sequence[Bookmark], fresh: Sequence[Bookmark]
) -> None:
    timed("load", lambda _: notebook.load(), 5)
    timed("add (b to confirmed)", lambda n: notebook.add(fresh[n]), 40)
    other = Notebook(notebook.path)

    def add_by_turns(number: int) -> None:
        (notebook, other)[number % 2].add(fresh[40 + number])

    timed("add while another writes too", add_by_turns, 30)
    timed("remove", lambda n: notebook.remove(filled[n * 50].id), 10)
    timed("comment", lambda n: notebook.set_comment(filled[n * 50 + 1].id, "a comment", ["x"]), 10)
    timed("verify, all hold", lambda _: verify(filled, dossier), 3)


if __name__ == "__main__":
    main()
