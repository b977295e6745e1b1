"""A key for all that a dossier depends on: its files, the corrections and this program.

The last frame is shown under that word before anything else, so little is imported here.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from glob import glob, has_magic
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path

from armreader.opening.places import Places
from armreader.opening.stories import story_in


def key_of(paths: Sequence[str], places: Places) -> str | None:
    """A key for all that a kept dossier depends on; None for what cannot be read twice.

    Also for a story of a library, which depends on its articles in the store and on no file. Take
    it before the files are read, so that a change while they are read is noticed.
    """
    if "-" in paths or story_in(paths):
        return None
    return _digest(
        files_of(paths), *_marks([str(places.corrections)] if places.corrections else [])
    )


def files_of(paths: Sequence[str]) -> str:
    """A key for the files under the paths and this program, which changes when they do."""
    # What is given beside a file, for it, is as good as a part of it.
    beside = (str(Path(path).parent / "armreader.toml") for path in paths)
    return _digest(
        _program(), str(Path.cwd()), *paths, *_marks(paths), *_marks(dict.fromkeys(beside))
    )


@cache
def _program() -> str:
    """A key for this program: the one that runs, also where its files change meanwhile."""
    return _digest(*_marks([str(Path(__file__).parent.parent)]))


def _digest(*lines: str) -> str:
    digest = blake2b(digest_size=16)
    for line in lines:
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def _marks(paths: Iterable[str]) -> Iterator[str]:
    """Every file under the paths with what changes when it is written to, in a stable order."""
    for path in paths:
        found = sorted(glob(path, recursive=True)) if has_magic(path) else [path]  # noqa: PTH207
        yield from _marks_under(found[::-1])


def _marks_under(paths: list[str]) -> Iterator[str]:
    """The marks of files and of everything below folders, each folder once, whatever links say."""
    entered: set[tuple[int, int]] = set()
    tops = [f"{os.path.realpath(path).rstrip('/')}/" for path in paths]
    waiting: list[tuple[str, os.DirEntry[str] | None]] = [(path, None) for path in paths]
    while waiting:
        path, entry = waiting.pop()
        try:
            if entry and entry.is_symlink():
                real = f"{os.path.realpath(path)}/"
                if not any(real.startswith(top) for top in tops):
                    yield f"{path}\0{real}"  # leads out, and is not followed
                    continue
            # A Path for each of 100,000 files, or a second question about each, takes longer.
            status = entry.stat() if entry else os.stat(path)  # noqa: PTH116
            if not stat.S_ISDIR(status.st_mode):
                written = (status.st_mtime_ns, status.st_ctime_ns)
                yield f"{path}\0{status.st_ino}\0{status.st_mode}\0{status.st_size}\0{written}"
                continue
            yield f"{path}\0{status.st_mode}"
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            with os.scandir(path) as entries:
                found = sorted(entries, key=attrgetter("name"), reverse=True)
        except OSError as error:
            yield f"{path}\0{error.errno}"
            continue
        waiting.extend((f"{path}/{one.name}", one) for one in found if one.name != "__pycache__")
