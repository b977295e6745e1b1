"""What an indexing comes to; where nothing changed, without all that an indexing needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from armreader.opening.fingerprint import files_of
from armreader.opening.places import Places
from armreader.reading.corrections import read_corrections
from armreader.records import Correction, Problem
from armreader.store.keys import corrections_word
from armreader.store.library import Library, library_paths
from armreader.store.store import Store


class Outcome(NamedTuple):
    """What an indexing came to."""

    articles: int
    stories: int
    annotated: int
    linked: int
    problems: tuple[Problem, ...]


def corrections_of(places: Places) -> tuple[Correction, ...]:
    """What the user corrected."""
    return read_corrections(places.corrections)[0] if places.corrections else ()


def unchanged(paths: Sequence[str], places: Places) -> Outcome | None:
    """What an indexing of the paths would come to if it had nothing to do; None where it has."""
    paths = library_paths(paths)
    with Store(places.store) as store:
        library = Library(store, paths)
        if library.is_as(files_of(paths), corrections_word(corrections_of(places))):
            return Outcome(*library.size(), 0, 0, library.problems())
    return None
