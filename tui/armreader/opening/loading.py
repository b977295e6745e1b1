"""Opening a dossier while the screen is in use; it can be stopped, and shows what it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from armreader.opening.places import NOWHERE, Places
from armreader.records.visible import visible_line
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.opening.annotating import Found
    from armreader.opening.workspace import KeptWork
    from armreader.records import Article, Problem
    from armreader.store.dossiers import Made
    from armreader.store.store import Store

_TELL_EVERY = 0.25
"""Seconds between two reports of progress."""
_LONG = 200_000
"""From this many characters on, an article is shown before anything is extracted from it."""

_MANY = 100
"""From this many articles on, a message says that they are being linked."""

Tell = Callable[[Dossier, str], None]
"""Called with the articles read so far, and with what is going on in words."""
Loader = Callable[[Sequence[str], Tell, Event], tuple[Dossier, bool]]
"""As ``Loading``."""


def empty_dossier(name: str) -> Dossier:
    """The dossier before anything of it is read."""
    return Dossier((), {}, (), (), (), (), (), (), name=visible_line(name))


def unlinked(name: str, articles: Sequence[Article], problems: Sequence[Problem]) -> Dossier:
    """The articles alone, to be read while the rest is being made."""
    return replace(
        empty_dossier(name),
        articles=tuple(articles),
        sentences={article.id: () for article in articles},
        problems=tuple(problems),
    )


class Opened(NamedTuple):
    """A dossier that was read, and what it was made from."""

    dossier: Dossier
    whole: bool
    """Whether all that is under the paths was read."""
    made: Made


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
        from armreader.opening.stories import recalled
        from armreader.store.dossiers import remember

        with self._alone:
            key = key_of(paths, self._places)
            remembered = recalled(paths, self._places, key)
            if remembered is not None:
                return remembered, True
            dossier, whole, made = self.read(paths, tell, stop)
            if whole:
                # Beside what follows: of a large dossier it takes longer than most corrections.
                Thread(target=remember, args=(self._places.store, key, dossier, made)).start()
            return dossier, whole

    def read(self, paths: Sequence[str], tell: Tell, stop: Event | None = None) -> Opened:
        """Like a call, but only articles are kept and recalled, not the dossier."""
        from armreader.opening.annotating import Found
        from armreader.opening.fingerprint import files_of
        from armreader.opening.pipeline import dossier_name
        from armreader.opening.stories import stored, story_in
        from armreader.opening.workspace import KeptWork
        from armreader.store.dossiers import keep
        from armreader.store.store import Store

        story = story_in(paths)
        files = "" if story else files_of(paths)
        self._work = work = self._work or KeptWork()
        # What is piped in is nobody's file, and is not kept.
        with Store(self._places.store if "-" not in paths else None) as store:
            if story:
                opened = self._linked(*stored(paths, store), store, True, tell)
                keep(store, opened.dossier, opened.made)
                return opened
            if work.files == files:
                return self._linked(work.found, dossier_name(paths), store, True, tell)
            found, whole = Found(), True
            for _ in _read(paths, store, found, tell):
                if stop and stop.is_set():
                    whole = False
                    break
            work.files = files if whole else ""
            return self._linked(found, dossier_name(paths), store, whole, tell)

    def _linked(self, found: Found, name: str, store: Store, whole: bool, tell: Tell) -> Opened:
        """The linked records, from the store or linked now."""
        from armreader.opening.made import made_of
        from armreader.opening.pipeline import assembled, linked_or_texts
        from armreader.store.dossiers import linked

        assert self._work
        made, corrections, mistakes = made_of(found.keys, found.articles, self._places)
        problems = (*found.problems, *mistakes)
        dossier = linked(store, made.linked, found.articles, name, problems)
        if dossier is None:
            if len(found.articles) > _MANY:
                words = f"linking {len(found.articles)} articles"
                tell(unlinked(name, found.articles, problems), words)
            work = self._work
            reported = [*problems]
            linked_now = linked_or_texts(
                found.articles, lambda: work.link(found, store, corrections), reported
            )
            dossier = assembled(name, linked_now, reported)
            if len(reported) > len(problems):
                made = made._replace(linked=b"")  # it is linked again the next time
        return Opened(dossier, whole, made)


def without_progress(dossier: Dossier, going_on: str) -> None:
    """Reports nothing."""


def _read(paths: Sequence[str], store: Store, found: Found, tell: Tell) -> Iterator[object]:
    """Read and annotate one article after another, and report progress."""
    from armreader.extraction.annotate import annotate
    from armreader.opening.annotating import find
    from armreader.opening.crew import Crew
    from armreader.opening.pipeline import articles_under, dossier_name
    from armreader.opening.progress import Progress, sizes_of
    from armreader.records import Problem

    name = dossier_name(paths)
    articles: list[Article] = []
    problems: list[Problem] = []
    progress = Progress(sizes_of(paths))
    shown = monotonic()

    def report(*, at_once: bool = False) -> None:
        nonlocal shown
        if at_once or monotonic() - shown > _TELL_EVERY:
            tell(unlinked(name, articles, problems), progress.words(len(articles)))
            shown = monotonic()

    def telling() -> Iterator[Article | Problem]:
        for one in articles_under(paths):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                articles.append(one)
                report(at_once=len(one.text) > _LONG)
            yield one

    crew = Crew(annotate)
    try:
        for one in find(telling(), store, crew.each, found):
            if not isinstance(one, Problem):
                progress.finished(one.file)
                if progress.articles < len(articles):
                    report()
            yield one
    finally:
        crew.end()
