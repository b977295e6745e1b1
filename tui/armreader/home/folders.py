"""Where armreader keeps its files: platformdirs' folders, or all under ``$ARMREADER_HOME``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from armreader.home import restricted
from armreader.opening.places import Places


class Folders(NamedTuple):
    """One folder for each kind of file that is written; none is created before it is needed."""

    config: Path
    data: Path
    """Notebooks and corrections: what the user wrote."""
    state: Path
    """Where the reading stopped; may be deleted."""
    cache: Path


def folders() -> Folders:
    """The folders of this user, or those under ``$ARMREADER_HOME`` where it is set."""
    home = os.environ.get("ARMREADER_HOME")
    shut = restricted.home()
    if home or shut:
        root = shut or Path(home or "").expanduser().absolute()
        return Folders(root / "config", root / "data", root / "state", root / "cache")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("armreader", appauthor=False)
    return Folders(
        dirs.user_config_path, dirs.user_data_path, dirs.user_state_path, dirs.user_cache_path
    )


def places() -> Places:
    """Where this user's corrections and kept dossiers are."""
    home = folders()
    return Places(home.data / "corrections" / "corrections.txt", home.cache / "store.db")


def bundled(name: str) -> Path:
    """A top-level folder, ``seeds`` or ``styles``, in the installed wheel or in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / name
    return installed if installed.is_dir() else package.parent.parent / name
