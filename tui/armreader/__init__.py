"""armreader: a terminal reader of dossiers, many reports on one story.

For programs: ``open`` makes of files a ``Dossier`` of the records of ``armreader.records``.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.story.dossier import Dossier

__version__ = "0.1.0"
__all__ = ("__version__", "open")


def open(  # noqa: A001  what programs call, always with the package's name before it
    paths: Iterable[str | PathLike[str]], corrections: str | PathLike[str] | None = None
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

    given = [fspath(one) for one in ((paths,) if isinstance(paths, str) else paths)]
    return open_dossier(given, Places(corrections=Path(corrections) if corrections else None))
