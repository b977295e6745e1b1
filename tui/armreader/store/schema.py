"""The tables of the store, their version, and how an older store becomes a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

TABLES = """
-- An article as it was read, under the key of its content.
CREATE TABLE article (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, record BLOB NOT NULL);
-- What one version of the program found in an article.
CREATE TABLE annotation (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, record BLOB NOT NULL);
-- What articles, corrections and a version of the program were linked to.
CREATE TABLE linked (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, record BLOB NOT NULL);
-- What a set of files, as the file system describes them, was opened to.
CREATE TABLE opening (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, record BLOB NOT NULL);
"""

MIGRATIONS: tuple[str, ...] = (
    TABLES,
    """
-- Paths that the user had indexed; files is the fingerprint of what was there, problems is what
-- could not be read, visited and indexed are seconds since 1970.
CREATE TABLE library (
  id INTEGER PRIMARY KEY, paths TEXT NOT NULL UNIQUE, files TEXT NOT NULL DEFAULT '',
  indexed REAL NOT NULL DEFAULT 0, visited REAL NOT NULL DEFAULT 0,
  background TEXT NOT NULL DEFAULT '', problems BLOB);
-- Document frequencies, frozen under a version.
CREATE TABLE background (version TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE story (
  id INTEGER PRIMARY KEY, library INTEGER NOT NULL REFERENCES library, name TEXT NOT NULL,
  label TEXT NOT NULL DEFAULT '', earliest TEXT NOT NULL DEFAULT '',
  latest TEXT NOT NULL DEFAULT '', articles INTEGER NOT NULL DEFAULT 0,
  sources INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0,
  changed REAL NOT NULL, linked BLOB, UNIQUE (library, name));
CREATE INDEX story_by_day ON story (library, latest DESC, name);
CREATE INDEX story_by_linked ON story (linked);
CREATE TABLE member (
  id INTEGER PRIMARY KEY, library INTEGER NOT NULL REFERENCES library,
  article INTEGER NOT NULL REFERENCES article, name TEXT NOT NULL, file TEXT NOT NULL,
  place INTEGER NOT NULL, story INTEGER REFERENCES story,
  earliest TEXT NOT NULL DEFAULT '', latest TEXT NOT NULL DEFAULT '', UNIQUE (library, name));
CREATE INDEX member_by_story ON member (story, place);
CREATE INDEX member_by_article ON member (article);
-- What articles are compared by (see linking.profiles).
CREATE TABLE profile (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, record BLOB NOT NULL);
-- Whether the words of an article are in the index below.
ALTER TABLE article ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
-- The words of every article in a library; its text is in article.
CREATE VIRTUAL TABLE words USING fts5 (
  title, body, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
""",
    """
-- The search index of a linked dossier: its head, and its records by the dozen (see search.kept).
CREATE TABLE search (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, record BLOB NOT NULL);
""",
    """
-- Every word that was ever indexed, for slips: to list those of vocabulary counts them all.
CREATE TABLE spelling (term TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO spelling SELECT term FROM vocabulary;
""",
    """
-- A word for the corrections that its stories were found and linked with.
ALTER TABLE library ADD COLUMN corrections TEXT NOT NULL DEFAULT '';
-- Else to find the articles whose words are not indexed all records are read.
CREATE INDEX article_by_indexed ON article (indexed);
""",
    """
-- With an index of beginnings: a query is asked with every key, and many words begin with a letter.
DROP TABLE vocabulary;
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (
  title, body, content='', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
-- The next indexing writes all words again.
UPDATE article SET indexed = 0 WHERE indexed = 1;
UPDATE library SET files = '';
""",
    """
-- A word for the article's file as it was when it was read; empty where it must be read again.
ALTER TABLE member ADD COLUMN mark BLOB NOT NULL DEFAULT x'';
""",
)
VERSION = len(MIGRATIONS)

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
)


class Newer(Exception):
    """The store was made by a later version of the program."""


def prepare(connection: Connection) -> None:
    """Make the tables that are missing; many may do so at once. ``Newer`` where there are more."""
    found = _version(connection)
    if found == 0:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # heard before the first table only
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    if found > VERSION:
        raise Newer(found)
    if found == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, script in enumerate(MIGRATIONS[_version(connection) :], _version(connection)):
            for statement in script.split(";\n"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
