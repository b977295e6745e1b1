"""The outcome of indexing; if nothing changed, found without all that indexing needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from armreader.opening.fingerprint import files_of
from armreader.opening.places import Places
from armreader.reading.corrections import read_corrections
from armreader.records import Correction, Problem
from armreader.store.indexed import library_paths
from armreader.store.keys import corrections_word
from armreader.store.library import Library
from armreader.store.store import Store


class Outcome(NamedTuple):
    """The outcome of indexing."""

    articles: int
    stories: int
    annotated: int
    linked: int
    problems: tuple[Problem, ...]


def corrections_of(places: Places) -> tuple[Correction, ...]:
    """What the user corrected."""
    return read_corrections(places.corrections)[0] if places.corrections else ()


def unchanged(paths: Sequence[str], places: Places) -> Outcome | None:
    """The outcome of indexing the paths if there is nothing to do; None if there is."""
    paths = library_paths(paths)
    with Store(places.store) as store:
        library = Library(store, paths)
        if library.is_as(files_of(paths), corrections_word(corrections_of(places))):
            return Outcome(*library.size(), 0, 0, library.problems())
    return None
