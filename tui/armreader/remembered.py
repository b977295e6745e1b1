"""The dossier as it was linked last time: the same files open at once, without the three stages.

What is kept holds for exactly these paths, files, corrections and this very program; anything that
changed makes it be read anew. It lies in the cache folder, mode 0600, and may be deleted.
"""

from __future__ import annotations

import gc
import os
import pickle
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from glob import glob, has_magic
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from armreader.dossier import Dossier
from armreader.settings import folders

_MOST_KEPT = 20
"""How many dossiers are kept; the one unused for longest goes first."""
_KNOWN_MODULES = frozenset(
    f"armreader.{name}" for name in ("records", "timex", "reason", "dates", "dossier", "spans")
)


def open_dossier(paths: Sequence[str]) -> Dossier:
    """The dossier under the paths, as remembered where nothing changed, else read and kept."""
    key = key_of(paths)
    found = recall(key)
    if found is not None:
        return found
    from armreader.pipeline import open_dossier as build

    dossier = build(paths)
    remember(key, dossier)
    return dossier


def key_of(paths: Sequence[str]) -> str | None:
    """What a kept dossier depends on, as one word; None for what cannot be read twice.

    Take it before the files are read, so that a change while they are read is noticed.
    """
    if "-" in paths:
        return None
    return _digest(files_of(paths), *_marks([str(folders().data / "corrections")]))


def files_of(paths: Sequence[str]) -> str:
    """The files under the paths, and this program, as one word that changes when they do."""
    package = Path(__file__).parent
    # What is given beside a file, for it, is as good as a part of it.
    beside = (str(Path(path).parent / "armreader.toml") for path in paths)
    return _digest(
        *_marks([str(package)]), str(Path.cwd()), *paths, *_marks(paths),
        *_marks(dict.fromkeys(beside)),
    )  # fmt: skip


def _digest(*lines: str) -> str:
    digest = blake2b(digest_size=16)
    for line in lines:
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def recall(key: str | None) -> Dossier | None:
    """The dossier kept under the key; None where there is none, or none that can be used."""
    if key is None:
        return None
    file = _folder() / key
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as kept:
            if os.fstat(handle).st_uid != os.geteuid():
                return None
            data = kept.read()
        os.utime(file)
    except OSError:
        return None
    try:
        found = records_in(data)
    except Exception:
        # A damaged cache is no cache; whatever it raises, the files themselves are still there.
        return None
    return found if isinstance(found, Dossier) else None


def records_in(data: bytes) -> object:
    """What was pickled of records and plain values; raises anything where it was something else."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Reader(BytesIO(data)).load()
    finally:
        if collecting:
            gc.enable()


def remember(key: str | None, dossier: Dossier) -> bool:
    """Keep the dossier for the next opening; where it cannot be kept, that opening reads anew."""
    if key is None:
        return False
    import tempfile

    folder = _folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as out:
                # A copy holds the records alone, without the tables that were made from them.
                pickle.dump(replace(dossier), out, protocol=5)
            Path(name).replace(folder / key)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _forget_oldest(folder)
    except OSError:
        return False
    return True


class _Reader(pickle.Unpickler):
    """Builds records, dates and nothing else, whatever the file asks for."""

    def find_class(self, module: str, name: str) -> Any:
        # No dots: a module's records, and nothing that the module itself imports.
        known = module in _KNOWN_MODULES or (module, name) == ("datetime", "date")
        found = super().find_class(module, name) if known and "." not in name else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"not a record: {module}.{name}")


def _folder() -> Path:
    return folders().cache / "dossiers"


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[_MOST_KEPT:]:
        file.unlink(missing_ok=True)


def _marks(paths: Iterable[str]) -> Iterator[str]:
    """Every file under the paths with what changes when it is written, in a stable order."""
    for path in paths:
        found = sorted(glob(path, recursive=True)) if has_magic(path) else [path]  # noqa: PTH207
        yield from _marks_under(found[::-1])


def _marks_under(waiting: list[str]) -> Iterator[str]:
    """The marks of files and of all below folders, each folder once, whatever links say."""
    entered: set[tuple[int, int]] = set()
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116 (a Path for each of 10,000 files takes longer)
            if not stat.S_ISDIR(status.st_mode):
                written = (status.st_mtime_ns, status.st_ctime_ns)
                yield f"{path}\0{status.st_ino}\0{status.st_mode}\0{status.st_size}\0{written}"
                continue
            yield f"{path}\0{status.st_mode}"
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208
        except OSError as error:
            yield f"{path}\0{error.errno}"
            continue
        waiting.extend(f"{path}/{name}" for name in names if name != "__pycache__")
