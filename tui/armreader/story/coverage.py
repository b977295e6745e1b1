"""Coverage: which source has which event, as a matrix with its gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from armreader.records import Event
from armreader.story.dossier import Dossier

CoverageOrder = Literal["time", "sources", "gap"]
ORDERS: tuple[CoverageOrder, ...] = ("time", "sources", "gap")


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One event, and how often each column that has it mentions it; the other columns are gaps."""

    event: str
    cells: Mapping[int, int]
    """By column number, how many mentions it has; never 0."""

    @property
    def sources(self) -> int:
        """How many columns have it."""
        return len(self.cells)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Events by sources, rows in the order asked for, columns in that of the dossier."""

    columns: tuple[tuple[str, ...], ...]
    """The ids of articles; one that repeats another is in its column, as no source of its own."""
    rows: tuple[CoverageRow, ...]


def coverage(
    dossier: Dossier, order: CoverageOrder = "time", events: Iterable[Event] | None = None
) -> Coverage:
    """The matrix of some events, else all, in an order (see ``in_order``)."""
    columns: dict[str, list[str]] = {}
    for article in dossier.articles:
        first = article.repeats if article.repeats in columns else article.id
        columns.setdefault(first, []).append(article.id)
    column_of = {article: number for number, own in enumerate(columns.values()) for article in own}
    rows = [_row(event, column_of) for event in (dossier.events if events is None else events)]
    return in_order(Coverage(tuple(map(tuple, columns.values())), tuple(rows)), order)


def in_order(matrix: Coverage, order: CoverageOrder) -> Coverage:
    """A matrix that is ordered by time in another order: by most sources first, or by gap.

    By gap, what all sources but one report comes first; what only one reports is not a gap of the
    others.
    """
    if order == "time":
        return matrix
    most = len(matrix.columns)
    if order == "sources":
        rows = sorted(matrix.rows, key=lambda row: -len(row.cells))
    else:
        rows = sorted(
            matrix.rows,
            key=lambda row: (len(row.cells) < 2, len(row.cells) == most, -len(row.cells)),
        )
    return Coverage(matrix.columns, tuple(rows))


def coverage_object(
    dossier: Dossier, order: CoverageOrder = "time", events: Iterable[Event] | None = None
) -> dict[str, object]:
    """The matrix for JSON: a column an entry of ``articles``, with those that repeat its first."""
    matrix = coverage(dossier, order, events)
    columns = range(len(matrix.columns))
    return {
        "articles": [list(column) for column in matrix.columns],
        "events": [
            {"id": row.event, "mentions": [row.cells.get(column, 0) for column in columns]}
            for row in matrix.rows
        ],
    }


def _row(event: Event, column_of: Mapping[str, int]) -> CoverageRow:
    cells: dict[int, int] = {}
    for mention in event.mentions:
        column = column_of[mention.article]
        cells[column] = cells.get(column, 0) + 1
    return CoverageRow(event.id, cells)
