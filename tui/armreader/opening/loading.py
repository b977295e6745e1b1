"""Opening a dossier beside the screen: what is read can be read, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from armreader.opening.places import NOWHERE, Places
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.opening.workspace import KeptWork
    from armreader.records import Annotations, Article, Problem

_TELL_EVERY = 0.25
"""Seconds between two reports of progress."""
_LONG = 200_000
"""Characters from which an article is shown before anything is looked for in it."""

Tell = Callable[[Dossier, str], None]
"""Given the articles read so far, and in words what is going on."""
Loader = Callable[[Sequence[str], Tell, Event], tuple[Dossier, bool]]
"""As ``Loading``."""


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


class Loading:
    """Opens a dossier, and opens it again at the cost of what has changed."""

    def __init__(self, places: Places = NOWHERE) -> None:
        self._places = places
        self._work: KeptWork | None = None
        self._alone = Lock()

    def __call__(self, paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
        """The dossier under the paths, and whether it is whole; runs in a thread.

        Once ``stop`` is set, what has been read is linked, and that is all.
        """
        # Not with the module: the screen is painted before the three stages are imported.
        from armreader.opening.fingerprint import key_of
        from armreader.store.dossiers import recall, remember

        with self._alone:
            key = key_of(paths, self._places)
            remembered = recall(self._places.cache, key)
            if remembered is not None:
                return remembered, True
            dossier, whole = self.read(paths, tell, stop)
            if whole:
                # Beside what follows: of a large dossier it takes longer than most corrections.
                Thread(target=remember, args=(self._places.cache, key, dossier)).start()
            return dossier, whole

    def read(self, paths: Sequence[str], tell: Tell, stop: Event) -> tuple[Dossier, bool]:
        """As when it is called, but nothing is recalled or remembered."""
        from armreader.linking.link import handed_over, link
        from armreader.opening.fingerprint import files_of
        from armreader.opening.pipeline import assemble, dossier_name
        from armreader.opening.workspace import KeptWork

        files = files_of(paths)
        self._work = self._work or KeptWork()
        name = dossier_name(paths)
        if self._work.files == files:
            annotated, problems, whole = self._work.annotated, self._work.problems, True
        else:
            annotated, problems, whole = _annotated(paths, self._work.annotate, tell, stop)
        if len(annotated) > 100:
            articles = [one.article for one in annotated]
            tell(unlinked(name, articles, problems), f"linking {len(articles)} articles")
        if self._work.keep(files if whole else "", annotated, problems):
            return assemble(name, problems, self._work.link, self._places), whole
        reports = list(annotated)
        del annotated
        linked_with = partial(link, handed_over(reports))
        return assemble(name, problems, linked_with, self._places), whole


def _annotated(
    paths: Sequence[str], annotate: Callable[[Article], Annotations], tell: Tell, stop: Event
) -> tuple[tuple[Annotations, ...], tuple[Problem, ...], bool]:
    """What is found in the files, what stood in the way, and whether those are all."""
    from armreader.opening.pipeline import articles_under, dossier_name
    from armreader.records import Problem

    name = dossier_name(paths)
    articles: list[Article] = []
    annotated: list[Annotations] = []
    problems: list[Problem] = []
    told = monotonic()
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
            return tuple(annotated), tuple(problems), False
    return tuple(annotated), tuple(problems), True
