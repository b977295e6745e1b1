"""The commands of a library: bring it up to date, list its stories, search it, open its screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from armreader.cli import printing, searching
from armreader.cli.command import DONE, FAILED, INCOMPLETE
from armreader.cli.printing import chosen_paths, print_json, print_lines, tell, write
from armreader.cli.shelves import hits_table, stories_table, story_objects

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from armreader.opening.indexing import Progress
    from armreader.opening.outcome import Outcome
    from armreader.store.library import Library

_EVERY = 1.0
"""Seconds between two lines of progress that overwrite each other."""
_EVERY_LINE = 15.0
"""The same where each is a line in a file."""
_FOUND = 50
"""Reports that a search prints where no number is given."""


def workers(parser: ArgumentParser) -> None:
    """``--jobs`` or ``--executor``."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
    group.add_argument(
        "--executor",
        default="",
        metavar="SPEC",
        help="what does the work: dask:tcp://HOST:PORT, dask: for a local cluster, or"
        " MODULE:FUNCTION that gives a concurrent.futures.Executor",
    )


def status(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--status",
        action="store_true",
        help="only say what is indexed; exit code 1 if files changed",
    )


def whole(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--library", action="store_true", help="search all that is indexed under the paths"
    )


def by_story(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--by-story",
        action="store_true",
        help="index the paths, and print each story as one line of JSON",
    )


def index(options: Namespace) -> int:
    """Bring the library of the paths up to date, or say whether it is."""
    paths = chosen_paths(options)
    if options.status:
        return _print_status(paths)
    outcome = _brought_up_to_date(paths, options.executor, options.jobs)
    if outcome is None:
        return FAILED
    for problem in outcome.problems:
        tell(f"{problem.file}: {problem.message}")
    if not outcome.articles:
        tell("no article could be opened")
        return FAILED
    print_lines([_counted(outcome)])
    return INCOMPLETE if outcome.problems else DONE


def open_library(options: Namespace) -> int:
    """Open the screen of the library of the paths."""
    return open_library_of(chosen_paths(options))


def open_library_of(paths: Sequence[str]) -> int:
    """Open the screen of a library; what it lacks is indexed before, or meanwhile.

    Only where the library is new does its reader wait for the indexing.
    """
    from armreader.cli.reader import open_library_screen
    from armreader.store.indexed import library_paths

    with _library(paths) as library:
        is_new = not library.files
    if is_new:
        outcome = _brought_up_to_date(paths, "", 1)
        if outcome is None:
            return FAILED
        if not outcome.articles:
            tell("no article could be opened")
            return FAILED
    return open_library_screen(library_paths(paths), changed=not is_new)


def stories(options: Namespace) -> int:
    """Print the stories of the library of the paths, the newest first."""
    from armreader.cli.table import table_lines

    paths = chosen_paths(options)
    outcome = _brought_up_to_date(paths, "", 1)
    if outcome is None:
        return FAILED
    for problem in outcome.problems:
        tell(f"{problem.file}: {problem.message}")
    with _library(paths) as library:
        if options.json:
            print_json({"stories": list(story_objects(library))})
        elif outcome.articles:
            print_lines(table_lines(stories_table(library), printing.terminal_width()))
    if not outcome.articles:
        tell("no article could be opened")
        return FAILED
    return INCOMPLETE if outcome.problems else DONE


def search(options: Namespace) -> int:
    """Print what matches the query, best first, in the dossier or in the whole library."""
    return _search_library(options) if options.library else searching.search(options)


def _search_library(options: Namespace) -> int:
    from armreader.cli.table import table_lines
    from armreader.store.words import search

    with _library(chosen_paths(options)) as library:
        if not library.files:
            tell("not indexed yet: run armreader index PATH")
            return FAILED
        found = search(library, options.query, options.top or _FOUND)
    for name in found.left_out:
        tell(f"{name}: is left out; within one story: armreader search QUERY PATH story:ID")
    if found.instead:
        tell(f"searched for {found.instead}")
    if found.more and not options.top:
        tell(f"there are more than these {_FOUND} reports: --top N prints N")
    if options.json:
        hits = [hit._asdict() for hit in found.hits]
        query = {"query": options.query, "instead": found.instead, "more": found.more}
        print_json({"schema": "armreader.library-search/1", **query, "hits": hits})
    else:
        print_lines(table_lines(hits_table(found), printing.terminal_width()))
    return DONE if found.hits else INCOMPLETE


