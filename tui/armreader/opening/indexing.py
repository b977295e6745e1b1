"""A library from paths: read, annotate, find the stories, link each; finished work is never
repeated.

Reading goes on in this process, which alone writes the store. Annotating articles and linking
stories are shares that any executor does. Each step asks the store what is missing, so indexing can
be stopped or killed at any moment and continues where it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from armreader.linking.profiles import profile_of
from armreader.opening.annotating import BATCH
from armreader.opening.executors import AHEAD, Make, OneByOne, each_done
from armreader.opening.fingerprint import files_of
from armreader.opening.gathering import gather, ignored, pairs_in
from armreader.opening.listing import Listed, Listing
from armreader.opening.outcome import Outcome, corrections_of
from armreader.opening.places import Places
from armreader.opening.shares import Telling, annotate_share, link_share, shown_of
from armreader.reading.discover import find_files
from armreader.records import Article, Correction, Problem
from armreader.store.dossiers import linked
from armreader.store.files import lock
from armreader.store.indexed import library_paths
from armreader.store.keys import (
    about,
    annotation_key,
    article_key,
    corrections_word,
    linked_key,
    profile_key,
)
from armreader.store.library import Library
from armreader.store.members import (
    Entry,
    entries,
    finish,
    unchanged,
    write,
    write_marks,
    write_story,
    write_words,
)
from armreader.store.store import Store
from armreader.store.versions import LINKING, program


class Progress(NamedTuple):
    """How far indexing has got."""

    step: str
    done: int
    of: int
    """About how many there are; never less than are done."""


class Busy(Exception):
    """Another process is already indexing into the same store."""


class _Lost(Exception):
    """The store has no text of an article whose file was not read."""


Tell = Callable[[Progress], None]


def index(
    paths: Sequence[str], places: Places, tell: Tell, executor: tuple[Make, int] = OneByOne
) -> Outcome:
    """Bring the library of the paths up to what is there; ``Busy`` where another process does.

    See ``outcome.unchanged`` for where there is nothing to do.
    """
    paths = library_paths(paths)
    with Store(places.store) as store, _alone(store.file):
        library = Library(store, paths)
        files = files_of(paths)
        library.made()
        corrections = corrections_of(places)
        problems, annotated = library.problems(), 0
        before = entries(library)
        pairs = pairs_in(corrections, before)
        if library.files != files or ignored(pairs, before):
            listing = Listing(paths, unchanged(library))
            try:
                found, problems, annotated = _read(paths, listing, store, tell, executor)
            except _Lost:
                listing = Listing(paths, {})
                found, problems, annotated = _read(paths, listing, store, tell, executor)
            after = {one.name: one for one in found}
            pairs = pairs_in(corrections, after)
            if [one for one, _ in before.values()] != found or ignored(pairs, before):
                tell(Progress("finding stories", 0, len(found)))
                grouping = gather(store, library, before, after, pairs)
                write(library, found, [name for name in before if name not in after], grouping)
            write_marks(library, listing.marks)
        for done, of in write_words(store):
            tell(Progress("indexing words", done, of))
        made, failed = _link(library, corrections, tell, executor)
        finish(library, files, corrections_word(corrections), problems)
        store.shrink()
        return Outcome(*library.size(), annotated, made, problems + failed)


def _read(
    paths: Sequence[str],
    listing: Listing,
    store: Store,
    tell: Tell,
    executor: tuple[Make, int],
) -> tuple[list[Entry], tuple[Problem, ...], int]:
    """The articles under the paths, each annotated and kept; how many were not before."""
    found: list[Entry] = []
    problems: list[Problem] = []
    places: dict[bytes, str] = {}
    files = list(find_files(paths))
    version = program(LINKING)

    size = share_size(executor[1])

    def lacking() -> Iterator[tuple[bytes, list[Article]]]:
        batch: list[Article] = []
        waiting: list[Listed] = []
        for one in listing.each(files):
            if isinstance(one, Problem):
                problems.append(one)
                continue
            places[one.entry.key] = one.entry.file
            found.append(one.entry)
            waiting.append(one)
            if len(waiting) >= BATCH:
                batch += _not_kept(store, waiting)
                waiting = []
            while len(batch) >= size:
                yield version, batch[:size]
                batch = batch[size:]
            tell(Progress("reading", len(found), max(len(files), len(found))))
        batch += _not_kept(store, waiting)
        while batch:
            yield version, batch[:size]
            batch = batch[size:]

    failed: set[bytes] = set()
    made = 0
    for (_, articles), results in each_done(*executor, annotate_share, lacking()):
        keys = [article_key(one) for one in articles]
        if isinstance(results, Exception):
            failed.update(keys)
            problems += [Problem(places[key], f"not annotated: {results}") for key in keys]
            continue
        done = {key: one for key, one in zip(keys, results, strict=True) if not one.failed}
        for key, one in zip(keys, results, strict=True):
            if one.failed:
                failed.add(key)
                problems.append(Problem(places[key], f"not annotated: {one.failed}"))
            problems += [Problem(places[key], fault) for fault in one.faults]
        store.put_packed("article", {key: one.article for key, one in done.items()})
        store.put_packed("profile", {profile_key(key): one.profile for key, one in done.items()})
        store.put_packed(
            "annotation", {annotation_key(key): one.annotations for key, one in done.items()}
        )
        made += len(done)
        tell(Progress("annotating", len(found), max(len(files), len(found))))
    listing.forget(one.name for one in found if one.key in failed)
    return [one for one in found if one.key not in failed], tuple(problems), made


def share_size(workers: int) -> int:
    """Articles given to a worker at once: what all have in hand together is a batch, or one each.

    That much is annotated twice where an indexing is killed.
    """
    return max(1, BATCH // (AHEAD * workers))


def _not_kept(store: Store, waiting: Sequence[Listed]) -> list[Article]:
    """The articles that are still to be annotated.

    What was only opened has no profile: it is made here, for it takes little time.
    """
    keys = [one.entry.key for one in waiting]
    articles = store.has("article", keys)
    annotations = store.has("annotation", [annotation_key(key) for key in keys])
    profiles = store.has("profile", [profile_key(key) for key in keys])
    lacking = []
    made = {}
    for (_, _, key, *_), article in waiting:
        annotated = key in articles and annotation_key(key) in annotations
        if annotated and profile_key(key) in profiles:
            continue
        read = article or store.get("article", key)
        if not isinstance(read, Article):
            raise _Lost
        if not annotated:
            lacking.append(replace(read, file=""))
        else:
            made[profile_key(key)] = profile_of(read)
    store.put("profile", made)
    return lacking


def _link(
    library: Library, corrections: Sequence[Correction], tell: Tell, executor: tuple[Make, int]
) -> tuple[int, tuple[Problem, ...]]:
    """Link every story that is not linked as it is now, and keep what a list shows of it.

    How many were linked, and which could not be.
    """
    store = library.store
    stories = store.connection.execute(
        "SELECT id, name, linked, label != '' FROM story WHERE library = ? ORDER BY id",
        (library.id,),
    ).fetchall()
    rows: dict[str, tuple[int, bytes]] = {}
    waiting: list[tuple[int, bytes, bytes, tuple[object, ...]]] = []
    done = 0
    problems: list[Problem] = []
    since = monotonic()

    def lacking() -> Iterator[Telling]:
        for place, (row, name, before, shown) in enumerate(stories):
            members = library.members(name)
            keys = [one.key for one in members]
            given = about(corrections, [one.name for one in members])
            key = linked_key(keys, given)
            rows[name] = row, key
            tell(Progress("linking stories", place, len(stories)))
            if key == before and shown and store.has("linked", (key,)):
                continue
            # The same articles may have been linked under other paths.
            kept = linked(store, key, library.articles(name), name)
            if kept:
                waiting.append((row, key, b"", shown_of(kept)))
                continue
            articles = _packed(store, "article", keys)
            found = _packed(store, "annotation", [annotation_key(one) for one in keys])
            reports = tuple((articles[one], found[annotation_key(one)]) for one in keys)
            yield Telling(name, reports, given)

    def flush() -> None:
        store.put_packed("linked", {key: record for _, key, record, _ in waiting if record})
        with store.writing():
            for row, key, _, shown in waiting:
                write_story(store, row, key, shown)
        waiting.clear()

    try:
        for telling, result in each_done(*executor, link_share, lacking()):
            if isinstance(result, Exception):
                problems.append(Problem(telling.story, f"not linked: {result}"))
                continue
            row, key = rows[telling.story]
            waiting.append((row, key, result.linked, result[1:]))
            done += 1
            if len(waiting) >= BATCH or monotonic() - since > 1:
                flush()
                since = monotonic()
    finally:
        flush()
    return done, tuple(problems)


def _packed(store: Store, kind: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    """Records as the store has them, to be sent elsewhere."""
    found: dict[bytes, bytes] = {}
    for key in keys:
        row = store.connection.execute(f"SELECT record FROM {kind} WHERE key = ?", (key,))
        (found[key],) = row.fetchone()
    return found


@contextmanager
def _alone(file: Path | None) -> Iterator[None]:
    """Hold the lock of indexing; a dead process drops it."""
    if file is None:
        yield
        return
    handle = os.open(f"{file}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        if lock(handle, patience=0) != "held":
            raise Busy
        yield
    finally:
        with suppress(OSError):
            os.close(handle)
