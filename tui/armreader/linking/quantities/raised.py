"""Sums whose limits later reports raise: "at least 14 dead", then "at least 17"."""

from __future__ import annotations

from collections.abc import Set

from armreader.linking.quantities.series import ends
from armreader.linking.quantities.stated import StatedFigure, days_between

_RAISED = 1.03
"""How many times a limit a later figure must be to raise it."""

_Ends = tuple[float, float]


def is_raised(one: StatedFigure, other: StatedFigure, kind: str) -> bool:
    """Whether a later report raises the limit of a sum: "at least 14 dead", then "at least 17".

    A count that goes on raises a lower limit, too: "at least 14 dead", then "17 dead".
    """
    figure, later = one.figure, other.figure
    if kind not in ("growing", "output") or figure.dimension.endswith(" rate"):
        return False
    if later.earlier or not days_between(one.as_of, other.as_of):
        return False
    counted = figure.dimension == "count"
    if figure.bound == "at_least":
        fits = later.low is not None and (counted or later.bound == "at_least")
    else:
        fits = figure.bound == later.bound == "at_most" and counted
    return fits and ends(later)[0] > ends(figure)[0] * _RAISED


def is_in_steps(pair: tuple[_Ends, _Ends], revised: Set[tuple[_Ends, _Ends]]) -> bool:
    """Whether the limit was raised to something in between first: 14, 17, then 20."""
    first, last = pair
    return any((first, step) in revised for step, end in revised if end == last)
