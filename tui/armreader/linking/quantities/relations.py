"""Relations: two figures of one series that exclude each other differ, or one revises the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from armreader.language import entries
from armreader.linking.quantities.comparable import (
    are_of_one,
    are_of_one_role,
    past_months,
    ratio_of,
)
from armreader.linking.quantities.group import Group
from armreader.linking.quantities.occasions import are_of_two_occasions
from armreader.linking.quantities.raised import is_in_steps, is_raised
from armreader.linking.quantities.recalled import may_recall, recalls_older
from armreader.linking.quantities.series import ends, is_fixed, kind_of_role, spreads
from armreader.linking.quantities.stated import StatedFigure, days_between
from armreader.records.quantity import Figure, Relation, RelationKind

_ABOUT, _ROUND, _EXACT = 0.08, 0.05, 0.015
"""How far the truth may be from an estimate, from a round number, and from any other."""
_TON = 1.1023
"""A tonne in tons: a paper's "ton" may be either."""
_FARTHEST, _FARTHEST_FIXED, _FARTHEST_SAID = 6.0, 2.5, 25.0
"""A figure so many times another is of another thing: usually, for a fixed size, and where one
report sets two side by side."""
_OTHER_NOUN = 1.6
"""The same, where the two things are called by different nouns."""
_COMPARED = 60
"""Members of one series that are compared."""
_CLOSE, _SAID_CLOSE, _UNSAID_CLOSE = 3, 10, 1
"""The most days between two sources on one state of affairs: usually, for a state with two known
speakers, and for a state without."""
_SHRUNK_CLOSE = 14
"""The most days between two sources where the later figure is not the greater one."""
_TWICE = 2.0
"""How many times a figure an upper limit must be to compete with it."""
_MOST_UNLIKE = 3.0
"""A count so many times another, given within those days, is of a part."""
_MOVING = 3
"""The first terms of a distance, one of which may say that the thing moves."""


_HELD = frozenset(
    ("loss", "profit", "revenue", "value", "debt", "pay", "raised", "pledged", "budget")
)
"""Roles of sums that everybody has: they are compared only where it is known whose they are."""


_Current = tuple[str, Figure, tuple[float, float]]
"""A figure that is neither supposed nor an earlier one: its day, itself and its bounds."""
_Values = tuple[tuple[float, float], tuple[float, float], RelationKind]


def relations_of(
    members: Sequence[StatedFigure], group: Group, foreign: frozenset[str] = frozenset()
) -> tuple[Relation, ...]:
    """The relations of a series whose role is known, each pair of values once.

    ``foreign`` are names of other events, to which only figures of those events belong.
    """
    kind = _kind_of(group)
    if not kind:
        return ()
    found: dict[_Values, tuple[tuple[int, int], Relation]] = {}
    only_raised: set[_Values] = set()
    strangers = _strangers(members)
    allowed = [bounds(one.figure) for one in members[:_COMPARED]]
    current = [
        (one.as_of, one.figure, bounds(one.figure))
        for one in members
        if one.as_of and not (one.figure.supposed or one.figure.earlier)
    ]
    for (a, one), (b, other) in combinations(enumerate(members[:_COMPARED]), 2):
        if one.figure.supposed or other.figure.supposed:
            continue
        apart = _exclude(allowed[a], allowed[b]) or _competing(one, other)
        if not apart and not is_raised(one, other, kind):
            continue
        before = 0 if kind == "state" or one.figure.dimension == "magnitude" else 1
        if one.year != other.year or past_months(one, before) != past_months(other, before):
            continue
        if (a in strangers) != (b in strangers) or _are_of_two(one, other):
            continue
        if are_of_two_occasions(one, other, members):
            continue
        if not are_of_one_role(one.figure, other.figure, group.role):
            continue
        if foreign & set(one.figure.anchors) != foreign & set(other.figure.anchors):
            continue
        relation = _relation(one, other, _kind_of_pair(one.figure, other.figure, kind), current)
        if relation and are_of_one(one.figure, other.figure, relation):
            first, second = sorted((ends(one.figure), ends(other.figure)))
            is_open = sum(member.figure.bound in ("at_least", "at_most") for member in (one, other))
            rank = (is_open, days_between(one.as_of, other.as_of) or 0)
            key = (first, second, relation)
            if not apart:
                only_raised.add(key)
            if key not in found or rank < found[key][0]:
                before = recalls_older(one, other, members)
                found[key] = (rank, Relation(*((b, a) if before else (a, b)), relation))
    # values that a report calls revised do not differ between sources
    revised = {(first, second) for first, second, kind_ in found if kind_ == "revised"}
    return tuple(
        relation
        for key, (_, relation) in found.items()
        if (relation.kind == "revised" or key[:2] not in revised)
        and not (key in only_raised and is_in_steps(key[:2], revised))
    )


