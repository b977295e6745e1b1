"""The store: one SQLite file under the cache folder, written by one at a time, read by any.

Records are kept under keys of what they depend on, so nothing in it is ever wrong, only unused; the
file may be deleted at any time. One that is broken is set aside and another is made; where there
can be none, what is kept lasts as long as the process.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from armreader.store.packing import NotRecords, pack, unpack
from armreader.store.schema import Newer, prepare

Kind = Literal["article", "annotation", "linked", "opening", "profile", "search"]

LARGEST = 4_000_000_000
"""Above this many bytes, what has been unused for longest is dropped; libraries may need more."""
_IN_USE = 60
"""For this many days after indexing, everything that a library was made from stays."""
_ENOUGH = 0.9
_DAY = 86_400
_AT_ONCE = 500
"""Keys in one question to SQLite."""
_ASIDE = ".broken"
_making = Lock()


class Store:
    """An open store; for one thread."""

    def __init__(self, file: Path | None, largest: int = LARGEST) -> None:
        """Open or make the store in a file; in memory where there is none or it cannot be."""
        self.file = file
        self._largest = largest
        self.connection = self._open()

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, kind: Kind, key: bytes) -> Any:
        """The record under a key; None if there is none, or none that can be read."""
        return self.get_all(kind, (key,)).get(key)

    def get_all(self, kind: Kind, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """The records under those of the keys that have one."""
        return dict(self.each(kind, keys))

    def each(self, kind: Kind, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Any]]:
        """Like ``get_all``, one after another, so that only one is in memory."""
        today, old = int(time.time() / _DAY), []
        for first in range(0, len(keys), _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            sql = f"SELECT key, used, record FROM {kind} WHERE key IN ({_marks(some)})"
            for key, used, record in self._rows(sql, some):
                try:
                    found = unpack(record)
                except NotRecords:
                    continue
                if used < today:
                    old.append(key)
                yield key, found
        self._mark_used(kind, old, today)

    def has(self, kind: Kind, keys: Sequence[bytes]) -> set[bytes]:
        """Those of the keys that have a record."""
        found: set[bytes] = set()
        for first in range(0, len(keys), _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            sql = f"SELECT key FROM {kind} WHERE key IN ({_marks(some)})"
            found.update(key for (key,) in self._rows(sql, some))
        return found

    def put(self, kind: Kind, records: Mapping[bytes, object]) -> bool:
        """Keep records in one transaction; false if that is not possible now."""
        return self.put_packed(kind, {key: pack(record) for key, record in records.items()})

    def put_packed(self, kind: Kind, records: Mapping[bytes, bytes]) -> bool:
        """As ``put``, of records that another process packed."""
        if not records:
            return True
        today = int(time.time() / _DAY)
        rows = [(key, today, record) for key, record in records.items()]
        try:
            with self.writing():
                self.connection.executemany(
                    f"INSERT OR REPLACE INTO {kind} (key, used, record) VALUES (?, ?, ?)"
                    if kind != "article"
                    # Others refer to an article by its number.
                    else "INSERT OR IGNORE INTO article (key, used, record) VALUES (?, ?, ?)",
                    rows,
                )
        except sqlite3.OperationalError:
            return False  # another writes for longer than we wait, or the disk is full
        except sqlite3.DatabaseError:
            self._set_aside()
            return False
        return True

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, whole or not at all; others read on meanwhile."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def size(self) -> int:
        """Bytes in use."""
        pages, free, size = (
            self.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def shrink(self) -> None:
        """If the store is too large, drop what was unused for longest, linked records first."""
        with suppress(sqlite3.Error):
            while (over := self.size() - _ENOUGH * self._largest) > 0.1 * self._largest:
                if not self._drop(over):
                    break
            self.connection.execute("PRAGMA incremental_vacuum").fetchall()

    def _drop(self, most: float) -> bool:
        """Drop up to a number of bytes of the oldest records; false if none can go."""
        from armreader.store.keys import annotation_key, profile_key

        for function in (annotation_key, profile_key):
            name = function.__name__
            self.connection.create_function(name, 1, function, deterministic=True)
        members = "article JOIN member ON member.article = article.id"
        in_use = (
            f"FROM {members} JOIN library ON library.id = member.library"
            f" WHERE library.indexed > {time.time() - _IN_USE * _DAY}"
        )
        kept = {
            "linked": "SELECT linked FROM story WHERE linked IS NOT NULL",
            # The text is needed to take its words out of the index.
            "article": f"SELECT key FROM {members} UNION SELECT key FROM article WHERE indexed = 1",
            # Without them the next indexing would make them all again, and so would each after it.
            "annotation": f"SELECT annotation_key(article.key) {in_use}",
            "profile": f"SELECT profile_key(article.key) {in_use}",
            "opening": "SELECT NULL WHERE 0",
            "search": "SELECT NULL WHERE 0",
        }
        oldest = sorted(
            (used, kind != "linked", kind, number, size)
            for kind, spared in kept.items()
            for used, number, size in self.connection.execute(
                f"SELECT used, id, length(record) FROM {kind} WHERE key NOT IN ({spared})"
                f" ORDER BY used, id LIMIT 5000"
            )
        )
        gone: list[tuple[str, int]] = []
        for _, _, kind, number, size in oldest:
            if most <= 0:
                break
            most -= size
            gone.append((kind, number))
        with self.writing():
            for kind, number in gone:
                self.connection.execute(f"DELETE FROM {kind} WHERE id = ?", (number,))
        return bool(gone)

    def _mark_used(self, kind: Kind, keys: Iterable[bytes], today: int) -> None:
        """Once a day is enough, and reading must not wait for whoever writes."""
        rows = [(today, key) for key in keys]
        if not rows:
            return
        with suppress(sqlite3.Error):
            self.connection.execute("PRAGMA busy_timeout = 0")
            try:
                with self.writing():
                    self.connection.executemany(f"UPDATE {kind} SET used = ? WHERE key = ?", rows)
            finally:
                self.connection.execute("PRAGMA busy_timeout = 10000")

    def _rows(self, sql: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self.connection.execute(sql, values)
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self._set_aside()

    def _open(self) -> sqlite3.Connection:
        if self.file:
            for _ in range(2):
                try:
                    return _connect(self.file)
                except sqlite3.OperationalError:
                    break
                except Newer:
                    break
                except sqlite3.DatabaseError:
                    _move_aside(self.file)
                except OSError:
                    break
        self.file = None
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        prepare(connection)
        return connection

    def _set_aside(self) -> None:
        """The file turned out to be broken: move it out of the way and begin another."""
        with suppress(sqlite3.Error):
            self.connection.close()
        if self.file:
            _move_aside(self.file)
        self.connection = self._open()


def _connect(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make(file)
    connection = sqlite3.connect(file, timeout=10, isolation_level=None, check_same_thread=False)
    try:
        prepare(connection)
        connection.execute("SELECT count(*) FROM (SELECT 1 FROM article LIMIT 1)").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _make(file: Path) -> None:
    """Make the file where there is none; only its owner may read what was read.

    One that is there is not opened: to close it again would take from every other connection of
    this process its lock, and other processes would take the log away under it.
    """
    with _making:
        if file.is_symlink():
            raise OSError(errno.ELOOP, "is a link", str(file))
        with suppress(FileExistsError):
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
            os.close(os.open(file, flags, 0o600))


def _move_aside(file: Path) -> None:
    """Keeps the last broken one, so that somebody can look at it."""
    for end in ("-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)
    with suppress(OSError):
        file.replace(f"{file}{_ASIDE}")


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
