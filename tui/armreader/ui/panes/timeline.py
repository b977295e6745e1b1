"""The timeline: events by year, a dot for each source, and where in time the story is dense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from armreader.dossier import Dossier, Related, Selection
from armreader.report.listed_events import Listed, listed_events, told_as
from armreader.ui.glyphs import glyphs
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.record_list import RecordList, left
from armreader.ui.lines.row_list import Row
from armreader.ui.lines.wrap import cut, fit
from armreader.ui.shown_dates import date_in_month, in_one_month, month_heading
from armreader.ui.state import State

if TYPE_CHECKING:
    from armreader.records import Event

_MOST_DOTS = 8
"""More sources than this are counted instead."""
_DATE_CELLS = 8
_SHORT_WORDS: dict[Listed, str] = {
    "main": "main events", "shared": "shared events", "disputed": "disputed events",
}  # fmt: skip


class TimelinePane(RecordList):
    """One line an event, under the year and month in which it began; undated events come last."""

    HEAD_HEIGHT = 2
    PANE = "timeline"
    KINDS = ("event",)

    def __init__(self) -> None:
        super().__init__("Timeline", 3)
        self._dates: dict[str, str] = {}
        self._date_cells = 0
        self._years: tuple[int, ...] = ()
        self._density: tuple[int, list[Part]] = (0, [])
        self._listed: tuple[object, frozenset[str]] = (None, frozenset())

    def wanted(self, state: State) -> frozenset[str] | None:
        found = state.found.events if state.found else None
        if found is not None or state.related_only or state.listed == "all":
            self.label = "3 Timeline"
            return left(found, state.related.events, related_only=state.related_only)
        self.label = f"3 Timeline: {_SHORT_WORDS[state.listed]}"
        key = (id(state.dossier), state.listed)
        if self._listed[0] != key:
            events = listed_events(state.dossier, state.listed)
            self._listed = key, frozenset(event.id for event in events)
        return self._listed[1]

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        events = _in_order([e for e in state.dossier.events if wanted is None or e.id in wanted])
        rows: list[Row[Selection]] = []
        headings: dict[str, None] = {}
        for event in events:
            under = month_heading(event.range) if event.range else "undated"
            if under not in headings:
                headings[under] = None
                rows.append(Row(None, under))
            rows.append(Row(Selection("event", event.id)))
        self._dates = {e.id: date_in_month(e.range) if e.range else "" for e in events}
        self._date_cells = min(_DATE_CELLS, max(map(cell_len, self._dates.values()), default=0))
        self._years = tuple(year for event in events if (year := _year(event)) is not None)
        self._density = (0, [])
        return rows

    def related_ids(self, related: Related) -> frozenset[str]:
        return related.events

    def lit(self, key: Selection) -> str:
        chosen = self.related.selection
        if chosen is None or chosen.kind == "event":
            return " "
        return glyphs().lit if key.id in self.related.events else " "

    def draw_head(self, width: int) -> list[list[Part]]:
        return [self.head_line(width), self._strip_of_years(width)]

    def draw_row(self, row: Row[Selection], width: int) -> list[list[Part]]:
        dossier = self.dossier
        event = dossier.event_by_id.get(row.key.id) if dossier and row.key else None
        if dossier is None or event is None:
            return [[]]
        differ = glyphs().differ if event.id in dossier.disagreements_about else " "
        dots = self._dots(dossier, event)
        day = fit(self._dates.get(event.id, ""), self._date_cells)
        status = status_mark(event)
        room = width - cell_len(day) - cell_len(dots) - 3 - cell_len(status)
        return [
            [
                (day + " ", ()),
                (dots, ("lit",)),
                (differ, ("alert",)),
                (" " + status, ("alert",)),
                (cut(event.label, room), ("strong",)),
            ]
        ]

    def _dots(self, dossier: Dossier, event: Event) -> str:
        having = set(event.articles)
        if len(dossier.articles) > _MOST_DOTS:
            digits = len(str(len(dossier.articles)))
            return f"{len(having):>{digits}}/{len(dossier.articles)}"
        marks = glyphs()
        return "".join(marks.lit if a.id in having else marks.unlit for a in dossier.articles)

    def _strip_of_years(self, width: int) -> list[Part]:
        """From the first year to the last, how many events fall where, as bars of eight heights."""
        if self._density[0] != width:
            self._density = width, density(self._years, width)
        return self._density[1]


def status_mark(event: Event) -> str:
    """A mark and a blank where an event is told as denied, planned or only possible."""
    marks = glyphs()
    mark = {"denied": marks.denied, "planned": marks.planned, "hypothetical": marks.perhaps}
    return f"{mark[told]} " if (told := told_as(event)) else ""


def density(years: Sequence[int], width: int) -> list[Part]:
    """The years as a strip of a width in cells; nothing where there are none, or no room."""
    if not years:
        return []
    first, last = min(years), max(years)
    room = width - cell_len(f" {first}  {last} ")
    if room < 4:
        return []
    columns = [0] * room
    for year in years:
        columns[(year - first) * room // (last - first + 1)] += 1
    bars, most = glyphs().density, max(columns)
    drawn = "".join(bars[(count * len(bars) - 1) // most] if count else " " for count in columns)
    return [(f" {first} ", ("dim",)), (drawn, ("lit",)), (f" {last} ", ("dim",))]


def _in_order(events: Sequence[Event]) -> list[Event]:
    """By the year and the month in which they began, those known less closely first."""

    def key(event: Event) -> tuple[int, int, tuple[date, date]]:
        range_ = event.range
        if range_ is None or (range_.earliest is None and range_.latest is None):
            return date.max.year + 1, 0, (date.max, date.max)
        first = range_.earliest or range_.latest or date.max
        return first.year, first.month if in_one_month(range_) else 0, range_.sort_key

    return sorted(events, key=key)


def _year(event: Event) -> int | None:
    day = (event.range.earliest or event.range.latest) if event.range else None
    return day.year if day else None
