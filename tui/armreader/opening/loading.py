"""Opening a dossier while the screen is in use; it can be stopped, and shows what it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from armreader.opening.places import NOWHERE, Places
from armreader.records.steps import Ended, following
from armreader.records.visible import visible_line
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.opening.annotating import Found
    from armreader.opening.workspace import KeptWork
    from armreader.records import Article, Problem
    from armreader.store.dossiers import Made
    from armreader.store.store import Store

_TELL_EVERY, _TELL_OF_LINKING = 0.25, 1.0
"""Seconds between two reports of progress; all articles are drawn again at each."""
_LONG = 200_000
"""From this many characters on, an article is shown before anything is extracted from it."""

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

        Once ``stop`` is set, what has been read is linked; set again, the texts alone are shown.
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
                opened = self._linked(*stored(paths, store), store, True, tell, stop)
                keep(store, opened.dossier, opened.made)
                return opened
            if work.files == files:
                return self._linked(work.found, dossier_name(paths), store, True, tell, stop)
            found, whole = Found(), True
            texts: list[Article] = []
            try:
                for _ in _read(paths, store, found, texts, tell, stop):
                    _end_if(stop)
            except Ended:
                whole = False
                if not found.articles:
                    return self._texts(dossier_name(paths), texts, found.problems)
                if stop:
                    stop.clear()  # what was read is linked, and that can be stopped as well
            work.files = files if whole else ""
            return self._linked(found, dossier_name(paths), store, whole, tell, stop)

    def _linked(
        self,
        found: Found,
        name: str,
        store: Store,
        whole: bool,
        tell: Tell,
        stop: Event | None = None,
    ) -> Opened:
        """The linked records, from the store or linked now; once ``stop`` is set, the texts."""
        from armreader.opening.made import made_of
        from armreader.opening.pipeline import assembled, linked_or_texts
        from armreader.opening.progress import Steps
        from armreader.store.dossiers import linked

        assert self._work
        made, corrections, mistakes = made_of(found.keys, found.articles, self._places)
        problems = (*found.problems, *mistakes)
        dossier = linked(store, made.linked, found.articles, name, problems)
        if dossier is None:
            work, steps = self._work, Steps()
            words = f"linking {_articles(len(found.articles))}"

            def reached(share: float, until: float) -> None:
                _end_if(stop)
                steps.reached(share, until)

            def report() -> None:
                tell(unlinked(name, found.articles, problems), steps.words(words))

            reported = [*problems]
            try:
                with _repeated(report), following(reached):
                    linked_now = linked_or_texts(
                        found.articles, lambda: work.link(found, store, corrections), reported
                    )
            except Ended:
                return self._texts(name, found.articles, reported)
            dossier = assembled(name, linked_now, reported)
            if len(reported) > len(problems):
                made = made._replace(linked=b"")  # it is linked again the next time
        return Opened(dossier, whole, made)

    def _texts(self, name: str, texts: Sequence[Article], problems: Sequence[Problem]) -> Opened:
        """What was stopped before anything was linked: the texts alone."""
        from armreader.opening.made import made_of

        made, _, _ = made_of((), (), self._places)
        return Opened(unlinked(name, texts, problems), False, made)


def without_progress(dossier: Dossier, going_on: str) -> None:
    """Reports nothing."""


def _articles(count: int) -> str:
    return f"{count} article{'s' * (count != 1)}"


@contextmanager
def _repeated(report: Callable[[], None]) -> Iterator[None]:
    """Report again and again while this thread works."""
    over = Event()

    def go_on() -> None:
        with suppress(OSError):  # nobody waits any more
            while not over.wait(_TELL_OF_LINKING):
                report()

    thread = Thread(target=go_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _end_if(stop: Event | None) -> None:
    if stop and stop.is_set():
        raise Ended


def _read(
    paths: Sequence[str],
    store: Store,
    found: Found,
    articles: list[Article],
    tell: Tell,
    stop: Event | None,
) -> Iterator[object]:
    """Read and annotate one article after another, and report progress; ``articles`` are read."""
    from armreader.extraction.annotate import annotate
    from armreader.opening.annotating import find
    from armreader.opening.crew import Crew
    from armreader.opening.pipeline import articles_under, dossier_name
    from armreader.opening.progress import Progress, sizes_of
    from armreader.records import Problem

    name = dossier_name(paths)
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

    def reached(article: Article, share: float, until: float) -> None:
        if len(article.text) > _LONG:
            progress.reached(article.file, share, until)

    def waiting() -> None:
        _end_if(stop)
        report()

    crew = Crew(annotate, hear=reached, waiting=waiting)
    try:
        for one in find(telling(), store, crew.each, found):
            if not isinstance(one, Problem):
                progress.finished(one.file)
                if progress.articles < len(articles):
                    report()
            yield one
    finally:
        crew.end()
