"""The entries of a chronology drawn as one line of time: an inline SVG without script.

Each dated entry is a bar as long as its range, in the lowest row where it touches no other, and a
link to the entry. The axis runs from the first to the last day, and is named at both ends and at
the turns of years, or of months where it is short. The same entries stand below as text, so only
the caption is there for those who do not see the drawing, and no key stops at its bars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from armreader.export.date_forms import date_in_words
from armreader.export.html_text import escaped
from armreader.story.chronology import Entry

_WIDTH, _LEFT, _ROW, _BAR, _LEAST = 700, 10, 9, 6, 6
"""Units of the drawing: its width, its margin, a row, a bar, and the shortest bar."""
_MOST_ROWS = 12
_MOST_LABELS = 8


def drawn_timeline(entries: Sequence[Entry]) -> Iterator[str]:
    """The figure; nothing where fewer than two entries have both ends of their date."""
    dated = [(entry, days) for entry in entries if (days := _days(entry))]
    if len(dated) < 2:
        return
    first = min(days[0] for _, days in dated)
    last = max(days[1] for _, days in dated)
    scale = (_WIDTH - 2 * _LEFT) / max(1, last - first + 1)
    ends: list[float] = []
    bars: list[str] = []
    for entry, (start, end) in sorted(dated, key=lambda one: one[1]):
        left = _LEFT + (start - first) * scale
        width = max(_LEAST, (end - start + 1) * scale)
        row = next((n for n, until in enumerate(ends) if until + 1 <= left), len(ends))
        row = min(row, _MOST_ROWS - 1)
        ends[row : row + 1] = [left + width]
        bars.append(_bar(entry, left, width, row))
    axis = len(ends) * _ROW + 6
    missing = len(entries) - len(dated)
    verb = "is" if missing == 1 else "are"
    left_out = f"; {missing} without a date {verb} not drawn" if missing else ""
    yield "<figure>"
    yield f'<svg viewBox="0 0 {_WIDTH} {axis + 20}" aria-hidden="true">'
    yield f'<line class="axis" x1="{_LEFT}" y1="{axis}" x2="{_WIDTH - _LEFT}" y2="{axis}"/>'
    yield from bars
    yield from _labels(first, last, scale, axis)
    yield "</svg>"
    yield f"<figcaption>{len(dated)} dated entries on a timeline{left_out}</figcaption>"
    yield "</figure>"


def _days(entry: Entry) -> tuple[int, int] | None:
    """The first and last day of an entry, as ordinals."""
    range_ = entry.range
    if range_ is None or range_.earliest is None or range_.latest is None:
        return None
    return range_.earliest.toordinal(), range_.latest.toordinal()


def _bar(entry: Entry, left: float, width: float, row: int) -> str:
    label = escaped(f"{date_in_words(entry.range)}: {entry.headline}")
    place = f'x="{left:.1f}" y="{row * _ROW}" width="{width:.1f}" height="{_BAR}"'
    bar = f'<rect class="mark" {place} rx="2"><title>{label}</title></rect>'
    return f'<a href="#{escaped(entry.id)}" tabindex="-1">{bar}</a>'


def _labels(first: int, last: int, scale: float, axis: int) -> Iterator[str]:
    """The turns of years, or of months, that there is room to name."""
    turns = list(_turns(first, last))
    step = max(1, -(-len(turns) // _MOST_LABELS))
    for day, words in turns[::step]:
        x = min(_LEFT + (day - first) * scale, _WIDTH - 40)
        yield f'<text x="{x:.1f}" y="{axis + 14}">{words}</text>'


def _turns(first: int, last: int) -> Iterator[tuple[int, str]]:
    start, end = date.fromordinal(first), date.fromordinal(last)
    yield first, f"{start.year}" if end.year - start.year > 1 else f"{start:%Y-%m}"
    if end.year - start.year > 1:
        for year in range(start.year + 1, end.year + 1):
            yield date(year, 1, 1).toordinal(), str(year)
        return
    months = range(start.year * 12 + start.month, end.year * 12 + end.month)
    for month in months:
        yield date(month // 12, month % 12 + 1, 1).toordinal(), f"{month // 12}-{month % 12 + 1:02}"
