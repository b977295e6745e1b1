"""Texts in files next to an export: in ``files/12`` (Zotero) or in ``content`` (Omnivore)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from armreader.reading.source import Source, UnreadableError

FOLDERS = frozenset(["files", "content", "highlights"])
"""What the folders are called; all that is in one belongs to the export next to it."""
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


def belongs_to_export(folder: str, beside: Collection[str], inside: Iterable[str]) -> bool:
    """Whether a folder next to these files, with these names in it, is part of an export."""
    if folder == "files":
        is_export = any(name.lower().endswith(_REFERENCES) for name in beside)
        return is_export and all(name.isdigit() for name in inside)
    return folder in FOLDERS and any(map(_LIST.fullmatch, beside))
