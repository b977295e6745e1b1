"""What indexing writes about a library: its members, their stories and its background."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from armreader.linking.profiles import Background
from armreader.records import Article, Problem
from armreader.store.library import Library
from armreader.store.packing import pack, unpack
from armreader.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

_TERM = re.compile(r"[^\W_]+")
_AT_ONCE = 200
"""How many texts are indexed in one transaction, so that no other writer waits long."""


class Entry(NamedTuple):
    """An article as it was read for a library."""

    name: str
    """Its id."""
    file: str
    key: bytes
    earliest: str
    latest: str
    """ISO days of publication; empty where not known before linking."""


class Grouping(NamedTuple):
    """The new grouping of a library's articles into stories."""

    stories: Mapping[str, Sequence[str]]
    """By the story's id the ids of its articles: every story that is new or changed."""
    gone: frozenset[str]
    """Stories that ended: their articles went, or are of another story now."""
    background: Background


def entries(library: Library) -> dict[str, tuple[Entry, str]]:
    """The members by their names, each with the id of its story."""
    sql = (
        "SELECT member.name, file, key, member.earliest, member.latest, ifnull(story.name, '')"
        " FROM member JOIN article ON article.id = member.article"
        " LEFT JOIN story ON story.id = member.story WHERE member.library = ? ORDER BY place"
    )
    rows = library.store.connection.execute(sql, (library.id,))
    return {row[0]: (Entry(*row[:5]), row[5]) for row in rows}


def unchanged(library: Library) -> dict[bytes, list[Entry]]:
    """The members by the mark of their file, in their order."""
    sql = (
        "SELECT mark, name, file, key, member.earliest, member.latest FROM member"
        " JOIN article ON article.id = member.article"
        " WHERE member.library = ? AND mark != x'' ORDER BY place"
    )
    found: dict[bytes, list[Entry]] = {}
    for mark, *entry in library.store.connection.execute(sql, (library.id,)):
        found.setdefault(mark, []).append(Entry(*entry))
    return found


def write_marks(library: Library, marks: Mapping[str, bytes]) -> None:
    """The mark of the file of each member by its name; what has none is read again."""
    number = library.id
    sql = "UPDATE member SET mark = ?1 WHERE library = ?2 AND name = ?3 AND mark != ?1"
    with library.store.writing() as connection:
        connection.executemany(sql, [(mark, number, name) for name, mark in marks.items()])


def background(library: Library) -> Background | None:
    """The document frequencies that its stories were found with."""
    sql = "SELECT record FROM library JOIN background ON version = background WHERE library.id = ?"
    row = library.store.connection.execute(sql, (library.id,)).fetchone()
    return Background(*unpack(row[0])) if row else None


def write(
    library: Library, found: Sequence[Entry], removed: Iterable[str], grouping: Grouping
) -> None:
    """Members and stories as they are now, in one transaction."""
    number, now = library.id, time.time()
    with library.store.writing() as connection:
        for name in removed:
            connection.execute("DELETE FROM member WHERE library = ? AND name = ?", (number, name))
        connection.executemany(
            "INSERT INTO member (library, article, name, file, place, earliest, latest)"
            " SELECT ?1, id, ?2, ?3, ?4, ?5, ?6 FROM article WHERE key = ?7"
            " ON CONFLICT (library, name) DO UPDATE SET article = excluded.article,"
            " file = excluded.file, place = excluded.place, mark = x'',"
            " earliest = excluded.earliest, latest = excluded.latest",
            [
                (number, one.name, one.file, place, one.earliest, one.latest, one.key)
                for place, one in enumerate(found)
            ],
        )
        for story, members in grouping.stories.items():
            connection.execute(
                "INSERT INTO story (library, name, changed) VALUES (?, ?, ?)"
                " ON CONFLICT (library, name) DO UPDATE SET changed = excluded.changed,"
                " linked = NULL",
                (number, story, now),
            )
            (row,) = connection.execute(
                "SELECT id FROM story WHERE library = ? AND name = ?", (number, story)
            ).fetchone()
            connection.executemany(
                "UPDATE member SET story = ? WHERE library = ? AND name = ?",
                [(row, number, name) for name in members],
            )
        for story in grouping.gone:
            connection.execute("DELETE FROM story WHERE library = ? AND name = ?", (number, story))
        version = grouping.background.version
        known = grouping.background.articles, dict(grouping.background.spread)
        connection.execute("INSERT OR IGNORE INTO background VALUES (?, ?)", (version, pack(known)))
        connection.execute("UPDATE library SET background = ? WHERE id = ?", (version, number))
        connection.execute(
            "DELETE FROM background WHERE version NOT IN (SELECT background FROM library)"
        )


