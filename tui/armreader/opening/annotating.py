"""What is found in articles: taken from the store if it is there, else found now and kept there.

What was made is written in small batches, so that a process which is killed has lost next to
nothing; what is already in the store is loaded only when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING

from armreader.records import Annotations, Article, Problem
from armreader.store.keys import annotation_key, article_key, without_place

if TYPE_CHECKING:
    from armreader.store.store import Store

BATCH = 25
"""At most this many articles are annotated between two writes to the store."""
_BATCH_SECONDS = 0.5
_LONG = 200_000
"""Characters of an article that is a batch by itself."""

Annotate = Callable[[Article], Annotations]
Each = Callable[[Sequence[Article]], Iterator[Annotations]]
"""The annotations of some articles, in their order."""


@dataclass(slots=True)
class Found:
    """The articles read so far, with the annotations made in this process."""

    articles: list[Article] = field(default_factory=list)
    keys: list[bytes] = field(default_factory=list)
    """Of the articles, in their order."""
    problems: list[Problem] = field(default_factory=list)
    made: dict[bytes, Annotations] = field(default_factory=dict)
    """By the key of the article."""

    def annotated(self, store: Store, annotate: Annotate) -> list[Annotations]:
        """The annotations of each article, in order; what the store has lost is made again."""
        lacking = [annotation_key(key) for key in self.keys if key not in self.made]
        kept = store.get_all("annotation", lacking)
        annotated = []
        for article, key in zip(self.articles, self.keys, strict=True):
            found = self.made.get(key)
            if found is None:
                one = kept.pop(annotation_key(key), None)
                if isinstance(one, Annotations):
                    found = replace(one, article=article)
                else:
                    found = annotate(article)
            annotated.append(found)
        return annotated


def find(
    articles: Iterable[Article | Problem], store: Store, each: Each, found: Found
) -> Iterator[Article | Problem]:
    """Annotate and add one article after another, and yield each. If the caller stops, what was
    made until then is in the store.
    """
    waiting: list[bytes] = []
    since = monotonic()
    try:
        for batch in _batches(articles):
            keys = {id(one): article_key(one) for one in batch if isinstance(one, Article)}
            kept = store.has("annotation", [annotation_key(key) for key in keys.values()])
            lacking: dict[bytes, Article] = {}
            for one in batch:
                if isinstance(one, Article):
                    key = keys[id(one)]
                    if annotation_key(key) not in kept and key not in found.made:
                        lacking.setdefault(key, one)
            makes = each(list(lacking.values()))
            for one in batch:
                if isinstance(one, Problem):
                    found.problems.append(one)
                    yield one
                    continue
                key = keys[id(one)]
                if lacking.get(key) is one:
                    made = found.made[key] = next(makes)
                    found.problems += [Problem(one.file, fault) for fault in made.faults]
                    if not made.faults:  # else it is looked for again the next time
                        waiting.append(key)
                found.articles.append(one)
                found.keys.append(key)
                if len(waiting) >= BATCH or (waiting and monotonic() - since > _BATCH_SECONDS):
                    keep(store, [(key, found.made[key]) for key in waiting])
                    waiting, since = [], monotonic()
                yield one
    finally:
        keep(store, [(key, found.made[key]) for key in waiting])


def keep(store: Store, made: Sequence[tuple[bytes, Annotations]]) -> bool:
    """Keep articles, by their keys, and what was found in them."""
    return store.put("article", {key: without_place(one.article) for key, one in made}) and (
        store.put(
            "annotation",
            {
                annotation_key(key): replace(one, article=replace(one.article, text="", file=""))
                for key, one in made
            },
        )
    )


def _batches(articles: Iterable[Article | Problem]) -> Iterator[list[Article | Problem]]:
    batch: list[Article | Problem] = []
    since = monotonic()
    for one in articles:
        batch.append(one)
        long = isinstance(one, Article) and len(one.text) > _LONG
        if long or len(batch) >= BATCH or monotonic() - since > _BATCH_SECONDS:
            yield batch
            batch, since = [], monotonic()
    if batch:
        yield batch
