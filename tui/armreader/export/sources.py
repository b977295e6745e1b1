"""The sources of a chronology as a bibliography, under the keys that its Markdown cites."""

from __future__ import annotations

from armreader.export.citations import CitedArticle, bibtex, cited_sources, csl_json, ris
from armreader.story.chronology import Chronology


def sources_bibtex(chronology: Chronology) -> str:
    """A ``.bib`` file of all sources, in their order."""
    return bibtex(_cited(chronology))


def sources_csl_json(chronology: Chronology) -> str:
    """The same for Zotero and pandoc."""
    return csl_json(_cited(chronology))


def sources_ris(chronology: Chronology) -> str:
    """The same for other reference managers."""
    return ris(_cited(chronology))


def _cited(chronology: Chronology) -> list[CitedArticle]:
    return cited_sources(source.article for source in chronology.sources.values())
