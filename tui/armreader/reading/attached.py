"""Folders that belong to a file next to them: those of a saved page, and the texts of an export.

A browser saves ``Report_files`` next to ``Report.html``. Zotero puts the texts of an export into
``files/12``, Omnivore into ``content``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from armreader.reading.source import Source, UnreadableError

_WORDS = ("files", "file", "Dateien", "fichiers", "archivos", "bestanden")
_OF_PAGE = (".files", *(mark + word for word in _WORDS for mark in "_-"))
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml")
_OF_EXPORT = frozenset(["files", "content", "highlights"])
_PATH = re.compile(r"files/[^/\\]+/[^/\\]+|content/[^/\\]+")
_TEXTS = (".html", ".htm", ".xhtml", ".pdf", ".txt", ".md", ".docx", ".epub", ".rtf")
_REFERENCES = (".ris", ".bib", ".bibtex")
_LIST = re.compile(r"metadata_\d+_to_\d+\.json")


def attached(source: Source, path: str) -> Source | None:
    """The file with this path next to an export; None if it is not one of the export's texts."""
    if source.beside is None or not _PATH.fullmatch(path) or not path.lower().endswith(_TEXTS):
        return None
    try:
        return source.beside(path)
    except UnreadableError:
        return None


def may_belong(folder: str) -> bool:
    """Whether a folder of this name may belong to a file next to it."""
    return folder in _OF_EXPORT or folder.endswith(_OF_PAGE)


def belongs(folder: str, beside: Collection[str], inside: Iterable[str]) -> bool:
    """Whether a folder next to these files, with these names in it, belongs to one of them."""
    names = (folder.removesuffix(end) for end in _OF_PAGE if folder.endswith(end))
    if any(name and name + ending in beside for name in names for ending in _PAGES):
        return True
    if folder == "files":
        is_export = any(name.lower().endswith(_REFERENCES) for name in beside)
        return is_export and all(name.isdigit() for name in inside)
    return folder in _OF_EXPORT and any(map(_LIST.fullmatch, beside))
