"""Copies: articles that repeat the text of an earlier one, so that a source counts once.

Texts are compared by runs of six terms, of which about one in eight is kept, chosen by its hash;
the share of the shorter text's runs that both have tells a copy, as a cut or lightly edited agency
report is one. The work grows with the number of articles, not with that of their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from armreader.linking.terms import terms_of
from armreader.records import Annotations

COPY = 0.5
"""The share of runs from which a text is a copy of another."""
_RUN = 6
_KEEP = 8
"""One run in so many is kept."""
_FEWEST = 6
"""Runs that a text must keep to be compared."""
_POSTINGS = 20
_TOLD = ("title", "summary", "body")


def mark_copies(annotated: Sequence[Annotations]) -> list[Annotations]:
    """The annotations, each article that repeats an earlier one naming the first of its kind."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    first: list[int] = []
    for number, one in enumerate(annotated):
        runs = _runs(one)
        sizes.append(len(runs))
        common = Counter(other for run in runs for other in holders.get(run, ()))
        best = min(common, key=lambda other: (-common[other], other), default=-1)
        same = best >= 0 and common[best] >= COPY * min(len(runs), sizes[best])
        first.append(first[best] if same else number)
        for run in runs:
            if len(holders[run]) < _POSTINGS:
                holders[run].append(number)
    return [
        one
        if first[number] == number
        else replace(one, article=replace(one.article, repeats=annotated[first[number]].article.id))
        for number, one in enumerate(annotated)
    ]


def _runs(annotations: Annotations) -> set[int]:
    """The hashes of the kept runs of an article's own text; empty where they are too few."""
    text = annotations.article.text
    terms = [
        term
        for section in annotations.article.sections
        if section.kind in _TOLD
        for term in terms_of(text).within(section.span).terms
    ]
    hashes = (
        crc32(" ".join(terms[at : at + _RUN]).encode()) for at in range(len(terms) - _RUN + 1)
    )
    runs = {each for each in hashes if each % _KEEP == 0}
    return runs if len(runs) >= _FEWEST else set()