def write_story(store: Store, story: int, key: bytes, shown: Sequence[object]) -> None:
    """What a list shows of a story (label, earliest, latest, sources, events), and its records."""
    store.connection.execute(
        "UPDATE story SET linked = ?, label = ?, earliest = ?, latest = ?, sources = ?,"
        " events = ?, articles = (SELECT count(*) FROM member WHERE story = ?) WHERE id = ?",
        (key, *shown, story, story),
    )


def finish(library: Library, files: str, corrections: str, problems: Sequence[Problem]) -> None:
    """Record that the library has everything under its paths, with those corrections."""
    with library.store.writing() as connection:
        connection.execute(
            "UPDATE library SET files = ?, corrections = ?, problems = ?, indexed = ? WHERE id = ?",
            (files, corrections, pack(tuple(problems)), time.time(), library.id),
        )


def write_words(store: Store) -> Iterator[tuple[int, int]]:
    """Add the words of new articles to the index, and remove those of articles that went.

    After each transaction how many articles are done, and of how many.
    """
    came, went = (
        [
            number
            for (number,) in store.connection.execute(
                "SELECT id FROM article WHERE indexed = ? AND (id IN (SELECT article FROM member))"
                " = ?",
                (indexed, not indexed),
            )
        ]
        for indexed in (False, True)
    )
    done = 0
    # In this order a reader finds a changed article meanwhile; one that went is no member.
    for numbers, removing in ((came, False), (went, True)):
        for first in range(0, len(numbers), _AT_ONCE):
            some = numbers[first : first + _AT_ONCE]
            (_unwrite if removing else _write)(store, some)
            done += len(some)
            yield done, len(went) + len(came)


def _write(store: Store, numbers: Sequence[int]) -> None:
    rows = _articles(store, numbers)
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)",
            [(row, one.title, one.text) for row, one in rows],
        )
        terms = {term for _, one in rows for term in _terms(one)}
        connection.executemany(
            "INSERT OR IGNORE INTO spelling VALUES (?)", ((term,) for term in sorted(terms))
        )
        _mark(connection, numbers, indexed=True)


def _unwrite(store: Store, numbers: Sequence[int]) -> None:
    rows = _articles(store, numbers)
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            [(row, one.title, one.text) for row, one in rows],
        )
        _mark(connection, numbers, indexed=False)


def _articles(store: Store, numbers: Sequence[int]) -> list[tuple[int, Article]]:
    sql = f"SELECT id, record FROM article WHERE id IN ({','.join('?' * len(numbers))})"
    return [(row, unpack(record)) for row, record in store.connection.execute(sql, numbers)]


def _mark(connection: Connection, numbers: Sequence[int], *, indexed: bool) -> None:
    connection.executemany(
        "UPDATE article SET indexed = ? WHERE id = ?", [(indexed, one) for one in numbers]
    )


def _terms(article: Article) -> set[str]:
    """The words of an article as the index folds them: small letters without their marks."""
    plain = unicodedata.normalize("NFKD", f"{article.title}\n{article.text}".lower())
    return set(_TERM.findall("".join(one for one in plain if not unicodedata.combining(one))))
