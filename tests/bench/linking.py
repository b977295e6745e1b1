"""How long linking takes: 1,000 and 10,000 articles of 600 words, and one article more.

    python tests/bench/linking.py [ARTICLES ...]

The articles are recombined from the bundled dossier with a fixed seed: twenty to a story, each
story with names and numbers of its own, dates in three articles of four. They are annotated into a
store, which is not timed, and linked from it as the program does when it opens them.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from armreader.extraction.annotate import annotate
from armreader.extraction.sentences import find_sentences
from armreader.home.folders import bundled
from armreader.linking.link import link
from armreader.linking.one_more import link_one_more
from armreader.opening.annotating import Found, find
from armreader.reading.read import read_paths
from armreader.records import (
    UNKNOWN_PUBLICATION,
    Annotations,
    Article,
    Problem,
    Publication,
    Reason,
    Section,
    Span,
)
from armreader.records.dates import DateRange
from armreader.records.linked import Linked
from armreader.store.store import Store

WORDS = 600
STORY = 20
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\b\d{1,3}\b")
_SYLLABLES = ("ba", "ko", "ri", "ten", "mal", "vor", "shi", "lun", "dre", "ga", "pol", "mir", "sta")


def articles(count: int) -> Iterator[Article]:
    """Articles that differ as the reports of many stories do; the same for the same count."""
    chance = random.Random(count)
    sentences = _sentences()
    for number in range(count):
        if number % STORY == 0:
            names: dict[str, str] = {}
            first = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
            core = chance.sample(sentences, 12)
        parts, words = chance.sample(core, 6), 0
        while words < WORDS:
            parts.append(chance.choice(sentences))
            words = sum(len(part.split()) for part in parts)
        text = "\n".join(_renamed(part, names, chance) for part in parts)
        day = first + timedelta(days=chance.randrange(3))
        published = Publication(DateRange.day(day), "given", Reason("publication-front-matter"))
        ident = f"a-{number:05}"
        sections = (Section("body", Span(0, len(text))),)
        yield Article(
            ident,
            f"{ident}.txt",
            text.split("\n")[0],
            "",
            "",
            "",
            text,
            sections,
            published if number % 4 else UNKNOWN_PUBLICATION,
        )


def _sentences() -> list[str]:
    found = []
    for article in read_paths([str(bundled("seeds"))]):
        if not isinstance(article, Problem):
            for sentence in find_sentences(article):
                if sentence.section == "body":
                    found.append(article.text[sentence.span.start : sentence.span.end])
    return found


def _renamed(sentence: str, names: dict[str, str], chance: random.Random) -> str:
    """The sentence with the names of its story in place of its own."""

    def name(match: re.Match[str]) -> str:
        word = match.group()
        if match.start() == 0 or word.endswith("day"):
            return word
        if word not in names:
            names[word] = "".join(chance.sample(_SYLLABLES, 3)).capitalize()
        return names[word]

    return _NUMBER.sub(lambda _: str(chance.randrange(2, 90)), _NAME.sub(name, sentence))


def main() -> None:
    print("articles  mentions   events  link s  one more s     MB    (seconds of one core)")
    for count in [int(given) for given in sys.argv[1:]] or [1_000, 10_000]:
        print(_measured(count))


def _measured(count: int) -> str:
    """A line of figures; the memory is the most that the process has had until now."""
    *given, last = articles(count)
    with TemporaryDirectory() as folder, Store(Path(folder) / "store.db") as store:
        found = Found()
        for _ in find(given, store, partial(map, annotate), found):
            pass
        started = time.process_time()
        linked = link(found.annotated(store, annotate))
        linking = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    mentions = sum(len(event.mentions) for event in linked.events)
    adding, events = _adding(linked, annotate(last)), len(linked.events)
    return f"{count:8,} {mentions:9,} {events:8,} {linking:7.2f} {adding:11.2f} {memory:6.0f}"


def _adding(linked: Linked, last: Annotations) -> float:
    """Seconds for one article more, those for looking once more into its neighbours among them."""
    started = time.process_time()
    link_one_more(linked, last, annotate)
    return time.process_time() - started


if __name__ == "__main__":
    main()
