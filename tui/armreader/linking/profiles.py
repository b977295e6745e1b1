"""Profiles: what articles are compared by when a library is grouped into stories.

A profile is a property of one article and is kept; how much each of its terms weighs depends on a
background of document frequencies, which is frozen under a version, so that a story found once
stays as it is whatever is added elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from math import log, sqrt

from armreader.language import rows
from armreader.linking.terms import terms_of
from armreader.records import Article

COMMON_OF = 1000
"""The number of reports in which ``common_terms`` were counted."""

_OPENING = 250
"""How many characters of an article count as its opening: a headline and a first sentence."""
_SIZES = {"": 100, "n": 50, "o": 60}
"""Terms kept of each view of an article (all of it, its names, its opening): the heaviest."""
_REPORTING = ("title", "summary", "body")


@dataclass(frozen=True, slots=True)
class Profile:
    """The terms of one article; every term once, in the order of first mention."""

    terms: tuple[str, ...]
    counts: tuple[int, ...]
    """How often each occurs in the article."""
    opening: tuple[int, ...]
    """How often each occurs in its opening."""
    names: frozenset[str]
    """The terms that are mostly written as names."""


@dataclass(frozen=True, slots=True)
class Background:
    """How many articles there are, and in how many of them each term occurs."""

    articles: int
    spread: Mapping[str, int]
    """Terms of a single article are left out: they say nothing about likeness."""

    @property
    def version(self) -> str:
        """A hash that changes with any of the counts."""
        digest = blake2b(str(self.articles).encode(), digest_size=8)
        for term in sorted(self.spread):
            digest.update(f"\n{term} {self.spread[term]}".encode("utf-8", "replace"))
        return digest.hexdigest()


def profile_of(article: Article) -> Profile:
    """The profile of an article's title, summary and body."""
    counts: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    written_as_name: Counter[str] = Counter()
    until = None
    for section in article.sections:
        if section.kind not in _REPORTING:
            continue
        until = section.span.start + _OPENING if until is None else until
        found = terms_of(article.text).within(section.span)
        for start, term, name in zip(found.starts, found.terms, found.names, strict=True):
            counts[term] += 1
            written_as_name[term] += name
            if start < until:
                opening[term] += 1
    return Profile(
        terms=tuple(counts),
        counts=tuple(counts.values()),
        opening=tuple(opening[term] for term in counts),
        names=frozenset(
            term
            for term, count in counts.items()
            if 2 * written_as_name[term] > count and not term[0].isdigit()
        ),
    )


def background_of(profiles: Iterable[Profile]) -> Background:
    """The document frequencies of these articles, added to those of English news in general.

    In a folder on one story its own words are common; the general counts keep them distinctive.
    """
    articles, spread = COMMON_OF, Counter(_common())
    for profile in profiles:
        articles += 1
        spread.update(profile.terms)
    return Background(articles, {term: count for term, count in spread.items() if count > 1})


@cache
def _common() -> dict[str, int]:
    return {term: int(count) for term, count in rows("common_terms")}


def vector_of(profile: Profile, background: Background) -> dict[str, float]:
    """A unit vector: TF-IDF of all terms, of the names and of the opening, a third each.

    The product of two is the mean of the three cosines. A term that the background does not know
    counts as if two articles had it: what is new in a library is what its news is about.
    """
    views: dict[str, dict[str, float]] = {view: {} for view in _SIZES}
    for term, count, opening in zip(profile.terms, profile.counts, profile.opening, strict=True):
        spread = max(background.spread.get(term, 2), 2)
        rarity = log((background.articles + 1) / spread)
        if rarity <= 0:
            continue
        weight = (1 + log(count + 2 * opening)) * rarity
        views[""][term] = weight
        if term in profile.names:
            views["n"][term] = weight
        if opening:
            views["o"][term] = (1 + log(opening)) * rarity
    vector: dict[str, float] = {}
    for view, size in _SIZES.items():
        heaviest = sorted(views[view].items(), key=lambda one: (-one[1], one[0]))[:size]
        length = sqrt(len(_SIZES) * sum(weight * weight for _, weight in heaviest)) or 1.0
        vector.update((f"{view} {term}", weight / length) for term, weight in heaviest)
    return vector
