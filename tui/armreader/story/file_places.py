"""Where an article is in a file that holds several: ``17 of 100 in exports.docx``."""

from __future__ import annotations

from armreader.records import Article
from armreader.story.dossier import Dossier


def place_in_file(article: Article, dossier: Dossier) -> str:
    """Its place among those of its file, where they are counted, and the file; empty if alone."""
    if not article.piece:
        return ""
    file, _, place = article.file.rpartition("#")
    if not place.isdecimal():
        return f"{place} in {file}"
    last = max(
        int(number)
        for container, _, number in (one.file.rpartition("#") for one in dossier.articles)
        if container == file and number.isdecimal()
    )
    return f"{place} of {last} in {file}"
