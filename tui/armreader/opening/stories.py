"""A story of a library as a dossier: the paths of the library, and after them ``story:ID``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.opening.annotating import Found
    from armreader.store.store import Store

_STORY = re.compile(r"(?:.*/)?story:(s-[0-9a-f]{10})")


def story_in(paths: Sequence[str]) -> str:
    """The id of the story that the last path names; empty where it names a file."""
    match = _STORY.fullmatch(paths[-1]) if paths else None
    return match[1] if match else ""


def path_of(story: str) -> str:
    """What to give after the paths of a library to open one of its stories."""
    return f"story:{story}"


def stored(paths: Sequence[str], store: Store) -> tuple[Found, str]:
    """The articles of the story as the store has them, and the label of the story."""
    from armreader.opening.annotating import Found
    from armreader.records import Problem
    from armreader.store.library import Library, library_paths

    story = story_in(paths)
    library = Library(store, library_paths(paths[:-1]))
    shelf = library.shelf(story)
    if shelf is None:
        unknown = Problem(paths[-1], "is not a story of this library: armreader stories lists them")
        return Found(problems=[unknown]), story
    keys = {one.name: one.key for one in library.members(story)}
    articles = library.articles(story)
    return Found(articles, [keys[one.id] for one in articles]), shelf.label
