"""The timeline: events by year, a dot for each source, and how dense each stretch of time is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.events import Click

from armreader.story.dossier import Dossier
from armreader.story.listed_events import (
    SHARED_BY,
    each_once,
    shared_status,
    timeline_events,
)
from armreader.story.selection import Related, Selection
from armreader.story.shown_dates import Unit, date_under, full_date, heading, in_one_month
from armreader.ui.lines.density import density, month_at, months_of
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.opened import opened_lines
from armreader.ui.lines.record_list import RecordList, left
from armreader.ui.lines.row_list import Row
from armreader.ui.lines.wrap import cut, fit, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.session.state import State

if TYPE_CHECKING:
    from armreader.records import Event

_MOST_DOTS = 8
"""If there are more sources, they are only counted."""
_ROOM_FOR_DOTS = 70
"""Cells of a row from which there is room for a mark for each source."""
_DATE_CELLS, _FULL_DATE_CELLS = 11, 15
"""Cells of a date under its year, and of one with its year."""
_MOST_LINES = 3
"""Lines of a label; one more where the list is full or the event is opened."""


class TimelinePane(RecordList):
    """Events under the year in which they began, each with its day; undated ones come last."""

    ROW_HEIGHT = 0
    PANE = "timeline"
    KINDS = ("event",)

    def __init__(self) -> None:
        super().__init__("Timeline", 3)
        self._dates: dict[str, str] = {}
        self._months: tuple[int, ...] = ()
        self._density: tuple[int, list[Part]] = (0, [])
        self._listed: tuple[object, frozenset[str]] = (None, frozenset())
        self._lists: frozenset[str] | None = None
        """The ids of what is listed while the list is in focus; None for all."""
        self._opened = self._article = ""
        self._full = False
        self._bookmarked: frozenset[str] = frozenset()

    def wanted(self, state: State) -> frozenset[str] | None:
        self._lists = self._listing(state)
        return self._lists

    def _listing(self, state: State) -> frozenset[str] | None:
        found = state.found.events if state.found else None
        listing = state.listing
        if found is not None or state.related_only:
            what = "related events" if state.related_only else "events in what was found"
            self.label = f"3 Timeline: {what}"
            return left(found, state.related.events, related_only=state.related_only)
        several = listing.listed == "shared" and listing.sources > SHARED_BY
        what = f"{listing.sources}+ sources" if several else f"{listing.listed} events"
        # Which events are main ones is known once all of them are there.
        self.label = "3 Timeline" if state.loading else f"3 Timeline: {what}"
        return self.listed(state)

    def listed(self, state: State) -> frozenset[str]:
        """The ids of the events that are listed while nothing is searched."""
        key = (id(state.dossier), state.listing)
        if self._listed[0] != key:
            events = timeline_events(state.dossier, state.listing)
            self._listed = key, frozenset(event.id for event in events)
        return self._listed[1]

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        unit = state.unit
        folded = self._folds(state)
        chosen = self.chosen(state.dossier.events, state.dossier.event_by_id, wanted)
        once = chosen if wanted is self._listed[1] else each_once(chosen)
        events = sorted(once, key=lambda event: _under(event, unit))
        rows: list[Row[Selection]] = []
        headings: dict[str, None] = {}
        if folded:
            words = _fold_words(events, folded, opened=state.unfolded)
            hidden = 0 if state.unfolded else len(folded)
            rows.append(Row(None, words, folds=True, hidden=hidden))
        for event in events:
            if event.id in folded and not state.unfolded:
                continue
            under = heading(event.range, unit)
            if under not in headings and self.focused:
                headings[under] = None
                rows.append(Row(None, under))
            rows.append(Row(Selection("event", event.id)))
        self._dates = {e.id: _day_under(e, unit) for e in events}
        shown = [event for event in events if state.unfolded or event.id not in folded]
        self._months = months_of(shown)
        self._density = (0, [])
        return rows

    def _folds(self, state: State) -> frozenset[str]:
        """The events that one row stands for: background, where nothing was searched."""
        main = state.listing.listed == "main" and state.found is None
        whole = main and not state.related_only and self.focused
        return state.dossier.background if whole else frozenset()

    def best(self) -> Selection | None:
        """The main event that most sources report, with a day if any has one; of several, the last,
        which is nearest the news."""
        events = self.dossier.main_events if self.dossier else ()
        if not events:
            return None
        dated = [event for event in events if event.range]
        last_first = reversed(dated or events)
        return Selection("event", max(last_first, key=lambda event: len(event.articles)).id)

    def is_new(self, key: Selection) -> bool:
        event = self.dossier.event_by_id.get(key.id) if self.dossier else None
        return event is not None and self.new.issuperset(event.articles)

    def related_ids(self, related: Related) -> frozenset[str]:
        """Of what goes with the selection, what is listed, and the event that is selected: every
        verb around a quote is a detail, which nobody asked for."""
        chosen = related.selection
        own = frozenset({chosen.id} if chosen and chosen.kind == "event" else ())
        listed = related.events if self._lists is None else related.events & self._lists
        return listed | own

    def grouping(self, state: State) -> str:
        return f"{state.unit} {state.unfolded}"

    def lit(self, key: Selection) -> str:
        chosen = self.related.selection
        if chosen is None or chosen.kind == "event":
            return " "
        return glyphs().lit if key.id in self.related.events else " "

    @property
    def HEAD_HEIGHT(self) -> int:  # type: ignore[override]
        """The ruler of years is drawn where the list has the room."""
        return 2 if self.focused else 1

    def draw_head(self, width: int) -> list[list[Part]]:
        return [self.head_line(width), self._strip_of_years(width)][: self.HEAD_HEIGHT]

    def show(self, state: State) -> None:
        self._bookmarked = state.bookmarked
        self._article, self._full = state.article, state.full
        if state.opened != self._opened:
            self._opened = state.opened
            self._heights.clear()
            self._keep_in_sight()
        super().show(state)

    def draw_row(self, row: Row[Selection], width: int) -> list[list[Part]]:
        dossier = self.dossier
        event = dossier.event_by_id.get(row.key.id) if dossier and row.key else None
        if dossier is None or event is None:
            return [[]]
        day, status = self._dates.get(event.id, ""), status_mark(event)
        new = self.new_mark(Selection("event", event.id))
        star = glyphs().bookmark if event.id in self._bookmarked else " "
        if not self.roomy:
            date = fit(full_date(event.range), _FULL_DATE_CELLS)
            short = cut(event.label, width - cell_len(date + star + new + status))
            return [[(date, ("dim",)), (star, ("mark",)), (new, ("mark",)), (status, ("alert",)),
                     (short, ())]]  # fmt: skip
        right = self._sources(dossier, event, width)
        room = width - _DATE_CELLS - 1 - sum(cell_len(text) for text, _ in right) - 1
        most = _MOST_LINES + (event.id == self._opened or self._full)
        label = wrapped(new + status + event.label, room, most)
        lines: list[list[Part]] = [
            [
                (fit(when, _DATE_CELLS), ("dim",)),
                (star if n == 0 else " ", ("mark",)),
                (line, ("strong",)),
            ]
            for n, (when, line) in enumerate(zip_longest(_in_column(day), label, fillvalue=""))
        ]
        lines[0][2:] = [(new, ("mark",)), (label[0][len(new) :], ("strong",))]
        lines[0] = both_ends(lines[0], right, width)
        if event.id == self._opened:
            room = self.room.height - self.HEAD_HEIGHT - len(lines) - 1  # and a heading
            lines += opened_lines(dossier, event, self._article, (width - 1, room), full=self._full)
        return lines

    def _sources(self, dossier: Dossier, event: Event, width: int) -> list[Part]:
        """Whether the sources differ, how many they are, and a mark for each where there is
        room."""
        having, marks, total = set(event.articles), glyphs(), len(dossier.articles)
        dots = ""
        if total <= _MOST_DOTS and width >= _ROOM_FOR_DOTS:
            dots = "".join(marks.lit if one.id in having else marks.unlit for one in dossier.by_day)
        differ = marks.differ if event.id in dossier.disagreements_about else " "
        digits = len(str(total))
        count = f"{len(having):>{digits}}/{total}"
        return [
            (differ + " ", ("alert",)),
            (dots + " " * bool(dots), ("lit",)),
            (f"{count} ", ("dim",)),
        ]

    def on_click(self, event: Click) -> None:
        """On the ruler: go to the first event of the time that was clicked."""
        if event.y != 1 or self.HEAD_HEIGHT != 2:
            super().on_click(event)
            return
        month = month_at(self._months, event.x, self.size.width)
        dossier = self.dossier
        if month is None or dossier is None:
            return
        for row in self.rows:
            record = dossier.event_by_id.get(row.key.id) if row.key else None
            if row.key and record and (months_of([record]) or (-1,))[0] >= month:
                self.point_to(row.key)
                self.redraw()
                self.post_message(self.Pointed(self.id or "", row.key))
                return

    def _strip_of_years(self, width: int) -> list[Part]:
        """How many events fall in each stretch from the first year to the last, as bars of eight
        heights."""
        if self._density[0] != width:
            self._density = width, density(self._months, width)
        return self._density[1]


def _in_column(day: str) -> Sequence[str]:
    """A date in lines that fit its column: two days that are far apart have a line each."""
    first, dash, last = day.partition("–")
    if cell_len(day) <= _DATE_CELLS or not dash:
        return (day,)
    return (first + dash, last)


def status_mark(event: Event) -> str:
    """A mark and a blank where an event is reported as denied, planned or only possible."""
    marks = glyphs()
    mark = {"denied": marks.denied, "planned": marks.planned, "hypothetical": marks.perhaps}
    return f"{mark[status]} " if (status := shared_status(event)) else ""


def _fold_words(events: Sequence[Event], folded: frozenset[str], *, opened: bool) -> str:
    """The row of the background: which years, how many events, and what Enter does."""
    years = sorted(year for event in events if event.id in folded and (year := _year(event)))
    span = f"{years[0]}–{years[-1]}" if years[0] != years[-1] else f"{years[0]}"
    words = f" {span}   background: {len(folded)} earlier events"
    return f"{words} (Enter {'closes' if opened else 'opens'})"


def _under(event: Event, unit: Unit) -> tuple[int, int, int, tuple[int, int]]:
    """Orders by the headings: in each year and month what is known no closer comes first."""
    range_ = event.range.shown if event.range else None
    first = (range_.earliest or range_.latest) if range_ else None
    if range_ and range_.ancient:
        return range_.ancient[0], 0, 0, range_.sort_key
    if range_ is None or first is None:
        return date.max.year + 1, 0, 0, (0, 0)
    month = first.month if unit != "year" and in_one_month(range_) else 0
    day = first.day if unit == "day" and range_.precision == "day" else 0
    return first.year, month, day, range_.sort_key


def _day_under(event: Event, unit: Unit) -> str:
    """What the heading leaves to say about the day; if nothing, the whole date."""
    return (date_under(event.range, unit) if event.range else "") or full_date(event.range)


def _year(event: Event) -> int | None:
    day = (event.range.earliest or event.range.latest) if event.range else None
    return day.year if day else None
