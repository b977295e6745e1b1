"""What a process under test would find again from the start, each time that one is started."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from armreader.home.folders import bundled
from armreader.opening.open import open_dossier
from armreader.opening.places import Places


def find_beforehand(home: Path, path: Path | None = None) -> None:
    """Keep under a home what is found in a dossier, else in the bundled one.

    For tests of what is done with a dossier: its first reading has tests of its own.
    """
    if path is None:
        shutil.copytree(_with_the_bundled().name, home, dirs_exist_ok=True)
    else:
        _find(home, path)


@cache
def _with_the_bundled() -> TemporaryDirectory[str]:
    """A home where the bundled dossier was found, once for all tests."""
    home = TemporaryDirectory()
    _find(Path(home.name), bundled("seeds"))
    return home


def _find(home: Path, path: Path) -> None:
    places = Places(home / "data" / "corrections" / "corrections.txt", home / "cache" / "store.db")
    open_dossier([str(path)], places)
