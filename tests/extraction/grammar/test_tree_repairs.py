"""Repairs of a parse leave a tree, whatever the parse is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from armreader.extraction.grammar.parser import Parse
from armreader.extraction.grammar.tree_repairs import RepairedTree
from trees import hangs

WORDS = ("that", "and", "left", "lee", "since", "in", "accused", "of", "1995", "said")
TAGS = {"that": "IN", "and": "CC", "left": "VBD", "lee": "NNP", "since": "IN", "in": "IN",
        "accused": "VBN", "of": "IN", "1995": "CD", "said": "VBD"}  # fmt: skip
LABELS = (
    *("nsubj", "mark", "ccomp", "acl", "conj", "cc", "advcl", "obl", "obj", "cop", "parataxis"),
)


def repaired(words: list[str], heads: list[int], labels: list[str]) -> list[int]:
    tree = RepairedTree(words, [TAGS[word] for word in words], (), Parse(heads, labels))
    return tree._heads


@given(st.data())
def test_a_repaired_parse_is_a_tree(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=9))
    order = data.draw(st.permutations(range(len(words))))
    heads = [-1] * len(words)
    for place, at in enumerate(order[1:], 1):
        heads[at] = order[data.draw(st.integers(0, place - 1))]
    labels = [data.draw(st.sampled_from(LABELS)) if head >= 0 else "root" for head in heads]
    assert hangs(repaired(words, heads, labels))


def test_what_would_make_a_circle_stays_as_it_was() -> None:
    words = ["said", "that", "lee", "left", "and", "that", "left"]
    heads = [-1, 3, 3, 6, 6, 6, 0]
    labels = ["root", "mark", "nsubj", "ccomp", "cc", "mark", "ccomp"]
    assert repaired(words, heads, labels) == heads
