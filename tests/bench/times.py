"""How fast the temporal tagger is, alone, and whether it stays linear where text is hostile.

The bars: 50,000 words a second on one core; twice the text takes at most 2.2 times as long, on
prose and on a megabyte of digits, of commas, of "may " and of "the ".
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from armreader.extraction.sentences import find_sentences
from armreader.extraction.times import find_times
from armreader.records import (
    UNKNOWN_PUBLICATION,
    Article,
    Section,
    Sentence,
    Span,
)

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = 100_000
MEGABYTE = 1_000_000
ROUNDS = 7
HOSTILE = ("9", "9,", ",", "may ", "May ", "the ")


def seed_lines() -> list[str]:
    """The lines of the bundled dossier, in an order fixed by a seed."""
    lines = [
        line
        for file in sorted(SEEDS.glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    random.Random(3).shuffle(lines)
    return lines


def prose(words: int) -> str:
    """So many words of the bundled dossier's lines, over and over."""
    lines = seed_lines()
    share = sum(len(line.split()) for line in lines)
    return "\n".join(lines * -(-words // share))


def article_of(text: str) -> Article:
    section = Section("body", Span(0, len(text)))
    return Article("a", "a.txt", "", "", "", "", text, (section,), UNKNOWN_PUBLICATION)


def seconds(article: Article, sentences: tuple[Sentence, ...]) -> float:
    """Processor time, the best of some rounds, as other work on the machine only ever adds."""
    taken = []
    for _ in range(ROUNDS):
        started = time.process_time()
        find_times(article, sentences)
        taken.append(time.process_time() - started)
    return min(taken)


def as_one_sentence(text: str) -> tuple[Article, tuple[Sentence, ...]]:
    return article_of(text), (Sentence(Span(0, len(text)), "body", 0),)


def main() -> None:
    once = article_of(prose(WORDS))
    twice = article_of(prose(2 * WORDS))
    short, long = (seconds(one, find_sentences(one)) for one in (once, twice))
    words = len(once.text.split())
    print(f"{'prose':14} {words / short:10,.0f} words/s   twice the text {long / short:5.2f} x")
    for stuff in HOSTILE:
        repeated = stuff * (MEGABYTE // len(stuff) // 2)
        half, full = (seconds(*as_one_sentence(text)) for text in (repeated, repeated * 2))
        print(f"1 MB of {stuff!r:10} {full:6.2f} s   twice the text {full / half:5.2f} x")


if __name__ == "__main__":
    main()
