"""What a library costs: indexing, killing, changing, searching, on corpora made from real reports.

    export PYTHONPATH=tests
    python tests/bench/library.py make ARTICLES.jsonl.gz FOLDER [--articles N] [--recombined N]
        [--paragraphs N]
    python tests/bench/library.py index|change|kill|use|screen|together|export|agree FOLDER
        [--kills N [--in-turn SECONDS]] [--jobs N] [--home HOME]
    python tests/bench/library.py grow FOLDER --home HOME --times N

``make`` takes articles of a timeline set (topics with dated articles, one a line): every k-th as it
is, with its source and date in front; or recombined: stories of twenty reports, each of paragraphs
of neighbouring articles, with names, numbers and days of its own. ``grow`` repeats the rows of an
indexed library, so that ``use`` can be measured at a size that takes hours to index. The rest
prints figures.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from armreader.opening.open import open_dossier
from armreader.opening.places import Places
from armreader.store.indexed import library_paths
from armreader.store.library import Library
from armreader.store.store import Store
from armreader.store.words import search
from bench.library_corpora import growing, made
from bench.library_kills import agreeing, killing, killing_in_turn
from bench.library_runs import run
from pseudo_terminal import READER, PseudoTerminal

T = TypeVar("T")
_COMMANDS = (
    "make", "index", "change", "kill", "grow", "use", "screen", "together", "export", "agree",
)  # fmt: skip


def indexing(folder: Path, home: Path, jobs: int) -> None:
    cpu, wall, peak, _ = run(home, "index", str(folder), "--jobs", str(jobs))
    size = (home / "cache" / "store.db").stat().st_size / 1e6
    times = f"{cpu:.1f} s CPU, {wall:.1f} s, peak {peak:.0f} MB"
    print(f"index, {jobs} jobs: {times}, store {size:.0f} MB", flush=True)


def changing(folder: Path, home: Path) -> None:
    """What a change costs, of the first CPU time."""
    first, _, _, _ = run(home, "index", str(folder))
    print(f"first: {first:.1f} s CPU")
    files = sorted(folder.rglob("*.txt"))
    kept = files[3].read_bytes()

    def cost(what: str) -> None:
        cpu, *_ = run(home, "index", str(folder))
        print(f"{what}: {cpu:.2f} s CPU, {100 * cpu / first:.1f} % of the first")

    cost("nothing")
    os.utime(files[2], (1, 1))
    cost("touched")
    files[2].chmod(0o600)
    cost("permissions")
    added = files[3].with_name("added.txt")
    added.write_bytes(kept + b"\nIt was added later.\n")
    cost("added")
    added.write_bytes(kept + b"\nIt was added and changed.\n")
    cost("changed")
    moved = added.rename(added.with_name("moved.txt"))
    cost("moved")
    moved.unlink()
    cost("removed")


class Waits:
    """How long single steps took: by the clock, without what they waited for a processor that
    others had, and in CPU time.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._taken: list[tuple[float, float, float]] = []

    def __call__(self, work: Callable[[], T]) -> T:
        start, cpu, queued = time.perf_counter(), time.process_time(), _queued()
        done = work()
        wall = time.perf_counter() - start
        self._taken.append((wall, wall - (_queued() - queued), time.process_time() - cpu))
        return done

    def __str__(self) -> str:
        clocks = (sorted(one) for one in zip(*self._taken, strict=True))
        shares = ("median", 0.5), ("p95", 0.95), ("at most", 1)
        return f"{self._what}: " + "; ".join(
            f"{clock} "
            + ", ".join(
                f"{name} {1000 * taken[min(len(taken) - 1, int(share * len(taken)))]:.0f} ms"
                for name, share in shares
            )
            for clock, taken in zip(("wall", "not queued", "CPU"), clocks, strict=True)
        )


