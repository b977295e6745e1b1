"""The timeline: events by year, a dot for each source, and where in time the story is dense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from armreader.story.dossier import Dossier
from armreader.story.listed_events import SHARED_BY, listed_events, told_as
from armreader.story.selection import Related, Selection
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.record_list import RecordList, left
from armreader.ui.lines.row_list import Row
from armreader.ui.lines.wrap import cut
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.looks.shown_dates import Unit, date_under, heading, in_one_month
from armreader.ui.session.state import State

if TYPE_CHECKING:
    from armreader.records import Event

_MOST_DOTS = 8
"""More sources than this are counted instead."""


class TimelinePane(RecordList):
    """One line an event, under the year and month in which it began; undated events come last."""

    HEAD_HEIGHT = 2
    PANE = "timeline"
    KINDS = ("event",)

    def __init__(self) -> None:
        super().__init__("Timeline", 3)
        self._dates: dict[str, str] = {}
        self._years: tuple[int, ...] = ()
        self._density: tuple[int, list[Part]] = (0, [])
        self._listed: tuple[object, frozenset[str]] = (None, frozenset())

    def wanted(self, state: State) -> frozenset[str] | None:
        found = state.found.events if state.found else None
        listing = state.listing
        if found is not None or state.related_only or listing.listed == "all":
            self.label = "3 Timeline"
            return left(found, state.related.events, related_only=state.related_only)
        several = listing.listed == "shared" and listing.sources > SHARED_BY
        told = f"{listing.sources}+ sources" if several else f"{listing.listed} events"
        self.label = f"3 Timeline: {told}"
        key = (id(state.dossier), listing)
        if self._listed[0] != key:
            events = listed_events(state.dossier, listing)
            self._listed = key, frozenset(event.id for event in events)
        return self._listed[1]

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        unit = state.unit
        chosen = [e for e in state.dossier.events if wanted is None or e.id in wanted]
        events = sorted(chosen, key=lambda event: _under(event, unit))
        rows: list[Row[Selection]] = []
        headings: dict[str, None] = {}
        for event in events:
            under = heading(event.range, unit)
            if under not in headings:
                headings[under] = None
                rows.append(Row(None, under))
            rows.append(Row(Selection("event", event.id)))
        self._dates = {e.id: date_under(e.range, unit) if e.range else "" for e in events}
        self._years = tuple(year for event in events if (year := _year(event)) is not None)
        self._density = (0, [])
        return rows

    def related_ids(self, related: Related) -> frozenset[str]:
        return related.events

    def grouping(self, state: State) -> str:
        return state.unit

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
        day = self._dates.get(event.id, "")
        told = f"{day} " if day else ""
        status = status_mark(event)
        room = width - cell_len(dots + told + status) - 2
        return [
            [
                (dots, ("lit",)),
                (differ + " ", ("alert",)),
                (told, ()),
                (status, ("alert",)),
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


def _under(event: Event, unit: Unit) -> tuple[int, int, int, tuple[int, int]]:
    """Orders by the headings: in each year and month what is known no closer comes first."""
    range_ = event.range
    first = (range_.earliest or range_.latest) if range_ else None
    if range_ and range_.ancient:
        return range_.ancient[0], 0, 0, range_.sort_key
    if range_ is None or first is None:
        return date.max.year + 1, 0, 0, (0, 0)
    month = first.month if unit != "year" and in_one_month(range_) else 0
    day = first.day if unit == "day" and range_.precision == "day" else 0
    return first.year, month, day, range_.sort_key


def _year(event: Event) -> int | None:
    day = (event.range.earliest or event.range.latest) if event.range else None
    return day.year if day else None
