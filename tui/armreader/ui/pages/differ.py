"""Differ: what the sources give differently, then figures that were revised, in their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import cell_len

from armreader.records import Disagreement, Passage, Side, Span
from armreader.records.dates import DateRange
from armreader.records.quantity import Quantity
from armreader.records.spans import overlap
from armreader.story.dossier import Dossier
from armreader.story.issues import issue_of, revision_of
from armreader.story.ledger import FigureRow, figure_rows, figures_of, revised_series
from armreader.story.reasons import rule_in_words
from armreader.story.selection import Selection
from armreader.story.shown_dates import full_date, publication_date, shown_value
from armreader.story.sources import source_name
from armreader.story.subjects import subject_of
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, fit, plain, wrap, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.pages.page import Page, move_cursor
from armreader.ui.session.state import State, select

_SAYS_CELLS, _SOURCE_CELLS, _DAY_CELLS = 26, 34, 15
"""The most cells of the columns; each is as wide as its longest entry."""
_BESIDE = 44
"""Cells beside the columns from which on a sentence goes there, not below."""
_MOST_LINES = 3
"""The most lines for a sentence."""


class DifferPage(Page, RowList[int]):
    """A heading for what is at issue, under it what each source gives, on which the cursor goes."""

    NAME = "differ"
    HINTS = (("down", "side"), ("open", "read it"), ("why", "why"), ("correct", "correct"))
    OWN = frozenset(("why",))
    ROW_HEIGHT = 0
    COUNTS_HEADINGS = True

    def __init__(self) -> None:
        super().__init__("Differ", 0)
        self.label = "Differ: what the sources give differently"
        self.active = True
        self._dossier: Dossier | None = None
        self._sides: list[Side] = []
        self._of: list[Disagreement | Quantity] = []
        self._figures: dict[tuple[str, Span], FigureRow] = {}
        self._explained: int | None = None
        self._widths: tuple[int, ...] = (0, 0, 0)

    def open(self, state: State) -> str:
        if not state.dossier.disagreements and not revised_series(state.dossier):
            return "Nothing was found on which the reports read so far differ."
        if state.dossier is not self._dossier:
            self._dossier, self._sides, self._of = state.dossier, [], []
            self._figures = {}
            self._explained = None
            self.set_rows(list(self._rows(state.dossier)))
            self._widths = self._widest(state.dossier)
        chosen = state.selection.id if state.selection else ""
        about = [one for one in state.dossier.disagreements_about.get(chosen, ()) if one.sides]
        if about and about[0].sides[0] in self._sides:
            self.point_to(self._sides.index(about[0].sides[0]))
        self.redraw()
        return ""

    def do(self, command: str, count: int) -> bool:
        if command == "why":
            self._explained = None if self._explained == self.key else self.key
            self.set_rows(list(self.rows))
            self.redraw()
            return True
        step = {"next-mention": 1, "next-source": 1, "previous-mention": -1, "previous-source": -1}
        if command in step:
            self.move(step[command] * count)
            return True
        return move_cursor(self, command, count)

    def enter(self, state: State) -> State | None:
        if self.key is None:
            return None
        side = self._sides[self.key]
        passage = Passage(side.article, *side.span)
        chosen = select(state, _selection(state.dossier, self._of[self.key], side))
        return replace(chosen, article=side.article, current=passage, pane="text")

    def draw_row(self, row: Row[int], width: int) -> list[list[Part]]:
        if self._dossier is None or row.key is None:
            return [[]]
        side = self._sides[row.key]
        cells, roles = self._widths, ("strong", "source", "dim")
        first: list[Part] = [
            (fit(words, most) + " ", (role,))
            for words, most, role in zip(
                self._columns(self._dossier, side), cells, roles, strict=True
            )
        ]
        why = self._why(row.key, width) if row.key == self._explained else []
        taken = sum(cells) + len(cells)
        if width < taken + _BESIDE:
            below: list[list[Part]] = [
                [("  ", ()), (line, ())] for line in _sentence(self._dossier, side, width - 2)
            ]
            return [first, *below, *why]
        lines = _sentence(self._dossier, side, width - taken)
        rest: list[list[Part]] = [[(" " * taken, ()), (line, ())] for line in lines[1:]]
        return [[*first, (lines[0], ())], *rest, *why]

    def _columns(self, dossier: Dossier, side: Side) -> tuple[str, str, str]:
        """What a side says, who says it in which report, and when; of a figure as of when."""
        article = dossier.article_by_id[side.article]
        source, day = source_name(article), publication_date(article.publication)
        figure = self._figures.get((side.article, side.span))
        if figure is None:
            return shown_value(side.value), source, day
        as_of = DateRange.from_edtf(figure.as_of) if figure.as_of else None
        room = max(8, _SOURCE_CELLS - cell_len(source) - len(" in "))
        who = f"{cut(figure.by, room)} in {source}" if figure.by else source
        return figure.value, who, full_date(as_of) if as_of else day

    def _widest(self, dossier: Dossier) -> tuple[int, ...]:
        """The cells of each column: as many as its longest entry has, within the most."""
        entries = [self._columns(dossier, side) for side in self._sides]
        most = (_SAYS_CELLS, _SOURCE_CELLS, _DAY_CELLS)
        return tuple(
            min(cells, max(map(cell_len, column), default=0))
            for cells, column in zip(most, zip(*entries, strict=True), strict=True)
        )

    @property
    def side(self) -> Side | None:
        """The side under the cursor."""
        return None if self.key is None else self._sides[self.key]

    @property
    def disagreement(self) -> Disagreement | None:
        """The disagreement of the side under the cursor; None of a figure that was revised."""
        found = None if self.key is None else self._of[self.key]
        return found if isinstance(found, Disagreement) else None

    @property
    def subject(self) -> str:
        """What the side under the cursor is about."""
        found = None if self.key is None else self._of[self.key]
        if self._dossier is None or found is None:
            return ""
        return found.what if isinstance(found, Quantity) else subject_of(self._dossier, found)

    def _why(self, number: int, width: int) -> list[list[Part]]:
        """The rule that sets the side against the others, and its value in the series' unit."""
        found, side = self._of[number], self._sides[number]
        rule = found.reason.rule if isinstance(found, Disagreement) else "figures-revised"
        lines = [rule_in_words(rule)]
        dossier = self._dossier
        figure = self._figures.get((side.article, side.span))
        if figure and dossier:
            printed = dossier.article_by_id[side.article].text[slice(*side.span)]
            lines.append(f"“{' '.join(printed.split())}” is {figure.value} here.")
        return [
            [("    ", ()), (line, ("dim",))]
            for words in lines
            for line in wrapped(words, max(20, width - 4), _MOST_LINES)
        ]

    def _rows(self, dossier: Dossier) -> Iterator[Row[int]]:
        for found in sorted(dossier.disagreements, key=_by_reports):
            yield Row(None, f"{glyphs().differ} {issue_of(dossier, found)}")
            figures = figures_of(dossier, found.about)
            for side in _each_side(dossier, found):
                yield self._row(side, found, figures.get((side.article, side.span)))
        for quantity in revised_series(dossier):
            yield Row(None, f"→ {revision_of(quantity)}")
            for row in figure_rows(dossier, quantity):
                if row.relation:
                    yield self._row(Side(*row.place, row.value), quantity, row)

    def _row(self, side: Side, of: Disagreement | Quantity, figure: FigureRow | None) -> Row[int]:
        self._sides.append(side)
        self._of.append(of)
        if figure is not None:
            self._figures[side.article, side.span] = figure
        return Row(len(self._sides) - 1)


