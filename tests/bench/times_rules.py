"""Whether each rule of the dates holds on articles and kinds of articles that it was not chosen on.

    PYTHONPATH=tests python -m bench.times_rules ARTICLES.jsonl[.gz] …

Each line is an article with dates that people annotated: {"text", "dct", "corpus", "timexes":
[{"start", "end", "value"}]}. First each rule of times_patterns.txt is left out and the values are
scored again, corpus by corpus: a rule that helps in one corpus and harms in another is marked.
Then, ten times, the articles are split at random, the rules that only harm one half are dropped,
and what is left is scored on both halves. The bar: the other half loses at most 1.5 points of value
F1 by it.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

from armreader.extraction import times as extraction
from armreader.extraction.times import find_times
from armreader.extraction.times.grammar import Match, matches
from armreader.extraction.times.scanner import Item
from armreader.language import rows
from armreader.linking.times import resolve_times
from armreader.records import Annotations
from bench.times_fitted import BAR, ROUNDS, Case, Counts, f1, read

CLEAR = 2
"""Values that a rule must gain or lose in a corpus before it counts as a help or a harm there."""


def without(rules: Collection[str], cases: Sequence[Case]) -> list[Counts]:
    """The values of each article, found with some rules left out."""

    def kept(items: Sequence[Item], first: int) -> Iterator[Match]:
        return (match for match in matches(items, first) if match.rule not in rules)

    with patch.object(extraction, "matches", kept):
        return [valued(case) for case in cases]


def valued(case: Case) -> Counts:
    """How many values of the annotators are found, whatever their kind."""
    article, sentences = case.annotations.article, case.annotations.sentences
    times = find_times(article, sentences)
    found = resolve_times(Annotations(article, sentences, times, (), (), ()), case.publication)
    right = sum(
        any(one.span.start < end and start < one.span.end and one.value == value for one in found)
        for start, end, value in case.values
    )
    return Counts(right, len(found), len(case.values))


def gains(whole: Sequence[Counts], less: Sequence[Counts], chosen: Sequence[int]) -> int:
    """Right values that a rule adds, less what it finds that nobody annotated."""
    return sum(
        2 * (whole[at].right - less[at].right) - (whole[at].found - less[at].found) for at in chosen
    )


def by_corpus(cases: Sequence[Case]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, case in enumerate(cases):
        places[case.corpus].append(at)
    return places


def main() -> None:
    if len(sys.argv) < 2:
        print(__doc__)
        return
    cases = [case for path in sys.argv[1:] for case in read(Path(path))]
    corpora = by_corpus(cases)
    whole = without((), cases)
    rules = sorted({rule for rule, *_ in rows("times_patterns")})
    less = {rule: without((rule,), cases) for rule in rules}
    print(f"{len(cases)} articles, {len(rules)} rules; value F1 {f1(whole, range(len(cases))):.2f}")
    print("what each rule adds, by corpus:", ", ".join(corpora))
    for rule in rules:
        added = [gains(whole, less[rule], places) for places in corpora.values()]
        split = max(added) >= CLEAR and min(added) <= -CLEAR
        mark = "  helps here, harms there" if split else "  harms" if sum(added) < 0 else ""
        print(f"  {rule:<24}", *(f"{one:6}" for one in added), mark)
    print("round  here   there  there with all  lost  dropped")
    lost = []
    for number in range(ROUNDS):
        order = list(range(len(cases)))
        random.Random(number).shuffle(order)
        here, there = order[::2], order[1::2]
        dropped = [rule for rule in rules if gains(whole, less[rule], here) < 0]
        left = without(dropped, cases)
        scores = f1(left, here), f1(left, there), f1(whole, there)
        lost.append(scores[2] - scores[1])
        print(f"{number:5}  {scores[0]:5.2f}  {scores[1]:5.2f}  {scores[2]:14.2f}", end="  ")
        print(f"{lost[-1]:4.2f}  {', '.join(dropped)}")
    print(f"lost on the other half: {sum(lost) / len(lost):.2f} on average (bar {BAR})")


if __name__ == "__main__":
    main()
