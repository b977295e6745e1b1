"""The base of the lists whose rows are records of the dossier."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from armreader.story.dossier import Dossier
from armreader.story.selection import Related, Selection, SelectionKind
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.session.state import Pane, State

_FEW = 200
"""If no more than this many records go with a selection, all of them are shown."""
_R = TypeVar("_R", bound="Identified")


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str: ...


class RecordList(RowList[Selection]):
    """Shows the records of a state: all, or those that the query or the selection lets through."""

    PANE: Pane
    KINDS: tuple[SelectionKind, ...]
    """The kinds of record that have a row; the first is the list's own."""

    def __init__(self, name: str, digit: int) -> None:
        super().__init__(name, digit)
        self.dossier: Dossier | None = None
        self.related = Related()
        self.focused = False
        """Whether it is the list that has the room; else it keeps what goes with the selection."""
        self.roomy = False
        """Whether it has the room to wrap its rows."""
        self.new: frozenset[str] = frozenset()
        """The ids of the articles that have come since the last visit."""
        self._counted: tuple[object, int] = (None, 0)
        self._places: tuple[object, dict[str, int]] = (None, {})
        self._drawn_of: object = None
        self._shown: Selection | None = None
        self._heights: dict[int, int] = {}
        self._heights_of: object = None

    def wanted(self, state: State) -> frozenset[str] | None:
        """The ids of the records to show; None for all."""
        raise NotImplementedError

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        """The rows of the records to show, with their headings."""
        raise NotImplementedError

    def related_ids(self, related: Related) -> frozenset[str]:
        """The records of this list that go with the selection."""
        raise NotImplementedError

    def is_new(self, key: Selection) -> bool:
        """Whether a record of this list is known only since the last visit."""
        raise NotImplementedError

    def new_mark(self, key: Selection) -> str:
        """The mark of a row that is new and a blank; else nothing."""
        return f"{glyphs().new} " if self.new and self.is_new(key) else ""

    def go_to_new(self, count: int) -> bool:
        """Move the cursor to the next row that is new, the first after the last; false if none."""
        new = [n for n, row in enumerate(self.rows) if row.key and self.is_new(row.key)]
        after = bisect_right(new, self.cursor) + count - 1
        if new and not self._go(new[after % len(new)]):
            self.cursor_moved()
        return bool(new)

    def grouping(self, state: State) -> str:
        """What the rows are grouped by, where the user can choose it."""
        return ""

    def show(self, state: State) -> None:
        """Draw the list under a state."""
        self.focused = state.beside == self.PANE
        self.roomy = self.focused or (state.layout == "columns" and not state.room.alone)
        self.related, self.only_mark = state.related, not self.roomy
        heights_of = (state.opened and state.article, state.opened, state.full, state.layout,
                      self.roomy, id(state.dossier), self.room)  # fmt: skip
        if heights_of != self._heights_of:
            self._heights_of = heights_of
            self._heights.clear()
        self.new = state.new
        self._take_rows(state)
        self.remark = self._new_words() if self.focused else ""
        self.lit_letters = state.found.lit if state.found else None
        self.active = state.pane == self.PANE
        self.empty = _why_empty(state) if self.focused else ""
        selection = state.selection
        if selection and selection.kind in self.KINDS and not self._on_fold_of(selection):
            self.point_to(selection)
        self._shown = selection
        if selection and not self.active:
            kind = self.KINDS[0]
            self.bring(Selection(kind, id_) for id_ in self.related_ids(self.related))
        self.point_elsewhere(state)
        self.redraw()

    def _new_words(self) -> str:
        """How many rows are new."""
        if self._counted[0] != (id(self.rows), self.new):
            count = sum(row.key is not None and self.is_new(row.key) for row in self.rows)
            self._counted = (id(self.rows), self.new), count if self.new else 0
        return f"{self._counted[1]} new" if self._counted[1] else ""

    def _on_fold_of(self, selection: Selection) -> bool:
        """Whether the cursor has gone to a row that opens others since this was selected."""
        return self.on_fold and self.active and selection == self._shown

    def height_of(self, number: int) -> int:
        """As of any list; drawn once for a state, not at every step."""
        height = self._heights.get(number)
        if height is None:
            height = self._heights[number] = super().height_of(number)
        return height

    def resized(self) -> None:
        self._heights.clear()
        super().resized()

    def set_rows(self, rows: Sequence[Row[Selection]]) -> None:
        self._heights.clear()
        super().set_rows(rows)

    def chosen(
        self, records: Sequence[_R], by_id: Mapping[str, _R], wanted: frozenset[str] | None
    ) -> list[_R]:
        """The records with these ids, in their order; all if no ids are given."""
        if wanted is None:
            return list(records)
        if len(wanted) > _FEW:
            return [record for record in records if record.id in wanted]
        if self._places[0] is not records:
            self._places = records, {record.id: n for n, record in enumerate(records)}
        places = self._places[1]
        return [by_id[key] for key in sorted(wanted & by_id.keys(), key=places.__getitem__)]

    def head_line(self, width: int) -> list[Part]:
        """As of any list; where it is shrunk, how many of its records go with the selection."""
        if self.focused or self.dossier is None or self.related.selection is None:
            return super().head_line(width)
        marks, count = glyphs(), len(self.related_ids(self.related))
        role = "head-active" if self.active else "head"
        return both_ends(
            [(marks.rule, ("dim",)), (f" {self.label} ", (role,)), (" ", ("dim",))],
            [(f" {marks.lit} {count} ", ("lit",) if count else ("dim",))],
            width,
            marks.rule,
        )

    def keeps_rows(self, state: State) -> bool:
        """Whether all rows stay out of focus too, and what goes with the selection is marked."""
        return False

    def best(self) -> Selection | None:
        """The best record to start reading at."""
        return None

    def point_elsewhere(self, state: State) -> None:
        """Called before it is drawn, for a list whose cursor also follows something else."""

    def _take_rows(self, state: State) -> None:
        wanted = self.wanted(state)
        if not self.focused and state.selection and not self.keeps_rows(state):
            related = self.related_ids(state.related)
            wanted = related if wanted is None or len(related) < _FEW else related & wanted
        drawn_of = (id(state.dossier), wanted, self.grouping(state), self.focused, self.roomy)
        if self.dossier is state.dossier and drawn_of == self._drawn_of:
            return
        self.dossier, self._drawn_of = state.dossier, drawn_of
        self.set_rows(self.make_rows(state, wanted))
        self.top = 0 if not self.focused else self.top
        best = state.found.first(self.KINDS[0]) if state.found else None
        if best:
            self.point_to(best)


def _why_empty(state: State) -> str:
    """Why a list has no rows, if it has none."""
    if state.loading:
        return ""
    if state.found:
        return "Nothing here matches the search."
    if state.related_only:
        return "Nothing here goes with the selection."
    return "Nothing in the reports belongs here."


def left(
    found: frozenset[str] | None, related: frozenset[str], *, related_only: bool
) -> frozenset[str] | None:
    """The ids that the query and, if asked for, the selection let through; None for all."""
    if not related_only:
        return found
    return related if found is None else found & related
