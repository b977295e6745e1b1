"""What an indexing writes of a library: its members, their stories and its background."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from armreader.linking.profiles import Background
from armreader.records import Article, Problem
from armreader.store.library import Library
from armreader.store.packing import pack, unpack
from armreader.store.store import Store

_TERM = re.compile(r"[^\W_]+")
_AT_ONCE = 200
"""Texts whose words are written in one transaction, so that no other writer waits long."""


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
    """What is to become of a library's stories."""

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
            " file = excluded.file, place = excluded.place,"
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
    """The library has all that is under its paths, as those corrections are."""
    with library.store.writing() as connection:
        connection.execute(
            "UPDATE library SET files = ?, corrections = ?, problems = ?, indexed = ? WHERE id = ?",
            (files, corrections, pack(tuple(problems)), time.time(), library.id),
        )


def is_finished(library: Library, files: str, corrections: str) -> bool:
    """Whether the last indexing found the same and linked every story; the day is noted."""
    unlinked = "SELECT 1 FROM story WHERE story.library = library.id AND linked IS NULL"
    sql = (
        "UPDATE library SET indexed = ?"
        f" WHERE id = ? AND files = ? AND corrections = ? AND NOT EXISTS ({unlinked})"
    )
    values = (time.time(), library.id, files, corrections)
    with library.store.writing() as connection:
        return connection.execute(sql, values).rowcount == 1


def write_words(store: Store, most: int = _AT_ONCE) -> int:
    """Put the words of some articles into the index, and take out those of none; how many."""
    lacking = store.connection.execute(
        "SELECT id, record FROM article WHERE indexed = 0"
        " AND id IN (SELECT article FROM member) LIMIT ?",
        (most,),
    ).fetchall()
    idle = store.connection.execute(
        "SELECT id, record FROM article WHERE indexed = 1"
        " AND id NOT IN (SELECT article FROM member) LIMIT ?",
        (most,),
    ).fetchall()
    if not lacking and not idle:
        return 0
    with store.writing() as connection:
        for command, rows in (("", lacking), ("'delete', ", idle)):
            column = "words, " if command else ""
            connection.executemany(
                f"INSERT INTO words ({column}rowid, title, body) VALUES ({command}?, ?, ?)",
                [(row, *_words(unpack(record))) for row, record in rows],
            )
            connection.executemany(
                "UPDATE article SET indexed = ? WHERE id = ?",
                [(0 if command else 1, row) for row, _ in rows],
            )
        terms = {term for _, record in lacking for term in _terms(unpack(record))}
        connection.executemany(
            "INSERT OR IGNORE INTO spelling VALUES (?)", ((term,) for term in sorted(terms))
        )
    return len(lacking) + len(idle)


def _terms(article: Article) -> set[str]:
    """The words of an article as the index folds them: small letters without their marks."""
    plain = unicodedata.normalize("NFKD", f"{article.title}\n{article.text}".lower())
    return set(_TERM.findall("".join(one for one in plain if not unicodedata.combining(one))))


def _words(article: Article) -> tuple[str, str]:
    return article.title, article.text
