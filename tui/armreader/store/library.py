"""A library in the store: its articles, their stories, and what is new."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from armreader.records import Article, Problem
from armreader.store.dossiers import Made, linked
from armreader.store.indexed import library_key
from armreader.store.packing import unpack
from armreader.store.store import Store
from armreader.story.dossier import Dossier

PAGE = 200
"""How many stories are fetched at once."""


class Shelf(NamedTuple):
    """A story as the library lists it."""

    name: str
    """Its id; it stays while the story grows."""
    label: str
    earliest: str
    latest: str
    """ISO days of publication; empty where none is known."""
    articles: int
    sources: int
    events: int
    """Events in its chronology."""
    new: bool
    """Whether it has articles that came after the last visit."""


class Member(NamedTuple):
    """An article of a library, in the order in which the files are read."""

    name: str
    """The article's id."""
    file: str
    key: bytes
    earliest: str
    latest: str


_SHELF = "name, label, earliest, latest, articles, sources, events, changed"


class Library:
    """The library of some paths, which must be absolute; nothing is written before it is needed."""

    def __init__(self, store: Store, paths: Sequence[str]) -> None:
        self.store = store
        self.paths = tuple(paths)
        self._paths = library_key(self.paths)

    def _row(self, columns: str) -> tuple[Any, ...] | None:
        sql = f"SELECT {columns} FROM library WHERE paths = ?"
        found: tuple[Any, ...] | None = self._ask(sql, (self._paths,)).fetchone()
        return found

    @property
    def id(self) -> int:
        """Its number in the store; 0 if it was never indexed."""
        row = self._row("id")
        return int(row[0]) if row else 0

    def made(self) -> int:
        """As ``id``, and begun where it was never indexed."""
        with self.store.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO library (paths) VALUES (?)", (self._paths,))
        return self.id

    @property
    def files(self) -> str:
        """The fingerprint of the files of the last whole indexing; empty before."""
        row = self._row("files")
        return str(row[0]) if row else ""

    def is_as(self, files: str, corrections: str) -> bool:
        """Whether the last indexing found exactly that and linked every story; records the day."""
        unlinked = "SELECT 1 FROM story WHERE story.library = library.id AND linked IS NULL"
        sql = (
            "UPDATE library SET indexed = ? WHERE paths = ? AND files = ? AND corrections = ?"
            f" AND NOT EXISTS ({unlinked})"
        )
        with self.store.writing() as connection:
            values = (time.time(), self._paths, files, corrections)
            return connection.execute(sql, values).rowcount == 1

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read at the last indexing."""
        row = self._row("problems")
        return tuple(unpack(row[0])) if row and row[0] else ()

    def size(self) -> tuple[int, int]:
        """How many articles and stories it has."""
        counts = [
            self._ask(f"SELECT count(*) FROM {table} WHERE library = ?", (self.id,)).fetchone()[0]
            for table in ("member", "story")
        ]
        return counts[0], counts[1]

    def shelves(self, after: Shelf | None = None, limit: int = PAGE) -> list[Shelf]:
        """A page of stories, the newest first: those after one, or the first."""
        where, values = "", []
        if after:
            where = " AND (latest, name) < (?, ?)"
            values = [after.latest, after.name]
        sql = (
            f"SELECT {_SHELF} FROM story WHERE library = ?{where}"
            " ORDER BY latest DESC, name DESC LIMIT ?"
        )
        return list(self._shelved(self._ask(sql, (self.id, *values, limit))))

    def all_shelves(self) -> Iterator[Shelf]:
        """Every story, page by page."""
        page = self.shelves()
        while page:
            yield from page
            page = self.shelves(page[-1]) if len(page) == PAGE else []

    def shelf(self, name: str) -> Shelf | None:
        """The story of that id."""
        sql = f"SELECT {_SHELF} FROM story WHERE library = ? AND name = ?"
        return next(self._shelved(self._ask(sql, (self.id, name))), None)

    def _shelved(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Shelf]:
        row = self._row("visited")
        visited = row[0] if row else 0
        for *known, changed in rows:
            yield Shelf._make((*known, bool(visited) and changed > visited))

    def members(self, story: str) -> list[Member]:
        """The articles of a story, in their order."""
        sql = (
            "SELECT member.name, file, key, member.earliest, member.latest"
            " FROM story JOIN member ON member.story = story.id"
            " JOIN article ON article.id = member.article"
            " WHERE story.library = ? AND story.name = ? ORDER BY place"
        )
        return [Member(*row) for row in self._ask(sql, (self.id, story))]

    def articles(self, story: str) -> list[Article]:
        """The articles of a story as they were read."""
        members = self.members(story)
        found = self.store.get_all("article", [one.key for one in members])
        return [
            replace(article, file=one.file)
            for one in members
            if isinstance(article := found.get(one.key), Article)
        ]

    def dossier(self, story: str) -> tuple[Dossier | None, tuple[Article, ...], Made]:
        """The story as it was linked when it was indexed, its articles and what it is made of.

        None where it was not, or was with other corrections.
        """
        sql = "SELECT linked, label FROM story WHERE library = ? AND name = ?"
        row = self._ask(sql, (self.id, story)).fetchone()
        articles = tuple(self.articles(story))
        keys = tuple(one.key for one in self.members(story))
        if row is None or row[0] is None:
            return None, articles, Made(keys, b"")
        made = Made(keys, row[0])
        return linked(self.store, row[0], articles, row[1]), articles, made

    def visit(self) -> None:
        """Record a visit: what is there now is not new at the next one."""
        with self.store.writing() as connection:
            now = time.time()
            connection.execute("UPDATE library SET visited = ? WHERE id = ?", (now, self.id))

    def _ask(self, sql: str, values: Sequence[object]) -> sqlite3.Cursor:
        return self.store.connection.execute(sql, values)
