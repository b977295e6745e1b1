"""A story of a library as a dossier: the library's paths, followed by ``story:ID``."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.opening.annotating import Found
    from armreader.opening.places import Places
    from armreader.records import Article
    from armreader.store.store import Store
    from armreader.story.dossier import Dossier

_FEWEST = 3
"""The fewest articles of a second group that may be a story of its own."""
_STORY = re.compile(r"(?:.*/)?story:(s-[0-9a-f]{10})")


def story_in(paths: Sequence[str]) -> str:
    """The id of the story that the last path names; empty where it names a file."""
    match = _STORY.fullmatch(paths[-1]) if paths else None
    return match[1] if match else ""


def path_of(story: str) -> str:
    """What to give after the paths of a library to open one of its stories."""
    return f"story:{story}"


def several_stories_hint(paths: Sequence[str], articles: Sequence[Article]) -> str:
    """What to say of a folder whose articles fall into groups that may be stories; else
    nothing."""
    from armreader.linking.stories import group_stories

    if story_in(paths) or len(paths) != 1 or not Path(paths[0]).is_dir():
        return ""
    sizes = Counter(group_stories(articles).values()).most_common(2)
    if len(sizes) < 2 or sizes[1][1] < _FEWEST:
        return ""
    library = f"armreader library {shlex.quote(paths[0])}"
    return f"Several stories? {library} shows each alone."


def stored(paths: Sequence[str], store: Store) -> tuple[Found, str]:
    """The articles of the story as the store has them, and the label of the story."""
    from armreader.opening.annotating import Found
    from armreader.records import Problem

    keys, articles, label = _story(paths, store)
    if not label:
        unknown = Problem(paths[-1], "is not a story of this library: armreader stories lists them")
        return Found(problems=[unknown]), story_in(paths)
    return Found(articles, keys), label


def recalled(paths: Sequence[str], places: Places, key: str | None) -> Dossier | None:
    """The kept dossier of the files of a key, or of a story; None if there is none.

    Nothing is imported or read that only an unknown dossier needs.
    """
    from armreader.store.dossiers import linked, recall

    if not story_in(paths) or not places.store or not places.store.exists():
        return recall(places.store, key)
    from armreader.opening.made import made_of
    from armreader.store.store import Store

    with Store(places.store) as store:
        keys, articles, label = _story(paths, store)
        made, _, mistakes = made_of(keys, articles, places)
        return linked(store, made.linked, articles, label, mistakes) if articles else None


def _story(paths: Sequence[str], store: Store) -> tuple[list[bytes], list[Article], str]:
    """The articles of a story with their keys, and its label; nothing where it is unknown."""
    from armreader.store.indexed import library_paths
    from armreader.store.library import Library

    story = story_in(paths)
    library = Library(store, library_paths(paths[:-1]))
    shelf = library.shelf(story)
    if shelf is None:
        return [], [], ""
    keys = {one.name: one.key for one in library.members(story)}
    articles = library.articles(story)
    return [keys[one.id] for one in articles], articles, shelf.label or story
