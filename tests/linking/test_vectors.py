"""Vectors of terms: what they have in common, and which groups an index leads to."""

from __future__ import annotations

from armreader.linking.vectors import nearest, product


def test_the_product_is_of_the_terms_that_both_have() -> None:
    one, other = {"tide": 2.0, "quay": 1.0}, {"tide": 3.0, "mast": 5.0, "hull": 1.0}
    assert product(one, other) == product(other, one) == 6.0
    assert product(one, {}) == 0.0


def test_the_nearest_share_most_for_each_of_their_members() -> None:
    index = {"tide": {0: 1.0, 1: 1.5, 2: 1.0}, "quay": {3: 9.0}}
    sizes = [1, 2, 1, 1]
    assert nearest({"tide": 1.0, "mast": 1.0}, index, sizes.__getitem__) == [0, 2, 1]


def test_a_term_that_is_everywhere_leads_nowhere() -> None:
    index = {"tide": dict.fromkeys(range(101), 1.0), "quay": {7: 1.0}}
    assert nearest({"tide": 1.0, "quay": 1.0}, index, lambda _: 1) == [7]
