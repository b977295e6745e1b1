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
from armreader.store.packing import NotRecords, with_packed, without_packed

if TYPE_CHECKING:
    from armreader.store.store import Store

MOST = 12_000_000
"""Characters of articles of which everything that is made stays in memory until it is linked."""
_AT_ONCE = 100
"""Annotations loaded at once."""
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

    def add(self, article: Article, key: bytes) -> None:
        self.articles.append(article)
        self.keys.append(key)

    def keep(self, store: Store, keys: Sequence[bytes]) -> None:
        """Keep what was made under these keys; of a large dossier it is left in the store."""
        if keep(store, [(key, self.made[key]) for key in keys]) and is_large(self.articles):
            self.made = {key: one for key, one in self.made.items() if one.faults}

    def annotated(self, store: Store, annotate: Annotate) -> Iterator[Annotations]:
        """The annotations of each article, in order; those taken are forgotten here.

        What the store has lost is made again. Of a large dossier, what is needed late stays packed.
        """
        large = is_large(self.articles)
        for first in range(0, len(self.keys), _AT_ONCE):
            keys = self.keys[first : first + _AT_ONCE]
            lacking = [annotation_key(key) for key in keys if key not in self.made]
            kept = store.get_all("annotation", lacking)
            for article, key in zip(self.articles[first:], keys, strict=False):
                found = self.made.get(key)
                if found is None:
                    found = _recalled(kept.get(annotation_key(key)), whole=not large)
                    found = replace(found or annotate(article), article=article)
                yield found
            for key in keys:
                self.made.pop(key, None)


def is_large(articles: Iterable[Article]) -> bool:
    """Whether what is made of the articles takes too much memory to be held."""
    return sum(len(one.text) for one in articles) > MOST


def _recalled(kept: object, *, whole: bool) -> Annotations | None:
    """Annotations that were kept, all of them unpacked if the whole is asked for."""
    if not isinstance(kept, Annotations):
        return None
    try:
        return without_packed(kept) if whole else kept
    except NotRecords:
        return None


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
                found.add(one, key)
                if len(waiting) >= BATCH or (waiting and monotonic() - since > _BATCH_SECONDS):
                    found.keep(store, waiting)
                    waiting, since = [], monotonic()
                yield one
    finally:
        found.keep(store, waiting)


def keep(store: Store, made: Sequence[tuple[bytes, Annotations]]) -> bool:
    """Keep articles, by their keys, and what was found in them."""
    return store.put("article", {key: without_place(one.article) for key, one in made}) and (
        store.put(
            "annotation",
            {
                annotation_key(key): with_packed(
                    replace(one, article=replace(one.article, text="", file=""))
                )
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
