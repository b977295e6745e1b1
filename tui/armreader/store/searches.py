"""The search index of a dossier in the store: a search in an unchanged folder makes none again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from armreader.search.find import SearchIndex
from armreader.search.kept import Head, parts_of
from armreader.store.keys import search_keys
from armreader.store.store import Store

if TYPE_CHECKING:
    from armreader.records import Problem


class KeptSearch(NamedTuple):
    """A search index, and what of the paths could not be read."""

    search: SearchIndex
    problems: tuple[Problem, ...]


def keep_search(store: Store, key: bytes, index: SearchIndex) -> bool:
    """Keep the index of the dossier that the files of that key were opened to."""
    match store.get("opening", key):
        case [_, _, _, _, bytes(linked)]:
            head, parts = parts_of(index)
            keys = search_keys(linked, len(parts))
            # The head last: where it is, the rest is as well.
            return store.put("search", dict(zip(keys[1:], parts, strict=True))) and (
                store.put("search", {keys[0]: head})
            )
    return False


def kept_search(store: Store, key: bytes) -> KeptSearch | None:
    """The index kept for the files of that key; None if there is none that is whole.

    Its records are loaded when they are asked for: the store must stay open meanwhile.
    """
    match store.get("opening", key):
        case [str(), tuple(problems), tuple(files), _, bytes(linked)]:
            try:
                head = Head(store.get("search", search_keys(linked)[0]))
                head.articles = [
                    one._replace(file=file) for one, file in zip(head.articles, files, strict=True)
                ]
                index = _index(store, head, linked)
                return KeptSearch(index, problems) if index else None
            except Exception:  # anything may have been written there
                return None
    return None


def _index(store: Store, head: Head, linked: bytes) -> SearchIndex | None:
    keys = search_keys(linked, head.parts)[1:]
    if len(store.has("search", keys)) < len(keys):
        return None

    def load(part: int) -> object:
        return store.get("search", keys[part])

    return head.index(load)
