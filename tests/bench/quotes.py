"""How fast sentences, names and quotes are found: ordinary reports, and texts made to be slow.

    python tests/bench/quotes.py

The reports are recombined from the bundled dossier with a fixed seed. Each hostile text is timed
at half and at full length: where the time is linear, the ratio of the two is about 2.
"""

from __future__ import annotations

import random
import time

from armreader.extraction.grammar import analyse
from armreader.extraction.names import find_actors
from armreader.extraction.quotes import find_quotes
from armreader.extraction.sentences import find_sentences
from armreader.home.folders import bundled
from armreader.reading.read import read_paths
from armreader.records import UNKNOWN_PUBLICATION, Article, Problem, Section, Span

REPORTS, LINES = 100, 30


def article_of(text: str) -> Article:
    """An article that is nothing but body."""
    body = Section("body", Span(0, len(text)))
    return Article("a", "bench", "", "", "", "", text, (body,), UNKNOWN_PUBLICATION)


def seed_lines() -> list[str]:
    """The paragraphs of the bundled dossier."""
    found = read_paths([str(bundled("seeds"))])
    texts = [one.text for one in found if not isinstance(one, Problem)]
    return [line for text in texts for line in text.splitlines() if len(line.split()) > 20]


def reports() -> list[Article]:
    """Reports of a usual length, always the same."""
    chance = random.Random(1)
    lines = seed_lines()
    return [article_of("\n".join(chance.choices(lines, k=LINES))) for _ in range(REPORTS)]


def hostile() -> dict[str, str]:
    """Texts that a careless rule would take quadratic time over."""
    paragraph = " ".join(seed_lines())
    return {
        "50,000 opening marks": "“" * 50_000,
        "50,000 odd marks": "“a " * 50_000,
        '10,000 times "said "': "said " * 10_000,
        '10,000 times "Falk said, "': "Falk said, " * 10_000,
        '10,000 times "the cook, said the union, "': "the cook, said the union, " * 10_000,
        '10,000 times "Falk, who said it, "': "Falk, who said it, " * 10_000,
        '10,000 times "quoted as saying "': "quoted as saying " * 10_000,
        "one paragraph of 2 MB": (paragraph + " ") * (2_000_000 // len(paragraph)),
        "50,000 capitalised words": "Falk " * 50_000,
        '50,000 times "rose 11 The a "': "rose 11 The a " * 50_000,
        "20,000 lines left open": "“a\n" * 20_000,
    }


def seconds(article: Article) -> tuple[float, float, float]:
    """The processor time of each of the three steps."""
    start = time.process_time()
    sentences = find_sentences(article)
    grammar = analyse(article.text, sentences)
    for one in grammar:
        assert one.tags is not None
    cut = time.process_time()
    names = find_actors(article, sentences)
    named = time.process_time()
    find_quotes(article, sentences, names, grammar)
    return cut - start, named - cut, time.process_time() - named


def main() -> None:
    articles = reports()
    words = sum(len(article.text.split()) for article in articles)
    seconds(articles[0])
    steps = [sum(step) for step in zip(*map(seconds, articles), strict=True)]
    for name, spent in zip(("sentences", "names", "quotes"), steps, strict=True):
        print(f"{name:<48}{words / spent:>12,.0f} words/s")
    print(f"{'together (bar 40,000)':<48}{words / sum(steps):>12,.0f} words/s")
    for name, text in hostile().items():
        half, full = (sum(seconds(article_of(text[: len(text) // k]))) for k in (2, 1))
        print(f"{name:<48}{full:>8.2f} s{full / half:>8.1f} times the half")


if __name__ == "__main__":
    main()
