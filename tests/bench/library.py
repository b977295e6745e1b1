"""What a library costs: indexing, killing, changing, searching, on corpora made from real reports.

    export PYTHONPATH=tests
    python tests/bench/library.py make ARTICLES.jsonl.gz FOLDER [--articles N] [--recombined N]
        [--paragraphs N]
    python tests/bench/library.py index|change|kill|use|together|export|agree FOLDER
        [--kills N] [--jobs N] [--home HOME]
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
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from armreader.opening.open import open_dossier
from armreader.opening.places import Places
from armreader.store.library import Library, library_paths
from armreader.store.store import Store
from armreader.store.words import search
from bench.library_corpora import growing, made
from bench.library_kills import agreeing, killing
from bench.library_runs import run

_COMMANDS = ("make", "index", "change", "kill", "grow", "use", "together", "export", "agree")


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


def using(folder: Path, home: Path) -> None:
    """What a reader of the library waits for."""
    store = home / "cache" / "store.db"
    paths = library_paths([str(folder)])
    start = time.perf_counter()
    with Store(store) as opened:
        library = Library(opened, paths)
        page = library.shelves()
        first = time.perf_counter() - start
        pages, stories, searches = [], [], []
        while page:
            start = time.perf_counter()
            page = library.shelves(page[-1])
            pages.append(time.perf_counter() - start)
            if len(pages) > 20:
                break
        shelves = [one for one in library.all_shelves() if "+" not in one.name]
        shelves.sort(key=lambda one: -one.articles)
        words = _queries(library, 200)
        for shelf in shelves[:40]:
            start = time.perf_counter()
            dossier = open_dossier([*paths, f"story:{shelf.name}"], Places(None, store))
            stories.append((time.perf_counter() - start, len(dossier.articles)))
        for query in words:
            start = time.perf_counter()
            search(library, query)
            searches.append(time.perf_counter() - start)
    searches.sort()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    slowest, articles = max(stories)
    median = statistics.median(one for one, _ in stories)
    print(f"first page {_ms(first)}; any page at most {_ms(max(pages, default=0))}")
    print(f"story: median {_ms(median)}, at most {_ms(slowest)} ({articles} articles)")
    p95 = searches[int(0.95 * len(searches))]
    median = statistics.median(searches)
    print(f"search: median {_ms(median)}, p95 {_ms(p95)}, at most {_ms(searches[-1])}")
    print(f"peak {peak:.0f} MB")


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


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
        found.append([one, f"{one} {other}", one[:-1], f"{slip} {other}"][number % 4])
    return found


def together(folder: Path, home: Path) -> None:
    """Two readers while all is indexed: how long they wait, and whether a lock is in their way."""
    store, paths = home / "cache" / "store.db", library_paths([str(folder)])
    run(home, "index", str(folder))
    for file in sorted(folder.rglob("*.txt")):
        with file.open("a", encoding="utf-8") as out:
            out.write("\nIt was added later.\n")
    waits: list[float] = []
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
                    start = time.perf_counter()
                    if number:
                        search(library, "minister")
                    else:
                        shelf = library.shelves()[0]
                        library.dossier(shelf.name)
                    waits.append(time.perf_counter() - start)
                    rows = min(rows, library.size()[0])
                time.sleep(0.05)
    waits.sort()
    p95 = waits[int(0.95 * len(waits))]
    print(
        f"{len(waits)} readings beside an indexing, none locked out; {rows} of {before} rows seen"
    )
    print(f"median {_ms(statistics.median(waits))}, p95 {_ms(p95)}, at most {_ms(waits[-1])}")


def exporting(folder: Path, home: Path) -> None:
    for arguments in (["export", str(folder)], ["export", "--by-story", str(folder)]):
        run(home, *arguments)
        cpu, _, peak, _ = run(home, *arguments)
        print(f"{' '.join(arguments[:2])}: {cpu:.1f} s CPU, {peak:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("what", choices=_COMMANDS, nargs="?")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--recombined", type=int, default=0)
    parser.add_argument("--paragraphs", type=int, default=10)
    parser.add_argument("--kills", type=int, default=20)
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
                killing(folder, options.kills)
            case "grow":
                growing(folder, home, options.times)
            case "use":
                using(folder, home)
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
