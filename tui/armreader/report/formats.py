"""The formats that a dossier is exported in, each a function to text, imported when it is used."""

from __future__ import annotations

from armreader.dossier import Dossier

DOSSIER_FORMATS = ("json", "markdown", "csv", "ics", "timelinejs", "html")


def export_dossier(dossier: Dossier, format_: str) -> str:
    """The dossier in one of ``DOSSIER_FORMATS``; ValueError for another."""
    match format_:
        case "json":
            from armreader.report.export_json import export_json

            return export_json(dossier)
        case "markdown":
            from armreader.report.chronology_markdown import chronology_markdown

            return chronology_markdown(dossier)
        case "csv":
            from armreader.report.csv_export import chronology_csv

            return chronology_csv(dossier)
        case "ics":
            from armreader.report.ics import chronology_ics

            return chronology_ics(dossier)
        case "timelinejs":
            from armreader.report.timelinejs import chronology_timelinejs

            return chronology_timelinejs(dossier)
        case "html":
            from armreader.report.html_page import chronology_html

            return chronology_html(dossier)
        case _:
            raise ValueError(f"no such format: {format_}; one of {', '.join(DOSSIER_FORMATS)}")
