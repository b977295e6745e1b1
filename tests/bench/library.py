"""What a library costs: indexing, killing, changing, searching, on corpora made from real reports.

    python tests/bench/library.py make ARTICLES.jsonl.gz FOLDER [--articles N] [--recombined N]
        [--paragraphs N]
    python tests/bench/library.py index|change|kill|use|export|agree FOLDER [--kills N] [--jobs N]
    python tests/bench/library.py grow FOLDER --home HOME --times N

``make`` takes articles of a timeline set (topics with dated articles, one a line): every k-th as it
is, with its source and date in front; or recombined: stories of twenty reports, each of paragraphs
of neighbouring articles, with names, numbers and days of its own. ``grow`` repeats the rows of an
indexed library, so that ``use`` can be measured at a size that takes hours to index. The rest
prints figures.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from armreader.opening.open import open_dossier
from armreader.opening.places import Places
from armreader.store.library import Library, library_paths
from armreader.store.members import write_words
from armreader.store.store import Store
from armreader.store.words import search

_COMMANDS = ("make", "index", "change", "kill", "grow", "use", "export", "agree")
_STORY = 20
_IN_FOLDER = 1_000
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\b\d{1,3}\b")
_SYLLABLES = tuple("ba do fe gu ka li mo na pe ri so ta vu we xi zo".split())  # noqa: SIM905


def made(set_: Path, folder: Path, count: int, recombined: int, paragraphs: int) -> None:
    """Write the corpus, at most a thousand files a folder."""
    with gzip.open(set_, "rt", encoding="utf-8") as lines:
        topics = [json.loads(line) for line in lines]
    texts = (
        _recombined(topics, recombined, paragraphs) if recombined else _as_they_are(topics, count)
    )
    for number, text in enumerate(texts):
        place = folder / f"{number // _IN_FOLDER:03}" / f"{number:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def _as_they_are(topics: list[dict], count: int) -> Iterator[str]:  # type: ignore[type-arg]
    reports = sorted(
        (one["time"], topic["topic"], one["text"]) for topic in topics for one in topic["articles"]
    )
    for number in range(count):
        day, topic, text = reports[number * len(reports) // count]
        yield f"---\nsource: {topic.split('_')[-1]}\ndate: {day}\n---\n{text}\n"


def _recombined(topics: list[dict], count: int, paragraphs: int) -> Iterator[str]:  # type: ignore[type-arg]
    chance = random.Random(20)
    for number in range(count):
        if number % _STORY == 0:
            topic = topics[chance.randrange(len(topics))]["articles"]
            first = chance.randrange(max(1, len(topic) - 25))
            near = topic[first : first + 25]
            pieces = [
                " ".join(sentences[at : at + 2])
                for one in near
                for sentences in [re.split(r"(?<=[.!?])\s+", one["text"])]
                for at in range(0, len(sentences), 2)
            ]
            names: dict[str, str] = {}
            day = date(2010, 1, 1) + timedelta(days=chance.randrange(5_000))
        chosen = chance.sample(pieces, min(paragraphs, len(pieces)))
        text = "\n\n".join(chosen)
        for name in dict.fromkeys(_NAME.findall(text)):
            names.setdefault(name, _name(chance))
        text = _NAME.sub(lambda m, own=names: own[m.group()], text)  # type: ignore[misc]
        text = _NUMBER.sub(lambda m: str(chance.randrange(2, 999)), text)
        when = day + timedelta(days=number % _STORY // 4)
        yield f"---\nsource: Paper {number % 7}\ndate: {when}\n---\n{text}\n"


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()


@contextmanager
def _store() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def _run(home: Path, *arguments: str) -> tuple[float, float, float, str]:
    """CPU and wall seconds, peak MB and what was printed, of one command."""
    start = time.perf_counter()
    environ = {**os.environ, "ARMREADER_HOME": str(home)}
    with tempfile.TemporaryFile() as out:
        command = [sys.executable, "-m", "armreader", *arguments]
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=environ)
        _, _, usage = os.wait4(child.pid, 0)
        out.seek(0)
        digest = hashlib.sha256(out.read()).hexdigest()
    wall = time.perf_counter() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, digest


def indexing(folder: Path, home: Path, jobs: int) -> None:
    cpu, wall, peak, _ = _run(home, "index", str(folder), "--jobs", str(jobs))
    size = (home / "cache" / "store.db").stat().st_size / 1e6
    times = f"{cpu:.1f} s CPU, {wall:.1f} s, peak {peak:.0f} MB"
    print(f"index, {jobs} jobs: {times}, store {size:.0f} MB", flush=True)


def changing(folder: Path, home: Path) -> None:
    """What a change costs, of the first CPU time."""
    first, _, _, _ = _run(home, "index", str(folder))
    print(f"first: {first:.1f} s CPU")
    files = sorted(folder.rglob("*.txt"))
    kept = files[3].read_bytes()

    def cost(what: str) -> None:
        cpu, *_ = _run(home, "index", str(folder))
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


def killing(folder: Path, kills: int) -> None:
    """Kill an indexing at random moments; what is annotated twice, and whether the end is one."""
    chance = random.Random(7)
    with _store() as home:
        _, wall, _, _ = _run(home, "index", str(folder))
        whole = _run(home, "export", "--by-story", str(folder))[3]
    good = 0
    for number in range(kills):
        with _store() as home:
            environ = {**os.environ, "ARMREADER_HOME": str(home)}
            child = subprocess.Popen(
                [sys.executable, "-m", "armreader", "index", str(folder)],
                env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            time.sleep(chance.uniform(0.02, 1) * wall)
            child.send_signal(signal.SIGKILL)
            child.wait()
            before = _annotated(home)
            out = subprocess.run(
                [sys.executable, "-m", "armreader", "index", str(folder)],
                env=environ, capture_output=True, text=True, check=False,
            ).stdout  # fmt: skip
            again = int(re.search(r"\((\d[\d,]*) articles annotated", out)[1].replace(",", ""))  # type: ignore[index]
            total = int(out.split(" ")[0].replace(",", ""))
            same = _run(home, "export", "--by-story", str(folder))[3] == whole
            good += same and again + before == total
            print(
                f"kill {number + 1}: {before} kept, {again} annotated after it, same: {same}",
                flush=True,
            )
    print(f"{good} of {kills} kills lost no more than the batch in hand and ended the same")


def _annotated(home: Path) -> int:
    file = home / "cache" / "store.db"
    if not file.exists():
        return 0
    with Store(file) as store:
        return int(store.connection.execute("SELECT count(*) FROM annotation").fetchone()[0])


def growing(folder: Path, home: Path, times: int) -> None:
    """Repeat every article, story and word of a library; records of linked stories are shared."""
    with Store(home / "cache" / "store.db") as store:
        library = Library(store, library_paths([str(folder)]))
        number = library.id
        for time_ in range(1, times):
            with store.writing() as connection:
                connection.execute(
                    "INSERT INTO article (key, used, record) SELECT randomblob(16), used, record"
                    " FROM article JOIN member ON member.article = article.id"
                    " WHERE member.library = ?1 AND member.place < 100000 ORDER BY member.id",
                    (number,),
                )
                last = connection.execute("SELECT max(id) FROM article").fetchone()[0]
                count = connection.execute(
                    "SELECT count(*) FROM member WHERE library = ? AND place < 100000", (number,)
                ).fetchone()[0]
                connection.execute(
                    "INSERT INTO story (library, name, label, earliest, latest, articles, sources,"
                    " events, changed, linked) SELECT library, name || ?2, label, earliest, latest,"
                    " articles, sources, events, changed, linked FROM story"
                    " WHERE library = ?1 AND name NOT LIKE '%+%'",
                    (number, f"+{time_}"),
                )
                connection.execute(
                    "INSERT INTO member (library, article, name, file, place, story, earliest,"
                    " latest) SELECT member.library, ?3 - ?4 + row_number() OVER (ORDER BY"
                    " member.id), member.name || ?2, file, place + 100000, other.id,"
                    " member.earliest, member.latest FROM member JOIN story ON story.id ="
                    " member.story JOIN story AS other ON other.library = story.library AND"
                    " other.name = story.name || ?2 WHERE member.library = ?1 AND place < 100000",
                    (number, f"+{time_}", last, count),
                )
        while write_words(store, 2_000):
            pass
        print(f"{library.size()[0]} articles, {store.size() / 1e6:.0f} MB", flush=True)


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


def exporting(folder: Path, home: Path) -> None:
    for arguments in (["export", str(folder)], ["export", "--by-story", str(folder)]):
        _run(home, *arguments)
        cpu, _, peak, _ = _run(home, *arguments)
        print(f"{' '.join(arguments[:2])}: {cpu:.1f} s CPU, {peak:.0f} MB")


def agreeing(folder: Path) -> None:
    """The same export from one process, a pool and a local cluster."""
    for spec in ("--jobs=1", "--jobs=2", "--executor=dask:"):
        with _store() as home:
            _, wall, _, _ = _run(home, "index", str(folder), spec)
            digest = _run(home, "export", "--by-story", str(folder))[3]
            print(f"{spec}: {wall:.1f} s, {digest[:16]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("what", choices=_COMMANDS)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--recombined", type=int, default=0)
    parser.add_argument("--paragraphs", type=int, default=10)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
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
            case "export":
                exporting(folder, home)
            case "agree":
                agreeing(folder)
    finally:
        if options.home is None:
            shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
