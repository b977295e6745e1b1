"""Opening a dossier beside the screen: what is read can be read, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from armreader.dossier import Dossier

if TYPE_CHECKING:
    from armreader.records import Article, Problem

_TELL_EVERY = 0.25
"""Seconds between two reports of progress."""
_LONG = 200_000
"""Characters from which an article is shown before anything is looked for in it."""

Tell = Callable[[Dossier, str], None]
"""Given the articles read so far, and in words what is going on."""
Loader = Callable[[Sequence[str], Tell, Event], tuple[Dossier, bool]]
"""As ``load``; runs in a thread."""


def empty_dossier(name: str) -> Dossier:
    """The dossier before anything of it is read."""
    return Dossier(name, (), {}, (), (), (), (), (), ())


def unlinked(name: str, articles: Sequence[Article], problems: Sequence[Problem]) -> Dossier:
    """The articles alone, to be read while the rest is still on its way."""
    return replace(
        empty_dossier(name),
        articles=tuple(articles),
        sentences={article.id: () for article in articles},
        problems=tuple(problems),
    )


def load(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    """The dossier under the paths, as remembered or else read, and whether it is whole."""
    from armreader.remembered import key_of, recall, remember

    key = key_of(paths)
    remembered = recall(key)
    if remembered is not None:
        return remembered, True
    dossier, whole = read(paths, tell, stop)
    if whole:
        remember(key, dossier)
    return dossier, whole


def read(paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
    """The dossier under the paths, and whether it is whole; runs in a thread.

    Once ``stop`` is set, what has been read is linked, and that is all.
    """
    # Not with the module: the screen is painted before the three stages are imported.
    from armreader.extraction.annotate import annotate
    from armreader.pipeline import articles_under, assemble, dossier_name
    from armreader.records import Annotations, Problem

    name = dossier_name(paths)
    articles: list[Article] = []
    annotated: list[Annotations] = []
    problems: list[Problem] = []
    told = monotonic()
    whole = True
    for found in articles_under(paths):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles.append(found)
            if monotonic() - told > _TELL_EVERY or len(found.text) > _LONG:
                counted = f"reading, {len(articles)} so far · Esc stops"
                tell(unlinked(name, articles, problems), counted)
                told = monotonic()
            annotated.append(annotate(found))
        if stop.is_set():
            whole = False
            break
    if len(articles) > 100:
        tell(unlinked(name, articles, problems), f"linking {len(articles)} articles")
    return assemble(name, annotated, problems), whole
