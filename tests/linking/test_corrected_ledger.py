"""The user's corrections of figures and disagreements."""

from __future__ import annotations

from armreader.linking.corrected_ledger import claim_place, side_places
from armreader.records import Correction
from wire import QUAKE, QUAKE_AGAIN, linked


def test_what_the_user_says_is_not_a_disagreement() -> None:
    before = linked(QUAKE, QUAKE_AGAIN)
    (one,) = before.disagreements
    first, *rest = sorted(side_places(one))
    after = linked(QUAKE, QUAKE_AGAIN, corrections=(Correction("agree", first, " ".join(rest)),))
    assert not after.disagreements
    assert not any(quantity.relations for quantity in after.quantities)


def test_a_figure_is_split_off_and_joined_again() -> None:
    before = linked(QUAKE, QUAKE_AGAIN)
    quantity = next(one for one in before.quantities if one.relations)
    place, other = claim_place(quantity.claims[-1]), claim_place(quantity.claims[0])
    part = Correction("part", place)
    parted = linked(QUAKE, QUAKE_AGAIN, corrections=(part,))
    assert len(parted.quantities) == len(before.quantities) + 1
    assert not parted.disagreements
    again = linked(QUAKE, QUAKE_AGAIN, corrections=(part, Correction("gather", place, other)))
    assert len(again.quantities) == len(before.quantities)


def test_a_place_without_a_figure_changes_nothing() -> None:
    before = linked(QUAKE, QUAKE_AGAIN)
    wrong = (
        Correction("part", "a-0000000000@1"),
        Correction("gather", "a-0000000000@1", "a-0000000000@2"),
        Correction("agree", "a-0000000000@1", "a-0000000000@2"),
    )
    assert linked(QUAKE, QUAKE_AGAIN, corrections=wrong) == before
