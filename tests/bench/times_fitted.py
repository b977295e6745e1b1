"""Whether what was fitted in dates holds on articles that it was not fitted on.

    python tests/bench/times_fitted.py ARTICLES.jsonl[.gz] …

Each line is an article with dates that people annotated: {"text", "dct", "timexes": [{"start",
"end", "value"}]} (TempEval-3 with offsets). Ten times the articles are split at random: on one half
the settings that give the most right days are chosen, one after the other, and scored on both. The
bar: the other half is within 1.5 points, on average. Days are scored as F1 over calendar values.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from armreader.extraction.sentences import find_sentences
from armreader.extraction.times import find_times
from armreader.linking.times import completion, resolve_times, thread
from armreader.records import Annotations, Article, Publication, Reason, Section, Span
from armreader.records.dates import DateRange

ROUNDS = 10
BAR = 1.5
CHOICES: Mapping[str, Sequence[float]] = {
    "forward": (0.06, 0.12, 0.2),
    "back": (0.15, 0.3, 0.6, 1.0),
    "back_month": (0.06, 0.12, 0.2),
    "dated": (0.4, 0.6, 0.8),
    "aside_year": (0.8, 1.2, 2.0),
    "aside_day": (1.5, 2.5, 4.0),
    "against_tense": (2, 3, 5, 8),
}
"""Of ``Costs`` in linking/times/thread.py; and the weight in linking/times/completion.py."""
Setting = tuple[tuple[str, float], ...]


class Counts(NamedTuple):
    """Calendar values of an article: right ones, found ones, those of the annotators."""

    right: int
    found: int
    gold: int


class Case(NamedTuple):
    annotations: Annotations
    publication: Publication
    gold: Sequence[tuple[int, int, str]]
    """Days; empty where the annotators give another kind of value."""
    values: Sequence[tuple[int, int, str]]
    corpus: str


def read(path: Path) -> Iterator[Case]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            found = json.loads(line)
            yield case_of(f"{path}#{number}", found)


def case_of(ident: str, found: dict[str, object]) -> Case:
    text = str(found["text"])
    day = DateRange.from_edtf(str(found.get("dct") or ""))
    publication = Publication(day, "given" if day else "unknown", Reason("publication-unknown"))
    section = Section("body", Span(0, len(text)))
    article = Article(ident, ident, "", "", "", "", text, (section,), publication)
    sentences = find_sentences(article)
    times = find_times(article, sentences)
    timexes = found["timexes"]
    assert isinstance(timexes, list)
    values = [(one["start"], one["end"], str(one["value"])) for one in timexes]
    gold = [(start, end, day_of(value)) for start, end, value in values]
    annotations = Annotations(article, sentences, times, (), (), ())
    return Case(annotations, publication, gold, values, str(found.get("corpus", "")))


def day_of(value: str) -> str:
    """The calendar value, a clock time cut off; empty where it is none."""
    day = value.partition("T")[0]
    return day if day[:4].isdecimal() and "X" not in day and len(day) != len("198") else ""


def counted(case: Case) -> Counts:
    times = [
        (*time.span, day_of(time.value))
        for time in resolve_times(case.annotations, case.publication)
    ]
    right = sum(
        any(start < end_ and start_ < end and day == day_ for start, end, day in times)
        for start_, end_, day_ in case.gold
        if day_
    )
    return Counts(right, sum(bool(day) for *_, day in times), sum(bool(g[2]) for g in case.gold))


def scored(cases: Sequence[Case], setting: Setting) -> list[Counts]:
    """Each article under a setting."""
    chosen = dict(setting)
    weight = chosen.pop("against_tense")
    costs = replace(thread.COSTS, **chosen)
    with (
        patch("armreader.linking.times.thread_of", partial(thread.thread_of, costs=costs)),
        patch.object(completion, "_AGAINST_TENSE", weight),
    ):
        return [counted(case) for case in cases]


def f1(counts: Sequence[Counts], chosen: Sequence[int]) -> float:
    right, found, gold = (sum(counts[number][part] for number in chosen) for part in range(3))
    return 200 * right / max(1, found + gold)


def best(score: Callable[[Setting], float], start: Setting) -> Setting:
    """The setting that scores best, one value chosen after the other; a tie keeps what it was."""
    current, reached = start, score(start)
    for name, values in CHOICES.items():
        for value in values:
            tried = tuple((key, value if key == name else old) for key, old in current)
            if score(tried) > reached:
                current, reached = tried, score(tried)
    return current


def main() -> None:
    if len(sys.argv) < 2:
        print(__doc__)
        return
    cases = [case for path in sys.argv[1:] for case in read(Path(path))]
    shipped = {field.name: getattr(thread.COSTS, field.name) for field in fields(thread.Costs)}
    shipped["against_tense"] = completion._AGAINST_TENSE
    start: Setting = tuple((name, shipped[name]) for name in CHOICES)
    cache: dict[Setting, list[Counts]] = {}

    def counts(setting: Setting) -> list[Counts]:
        if setting not in cache:
            cache[setting] = scored(cases, setting)
        return cache[setting]

    def on(chosen: Sequence[int], setting: Setting) -> float:
        return f1(counts(setting), chosen)

    print(f"{len(cases)} articles; as shipped {f1(counts(start), range(len(cases))):.2f}")
    print("round  chosen on  scored on  shipped there  lost  chosen otherwise than shipped")
    lost = []
    for number in range(ROUNDS):
        order = list(range(len(cases)))
        random.Random(number).shuffle(order)
        here, there = order[::2], order[1::2]
        setting = best(partial(on, here), start)
        scores = f1(counts(setting), here), f1(counts(setting), there), f1(counts(start), there)
        lost.append(scores[2] - scores[1])
        other = {name: value for name, value in setting if shipped[name] != value}
        row = "  ".join((f"{scores[0]:9.2f}", f"{scores[1]:9.2f}", f"{scores[2]:13.2f}"))
        print(f"{number:5}  {row}  {lost[-1]:4.2f}  {other}")
    mean = sum(lost) / len(lost)
    print(f"lost on the other half by choosing on one: {mean:.2f} on average (bar {BAR})")


if __name__ == "__main__":
    main()
