"""Paths to a dossier: as it was kept where nothing changed, else read, linked and kept."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.opening.fingerprint import key_of
from armreader.opening.places import NOWHERE, Places
from armreader.opening.stories import recalled
from armreader.store.dossiers import remember
from armreader.story.dossier import Dossier


def open_dossier(paths: Sequence[str], places: Places = NOWHERE) -> Dossier:
    """The dossier under the paths; what cannot be read is among its problems."""
    key = key_of(paths, places)
    kept = recalled(paths, places, key)
    if kept is not None:
        return kept
    from armreader.opening.loading import Loading, without_progress

    opened = Loading(places).read(paths, without_progress)
    remember(places.store, key, opened.dossier, opened.made)
    return opened.dossier
