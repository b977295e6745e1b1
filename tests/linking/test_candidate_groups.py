"""Which groups a telling is compared with."""

from __future__ import annotations

from collections import defaultdict
from random import Random
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from armreader.linking.events import candidate_groups
from armreader.linking.events.candidate_groups import CandidateGroups

TERMS = {f"t{number}": 0.11 + number / 17 for number in range(12)}
CLASSES = ("move.arrive", "trade.sell", "say.announce")


def filled(chance: Random, groups: int) -> CandidateGroups:
    """Groups that have some of the terms and classes, and are of one of three stories."""
    found = CandidateGroups(TERMS)
    for group in range(groups):
        classes = chance.sample(CLASSES, chance.randint(1, 2))
        found.add(group, classes, chance.sample(sorted(TERMS), chance.randint(0, 5)))
        found.add_of_story(group, classes, group % 3)
    return found


@given(st.randoms(use_true_random=False), st.integers(0, 400), st.integers(0, 3))
def test_the_groups_that_share_the_most_are_found(chance: Random, groups: int, story: int) -> None:
    terms = chance.sample(sorted(TERMS), chance.randint(0, 6))
    classes = chance.sample(CLASSES, chance.randint(1, 2))
    found = filled(chance, groups)
    shared: defaultdict[int, float] = defaultdict(float)
    for name in classes:
        for group in found._by_story.get((story, name), ()):
            shared[group] -= 0.01
        for term in terms:
            for group in found._by_term[name].get(term, ()):
                shared[group] -= TERMS[term]
    best = sorted(shared, key=lambda group: (shared[group], group))[:8]
    assert sorted(found.of(classes, story, terms)) == sorted(best)


def test_full_lists_are_read_at_once() -> None:
    found = filled(Random(1), 2_000)
    assert all(len(scores) == 40 for full in found._full.values() for scores in full.values())
    assert found._full["trade.sell"]["t3"].keys() == set(found._by_term["trade.sell"]["t3"])
    with patch.object(candidate_groups, "_POSTINGS", 0):  # one after another
        slowly = found.of(["trade.sell"], 1, ["t3", "t4"])
    assert found.of(["trade.sell"], 1, ["t3", "t4"]) == slowly


def test_a_term_of_one_clause_alone_leads_to_no_group() -> None:
    found = CandidateGroups({"rare": 1.0, "known": 0.6})
    found.add(0, ["trade.sell"], ["rare", "known"])
    assert list(found.of(["trade.sell"], 0, ["rare"])) == []
    assert list(found.of(["trade.sell"], 0, ["known"])) == [0]
