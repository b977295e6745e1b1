"""Search, side by side with fzf, rapidfuzz and textual.fuzzy, on text generated from the seeds.

    python tests/bench/search.py [LINES …]        (10000 100000 1000000)

Prints the time from keystroke to ranked result, for whole queries and for every prefix of them as
they are typed; whether the line that a query was made from comes first; and what building costs.
"""

from __future__ import annotations

import gc
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import tracemalloc
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from time import perf_counter, thread_time

from armreader.records import UNKNOWN_PUBLICATION, Article, Sentence, Span
from armreader.search.find import SearchIndex, SearchResult
from armreader.story.dossier import Dossier
from armreader.story.selection import SelectionKind

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = 15_000
"""How many different words news text of this size has (field/performance.md)."""
LINES_AN_ARTICLE = 30
QUERIES = 200
KINDS: tuple[SelectionKind, ...] = ("article", "event", "quote", "actor")
FEW_LINES = 200
"""How many lines textual.fuzzy, which may take a second a query for these, is given."""
CYRILLIC = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("ya", "я"),
    ("yu", "ю"), *zip("abvgdeziyklmnoprstufhjwqxc", "абвгдезийклмнопрстуфхжвккк", strict=True),
)  # fmt: skip
VARIANTS = (
    ("yan", "ian"), ("ian", "yan"), ("kh", "q"), ("k", "q"), ("gh", "g"), ("v", "w"), ("sh", "š"),
    ("y", "i"), ("ov", "off"), ("t", "th"), ("u", "ou"), ("a", "á"), ("o", "ö"), ("e", "é"),
)  # fmt: skip


def main(sizes: Sequence[int]) -> None:
    for size in sizes:
        lines = generated_lines(size)
        dossier = dossier_of(lines)
        print(f"\n{size:,} lines, {sum(map(len, lines)) / 1e6:.1f} MB")
        index = built(dossier, sum(map(len, lines)))
        queries = made_queries(lines, QUERIES)
        gc.collect()
        gc.freeze()
        measured(index, dossier, queries)
        compared(lines, [query for query, _ in queries["as written"]], size)
        gc.unfreeze()


def generated_lines(size: int) -> list[str]:
    """Sentences of words that look like the seeds' and are as frequent as words of news are."""
    rng = random.Random(20)
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    counts = Counter(re.findall(r"[^\W\d_]+", text))
    vocabulary = [word for word, _ in counts.most_common()]
    chains: defaultdict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        padded = f"  {word} "
        for at in range(len(padded) - 2):
            chains[padded[at : at + 2]].append(padded[at + 2])
    known = set(vocabulary)
    while len(vocabulary) < WORDS:
        word = invented(chains, rng)
        if len(word) > 3 and word not in known:
            known.add(word)
            vocabulary.append(word)
    weights = list(accumulate((rank + 10) ** -1.4 for rank in range(len(vocabulary))))
    lengths = [len(line.split()) for line in re.split(r"[.\n]", text) if len(line.split()) > 3]
    lines = []
    for _ in range(size):
        picks = (rng.random() * weights[-1] for _ in range(rng.choice(lengths)))
        lines.append(" ".join(vocabulary[bisect(weights, pick)] for pick in picks) + ".")
    return lines


def invented(chains: dict[str, list[str]], rng: random.Random) -> str:
    letters = "  "
    while not letters.endswith(" ", 2) and len(letters) < 16:
        letters += rng.choice(chains[letters[-2:]])
    return letters.strip()


def dossier_of(lines: Sequence[str]) -> Dossier:
    articles, sentences = [], {}
    for first in range(0, len(lines), LINES_AN_ARTICLE):
        its, spans, at = lines[first : first + LINES_AN_ARTICLE], [], 0
        for number, line in enumerate(its):
            spans.append(Sentence(Span(at, at + len(line)), "body", number))
            at += len(line) + 1
        name = f"{first // LINES_AN_ARTICLE:06}"
        text = "\n".join(its)
        articles.append(Article(name, name, "", "", "", "", text, (), UNKNOWN_PUBLICATION))
        sentences[name] = tuple(spans)
    return Dossier(tuple(articles), sentences, (), (), (), (), (), (), name="bench")


def built(dossier: Dossier, letters: int) -> SearchIndex:
    start, own = perf_counter(), thread_time()
    index = SearchIndex(dossier)
    seconds, own = perf_counter() - start, thread_time() - own
    if letters < 20e6:
        tracemalloc.start()
        del index
        index = SearchIndex(dossier)
        memory = f"{tracemalloc.get_traced_memory()[0] / letters:.2f} times the text in memory"
        tracemalloc.stop()
    else:
        memory = "memory not traced"
    words = len(set(index.lines.index.forms))
    speed = f"{letters / 1e6 / seconds:.1f} MB/s ({letters / 1e6 / own:.1f} of processor)"
    print(f"  index: {speed}, {memory}, {words:,} words")
    return index


