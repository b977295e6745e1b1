"""Which candidates report one event: those that are alike on average, story by story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from armreader.linking.disjoint_sets import DisjointSets
from armreader.linking.main_events.candidate import Candidate
from armreader.linking.main_events.clashes import one_death
from armreader.linking.main_events.likeness import (
    SAME_DAYS,
    SAME_SUBJECT,
    SAME_VERB,
    Likeness,
    one_toll,
)

JOIN = 0.6
"""The average likeness at which two groups of tellings are one event."""
_CLASHING = -2.0
"""The likeness of two that cannot be one event: it counts against the groups that they are in."""
_POSTING = 60
"""Candidates with a term in common that are compared."""
_LEAST = 0.12
"""The cosine below which two candidates are not compared further."""
_LIKELY = JOIN - SAME_VERB - SAME_SUBJECT - SAME_DAYS
"""The cosine from which on two candidates may well be one event."""
_Pairs = list[dict[int, float]]
"""For each candidate of a story what it scores with earlier ones, by their places."""


def joined(story: Sequence[Candidate], likeness: Likeness) -> Iterator[list[Candidate]]:
    """The groups of a story's candidates by average link."""
    for group in _by_average_link(_scores(story, likeness)):
        yield [story[at] for at in sorted(group)]


def _by_average_link(scores: _Pairs) -> list[list[int]]:
    """The groups of a story by what pairs score: the most alike pair of groups first."""
    members = {at: [at] for at in range(len(scores))}
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    heap: list[tuple[float, int, int]] = []
    for at, before in enumerate(scores):
        for earlier, score in before.items():
            sums[earlier][at] = sums[at][earlier] = score
            if score >= JOIN:
                heap.append((-score, earlier, at))
    heapify(heap)
    while heap:
        score, one, other = heappop(heap)
        if one not in members or other not in members:
            continue
        size = len(members[one]) * len(members[other])
        if sums[one].get(other, 0.0) / size != -score:
            continue
        members[one] += members.pop(other)
        del sums[one][other]
        for third, value in sums.pop(other).items():
            if third != one:
                del sums[third][other]
                sums[third][one] = sums[one][third] = sums[one].get(third, 0.0) + value
        for third, total in sums[one].items():
            average = total / (len(members[one]) * len(members[third]))
            if average >= JOIN:
                heappush(heap, (-average, one, third))
    return list(members.values())


def _scores(story: Sequence[Candidate], likeness: Likeness) -> _Pairs:
    """The likeness of the pairs that have a say in which groups join.

    Groups can only join where some pair across them scores enough, so that what such pairs do not
    tie together, directly or through others, never meets; its pairs are not compared in full.
    """
    cosines = _cosines(story, likeness)
    known: _Pairs = [{} for _ in story]
    tied = DisjointSets(len(story))
    for at, near in enumerate(cosines):
        one, scores = story[at], known[at]
        for earlier, cosine in near.items():
            other = story[earlier]
            if cosine >= _LIKELY or likeness.at_most(other, one, cosine) >= JOIN:
                score = scores[earlier] = likeness.of(other, one, cosine)
                if score >= JOIN:
                    tied.join(earlier, at)
    roots = [tied.root(at) for at in range(len(story))]
    found: _Pairs = []
    for at, near in enumerate(cosines):
        one, scores, root = story[at], known[at], roots[at]
        own = {
            earlier: scores[earlier]
            if earlier in scores
            else likeness.of(story[earlier], one, cosine)
            for earlier, cosine in near.items()
            if roots[earlier] == root
        }
        found.append({each: score if score >= 0 else _CLASHING for each, score in own.items()})
    return found


def _cosines(story: Sequence[Candidate], likeness: Likeness) -> _Pairs:
    """For each candidate the cosines with earlier ones that share words worth comparing, or a toll
    or a death.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    lengths = [likeness.length(one) for one in story]
    found: _Pairs = []
    for at, one in enumerate(story):
        tolls, death = bool(one.figures and one.deed.harms), one.victim is not None
        near: dict[int, float] = {}
        for earlier, shared in _near(at, story, postings, likeness).items():
            cosine = shared / (lengths[at] * lengths[earlier])
            if cosine < _LEAST:
                other = story[earlier]
                if not ((tolls and one_toll(one, other)) or (death and one_death(one, other))):
                    continue
            near[earlier] = cosine
        found.append(near)
    return found


def _near(
    at: int,
    story: Sequence[Candidate],
    postings: defaultdict[str, list[int]],
    likeness: Likeness,
) -> dict[int, float]:
    """The last candidates that have a term of this one, and the weight of all shared terms.

    The candidate is added to the postings.
    """
    near: dict[int, float] = {}  # a plain one, because it is asked millions of times
    common: list[tuple[str, int, float]] = []
    for term in story[at].terms:
        posting, weight = postings[term], likeness.squares[term]
        for earlier in posting[-_POSTING:]:
            if earlier in near:
                near[earlier] += weight
            else:
                near[earlier] = weight
        if len(posting) > _POSTING:
            common.append((term, posting[-_POSTING], weight))
        posting.append(at)
    latest = max((first for _, first, _ in common), default=0)
    before = [(earlier, story[earlier].terms) for earlier in near if earlier < latest]
    for term, first, weight in common:
        for earlier, terms in before:
            if term in terms and earlier < first:
                near[earlier] += weight
    return near
