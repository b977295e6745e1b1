"""The articles under the paths of a library: a file that is as it was when read is not read again.

How a file is told to be as it was: its path, place, size and times, the program that read it, and
the folder's facts.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from importlib.util import find_spec
from typing import NamedTuple

from armreader.opening.shares import window_of
from armreader.reading.discover import STANDARD_INPUT, Found
from armreader.reading.folder_facts import apply_facts, folder_facts
from armreader.reading.kinds import may_refer
from armreader.reading.load import file_source
from armreader.reading.read import Reading
from armreader.records import Article, Problem
from armreader.store.keys import article_key
from armreader.store.members import Entry
from armreader.store.versions import READING, program

_SETTLED = 2_000_000_000
"""Nanoseconds: a file that changed less than that before it was read may have changed again since,
within one tick of the file system's clock."""


class Listed(NamedTuple):
    """An article under the paths."""

    entry: Entry
    article: Article | None
    """None where its file was not read."""


class Listing:
    """The articles of some files, in their order."""

    def __init__(self, paths: Sequence[str], known: Mapping[bytes, Sequence[Entry]]) -> None:
        """``known``: the articles of files that were read before, by the file's mark."""
        self._facts, self._mistakes = folder_facts(paths)
        self._known = known
        self._reading = Reading()
        self._given = _digest(
            program(READING), find_spec("trafilatura") is not None, sorted(self._facts.items())
        )
        self.marks: dict[str, bytes] = {}
        """The mark of its file by an article's id; empty where the file must be read again."""

    def each(self, files: Iterable[Found | Problem]) -> Iterator[Listed | Problem]:
        """Every article in the files, read or known, and every problem."""
        yield from self._mistakes
        for found in files:
            mark = b"" if isinstance(found, Problem) else self._mark(found)
            known = self._known.get(mark, ())
            # Another copy of a text has an id and a notice of its own.
            if known and not any(one.name in self._reading.copies for one in known):
                for entry in known:
                    self._reading.copies[entry.name] = 1
                    self.marks[entry.name] = mark
                    yield Listed(entry, None)
            else:
                yield from self._read(found, mark)
        yield from self._reading.rest()

    def forget(self, names: Iterable[str]) -> None:
        """The files of these articles are read again the next time."""
        gone = {self.marks[name] for name in names}
        self.marks = {name: b"" if mark in gone else mark for name, mark in self.marks.items()}

    def _read(self, found: Found | Problem, mark: bytes) -> Iterator[Listed | Problem]:
        found_here: list[Article] = []
        whole = True
        for one in self._reading.each(found):
            if isinstance(one, Problem):
                whole = False
                yield one
                continue
            article = apply_facts(one, self._facts)
            found_here.append(article)
            whole = whole and article.id in self._reading.copies
            self.marks[article.id] = b""
            yield Listed(entry_of(article), article)
        if whole and not isinstance(found, Problem) and _is_self_contained(found, found_here):
            self.marks.update((one.id, mark) for one in found_here)

    def _mark(self, found: Found) -> bytes:
        if found.path == STANDARD_INPUT:
            return b""
        try:
            # A Path for each of 100,000 files takes longer.
            status = os.stat(found.path)  # noqa: PTH116
        except (OSError, ValueError):
            return b""
        changed = max(status.st_mtime_ns, status.st_ctime_ns)
        if changed > time.time_ns() - _SETTLED:
            return b""
        times = status.st_mtime_ns, status.st_ctime_ns
        return _digest(self._given, found.path, found.name, status.st_ino, status.st_size, times)


def entry_of(article: Article) -> Entry:
    """What a library lists of an article."""
    window = window_of(article.publication)
    days = (window[0].isoformat(), window[1].isoformat()) if window else ("", "")
    return Entry(article.id, article.file, article_key(article), *days)


def _is_self_contained(found: Found, articles: Sequence[Article]) -> bool:
    """Whether what was read of a file depends on no other file."""
    if not any(one.piece for one in articles):
        return True
    source = file_source(found.path)
    return not may_refer(source.head, source.name)


def _digest(*parts: object) -> bytes:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
