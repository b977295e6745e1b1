"""How fast an article is annotated: each step of the grammar, all of it, and hostile shapes.

    python tests/bench/annotating.py [FOLDER]

The reports are recombined from the bundled dossier with a fixed seed, or those of a folder. Caches
are cold: each step runs in the order in which a first opening runs it. Processor time throughout.
The bars: tags 80,000 words a second, rules 500,000, a parse 8,000, together 0.22 MB/s; each table
loaded in 30 ms; figures after all of these 150,000 words a second; 100 KB/s on any shape.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

from armreader.extraction.annotate import annotate  # noqa: E402
from armreader.extraction.grammar import SentenceGrammar, analyse  # noqa: E402
from armreader.extraction.grammar.analysis import read_by_rules, read_sentences, tags_of  # noqa: E402
from armreader.extraction.grammar.drafts import OpenClauses  # noqa: E402
from armreader.extraction.grammar.parser import parser  # noqa: E402
from armreader.extraction.grammar.tagger import tagger  # noqa: E402
from armreader.extraction.grammar.tokens import Tokens, tokenise  # noqa: E402
from armreader.extraction.quantities import find_figures  # noqa: E402
from armreader.extraction.sentences import find_sentences  # noqa: E402
from armreader.extraction.times import find_times  # noqa: E402
from armreader.reading.read import read_paths  # noqa: E402
from armreader.records import Article, Problem  # noqa: E402
from bench.quotes import article_of, reports  # noqa: E402

_REPORTS = 10
SHAPE_SIZE = 60_000
SHAPES = {
    "a verb of saying": "said ",
    "initials": "A. B. C. ",
    "days": "3 March ",
    "days with commas": "March 3, ",
    "a calendar": "Friday 3 March 2023\n",
    "clauses of saying": "He said that ",
    "results": "3 March: Lumen 2-1 Orsk\n",
    "years": "1999 2001 ",
    "short quotes": "“Yes,” he said. ",
}


def seconds(work: Callable[[], object]) -> float:
    """The processor time that some work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def show_grammar(articles: Sequence[Article]) -> None:
    """The steps of the grammar, each with what comes before it done."""
    texts = [(one.text, [(line.span, False) for line in find_sentences(one)]) for one in articles]
    tokens: list[Tokens] = []
    tags: list[list[str]] = []
    rules: list[OpenClauses] = []
    taken = {
        "tokens": seconds(
            lambda: tokens.extend(
                tokenise(text, *span) for text, places in texts for span, _ in places
            )
        ),
        "tags (bar 80,000)": seconds(
            lambda: tags.extend(tags_of(tokens, [False] * len(tokens), frozenset()))
        ),
        "rules (bar 500,000)": seconds(lambda: rules.extend(map(read_by_rules, tokens, tags))),
    }
    lines = [line for text, places in texts for line in read_sentences(text, places, frozenset())]
    taken["parse (bar 8,000)"] = seconds(lambda: SentenceGrammar.parse_all(lines))
    words = sum(map(len, lines))
    for name, spent in taken.items():
        print(f"{name:<34}{words / max(spent, 1e-9):>12,.0f} words/s")


def show_figures(articles: Sequence[Article]) -> None:
    """The figures of articles whose sentences and times are known, and whose grammar is done."""
    ready = []
    for one in articles:
        sentences = find_sentences(one)
        grammar = analyse(one.text, sentences)
        for line in grammar:
            line.parsed  # noqa: B018
        ready.append((one, sentences, find_times(one, sentences), grammar))
    find_figures(*ready[0])
    spent = min(seconds(lambda: [find_figures(*one) for one in ready]) for _ in range(3))
    words = sum(len(line) for *_, grammar in ready for line in grammar)
    print(f"{'figures (bar 150,000)':<34}{words / spent:>12,.0f} words/s")


def main() -> None:
    """Print the figures."""
    found = [one for one in read_paths(sys.argv[1:]) if not isinstance(one, Problem)]
    articles = found or reports()[:_REPORTS]
    for name, load in (("tagger", tagger), ("parser", parser)):
        print(f"{f'table of the {name} (bar 30)':<34}{1000 * seconds(load):>12,.0f} ms")
    size = sum(len(one.text) for one in articles) / 1_000_000
    spent = seconds(lambda: [annotate(one) for one in articles])
    print(f"{'annotate (bar 0.22)':<34}{size / spent:>12.3f} MB/s")
    tagger.cache_clear()
    parser.cache_clear()
    tagger()
    parser()
    show_grammar(articles)
    show_figures(articles)
    for name, stuff in SHAPES.items():
        article = article_of(stuff * (SHAPE_SIZE // len(stuff)))
        spent = seconds(partial(annotate, article))
        print(f"{f'{name} (bar 100)':<34}{len(article.text) / 1000 / spent:>12,.0f} KB/s")


if __name__ == "__main__":
    main()
