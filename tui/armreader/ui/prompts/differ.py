"""What `=` offers in Differ: no disagreement, a figure for something else, figures of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from armreader.linking.corrected_ledger import claim_place, side_places
from armreader.records import Correction, Side
from armreader.records.quantity import Quantity
from armreader.story.ledger import value_text
from armreader.ui.lines.wrap import cut
from armreader.ui.prompts.choices import Choice
from armreader.ui.prompts.menu import TITLE_CELLS, MenuTyping, PickerTyping, Say

if TYPE_CHECKING:
    from armreader.ui.pages.differ import DifferPage
    from armreader.ui.session.desk import Desk

_MOST = 200
"""Series of a picker: those whose names are most alike."""


def differ_menu(desk: Desk, page: DifferPage) -> MenuTyping:
    """The menu of the side under the cursor."""
    return MenuTyping(desk, f"About: {cut(page.subject, TITLE_CELLS)}", list(_entries(desk, page)))


def _entries(desk: Desk, page: DifferPage) -> Iterator[Say]:
    found, side = page.disagreement, page.side
    if found is not None:
        first, *rest = sorted(side_places(found))
        said = Correction("agree", first, " ".join(rest))
        yield Say("n", "this is not a disagreement", lambda: desk.program.correct(said))
    quantity = _series_of(desk, side) if side else None
    if side is None or quantity is None:
        return
    place = f"{side.article}@{side.span.start}"
    if len(quantity.claims) > 1:
        part = Correction("part", place)
        yield Say("x", "this figure counts something else", lambda: desk.program.correct(part))
    others = _others(desk, quantity)
    if others:
        yield Say("a", "the same thing as … (another series)", lambda: _pick(desk, place, others))


def _series_of(desk: Desk, side: Side) -> Quantity | None:
    place = f"{side.article}@{side.span.start}"
    for quantity in desk.state.dossier.quantities:
        if any(claim_place(claim) == place for claim in quantity.claims):
            return quantity
    return None


def _others(desk: Desk, quantity: Quantity) -> list[Quantity]:
    """The other series of the unit, the names most alike first."""
    others = [
        one
        for one in desk.state.dossier.quantities
        if one.id != quantity.id and one.unit == quantity.unit
    ]
    others.sort(key=lambda one: (-fuzz.token_set_ratio(quantity.what, one.what), one.id))
    return others[:_MOST]


def _pick(desk: Desk, place: str, others: list[Quantity]) -> None:
    def preview(number: int) -> list[str]:
        one = others[number]
        return [", ".join(value_text(claim, one.unit) for claim in one.claims[:8])]

    def take(number: int) -> None:
        other = claim_place(others[number].claims[0])
        desk.program.correct(Correction("gather", place, other))

    choices = [Choice("", one.what) for one in others]
    desk.begin_typing(PickerTyping(desk, "Figures of the same thing …", choices, preview, take))
