"""Compare: an event or an utterance as each source has it, side by side or one under another."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from textual.strip import Strip

from armreader.records import Disagreement
from armreader.records.spans import Passage
from armreader.story.compare import Comparison, compare
from armreader.story.dossier import Dossier
from armreader.story.sources import difference_words, independent_words, source_name
from armreader.ui.lines.line_view import LineView, Part, both_ends
from armreader.ui.lines.wrap import cut
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.looks.shown_dates import full_date, shown_value
from armreader.ui.pages.compare_columns import Line, column_lines
from armreader.ui.pages.page import Page
from armreader.ui.session.state import State, compared_here

_LEAST_COLUMN = 34
"""Cells of a source's column at least; narrower, they stand one under another."""
_MOST_COLUMN = 90
_MOST_DIFFERENCES = 4


class ComparePage(Page, LineView):
    """Columns under a head; one cursor on a sentence of one source."""

    NAME = "compare"
    HINTS = (("right", "source"), ("down", "sentence"), ("open", "read on"))

    def __init__(self) -> None:
        super().__init__(id=self.NAME)
        self._dossier: Dossier | None = None
        self._comparison: Comparison | None = None
        self._about = ""
        self.source = self.stretch = 0
        self.top = self.first = 0
        self._laid_out_for = 0
        self._laid_out: dict[int, list[Line]] = {}

    def open(self, state: State) -> str:
        about = compared_here(state)
        if about != self._about or state.dossier is not self._dossier:
            comparison = compare(state.dossier, about) if about else None
            if comparison is None:
                return "Select an event, or a quote, to compare what the sources have of it."
            self._about, self._dossier, self._comparison = about, state.dossier, comparison
            self.top = self.first = self._laid_out_for = 0
            self.source, self.stretch = _nearest(comparison, state)
        self._see_cursor()
        self.redraw()
        return ""

    def do(self, command: str, count: int) -> bool:
        match command:
            case "right" | "next-source" | "next-pane":
                self._go_to_source(self.source + count)
            case "left" | "previous-source" | "previous-pane":
                self._go_to_source(self.source - count)
            case "down" | "next-mention":
                self._go_on(count)
            case "up" | "previous-mention":
                self._go_on(-count)
            case "page-down" | "text-page-down":
                self._scroll(count * (self._free_rows - 1))
            case "page-up" | "text-page-up":
                self._scroll(-count * (self._free_rows - 1))
            case "text-down" | "text-up":
                self._scroll(count if command == "text-down" else -count)
            case "top" | "bottom":
                self._scroll(1_000_000 * (1 if command == "bottom" else -1))
            case _:
                return False
        self.redraw()
        return True

    def enter(self, state: State) -> State | None:
        comparison = self._comparison
        if comparison is None:
            return None
        source = comparison.sources[self.source]
        stretch = source.stretches[self.stretch]
        start, end = stretch.lit[0] if stretch.lit else stretch.sentence
        at = Passage(source.article, start, end)
        return replace(state, article=source.article, current=at, pane="text")

    def told(self) -> str:
        differ = glyphs().differ
        return f"underlined: only there   {differ} the sources differ"

    # What is drawn.

    def draw_lines(self) -> list[Strip]:
        width, height = self.size
        lines = [self.strip(parts) for parts in self._head(width)]
        shown = self._shown(width)
        cells = self._column_cells(width)
        rule = "│" if glyphs().rule == "─" else "|"
        for number in range(self.top, self.top + height - len(lines)):
            parts: list[Part] = []
            for column in shown:
                line = self._with_cursor(column[number]) if number < len(column) else []
                taken = sum(cell_len(text) for text, _ in line)
                parts += [*line, (" " * max(0, cells - taken), ())]
                if column is not shown[-1]:
                    parts.append((rule, ("dim",)))
            lines.append(self.strip(parts))
        return lines[:height]

    def resized(self) -> None:
        self._see_cursor()

    def _head(self, width: int) -> list[list[Part]]:
        """What is compared, and what the sources differ in."""
        dossier, comparison = self._dossier, self._comparison
        if dossier is None or comparison is None:
            return []
        rule = glyphs().rule
        count = len(comparison.sources)
        event = dossier.event_by_id.get(comparison.about)
        independent = independent_words(dossier, event) if event else ""
        place = f" source {self.source + 1} of {count}{independent and f' · {independent}'} "
        told = f"{event.label}, {full_date(event.range)}" if event else comparison.label
        label = cut(told, width - len(place) - 16)
        head = both_ends(
            [(rule, ("dim",)), (" Compare ", ("head-active",)), (f" {label} ", ("told",))],
            [(place, ("dim",))], width, rule,
        )  # fmt: skip
        differ: list[list[Part]] = [
            [(f" {glyphs().differ} {cut(told, width - 4)}", ("alert",))]
            for told in dict.fromkeys(
                _difference(dossier, found, comparison.about) for found in comparison.disagreements
            )
        ]
        return [head, *differ[:_MOST_DIFFERENCES]]

    def _with_cursor(self, line: Line) -> list[Part]:
        """The line's parts after its mark, which shows where the cursor is."""
        here = (line.source, line.stretch) == (self.source, self.stretch)
        first, *rest = line.parts
        if line.begins and here:
            first = (glyphs().cursor, ("mark",))
        elif line.names and line.source == self.source:
            first = (first[0], ("head-active",))
        return [first, *rest]

    # Where things stand.

    @property
    def _free_rows(self) -> int:
        """How many lines there are for the columns."""
        return max(1, self.size.height - len(self._head(self.size.width)))

    def _beside(self, width: int) -> int:
        """How many columns stand side by side."""
        count = len(self._comparison.sources) if self._comparison else 0
        beside = max(1, min(count, (width + 1) // (_LEAST_COLUMN + 1)))
        return beside if width >= 2 * _LEAST_COLUMN + 1 else 1

    def _column_cells(self, width: int) -> int:
        beside = self._beside(width)
        return min(_MOST_COLUMN, (width - beside + 1) // beside)

    def _column(self, number: int, width: int) -> list[Line]:
        """A source's column; where none stand side by side, the one that has them all."""
        dossier, comparison = self._dossier, self._comparison
        if dossier is None or comparison is None:
            return []
        if self._laid_out_for != width:
            self._laid_out_for, self._laid_out = width, {}
        if number not in self._laid_out:
            cells = self._column_cells(width)
            together = self._beside(width) == 1
            places = range(len(comparison.sources)) if together else (number,)
            self._laid_out[number] = [
                line for place in places for line in column_lines(dossier, comparison, place, cells)
            ]
        return self._laid_out[number]

    def _shown(self, width: int) -> list[list[Line]]:
        """The columns that can be seen."""
        return [self._column(self.first + n, width) for n in range(self._beside(width))]

    def _go_to_source(self, source: int) -> None:
        if self._comparison:
            self.source = source % len(self._comparison.sources)
            self.stretch = 0
            self._see_cursor()

    def _go_on(self, step: int) -> None:
        """To another sentence of the source, and from its last to the next source."""
        places = [
            (source, stretch)
            for source, found in enumerate(self._comparison.sources if self._comparison else ())
            for stretch in range(len(found.stretches))
        ]
        at = places.index((self.source, self.stretch)) + step
        self.source, self.stretch = places[max(0, min(at, len(places) - 1))]
        self._see_cursor()

    def _scroll(self, rows: int) -> None:
        self.top += rows
        self._clamp()

    def _clamp(self) -> None:
        width = self.size.width
        rows = max(map(len, self._shown(width)))
        self.top = max(0, min(self.top, rows - self._free_rows))

    def _see_cursor(self) -> None:
        """Scroll so that the cursor's sentence can be seen, with the source's head if it fits."""
        width = self.size.width
        if not width:
            return
        beside = self._beside(width)
        count = len(self._comparison.sources) if self._comparison else 0
        self.first = max(min(self.first, self.source), self.source - beside + 1)
        self.first = min(self.first, count - beside) if beside > 1 else 0
        column = self._column(self.source if beside > 1 else 0, width)
        here = [
            number
            for number, line in enumerate(column)
            if line.source == self.source and line.stretch == self.stretch
        ]
        first = next((n for n, line in enumerate(column) if line.source == self.source), 0)
        start = first if here[-1] - first < self._free_rows else here[0] - 1
        if not (self.top <= start and here[-1] < self.top + self._free_rows):
            self.top = start
        self._clamp()


def _difference(dossier: Dossier, found: Disagreement, about: str) -> str:
    """What is given differently, and by whom."""
    sides: dict[str, dict[str, None]] = {}
    for side in found.sides:
        sides.setdefault(shown_value(side.value), {})[
            source_name(dossier.article_by_id[side.article])
        ] = None
    told = " / ".join(f"{says} ({', '.join(names)})" for says, names in sides.items())
    return f"sources differ {difference_words(found, about)}: {told}"


def _nearest(comparison: Comparison, state: State) -> tuple[int, int]:
    """The source that is being read, and its sentence at the current mention."""
    for number, source in enumerate(comparison.sources):
        if source.article == state.article:
            at = state.current.start if state.current else 0
            return number, next(
                (n for n, one in enumerate(source.stretches) if at < one.sentence.end), 0
            )
    return 0, 0
