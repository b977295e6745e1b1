"""Compare: an event or an utterance as each source has it, with the differences on top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import cell_len
from textual.strip import Strip

from armreader.records import Disagreement
from armreader.records.spans import Passage
from armreader.story.compare import Comparison, compare
from armreader.story.dossier import Dossier
from armreader.story.shown_dates import full_date, shown_value
from armreader.story.sources import difference_words, independent_words, source_name
from armreader.ui.lines.line_view import LineView, Part, both_ends
from armreader.ui.lines.wrap import cut, fit
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.pages.compare_lines import Line, compared_lines
from armreader.ui.pages.page import Page
from armreader.ui.session.state import State, compared_here

_MOST_DIFFERENCES = 4


class ComparePage(Page, LineView):
    """Source under source; the cursor is on a sentence of one of them."""

    NAME = "compare"
    HINTS = (("right", "source"), ("down", "sentence"), ("open", "read on"))

    def __init__(self) -> None:
        super().__init__(id=self.NAME)
        self._dossier: Dossier | None = None
        self._comparison: Comparison | None = None
        self._about = ""
        self.source = self.stretch = 0
        self.top = 0
        self._laid_out_for = 0
        self._laid_out: list[Line] = []

    def open(self, state: State) -> str:
        about = compared_here(state)
        if about != self._about or state.dossier is not self._dossier:
            comparison = compare(state.dossier, about) if about else None
            if comparison is None:
                return "Select an event or a quote to compare what the sources say about it."
            self._about, self._dossier, self._comparison = about, state.dossier, comparison
            self.top = self._laid_out_for = 0
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

    def foot_words(self, width: int) -> str:
        differ = glyphs().differ
        if self._comparison and len(self._comparison.sources) == 1:
            return "Only this source has it."
        ways = (
            f"underlined: only this source has it   {differ} the sources differ",
            f"underlined: only here   {differ} the sources differ",
            "underlined: only here",
        )
        return next((words for words in ways if len(words) <= width), "")

    # What is drawn.

    def draw_lines(self) -> list[Strip]:
        width, height = self.size
        lines = [self.strip(parts) for parts in self._head(width)]
        shown = self._lines_for(width)[self.top : self.top + height - len(lines)]
        lines += [self.strip(self._with_cursor(line)) for line in shown]
        blank = self.strip(())
        return (lines + [blank] * (height - len(lines)))[:height]

    def resized(self) -> None:
        self._see_cursor()

    def _head(self, width: int) -> list[list[Part]]:
        """What is compared, and what the sources differ in: each side with its sources."""
        dossier, comparison = self._dossier, self._comparison
        if dossier is None or comparison is None:
            return []
        rule = glyphs().rule
        count, total = len(comparison.sources), len(dossier.articles)
        event = dossier.event_by_id.get(comparison.about)
        independent = independent_words(dossier, event) if event else ""
        place = f" {count} of {total} sources{independent and f', {independent}'} "
        title = f"{event.label}, {full_date(event.range)}" if event else comparison.label
        label = cut(title, width - len(place) - 16)
        head = both_ends(
            [(rule, ("dim",)), (" Compare ", ("head-active",)), (f" {label} ", ("bold",))],
            [(place, ("dim",))], width, rule,
        )  # fmt: skip
        differ = [
            line
            for found in comparison.disagreements[:_MOST_DIFFERENCES]
            for line in _differences(dossier, found, comparison.about, width)
        ]
        return [head, *(line for n, line in enumerate(differ) if line not in differ[:n]), []]

    def _with_cursor(self, line: Line) -> list[Part]:
        """The line's parts, with the cursor before its sentence if it is there."""
        here = (line.source, line.stretch) == (self.source, self.stretch)
        first, *rest = line.parts
        return [(glyphs().cursor + " ", ("mark",)) if line.begins and here else first, *rest]

    # Where things stand.

    @property
    def _free_rows(self) -> int:
        """How many lines there are for the sources."""
        return max(1, self.size.height - len(self._head(self.size.width)))

    def _lines_for(self, width: int) -> list[Line]:
        """Every line below the head."""
        dossier, comparison = self._dossier, self._comparison
        if dossier is None or comparison is None:
            return []
        if self._laid_out_for != width:
            self._laid_out_for = width
            self._laid_out = list(compared_lines(dossier, comparison, width))
        return self._laid_out

    def _go_to_source(self, source: int) -> None:
        if self._comparison:
            self.source = source % len(self._comparison.sources)
            self.stretch = 0
            self._see_cursor()

    def _go_on(self, step: int) -> None:
        """Go to another sentence of the source, and from its last to the next source."""
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
        rows = len(self._lines_for(self.size.width))
        self.top = max(0, min(self.top, rows - self._free_rows))

    def _see_cursor(self) -> None:
        """Scroll so that the cursor's sentence can be seen, with the source's name if it fits."""
        if not self.size.width:
            return
        lines = self._lines_for(self.size.width)
        here = [
            number
            for number, line in enumerate(lines)
            if (line.source, line.stretch) == (self.source, self.stretch)
        ]
        first = next((n for n, line in enumerate(lines) if line.source == self.source), 0)
        start = first if here[-1] - first < self._free_rows else here[0] - 1
        if start < self.top:
            self.top = start
        self.top = max(self.top, here[-1] + 2 - self._free_rows)
        self._clamp()


def _differences(
    dossier: Dossier, found: Disagreement, about: str, width: int
) -> Iterator[list[Part]]:
    """What the sources give differently: a line for each value, with its sources."""
    sides: dict[str, dict[str, None]] = {}
    for side in found.sides:
        name = source_name(dossier.article_by_id[side.article])
        sides.setdefault(shown_value(side.value), {})[name] = None
    yield [(f" {glyphs().differ} The sources differ {difference_words(found, about)}", ("alert",))]
    cells = max(map(cell_len, sides))
    for says, names in sides.items():
        who = cut(", ".join(names), width - cells - 6)
        yield [("   ", ()), (fit(says, cells), ("bold",)), (f"  {who}", ("dim",))]


def _nearest(comparison: Comparison, state: State) -> tuple[int, int]:
    """The source that is being read, and its sentence at the current mention."""
    for number, source in enumerate(comparison.sources):
        if source.article == state.article:
            at = state.current.start if state.current else 0
            return number, next(
                (n for n, one in enumerate(source.stretches) if at < one.sentence.end), 0
            )
    return 0, 0
