"""Relations: two figures of one series that exclude each other differ, or one revises the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from armreader.linking.quantities.series import Group, is_fixed, kind_of_role
from armreader.linking.quantities.told import Told
from armreader.records.dates import DateRange
from armreader.records.quantity import Figure, Relation, RelationKind

_ABOUT, _EXACT = 0.1, 0.015
_FARTHEST = 10
"""A figure so many times another is of another thing."""
_COMPARED = 60
"""Members of one series that are compared."""
_CLOSE = 3
"""Days apart at most at which two sources tell of one state of things."""


def relations_of(members: Sequence[Told], group: Group) -> tuple[Relation, ...]:
    """The relations of a series whose role is known, each pair of values once."""
    if not group.role:
        return ()
    kind = "fixed" if is_fixed(group) else kind_of_role(group.role)
    if kind == "fixed" and kind_of_role(group.role) != "fixed":
        kind = ""
    found: dict[tuple[tuple[float, float], tuple[float, float], str], Relation] = {}
    for (a, one), (b, other) in combinations(enumerate(members[:_COMPARED]), 2):
        if one.figure.supposed != other.figure.supposed:
            continue
        if not excludes(one.figure, other.figure):
            continue
        relation = _kind(one, other, kind)
        if relation:
            first, second = sorted((bounds(one.figure), bounds(other.figure)))
            found.setdefault((first, second, relation), Relation(a, b, relation))
    return tuple(found.values())


def bounds(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows, in the base unit; infinite where it is open."""
    slack = _ABOUT if figure.bound == "about" else _EXACT
    low = -1.0 if figure.low is None else figure.low * figure.size * (1 - slack)
    high = float("inf") if figure.high is None else figure.high * figure.size * (1 + slack)
    return low, high


def excludes(one: Figure, other: Figure) -> bool:
    """Whether no value fits both; far too unlike figures are of two things."""
    (a, b), (c, d) = bounds(one), bounds(other)
    if b >= c and d >= a:
        return False
    lows = [x for x in (one.low, one.high) if x]
    others = [x for x in (other.low, other.high) if x]
    if not lows or not others:
        return False
    x, y = max(lows) * one.size, max(others) * other.size
    return max(x, y) <= _FARTHEST * min(x, y)


def _kind(one: Told, other: Told, kind: str) -> RelationKind | None:
    """Which relation two figures that exclude each other have, ``one`` the earlier."""
    gap = _days_between(one.as_of, other.as_of)
    if kind == "fixed":
        return "differs" if one.source != other.source else None
    later_more = _largest(other.figure) > _largest(one.figure)
    if one.by and one.by == other.by:
        return "revised" if gap else None
    if gap is None:
        return None
    if kind == "growing" and gap and later_more:
        return "revised"
    if gap <= _CLOSE and (one.source != other.source or (one.by and other.by)):
        return "differs"
    return None


def _largest(figure: Figure) -> float:
    return max(x for x in (figure.low, figure.high) if x is not None) * figure.size


def _days_between(one: str, other: str) -> int | None:
    first, second = (DateRange.from_edtf(edtf) if edtf else None for edtf in (one, other))
    if not first or not second or not first.earliest or not second.earliest:
        return None
    return abs((second.earliest - first.earliest).days)
