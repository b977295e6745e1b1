"""What a dossier is made from: its articles, and the user's corrections of them."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.opening.places import Places
from armreader.reading.corrections import read_corrections
from armreader.records import Article, Correction, Problem
from armreader.store.dossiers import Made
from armreader.store.keys import about, linked_key
from armreader.story.correction_anchors import as_of


def made_of(
    keys: Sequence[bytes], articles: Sequence[Article], places: Places
) -> tuple[Made, tuple[Correction, ...], tuple[Problem, ...]]:
    """The key of the linked records, the corrections about them, and mistakes in their file."""
    file = places.corrections
    written, mistakes = read_corrections(file) if file else ((), ())
    corrections = as_of(written, articles)
    linked = linked_key(keys, about(corrections, [one.id for one in articles]))
    return Made(tuple(keys), linked), corrections, mistakes