def export(options: Namespace) -> int:
    """Print what is chosen of the dossier, or each story of the library as one line."""
    return _export_by_story(options) if options.by_story else printing.export(options)


def _export_by_story(options: Namespace) -> int:
    import json

    from armreader.export.dossier_json import dossier_object

    paths = chosen_paths(options)
    outcome = _brought_up_to_date(paths, "", 1)
    if outcome is None:
        return FAILED
    with _library(paths) as library:
        for shelf in library.all_shelves():
            dossier, _, _ = library.dossier(shelf.name)
            if dossier:
                written = {"story": shelf.name, **dossier_object(dossier)}
                write(json.dumps(written, ensure_ascii=False) + "\n")
    return INCOMPLETE if outcome.problems else DONE


def _brought_up_to_date(paths: Sequence[str], executor: str, jobs: int) -> Outcome | None:
    """Bring the library up to date; None, after a line that says why, if that fails."""
    from armreader.home.folders import places
    from armreader.opening.outcome import unchanged

    if "-" in paths:
        tell("a library is made of files, not of standard input")
        return None
    if outcome := unchanged(paths, places()):
        return outcome
    from armreader.opening.executors import BadExecutor, executor_maker
    from armreader.opening.indexing import Busy, index

    try:
        return index(paths, places(), Reporting(), executor_maker(executor, max(jobs, 1)))
    except BadExecutor as error:
        tell(str(error))
    except Busy:
        tell("another armreader is indexing; wait for it, or stop it: nothing that is done is lost")
    return None


class Reporting:
    """Writes to standard error how far indexing has got: one line, or one from time to time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()
        self._begun: dict[str, tuple[float, int]] = {}
        """When each step was first reported, and how much was done then: steps take turns."""
        self._written = False

    def __call__(self, progress: Progress) -> None:
        now = self._clock()
        since, before = self._begun.setdefault(progress.step, (now, progress.done))
        terminal = sys.stderr.isatty()
        if now - self._last < (_EVERY if terminal else _EVERY_LINE):
            return
        self._last = now
        self._written = True
        rest = rest_words(progress, now - since, before)
        words = f"{progress.step}: {progress.done:,} of {progress.of:,}{rest}"
        print(
            f"\r{words:<70}" if terminal else words, end="" if terminal else "\n", file=sys.stderr
        )
        sys.stderr.flush()


def rest_words(progress: Progress, seconds: float, before: int = 0) -> str:
    """Per cent, and the time left at the pace since so much was done; not less than a second."""
    if not progress.done or not progress.of:
        return ""
    done = progress.done - before
    rest = seconds * (progress.of - progress.done) / done if done > 0 else 0
    left = f"{rest / 60:.0f} min" if rest >= 90 else f"{rest:.0f} s"
    ending = f", {left} left" if rest >= 1 else ""
    return f" ({100 * progress.done // progress.of} %{ending})"


@contextmanager
def _library(paths: Sequence[str]) -> Iterator[Library]:
    from armreader.home.folders import places
    from armreader.store.indexed import library_paths
    from armreader.store.library import Library
    from armreader.store.store import Store

    with Store(places().store) as store:
        yield Library(store, library_paths(paths))


def _print_status(paths: Sequence[str]) -> int:
    from armreader.opening.fingerprint import files_of
    from armreader.store.indexed import library_paths

    with _library(paths) as library:
        articles, stories = library.size()
        up_to_date = library.files == files_of(library_paths(paths))
        state = "up to date" if up_to_date else "files changed" if library.files else "not indexed"
        size = library.store.size()
    print_lines(
        [
            f"{_many(articles, 'articles')}, {_many(stories, 'stories')}, {state};"
            f" store {size / 1e6:,.0f} MB"
        ]
    )
    return DONE if up_to_date else INCOMPLETE


def _counted(outcome: Outcome) -> str:
    whole = f"{_many(outcome.articles, 'articles')}, {_many(outcome.stories, 'stories')}"
    done = f"{_many(outcome.annotated, 'articles')} annotated, {_many(outcome.linked, 'stories')}"
    return f"{whole} ({done} linked)"


def _many(count: int, what: str) -> str:
    one = {"articles": "article", "stories": "story"}[what]
    return f"{count:,} {one if count == 1 else what}"
