"""The user's corrections of figures and disagreements: split, joined, or not a disagreement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from armreader.records import Correction, Disagreement
from armreader.records.ids import content_id
from armreader.records.quantity import Claim, Quantity, Relation


def correct_quantities(
    quantities: Sequence[Quantity], corrections: Sequence[Correction]
) -> tuple[Quantity, ...]:
    """The series split and joined as the user said, without the differences that they rejected."""
    series = list(quantities)
    for one in corrections:
        if one.kind == "part":
            series = _parted(series, one.subject)
        elif one.kind == "gather":
            series = _gathered(series, one.subject, one.value)
        elif one.kind == "agree":
            places = {one.subject, *one.value.split()}
            series = [_agreed(quantity, places) for quantity in series]
    return tuple(series)


def without_agreed(
    found: Iterable[Disagreement], corrections: Sequence[Correction]
) -> tuple[Disagreement, ...]:
    """The disagreements without those that the user rejected.

    One is left out where all its sides are among the places that the user named.
    """
    agreed = [{one.subject, *one.value.split()} for one in corrections if one.kind == "agree"]
    return tuple(one for one in found if not any(side_places(one) <= places for places in agreed))


def side_places(found: Disagreement) -> set[str]:
    """The sides of a disagreement, as corrections name them."""
    return {f"{side.article}@{side.span.start}" for side in found.sides}


def claim_place(claim: Claim) -> str:
    """How a correction names a figure."""
    return f"{claim.article}@{claim.span.start}"


def _holder(series: Sequence[Quantity], place: str) -> int | None:
    for number, quantity in enumerate(series):
        if any(claim_place(claim) == place for claim in quantity.claims):
            return number
    return None


def _parted(series: list[Quantity], place: str) -> list[Quantity]:
    """The series, with one figure moved to a series of its own."""
    at = _holder(series, place)
    if at is None or len(series[at].claims) < 2:
        return series
    old = series[at]
    left = [n for n, claim in enumerate(old.claims) if claim_place(claim) != place]
    alone = next(claim for claim in old.claims if claim_place(claim) == place)
    new = {n: number for number, n in enumerate(left)}
    relations = tuple(
        Relation(new[one.a], new[one.b], one.kind)
        for one in old.relations
        if one.a in new and one.b in new
    )
    kept = replace(old, claims=tuple(old.claims[n] for n in left), relations=relations)
    own = replace(old, id=content_id("n", place, old.unit), claims=(alone,), relations=())
    return [*series[:at], kept, *series[at + 1 :], own]


def _gathered(series: list[Quantity], place: str, other: str) -> list[Quantity]:
    """The series, with those of two figures joined where both have the same unit."""
    first, second = _holder(series, place), _holder(series, other)
    if first is None or second is None or first == second:
        return series
    one, added = series[first], series[second]
    if one.unit != added.unit:
        return series
    shift = len(one.claims)
    relations = (
        *one.relations,
        *(Relation(r.a + shift, r.b + shift, r.kind) for r in added.relations),
    )
    joined = replace(one, claims=(*one.claims, *added.claims), relations=relations)
    return [joined if n == first else q for n, q in enumerate(series) if n != second]


def _agreed(quantity: Quantity, places: set[str]) -> Quantity:
    """The series without the relations between figures that the user says do not differ."""
    left = tuple(
        one
        for one in quantity.relations
        if not {claim_place(quantity.claims[n]) for n in (one.a, one.b)} <= places
    )
    return quantity if len(left) == len(quantity.relations) else replace(quantity, relations=left)
