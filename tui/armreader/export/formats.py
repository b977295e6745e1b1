"""The formats that a dossier is exported in, each a function to text, imported when it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from armreader.story.chosen import Chosen
from armreader.story.chronology import chronology_of
from armreader.story.dossier import Dossier

if TYPE_CHECKING:
    from armreader.notes.rows import KeptRow

_FUNCTIONS = {
    "json": ("dossier_json", "export_json"),
    "markdown": ("chronology_markdown", "chronology_markdown"),
    "csv": ("chronology_csv", "chronology_csv"),
    "ics": ("chronology_ics", "chronology_ics"),
    "timelinejs": ("timelinejs", "chronology_timelinejs"),
    "html": ("chronology_html", "chronology_html"),
    "document": ("chronology_document", "chronology_document"),
    "obsidian": ("obsidian", "chronology_obsidian"),
    **{
        name: ("sources", f"sources_{name.replace('-', '_')}")
        for name in ("bibtex", "csl-json", "ris")
    },
}
DOSSIER_FORMATS = tuple(_FUNCTIONS)


def export_pieces(dossier: Dossier, format_: str, chosen: Chosen | None = None) -> Iterator[str]:
    """As ``export_dossier``, piece by piece where the format allows it."""
    if format_ == "json":
        from armreader.export.dossier_json import json_pieces

        yield from json_pieces(dossier, chosen)
    else:
        yield export_dossier(dossier, format_, chosen)


def export_dossier(dossier: Dossier, format_: str, chosen: Chosen | None = None) -> str:
    """What was chosen of the dossier, else all, in one of ``DOSSIER_FORMATS``.

    ValueError for another format.
    """
    if format_ == "json":
        return str(_function(format_)(dossier, chosen))
    return str(_function(format_)(chronology_of(dossier, chosen)))


def export_kept(dossier: Dossier, format_: str, rows: Sequence[KeptRow]) -> str:
    """The user's own chronology in one of ``DOSSIER_FORMATS``; ValueError for another format."""
    if format_ == "json":
        from armreader.export.kept_json import kept_json

        return kept_json(dossier, rows)
    from armreader.export.kept_chronology import kept_chronology

    return str(_function(format_)(kept_chronology(dossier, rows)))


def _function(format_: str) -> Callable[..., object]:
    if format_ not in _FUNCTIONS:
        raise ValueError(f"no such format: {format_}; one of {', '.join(DOSSIER_FORMATS)}")
    module, function = _FUNCTIONS[format_]
    found: Callable[..., object] = getattr(import_module(f"armreader.export.{module}"), function)
    return found
