"""Paths to a dossier: as it was kept where nothing changed, else read, linked and kept."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.opening.fingerprint import key_of
from armreader.opening.places import NOWHERE, Places
from armreader.store.dossiers import recall, remember
from armreader.story.dossier import Dossier


def open_dossier(paths: Sequence[str], places: Places = NOWHERE) -> Dossier:
    """The dossier under the paths; what cannot be read is among its problems."""
    key = key_of(paths, places)
    kept = recall(places.cache, key)
    if kept is not None:
        return kept
    from armreader.opening.pipeline import open_dossier as build

    dossier = build(paths, places)
    remember(places.cache, key, dossier)
    return dossier