def _queued() -> float:
    """Seconds that this thread has waited for a processor."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


def using(folder: Path, home: Path) -> None:
    """What a reader of the library waits for."""
    store = home / "cache" / "store.db"
    paths = library_paths([str(folder)])
    first, pages, stories = Waits("first page"), Waits("any page"), Waits("a story")
    searches = Waits("a search")
    with Store(store) as opened:
        library = Library(opened, paths)
        page = first(library.shelves)
        for _ in range(20):
            page = pages(partial(library.shelves, page[-1])) or library.shelves()
        shelves = [one for one in library.all_shelves() if "+" not in one.name]
        shelves.sort(key=lambda one: -one.articles)
        words = _queries(library, 200)
        for shelf in shelves[:40]:
            path = f"story:{shelf.name}"
            stories(partial(open_dossier, [*paths, path], Places(None, store)))
        for query in words:
            searches(partial(search, library, query))
        articles, count = library.size()
    print(f"{articles} articles, {count} stories, the largest of {shelves[0].articles}")
    print(first, pages, stories, searches, sep="\n")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _queries(library: Library, count: int) -> list[str]:
    """Common and rare words, pairs of them, beginnings and slips."""
    chance = random.Random(3)
    rows = library.store.connection.execute(
        "SELECT term FROM vocabulary WHERE length(term) > 3 ORDER BY doc DESC LIMIT 20000"
    ).fetchall()
    words = [row[0] for row in rows]
    found = []
    for number in range(count):
        one = words[min(len(words) - 1, int(len(words) ** chance.random()))]
        other = words[min(len(words) - 1, int(len(words) ** chance.random()))]
        slip = one[0] + one[2] + one[1] + one[3:]
        begun = one[: 1 + number // 5 % 3]
        found.append([one, f"{one} {other}", one[:-1], begun, f"{slip} {other}"][number % 5])
    return found


def together(folder: Path, home: Path) -> None:
    """Two readers while all is indexed: how long they wait, and whether a lock is in their way."""
    store, paths = home / "cache" / "store.db", library_paths([str(folder)])
    run(home, "index", str(folder))
    for file in sorted(folder.rglob("*.txt")):
        with file.open("a", encoding="utf-8") as out:
            out.write("\nIt was added later.\n")
    waits = Waits("a reading beside an indexing")
    command = [sys.executable, "-m", "armreader", "index", str(folder)]
    environ = {**os.environ, "ARMREADER_HOME": str(home)}
    with Store(store) as one, Store(store) as two:
        readers = [Library(reader, paths) for reader in (one, two)]
        rows = before = readers[0].size()[0]
        with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL) as indexer:
            while indexer.poll() is None:
                for number, library in enumerate(readers):
                    # What is locked is an error at once.
                    library.store.connection.execute("PRAGMA busy_timeout = 0")
                    waits(partial(search, library, "minister") if number else library.shelves)
                    shelf = library.shelves()[0]
                    waits(partial(library.dossier, shelf.name))
                    rows = min(rows, library.size()[0])
                time.sleep(0.05)
    print(f"{waits}; none locked out, {rows} of {before} rows seen")


def screen(folder: Path, home: Path) -> None:
    """From the start of the program to the first stories, five times."""
    with Store(home / "cache" / "store.db") as store:
        label = Library(store, library_paths([str(folder)])).shelves()[0].label
    command = [*READER, "library", str(folder)]
    for _ in range(5):
        start = time.perf_counter()
        with PseudoTerminal(command, environ={"ARMREADER_HOME": str(home)}) as terminal:
            terminal.wait_for(label[:40], 60)
            wall, about = time.perf_counter() - start, Path(f"/proc/{terminal.pid}")
            ticks = about.joinpath("stat").read_text().rpartition(")")[2].split()[11:13]
            cpu = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
            peak = int(about.joinpath("status").read_text().split("VmHWM:")[1].split()[0]) / 1024
        print(f"first stories: {wall:.2f} s, {cpu:.2f} s CPU, {peak:.0f} MB", flush=True)


def exporting(folder: Path, home: Path) -> None:
    """Memory, beside the largest story: all as one dossier, and story by story."""
    for kind in (["--format", "json"], ["--format", "csv"], ["--by-story"]):
        arguments = ["export", *kind, str(folder)]
        run(home, *arguments)
        cpu, _, peak, _ = run(home, *arguments)
        print(f"{' '.join(arguments[:-1])}: {cpu:.1f} s CPU, {peak:.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("what", choices=_COMMANDS, nargs="?")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--recombined", type=int, default=0)
    parser.add_argument("--paragraphs", type=int, default=10)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--in-turn", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    if not options.paths:
        parser.print_usage()  # among all timings there is no corpus for these
        return
    folder: Path = options.paths[-1]
    home = options.home or Path(tempfile.mkdtemp())
    try:
        match options.what:
            case "make":
                made(
                    options.paths[0], folder, options.articles, options.recombined,
                    options.paragraphs,
                )  # fmt: skip
            case "index":
                indexing(folder, home, options.jobs)
            case "change":
                changing(folder, home)
            case "kill":
                if options.in_turn:
                    killing_in_turn(folder, home, options.kills, options.in_turn)
                else:
                    killing(folder, options.kills)
            case "grow":
                growing(folder, home, options.times)
            case "use":
                using(folder, home)
            case "screen":
                screen(folder, home)
            case "together":
                together(folder, home)
            case "export":
                exporting(folder, home)
            case "agree":
                agreeing(folder)
    finally:
        if options.home is None:
            shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
