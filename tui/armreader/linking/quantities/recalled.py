"""Figures that a report recalls as what was thought before: "5 tons a day, from 3 before"."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.linking.quantities.series import ends
from armreader.linking.quantities.stated import StatedFigure, days_between


def recalls_older(one: StatedFigure, other: StatedFigure, members: Sequence[StatedFigure]) -> bool:
    """Whether ``other``, of a later report, is what was thought before ``one`` was given.

    In "5 tons a day, from 3 before" the 3 may be newer than the 1 of a report before that.
    """
    if not other.figure.earlier or one.figure.earlier:
        return False
    if not days_between(one.as_of, other.as_of):
        return True
    now = [
        max(ends(each.figure))
        for each in members
        if each.article == other.article and not each.figure.earlier
    ]
    first, second = max(ends(one.figure)), max(ends(other.figure))
    return not any(first < second < value or first > second > value for value in now)


def may_recall(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether the figure that one recalls may be what the other revises.

    An upper limit of another report may be of anything.
    """
    is_open = "at_most" in (one.figure.bound, other.figure.bound)
    return not is_open or one.source == other.source or bool(one.voice and one.voice == other.voice)