def made_queries(lines: Sequence[str], many: int) -> dict[str, list[tuple[str, int]]]:
    """Queries of two or three words that stand together in one line only, and worse ones."""
    rng = random.Random(8)
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for word in re.findall(r"\w+", line.lower()):
            holding[word].add(number)
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    while len(found["as written"]) < many:
        target = rng.randrange(len(lines))
        words = [word for word in set(re.findall(r"\w+", lines[target])) if len(word) > 4]
        words.sort()
        if len(words) < 3:
            continue
        chosen = [word.lower() for word in rng.sample(words, rng.choice((2, 2, 3)))]
        if max(map(len, chosen)) < 6:
            continue
        if set.intersection(*(holding[word] for word in chosen)) != {target}:
            continue
        worse = mistyped(chosen, rng.choice((1, 2)), rng)
        found["as written"].append((" ".join(chosen), target))
        found["one or two typos"].append((worse, target))
        found["other spelling"].append((respelled(chosen, rng), target))
        found["Cyrillic"].append((cyrillic(chosen[0]) + " " + " ".join(chosen[1:]), target))
    return found


def mistyped(words: Sequence[str], typos: int, rng: random.Random) -> str:
    """Typos in words of six letters or more; two in one word only where it has eight or more."""
    found = list(words)
    able = [place for place, word in enumerate(words) if len(word) >= 6]
    places = rng.sample(able, min(typos, len(able)))
    if len(places) < typos and len(found[places[0]]) >= 8:
        places *= 2
    for place in places:
        found[place] = with_typo(found[place], rng)
    return " ".join(found)


def with_typo(word: str, rng: random.Random) -> str:
    """One letter wrong, missing, or swapped with the next."""
    at = rng.randrange(1, len(word) - 1)
    return rng.choice(
        (
            word[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def respelled(words: Sequence[str], rng: random.Random) -> str:
    """One word in another transliteration, by a rule that applies to it."""
    able = [(n, rule) for n, word in enumerate(words) for rule in VARIANTS if rule[0] in word]
    if not able:
        return " ".join(words)
    which, rule = rng.choice(able)
    return " ".join(w.replace(*rule) if n == which else w for n, w in enumerate(words))


def cyrillic(word: str) -> str:
    for latin, letter in CYRILLIC:
        word = word.replace(latin, letter)
    return word


class Clocks:
    """Times of searches: on the wall, and of this thread alone, which a busy machine leaves be."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.own: list[float] = []

    def timed(self, index: SearchIndex, query: str) -> SearchResult:
        """Search, up to the ranked ids of every kind."""
        wall, own = perf_counter(), thread_time()
        result = index.search(query)
        for kind in KINDS:
            result.ids(kind)
        self.own.append(thread_time() - own)
        self.wall.append(perf_counter() - wall)
        return result

    def __str__(self) -> str:
        return f"(p95 of processor {1000 * percentile(self.own):.2f})"


def measured(
    index: SearchIndex, dossier: Dossier, queries: dict[str, list[tuple[str, int]]]
) -> None:
    for name, pairs in queries.items():
        clocks, ranks = Clocks(), []
        for query, target in pairs:
            result = clocks.timed(index, query)
            article = dossier.articles[target // LINES_AN_ARTICLE].id
            span = dossier.sentences[article][target % LINES_AN_ARTICLE].span
            place = next(
                (
                    n
                    for n, one in enumerate(result.best[:10])
                    if one[0] == article and one[1:] == span
                ),
                99,
            )
            ranks.append(place)
        first = sum(rank == 0 for rank in ranks) / len(ranks)
        three = sum(rank < 3 for rank in ranks) / len(ranks)
        row(
            f"armreader, {name}", clocks.wall, f"{clocks}   first {first:.1%}, in three {three:.1%}"
        )
    clocks = Clocks()
    for pairs in queries.values():
        for query, _ in pairs[:25]:
            for end in range(1, len(query) + 1):
                clocks.timed(index, query[:end])
    row("armreader, every keystroke", clocks.wall, f"{clocks}   {len(clocks.wall)} keystrokes")


def compared(lines: Sequence[str], queries: Sequence[str], size: int) -> None:
    from rapidfuzz import fuzz, process

    some = queries[: 50 if size <= 100_000 else 5]
    if shutil.which("fzf"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "lines"
            path.write_text("\n".join(lines), encoding="utf-8")
            row("fzf --filter (load included)", [timed(fzf, query, path) for query in some])
    times = [
        timed(process.extract, query, lines, scorer=fuzz.partial_ratio, score_cutoff=70, limit=10)
        for query in some[:10]
    ]
    row("rapidfuzz partial_ratio", times)
    from textual.fuzzy import Matcher

    start = lines[:FEW_LINES]

    def textual(query: str) -> None:
        sorted(map(Matcher(query).match, start))

    row(f"textual.fuzzy ({FEW_LINES} lines)", [timed(textual, query) for query in some[:3]])


def fzf(query: str, path: Path) -> None:
    with path.open() as lines:
        subprocess.run(["fzf", "--filter", query], stdin=lines, capture_output=True, check=False)


def timed(call: Callable[..., object], *arguments: object, **named: object) -> float:
    start = perf_counter()
    call(*arguments, **named)
    return perf_counter() - start


def percentile(times: Sequence[float]) -> float:
    """The 95th."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def row(name: str, seconds: Sequence[float], note: str = "") -> None:
    times = sorted(1000 * one for one in seconds)
    p95 = percentile(times)
    print(
        f"  {name:32} p50 {statistics.median(times):9.2f}   p95 {p95:9.2f}"
        f"   most {times[-1]:9.2f} ms   {note}"
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
