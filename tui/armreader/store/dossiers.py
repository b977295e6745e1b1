"""The dossier as it was linked last time: the same files open at once, without the three stages.

What is kept holds for exactly these paths, files, corrections and this very program; anything that
changed makes it be read anew. It lies in the cache folder, mode 0600, and may be deleted.
"""

from __future__ import annotations

import gc
import os
import pickle
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from armreader.story.dossier import Dossier

_MOST_KEPT = 20
"""How many dossiers are kept; the one unused for longest goes first."""
_KNOWN_MODULES = ("armreader.records.", "armreader.story.dossier")
"""Where the classes are that a kept dossier may be made of."""


def recall(folder: Path | None, key: str | None) -> Dossier | None:
    """The dossier kept under the key; None where there is none, or none that can be used."""
    if folder is None or key is None:
        return None
    file = folder / key
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


def remember(folder: Path | None, key: str | None, dossier: Dossier) -> bool:
    """Keep the dossier for the next opening; where it cannot be kept, that opening reads anew."""
    if folder is None or key is None:
        return False
    import tempfile

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
        known = module.startswith(_KNOWN_MODULES) or (module, name) == ("datetime", "date")
        found = super().find_class(module, name) if known and "." not in name else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"not a record: {module}.{name}")


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[_MOST_KEPT:]:
        file.unlink(missing_ok=True)
