"""Differ: what the sources give differently, then figures that were revised, in their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armreader.records import Disagreement, Passage, Side
from armreader.records.quantity import Quantity
from armreader.story.dossier import Dossier
from armreader.story.ledger import figure_rows, revised_series, value_text
from armreader.story.reasons import rule_in_words
from armreader.story.shown_dates import publication_date, shown_value
from armreader.story.sources import difference_words, source_name
from armreader.story.subjects import subject_of
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, fit, wrapped
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.pages.page import Page, move_cursor
from armreader.ui.session.state import State

_SAYS_CELLS, _SOURCE_CELLS, _DAY_CELLS = 16, 16, 12
_MOST_LINES = 3
"""The most lines for a sentence."""


class DifferPage(Page, RowList[int]):
    """A heading for what is at issue, under it what each source gives, on which the cursor goes."""

    NAME = "differ"
    HINTS = (("down", "side"), ("open", "read it"), ("why", "why"), ("correct", "correct"))
    OWN = frozenset(("why",))
    ROW_HEIGHT = 0

    def __init__(self) -> None:
        super().__init__("Differ", 0)
        self.label = "Differ: what the sources give differently"
        self.active = True
        self._dossier: Dossier | None = None
        self._sides: list[Side] = []
        self._of: list[Disagreement | Quantity] = []
        self._explained: int | None = None

    def open(self, state: State) -> str:
        if not state.dossier.disagreements and not revised_series(state.dossier):
            return "The sources do not differ on anything that was found."
        if state.dossier is not self._dossier:
            self._dossier, self._sides, self._of = state.dossier, [], []
            self._explained = None
            self.set_rows(list(self._rows(state.dossier)))
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
        why = self._why(row.key, width) if row.key == self._explained else []
        if width < taken + 20:
            below: list[list[Part]] = [
                [("  ", ()), (line, ())] for line in wrapped(words, width - 2, _MOST_LINES)
            ]
            return [first, *below, *why]
        lines = wrapped(words, width - taken, _MOST_LINES)
        rest: list[list[Part]] = [[(" " * taken, ()), (line, ())] for line in lines[1:]]
        return [[*first, (lines[0], ())], *rest, *why]

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
        quantity = dossier.quantity_by_id.get(found.about if isinstance(found, Disagreement)
                                              else found.id) if dossier else None  # fmt: skip
        for claim in quantity.claims if quantity else ():
            if quantity and (claim.article, claim.span) == (side.article, side.span):
                lines.append(f"In the unit of the series: {value_text(claim, quantity.unit)}.")
        return [
            [("    ", ()), (line, ("dim",))]
            for words in lines
            for line in wrapped(words, max(20, width - 4), _MOST_LINES)
        ]

    def _rows(self, dossier: Dossier) -> Iterator[Row[int]]:
        for found in sorted(dossier.disagreements, key=lambda one: -len(one.sides)):
            what = f"{glyphs().differ} {subject_of(dossier, found)}"
            quantity = dossier.quantity_by_id.get(found.about)
            role = f" ({quantity.role})" if quantity and quantity.role else ""
            issue = difference_words(found, found.about)
            yield Row(None, f"{cut(what, 100)}: {issue}{role}")
            for side in found.sides:
                self._sides.append(side)
                self._of.append(found)
                yield Row(len(self._sides) - 1)
        for quantity in revised_series(dossier):
            yield Row(None, f"→ {cut(quantity.what, 100)}: revised")
            for row in figure_rows(dossier, quantity):
                if row.relation:
                    self._sides.append(Side(row.claim.article, row.claim.span, row.value))
                    self._of.append(quantity)
                    yield Row(len(self._sides) - 1)
