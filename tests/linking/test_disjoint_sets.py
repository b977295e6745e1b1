"""Disjoint sets: two numbers are of one set where a chain of joins leads from one to the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from armreader.linking.disjoint_sets import DisjointSets

COUNT = 12
numbers = st.integers(0, COUNT - 1)


@given(st.lists(st.tuples(numbers, numbers)))
def test_joins_lead_on_and_the_least_is_for_all(joins: list[tuple[int, int]]) -> None:
    sets = DisjointSets(COUNT)
    expected = [{number} for number in range(COUNT)]
    for one, other in joins:
        apart = expected[one] is not expected[other]
        assert sets.join(one, other) == apart
        if apart:
            whole = expected[one] | expected[other]
            for number in whole:
                expected[number] = whole
    assert [sets.root(number) for number in range(COUNT)] == [min(one) for one in expected]


def test_a_root_can_be_put_under_a_later_one() -> None:
    sets = DisjointSets(3)
    sets.put_under(0, 2)
    assert [sets.root(number) for number in range(3)] == [2, 1, 2]
