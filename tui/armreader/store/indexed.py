"""Which paths are a library, asked without any record: the first frame waits for the answer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path


def library_paths(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths by which a library is known: absolute, without links, each once, in order."""
    return tuple(dict.fromkeys(os.path.realpath(path) for path in paths))


def library_key(paths: Sequence[str]) -> str:
    """What the store calls the library of some paths; a byte that is no UTF-8 is written out."""
    return "\n".join(paths).encode("utf-8", "backslashreplace").decode("utf-8")


def holds_stories(file: Path | None, paths: Sequence[str]) -> bool:
    """Whether the paths were indexed into this store and hold several stories.

    Reports on one story may fall into a large group and a few small ones: no story of a library has
    half of its articles.
    """
    if file is None or not file.exists():
        return False
    import sqlite3

    sql = (
        "SELECT max(articles), sum(articles) FROM story"
        " JOIN library ON library.id = story.library WHERE paths = ? AND files != ''"
    )
    try:
        with closing(sqlite3.connect(file, timeout=0.1)) as connection:
            row = connection.execute(sql, (library_key(library_paths(paths)),)).fetchone()
    except sqlite3.Error:
        return False
    most, articles = row
    return bool(articles) and most * 2 < articles
