"""The base of the lists whose rows are records of the dossier."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.story.dossier import Dossier
from armreader.story.selection import Related, Selection, SelectionKind
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.session.state import Pane, State


class RecordList(RowList[Selection]):
    """Shows the records of a state: all, or those that the query or the selection leaves."""

    PANE: Pane
    KINDS: tuple[SelectionKind, ...]
    """The kinds of record that have a row; the first is the one that the list is of."""

    def __init__(self, name: str, digit: int) -> None:
        super().__init__(name, digit)
        self.dossier: Dossier | None = None
        self.related = Related()
        self._drawn_of: object = None

    def wanted(self, state: State) -> frozenset[str] | None:
        """The ids of the records that are left; None where all are."""
        raise NotImplementedError

    def make_rows(self, state: State, wanted: frozenset[str] | None) -> Sequence[Row[Selection]]:
        """The rows of the records that are left, with their headings."""
        raise NotImplementedError

    def related_ids(self, related: Related) -> frozenset[str]:
        """The records of this list that go with the selection."""
        raise NotImplementedError

    def grouping(self, state: State) -> str:
        """By what the rows are grouped, where the user can choose it."""
        return ""

    def show(self, state: State) -> None:
        """Draw the list under a state."""
        self._take_rows(state)
        self.lit_letters = state.found.lit if state.found else None
        self.related = state.related
        self.active = state.pane == self.PANE
        selection = state.selection
        if selection and selection.kind in self.KINDS:
            self.point_to(selection)
        if selection and not self.active:
            kind = self.KINDS[0]
            self.bring(Selection(kind, id_) for id_ in self.related_ids(self.related))
        self.point_elsewhere(state)
        self.redraw()

    def point_elsewhere(self, state: State) -> None:
        """Called before it is drawn, for a list whose cursor also follows something else."""

    def _take_rows(self, state: State) -> None:
        wanted = self.wanted(state)
        drawn_of = (id(state.dossier), wanted, self.grouping(state))
        if self.dossier is state.dossier and drawn_of == self._drawn_of:
            return
        self.dossier, self._drawn_of = state.dossier, drawn_of
        self.set_rows(self.make_rows(state, wanted))
        best = state.found.first(self.KINDS[0]) if state.found else None
        if best:
            self.point_to(best)


def left(
    found: frozenset[str] | None, related: frozenset[str], *, related_only: bool
) -> frozenset[str] | None:
    """The ids that a query and, where it is asked for, the selection leave; None for all."""
    if not related_only:
        return found
    return related if found is None else found & related
