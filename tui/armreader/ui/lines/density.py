"""The ruler of the timeline: how many events fall where in its years, or in its months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from armreader.story.shown_dates import month_name
from armreader.ui.lines.line_view import Part
from armreader.ui.looks.glyphs import glyphs

if TYPE_CHECKING:
    from armreader.records import Event

_BY_MONTH = 6 * 12
"""Months of a story that is drawn month by month; a longer one is drawn year by year."""
_LEFT, _RIGHT = 6, 7
"""Cells of the first year or month before the bars, and of the last one behind them."""


def months_of(events: Iterable[Event]) -> tuple[int, ...]:
    """The month in which each event began, counted from the year 0; the undated are left out."""
    ranges = (event.range for event in events)
    days = (range_.earliest or range_.latest for range_ in ranges if range_)
    return tuple(12 * day.year + day.month - 1 for day in days if day)


def density(months: Sequence[int], width: int) -> list[Part]:
    """The months as bars in a strip of a width in cells; nothing where there is no room."""
    room = width - _LEFT - _RIGHT
    if not months or room < 4:
        return []
    first, count = _extent(months)
    unit = 1 if count <= _BY_MONTH else 12
    events = Counter((month - first) // unit for month in months)
    most = max(events.values())
    units = (cell * (count // unit) // room for cell in range(room))
    bars = glyphs().density
    heights = (events[one] for one in units)
    drawn = "".join(bars[(n * len(bars) - 1) // most] if n else " " for n in heights)
    last = first + count - 1
    in_one_year = first // 12 == last // 12
    left, right = (month_name(one) if in_one_year else f"{one // 12}" for one in (first, last))
    ends = f" {left:<4} ", f"  {right:<4} "
    return [(ends[0], ("dim",)), (drawn, ("lit",)), (ends[1], ("dim",))]


def month_at(months: Sequence[int], cell: int, width: int) -> int | None:
    """The month that begins at a cell of the strip; None beside the bars."""
    room = width - _LEFT - _RIGHT
    if not months or not _LEFT <= cell < _LEFT + room:
        return None
    first, count = _extent(months)
    return first + (cell - _LEFT) * count // room


def _extent(months: Sequence[int]) -> tuple[int, int]:
    """January of the first year, and how many months there are to the end of the last; of one year
    only the months from the first to the last."""
    first, last = min(months), max(months)
    if first // 12 == last // 12 and first != last:
        return first, last - first + 1
    first = first // 12 * 12
    return first, (max(months) // 12 + 1) * 12 - first
