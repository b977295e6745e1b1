"""armreader: a terminal reader of dossiers, many reports on one story.

For programs: ``open`` makes of files a ``Dossier`` of the records of ``armreader.records``.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier as Dossier
    from armreader.story.selection import Related as Related
    from armreader.story.selection import Selection as Selection

__version__ = "0.2.0"
__all__ = ("Dossier", "Related", "Selection", "__version__", "open")

_MODULES = {
    "Dossier": "armreader.story.dossier",
    "Related": "armreader.story.selection",
    "Selection": "armreader.story.selection",
}
"""Where the names are that are imported when they are asked for."""


def open(  # noqa: A001  what programs call, always with the package's name before it
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    corrections: str | PathLike[str] | None = None,
) -> Dossier:
    """The dossier of files and folders: articles, quotes, events, actors, and what links them.

    ``corrections`` is a file of corrections as the reader writes them. Nothing is written, no
    settings are read, and the same input gives the same dossier. What cannot be read is among
    ``dossier.problems``. Every span is in code points of its article's ``text``, half-open.

    >>> import armreader
    >>> dossier = armreader.open(["seeds"])
    >>> len(dossier.articles)
    5
    >>> event = next(one for one in dossier.events if one.prominent)
    >>> mention = event.mentions[0]
    >>> text = dossier.article_by_id[mention.article].text
    >>> bool(text[mention.span.start : mention.span.end])
    True
    """
    from pathlib import Path

    from armreader.opening.pipeline import open_dossier
    from armreader.opening.places import Places

    given = [fspath(one) for one in ((paths,) if isinstance(paths, str | PathLike) else paths)]
    return open_dossier(given, Places(corrections=Path(corrections) if corrections else None))


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_MODULES[name]), name)
    globals()[name] = found
    return found
