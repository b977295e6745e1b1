"""Differ: what the sources give differently, then figures that were revised, in their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armreader.records import Passage, Side
from armreader.story.dossier import Dossier
from armreader.story.ledger import figure_rows, revised_series
from armreader.story.sources import difference_words, source_name
from armreader.story.subjects import subject_of
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, fit, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.looks.shown_dates import publication_date, shown_value
from armreader.ui.pages.page import Page, move_cursor
from armreader.ui.session.state import State

_SAYS_CELLS, _SOURCE_CELLS, _DAY_CELLS = 16, 16, 12
_MOST_LINES = 3
"""Lines of a sentence."""


class DifferPage(Page, RowList[int]):
    """A heading for what is at issue, under it what each source gives, on which the cursor goes."""

    NAME = "differ"
    HINTS = (("down", "side"), ("open", "read it"))
    ROW_HEIGHT = 0

    def __init__(self) -> None:
        super().__init__("Differ", 0)
        self.label = "Differ: what the sources give differently"
        self.active = True
        self._dossier: Dossier | None = None
        self._sides: list[Side] = []

    def open(self, state: State) -> str:
        if not state.dossier.disagreements and not revised_series(state.dossier):
            return "The sources do not differ on anything that was found."
        if state.dossier is not self._dossier:
            self._dossier, self._sides = state.dossier, []
            self.set_rows(list(self._rows(state.dossier)))
        chosen = state.selection.id if state.selection else ""
        about = [one for one in state.dossier.disagreements_about.get(chosen, ()) if one.sides]
        if about and about[0].sides[0] in self._sides:
            self.point_to(self._sides.index(about[0].sides[0]))
        self.redraw()
        return ""

    def do(self, command: str, count: int) -> bool:
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
        return replace(state, article=side.article, current=passage, pane="text")

    def draw_row(self, row: Row[int], width: int) -> list[list[Part]]:
        if self._dossier is None or row.key is None:
            return [[]]
        side = self._sides[row.key]
        article = self._dossier.article_by_id[side.article]
        start, end = self._dossier.sentences_around(side.article, side.span)
        words = " ".join(article.text[start:end].split())
        taken = _SAYS_CELLS + _SOURCE_CELLS + _DAY_CELLS + 3
        first: list[Part] = [
            (fit(shown_value(side.value), _SAYS_CELLS) + " ", ("strong",)),
            (fit(source_name(article), _SOURCE_CELLS) + " ", ("source",)),
            (fit(publication_date(article.publication), _DAY_CELLS) + " ", ("dim",)),
        ]
        if width < taken + 20:
            below: list[list[Part]] = [
                [("  ", ()), (line, ())] for line in wrapped(words, width - 2, _MOST_LINES)
            ]
            return [first, *below]
        lines = wrapped(words, width - taken, _MOST_LINES)
        rest: list[list[Part]] = [[(" " * taken, ()), (line, ())] for line in lines[1:]]
        return [[*first, (lines[0], ())], *rest]

    def _rows(self, dossier: Dossier) -> Iterator[Row[int]]:
        for found in sorted(dossier.disagreements, key=lambda one: -len(one.sides)):
            what = f"{glyphs().differ} {subject_of(dossier, found)}"
            yield Row(None, f"{cut(what, 100)}: {difference_words(found, found.about)}")
            for side in found.sides:
                self._sides.append(side)
                yield Row(len(self._sides) - 1)
        for quantity in revised_series(dossier):
            yield Row(None, f"→ {cut(quantity.what, 100)}: revised")
            for row in figure_rows(dossier, quantity):
                if row.relation:
                    self._sides.append(Side(row.claim.article, row.claim.span, row.value))
                    yield Row(len(self._sides) - 1)