def _strangers(members: Sequence[StatedFigure]) -> set[int]:
    """The members that are counted in another place than most of the figures."""
    counted = Counter(word for one in members for word in one.figure.scope)
    if not counted:
        return set()
    word, most = counted.most_common(1)[0]
    return {
        at
        for at, one in enumerate(members)
        if one.figure.scope and word not in one.figure.scope
        if max(counted[other] for other in one.figure.scope) * 2 <= most
    }


def _are_of_two(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether two sums belong to two holders; in doubt, two sums in one report do."""
    if not one.figure.dimension.startswith("money"):
        return False
    if one.holder == other.holder:
        return not one.holder and one.figure.role in _HELD
    known = bool(one.holder and other.holder)
    return known or one.source == other.source or one.figure.role in _HELD


def _kind_of(group: Group) -> str:
    """How the figures of a series move, by the table of roles; empty if they are not compared."""
    kind = kind_of_role(group.role)
    dimension = group.members[0].figure.dimension
    if kind == "fixed":
        return kind if is_fixed(group) else "growing"
    if dimension == "share":
        return ""
    if kind == "growing" and dimension.endswith(" rate"):
        return "state"
    return kind


def _kind_of_pair(one: Figure, other: Figure, kind: str) -> str:
    """The kind of the series; but a width or length may be of a slick, which grows."""
    if kind != "fixed" or one.role not in ("width", "length"):
        return kind
    grows = any(spreads(figure, len(figure.terms)) for figure in (one, other))
    return "growing" if grows else kind


def bounds(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows, in the base unit; infinite where it is open."""
    slack = _ABOUT if figure.bound == "about" else _ROUND if _is_round(figure) else _EXACT
    if figure.dimension == "count" and figure.bound != "about":
        slack = 0.0 if max(ends(figure)) < 100 else _EXACT
    low = -1.0 if figure.low is None else figure.low * figure.size * (1 - slack)
    high = float("inf") if figure.high is None else figure.high * figure.size * (1 + slack)
    return low, high * (_TON if figure.unit == "tons" else 1.0)


def _is_round(figure: Figure) -> bool:
    value = figure.low if figure.low is not None else figure.high
    return figure.low == figure.high and len(f"{value:g}".split("e")[0].strip("0.")) == 1


def _exclude(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether no value is within both bounds."""
    return one[1] < other[0] or other[1] < one[0]


def _competing(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether one report sets two estimates side by side.

    "5, but the union says up to 20" is a difference, and so is "5; the firm says 1 to 5".
    """
    most = [member.figure for member in (one, other) if member.figure.bound == "at_most"]
    if not _are_two_voices(one, other) or one.source != other.source:
        return False
    if len(most) == 1:
        if "at_least" in (one.figure.bound, other.figure.bound):
            return False  # "up to 60" and "at least 20" go together
        return max(ends(most[0])) >= _TWICE * min(max(ends(one.figure)), max(ends(other.figure)))
    ranges = [member.figure for member in (one, other) if member.figure.bound == "range"]
    if len(ranges) != 1:
        return False
    (low, high), (value, _) = (
        ends(ranges[0]),
        ends(one.figure if ranges[0] is other.figure else other.figure),
    )
    return low * _TWICE <= value or high >= value * _TWICE


def _are_two_voices(one: StatedFigure, other: StatedFigure) -> bool:
    return bool(one.voice and other.voice and one.voice != other.voice)


def _relation(
    one: StatedFigure, other: StatedFigure, kind: str, current: Sequence[_Current]
) -> RelationKind | None:
    """The relation between two figures that exclude each other; ``one`` is the earlier."""
    gap = days_between(one.as_of, other.as_of)
    ratio = ratio_of(one.figure, other.figure)
    if one.year:  # what is long over does not grow
        return "differs" if one.source != other.source and ratio <= _OTHER_NOUN else None
    moves = any(spreads(each.figure, _MOVING) for each in (one, other))
    if one.figure.role == "distance" and gap != 0 and moves:
        return None
    if kind == "fixed":
        nearer = _FARTHEST_FIXED if one.figure.noun == other.figure.noun else _OTHER_NOUN
        return "differs" if one.source != other.source and ratio <= nearer else None
    if gap is None:
        return None
    if one.figure.earlier != other.figure.earlier:
        return (
            "revised" if gap <= _CLOSE and ratio <= _FARTHEST and may_recall(one, other) else None
        )
    if kind == "output" and (_is_of_a_day(one.figure) or _is_of_a_day(other.figure)):
        return None
    two_voices = _are_two_voices(one, other)
    beside = two_voices and one.source == other.source
    if ratio > (_FARTHEST_SAID if beside else _FARTHEST):
        return None
    more = max(ends(other.figure)) > max(ends(one.figure))
    if one.voice and one.voice == other.voice:
        return "revised" if gap and (more or kind not in ("growing", "output")) else None
    if kind == "output":
        grows = gap and more and not one.figure.dimension.endswith(" rate")
        return "revised" if grows else None
    leaps = one.figure.dimension == "count" and ratio > _MOST_UNLIKE and gap <= _CLOSE
    if leaps:
        return None
    if kind == "growing" and gap and more:
        return "revised" if not _has_shrunk(one, other, current) else None
    if gap > _closeness(kind, more, two_voices) or ratio > _most_apart(one.figure, kind, gap):
        return None
    if one.figure.noun != other.figure.noun and ratio > _OTHER_NOUN and not beside:
        return None
    return "differs" if one.source != other.source or two_voices else None


def _closeness(kind: str, more: bool, two_voices: bool) -> int:
    """The most days between two sources that differ."""
    if kind == "state":
        return _SAID_CLOSE if two_voices else _UNSAID_CLOSE
    return _CLOSE if more else _SHRUNK_CLOSE


def _most_apart(figure: Figure, kind: str, gap: int) -> float:
    """How many times a figure another one may be that differs from it."""
    if figure.dimension == "count":
        return _MOST_UNLIKE
    return _TWICE if gap > _CLOSE and kind == "growing" else _FARTHEST_SAID


def _has_shrunk(one: StatedFigure, other: StatedFigure, current: Iterable[_Current]) -> bool:
    """Whether reports before give more than ``one``, or reports after less than ``other``.

    Then the sum did not grow from one to the other: two sums are current.
    """
    low, high = bounds(one.figure)[1], bounds(other.figure)[0]
    for day, figure, (least, most) in current:
        before = day < one.as_of and least > low
        after = day > other.as_of and most < high
        if (before or after) and are_of_one(one.figure, figure, "revised"):
            return True
    return False


def _is_of_a_day(figure: Figure) -> bool:
    """Whether it is what one day brought: "took 40 litres on Monday", "in the past 24 hours"."""
    days = (name for name in figure.anchors if name in entries("calendar_words"))
    return "hour" in figure.terms or any(day.endswith("day") for day in days)
