"""The ledger and the disagreements as printed lines, tables, CSV and objects."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from textwrap import wrap

from armreader.cli.ink import Part, inked, is_coloured
from armreader.cli.table import Table, one_line, table_lines
from armreader.records import Disagreement, Side
from armreader.story.dossier import Dossier
from armreader.story.issues import issue_of
from armreader.story.ledger import (
    FigureRow,
    differing_words,
    figure_rows,
    figures_of,
    shown_series,
    sources_of,
)
from armreader.story.phrases import date_text, place
from armreader.story.shown_dates import publication_date, shown_value
from armreader.story.sources import source_name
from armreader.story.subjects import subject_of

_BELOW, _LEAST = " " * 8, 20
"""Before a sentence below its side, and its columns at least, however narrow the terminal."""
_MARKS = {"differs": "≠", "revised": "→", "": " "}


def figures_table(dossier: Dossier, every: bool) -> Table:
    """One row a claim, the series in the order in which they are shown."""
    rows = tuple(
        (
            differing_words(series),
            series.what,
            row.value,
            _end(row.claim.low),
            _end(row.claim.high),
            series.unit,
            row.claim.bound,
            row.by,
            row.as_of,
            row.source,
            place(dossier.article_by_id[row.claim.article], row.claim.span.start),
            series.id,
        )
        for series in shown_series(dossier, every)
        for row in figure_rows(dossier, series)
    )
    columns = (
        *("relation", "what", "value", "low", "high", "unit", "bound"),
        *("by", "as of", "source", "place", "id"),
    )
    return Table(columns, rows, flexible=1)


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def figures_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    """A heading a series and a line a claim; a table of claims in a pipe."""
    if options.csv:
        return csv_lines(figures_table(dossier, options.all))
    if width is None:
        return table_lines(figures_table(dossier, options.all), width)
    return _figure_cards(dossier, options.all, width)


def _figure_cards(dossier: Dossier, every: bool, width: int) -> Iterator[str]:
    from rich.cells import set_cell_size

    for series in shown_series(dossier, every):
        word = differing_words(series)
        summary = f"{sources_of(dossier, series)} sources" + (f", {word}" if word else "")
        yield f"{_MARKS[word]} {series.what} ({summary})".rstrip()
        for row in figure_rows(dossier, series):
            mark = _MARKS[row.relation or ""]
            cells = (set_cell_size(row.value, 28), set_cell_size(row.as_of, 10), row.source, row.by)
            line = f"    {mark} " + "  ".join(cell for cell in cells if cell)
            yield set_cell_size(line, width).rstrip()


def figures_json(dossier: Dossier, options: Namespace) -> object:
    """The series as the export has them."""
    from armreader.export.dossier_json import quantity_object

    return {"quantities": [quantity_object(one) for one in shown_series(dossier, options.all)]}


def disagreements_table(dossier: Dossier) -> Table:
    """One row a side; of figures also who gives them, and as of when."""
    rows = tuple(
        (
            found.kind,
            subject_of(dossier, found),
            side.says,
            figure.by if figure else "",
            figure.as_of if figure else "",
            source_name(dossier.article_by_id[side.article]),
            date_text(dossier.article_by_id[side.article].publication.range),
            _sentence(dossier, side),
            found.id,
        )
        for found in dossier.disagreements
        for side, figure in _sides(dossier, found)
    )
    columns = ("kind", "about", "says", "by", "as of", "source", "published", "sentence", "id")
    return Table(columns, rows, flexible=7)


def _sides(dossier: Dossier, found: Disagreement) -> Iterator[tuple[Side, FigureRow | None]]:
    figures = figures_of(dossier, found.about)
    for side in found.sides:
        yield side, figures.get((side.article, side.span))


def disagreements_lines(dossier: Dossier, options: Namespace, width: int | None) -> Iterable[str]:
    """A heading a disagreement and its sides below; a table of sides in a pipe."""
    if options.csv:
        return csv_lines(disagreements_table(dossier))
    if width is None:
        return table_lines(disagreements_table(dossier), width)
    return _disagreement_cards(dossier, width)


def _disagreement_cards(dossier: Dossier, width: int) -> Iterator[str]:
    """What is at issue, then what each side says and in which report, above its whole sentence."""
    coloured = is_coloured()
    for found in dossier.disagreements:
        about = one_line(f"≠ {issue_of(dossier, found)}")
        for line in wrap(about, width, subsequent_indent="  "):
            yield inked([(line, "strong")], width, coloured=coloured)
        for side, figure in _sides(dossier, found):
            article = dossier.article_by_id[side.article]
            day = figure.as_of if figure else publication_date(article.publication)
            who = f"{figure.by} in " if figure and figure.by else ""
            value = figure.value if figure else one_line(shown_value(side.value))
            says, source = f"    {value}  ", f"{who}{source_name(article)}  "
            head: list[Part] = [(says, "strong"), (source, "mark"), (day, "dim")]
            yield inked(head, width, coloured=coloured)
            sentence = one_line(_sentence(dossier, side))
            for line in wrap(sentence, max(_LEAST, width - len(_BELOW))):
                yield inked([(_BELOW, ""), (line, "")], width, coloured=coloured)


def _sentence(dossier: Dossier, side: Side) -> str:
    start, end = dossier.sentences_around(side.article, side.span)
    return " ".join(dossier.article_by_id[side.article].text[start:end].split())


def disagreements_json(dossier: Dossier, _: Namespace) -> object:
    """The disagreements as the export has them."""
    from armreader.export.dossier_json import disagreement_object

    return {"disagreements": [disagreement_object(one) for one in dossier.disagreements]}


def csv_lines(table: Table) -> Iterator[str]:
    """The table as comma-separated values, a cell that begins like a formula after a ``'``."""
    import csv
    from io import StringIO

    for row in (table.columns, *table.rows):
        line = StringIO()
        cells = [f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in row]
        csv.writer(line, lineterminator="").writerow(cells)
        yield line.getvalue()
