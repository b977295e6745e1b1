"""The search index of a dossier: as it was kept where nothing changed, else made and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from armreader.opening.fingerprint import key_of
from armreader.opening.places import Places
from armreader.search.find import SearchIndex
from armreader.store.searches import KeptSearch, keep_search, kept_search
from armreader.store.store import Store


def search_index(
    paths: Sequence[str],
    places: Places,
    store: Store,
    begins: Callable[[], None] = lambda: None,
) -> KeptSearch:
    """The index of the dossier under the paths; ``begins`` is called where it must be opened.

    The store is that of the places; it must stay open while the index is asked.
    """
    word = key_of(paths, places)
    key = bytes.fromhex(word) if word else b""
    kept = kept_search(store, key) if key else None
    if kept:
        return kept
    begins()
    from armreader.opening.open import open_dossier

    opened = open_dossier(paths, places)
    # The same articles in files that were touched or moved, or asked for from another folder.
    kept = kept_search(store, key) if key else None
    if kept:
        return kept
    index = SearchIndex(opened)
    if key and opened.articles and key_of(paths, places) == word:
        keep_search(store, key, index)
    return KeptSearch(index, opened.problems)
