"""The formats that a dossier is exported in, each a function to text, imported when it is used."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from armreader.story.chosen import Chosen
from armreader.story.chronology import chronology_of
from armreader.story.dossier import Dossier

_FUNCTIONS = {
    "json": ("dossier_json", "export_json"),
    "markdown": ("chronology_markdown", "chronology_markdown"),
    "csv": ("chronology_csv", "chronology_csv"),
    "ics": ("chronology_ics", "chronology_ics"),
    "timelinejs": ("timelinejs", "chronology_timelinejs"),
    "html": ("chronology_html", "chronology_html"),
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
    if format_ not in _FUNCTIONS:
        raise ValueError(f"no such format: {format_}; one of {', '.join(DOSSIER_FORMATS)}")
    module, function = _FUNCTIONS[format_]
    write = getattr(import_module(f"armreader.export.{module}"), function)
    if format_ == "json":
        return str(write(dossier, chosen))
    return str(write(chronology_of(dossier, chosen)))