def _selection(dossier: Dossier, found: Disagreement | Quantity, side: Side) -> Selection | None:
    """What a side is part of: the event or the quote at issue, else an event of its clause."""
    about = found.about if isinstance(found, Disagreement) else ""
    if about in dossier.event_by_id:
        return Selection("event", about)
    wording = dossier.wording_by_id.get(about)
    for ident in wording.quotes if wording else ():
        if dossier.quote_by_id[ident].article == side.article:
            return Selection("quote", ident)
    for event in dossier.events_by_article.get(side.article, ()):
        for mention in event.mentions:
            if mention.article == side.article and overlap(mention.span, side.span):
                return Selection("event", event.id)
    return None


def _sentence(dossier: Dossier, side: Side, width: int) -> list[str]:
    """At most ``_MOST_LINES`` lines of its sentence, with what the side says among them."""
    text = dossier.article_by_id[side.article].text
    start, end = dossier.sentences_around(side.article, side.span)
    words = " ".join(text[start:end].split())
    before = " ".join(text[start : side.span.start].split())
    rows = wrap(plain(words), width)
    at = rows.row_of(len(before))
    if at >= _MOST_LINES:
        words = f"… {plain(words)[rows.rows[at - 1].start :]}"
    return wrapped(words, width, _MOST_LINES)


def _by_reports(found: Disagreement) -> tuple[int, int]:
    """Sorts what most reports give first."""
    return -len({side.article for side in found.sides}), -len(found.sides)


def _each_side(dossier: Dossier, found: Disagreement) -> Iterator[Side]:
    """The sides, but of a claim and its denial in one sentence only the denial."""

    def sentence(side: Side) -> tuple[str, int]:
        return side.article, dossier.sentences_around(side.article, side.span)[0]

    denied = {sentence(side) for side in found.sides if side.says == "denied"}
    for side in found.sides:
        if side.says != "claimed" or sentence(side) not in denied:
            yield side
