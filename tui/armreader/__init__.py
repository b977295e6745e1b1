"""armreader: a terminal reader of dossiers, many reports on one story.

``open(paths)`` gives the linked records of a dossier; a name is imported when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from armreader.story.dossier import Dossier as Dossier
    from armreader.story.selection import Related as Related
    from armreader.story.selection import Selection as Selection

__version__ = "0.2.0"
__all__ = ["Dossier", "Related", "Selection", "__version__", "open"]

_MODULES = {
    "Dossier": "armreader.story.dossier",
    "Related": "armreader.story.selection",
    "Selection": "armreader.story.selection",
}


def open(  # noqa: A001  # armreader.open, as gzip.open
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    corrections: str | PathLike[str] | None = None,
) -> Dossier:
    """Read files, folders and patterns, and link them as one dossier; nothing is written.

    ``corrections`` is a file of corrections to apply. What cannot be read is among the
    ``problems`` of the dossier; a mistake in a file raises nothing.
    """
    from os import PathLike, fspath
    from pathlib import Path

    from armreader.opening.open import open_dossier
    from armreader.opening.places import Places

    given = [paths] if isinstance(paths, str | PathLike) else paths
    place = Places(Path(corrections)) if corrections is not None else Places()
    return open_dossier([fspath(path) for path in given], place)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_MODULES[name]), name)
    globals()[name] = found
    return found
