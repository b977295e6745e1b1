"""Occasions that happen again: two quakes in one place, the attacks of two days."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.language import entries
from armreader.linking.quantities.series import same_value
from armreader.linking.quantities.stated import StatedFigure, days_between
from armreader.records.quantity import Figure

_WEEK = 6
"""The most days between two reports whose "on Monday" is one day."""
_LONGEST = 14
"""The most days between two reports on the strength of one quake."""
_SECOND = frozenset(("aftershock", "foreshock", "second", "new", "fresh"))
"""Terms of a quake that is not the first."""


def are_of_two_occasions(
    one: StatedFigure, other: StatedFigure, members: Sequence[StatedFigure]
) -> bool:
    """Whether two figures are of what happened on two days, or of two quakes."""
    days, others = _weekdays(one.figure), _weekdays(other.figure)
    gap = days_between(one.as_of, other.as_of)
    if days and others and (days.isdisjoint(others) or (gap or 0) > _WEEK):
        return True
    if one.figure.dimension != "magnitude":
        return False
    if (gap or 0) > _LONGEST or _is_second(one.figure) != _is_second(other.figure):
        return True
    return _are_in_one_report(one.figure, other.figure, members)


def _weekdays(figure: Figure) -> frozenset[str]:
    """The days of the week on which it happened, not those as of which it was counted."""
    if figure.day is not None or figure.dimension.endswith(" rate"):
        return frozenset()
    return frozenset(name for name in figure.anchors if name in _days())


@cache
def _days() -> frozenset[str]:
    return frozenset(word for word in entries("calendar_words") if word.endswith("day"))


def _is_second(figure: Figure) -> bool:
    return not _SECOND.isdisjoint((figure.noun, *figure.terms))


def _are_in_one_report(one: Figure, other: Figure, members: Sequence[StatedFigure]) -> bool:
    """Whether a report gives both values: it knows of two quakes."""
    first = {each.article for each in members if same_value(each.figure, one)}
    return any(each.article in first for each in members if same_value(each.figure, other))
