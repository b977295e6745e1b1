"""Vectors of weighted terms, and which groups of articles are near by an inverted index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from heapq import nsmallest

Vector = Mapping[str, float]
Index = Mapping[str, Mapping[int, float]]
"""By term, what it weighs in each group that has it."""
COMMON = 100
"""Groups that may share a term before it no longer leads from one to another."""
_CANDIDATES = 12
"""Groups that a group is compared with in full."""


def product(one: Vector, other: Vector) -> float:
    """The scalar product; the cosine, where both are unit vectors."""
    if len(one) > len(other):
        one, other = other, one
    total = 0.0
    for term, weight in one.items():  # a loop, because it is asked millions of times
        if term in other:
            total += weight * other[term]
    return total


def nearest(vector: Vector, index: Index, size: Callable[[int], int]) -> list[int]:
    """The groups that share most of a vector's distinctive terms, on average over their members.

    ``size`` gives a group's number of members.
    """
    shared: dict[int, float] = {}  # a plain one, because it is asked millions of times
    for term, weight in vector.items():
        having = index.get(term)
        if having and len(having) <= COMMON:
            for group, other in having.items():
                if group in shared:
                    shared[group] += weight * other
                else:
                    shared[group] = weight * other
    near = [(-total / size(group), group) for group, total in shared.items()]
    if len(near) > _CANDIDATES:
        near = nsmallest(_CANDIDATES, near)
    return [group for _, group in sorted(near)]
