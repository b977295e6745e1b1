"""What a process under test would find again from the start, each time that one is started."""

from __future__ import annotations

from pathlib import Path

from armreader.home.folders import bundled
from armreader.opening.open import open_dossier
from armreader.opening.places import Places


def find_beforehand(home: Path, path: Path | None = None) -> None:
    """Keep under a home what is found in a dossier, else in the bundled one.

    For tests of what is done with a dossier: its first reading has tests of its own.
    """
    places = Places(home / "data" / "corrections" / "corrections.txt", home / "cache" / "store.db")
    open_dossier([str(path or bundled("seeds"))], places)
