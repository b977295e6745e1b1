"""Stories: articles that report the same news, grouped by the words and names they share.

Vectors are TF-IDF over terms; names and the opening of an article count more. Groups are made by
average link, approached from high similarity to low in passes over an inverted index, so that the
work grows with the number of articles and not with that of their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log, sqrt

from armreader.linking.terms import terms_of
from armreader.linking.vectors import COMMON, Vector, nearest, product
from armreader.records import Article

_OPENING = 500
"""How many characters of an article count as its opening."""
_BOOST = 3.0
"""How much more a name counts than a word, and the opening than the rest."""
_SIZE = 100
"""Terms kept of an article: those that weigh most."""
_LEVELS = (0.5, 0.38, 0.29, 0.22, 0.17, 0.13, 0.1, 0.075)
"""Average similarity (cosine) at which groups join, pass after pass."""
_REPORTING = ("title", "summary", "body")


def group_stories(articles: Sequence[Article]) -> dict[str, int]:
    """The story's number for each article id; stories are numbered by their first article."""
    groups = [([number], vector) for number, vector in enumerate(_vectors(articles))]
    for level in _LEVELS:
        groups = _joined(groups, level)
    ordered = sorted(sorted(members) for members, _ in groups)
    return {articles[one].id: n for n, members in enumerate(ordered) for one in members}


def _vectors(articles: Sequence[Article]) -> list[dict[str, float]]:
    """A unit vector for each article; terms of a single article say nothing about likeness."""
    spread = Counter(chain.from_iterable(map(_reported_terms, articles)))
    rarity = {term: log((len(articles) + 1) / n) for term, n in spread.items() if n > 1}
    vectors = []
    for one in articles:
        weighed = [
            (term, (1 + log(count)) * rarity[term])
            for term, count in _weighted_counts(one).items()
            if term in rarity
        ]
        heaviest = sorted(weighed, key=lambda one: (-one[1], one[0]))[:_SIZE]
        length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
        vectors.append({term: weight / length for term, weight in heaviest})
    return vectors


def _reported_terms(article: Article) -> set[str]:
    spans = (section.span for section in article.sections if section.kind in _REPORTING)
    return set(chain.from_iterable(map(terms_of(article.text).inside, spans)))


def _weighted_counts(article: Article) -> dict[str, float]:
    text = article.text
    counts: defaultdict[str, float] = defaultdict(float)
    opening = None
    for section in article.sections:
        if section.kind not in _REPORTING:
            continue
        opening = section.span.start + _OPENING if opening is None else opening
        found = terms_of(text).within(section.span)
        for start, term, name in zip(found.starts, found.terms, found.names, strict=True):
            counts[term] += (_BOOST if name else 1) * (_BOOST if start < opening else 1)
    return counts


def _joined(
    groups: Iterable[tuple[list[int], Vector]], level: float
) -> list[tuple[list[int], dict[str, float]]]:
    """Each group merged into the most similar one before it, if alike enough on average."""
    members: list[list[int]] = []
    sums: list[dict[str, float]] = []
    index: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for own, vector in groups:
        best, likeness = -1, 0.0
        for group in nearest(vector, index, lambda group: len(members[group])):
            alike = product(vector, sums[group]) / len(members[group])
            if alike > likeness:
                best, likeness = group, alike
        if best < 0 or likeness / len(own) < level:
            best = len(members)
            members.append(own)
            sums.append(dict(vector))
        else:
            members[best] = members[best] + own
            for term, weight in vector.items():
                sums[best][term] = sums[best].get(term, 0.0) + weight
        for term in vector:
            having = index[term]
            if len(having) <= COMMON:  # with one more it leads nowhere
                having[best] = sums[best][term]
    return list(zip(members, sums, strict=True))
