"""Coverage: which source has which event, as a matrix with its gaps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from armreader.dossier import Dossier
from armreader.records import Event
from armreader.report.listings import CARRIED, SILENT, date_text
from armreader.report.table import Table

CoverageOrder = Literal["time", "sources", "gap"]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One event: how often each article mentions it, in the order of the dossier's articles."""

    event: str
    counts: tuple[int, ...]

    @property
    def sources(self) -> int:
        """How many articles have it."""
        return sum(1 for count in self.counts if count)

    @property
    def gaps(self) -> int:
        """How many articles leave it out."""
        return len(self.counts) - self.sources


@dataclass(frozen=True, slots=True)
class Coverage:
    """Events by articles, rows in the order asked for."""

    articles: tuple[str, ...]
    rows: tuple[CoverageRow, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """How many events each article has."""
        return tuple(
            sum(1 for row in self.rows if row.counts[column])
            for column in range(len(self.articles))
        )


def coverage(dossier: Dossier, order: CoverageOrder = "time") -> Coverage:
    """The matrix by time, by most sources first, or by fewest gaps among the shared ones first."""
    articles = tuple(article.id for article in dossier.articles)
    rows = [_row(event, articles) for event in dossier.events]
    if order == "sources":
        rows.sort(key=lambda row: -row.sources)
    elif order == "gap":
        # What one source tells alone is no gap of the others; what all but one tell is the widest.
        rows.sort(key=lambda row: (row.sources < 2, row.gaps == 0, row.gaps))
    return Coverage(articles, tuple(rows))


def coverage_table(dossier: Dossier, order: CoverageOrder = "time") -> Table:
    """The matrix for print: a digit for the mentions of each cell, a dot for a gap."""
    matrix = coverage(dossier, order)
    rows = tuple(
        (
            date_text(dossier.event_by_id[row.event].range),
            "".join(_cell(count) for count in row.counts),
            f"{row.sources}/{len(row.counts)}",
            dossier.event_by_id[row.event].label,
            row.event,
        )
        for row in matrix.rows
    )
    return Table(("date", "mentions", "sources", "event", "id"), rows, flexible=3)


def coverage_object(dossier: Dossier, order: CoverageOrder = "time") -> dict[str, object]:
    """The matrix for JSON."""
    matrix = coverage(dossier, order)
    return {
        "articles": list(matrix.articles),
        "events": [{"id": row.event, "mentions": list(row.counts)} for row in matrix.rows],
    }


def _row(event: Event, articles: tuple[str, ...]) -> CoverageRow:
    counts = Counter(mention.article for mention in event.mentions)
    return CoverageRow(event.id, tuple(counts[article] for article in articles))


def _cell(count: int) -> str:
    if count > 9:
        return CARRIED
    return str(count) if count else SILENT
