"""What the rules find to be said leaves a parse a tree, whatever the parse is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from armreader.extraction.grammar import analyse
from armreader.extraction.grammar.parsed_contents import with_contents
from armreader.extraction.grammar.parser import Parse
from armreader.records import Sentence, Span
from trees import hangs

TEXT = "Lund said grants to bakers hurt by the fire had risen."
LABELS = ("nsubj", "ccomp", "acl", "conj", "obj", "obl", "aux", "cop", "parataxis", "nmod")


@given(st.data())
def test_a_parse_with_contents_is_a_tree(data: st.DataObject) -> None:
    rules = analyse(TEXT, [Sentence(Span(0, len(TEXT)), "body", 0)])[0]
    order = data.draw(st.permutations(range(len(rules))))
    heads = [-1] * len(order)
    for place, at in enumerate(order[1:], 1):
        heads[at] = order[data.draw(st.integers(0, place - 1))]
    drawn = data.draw(st.lists(st.sampled_from(LABELS), min_size=len(order), max_size=len(order)))
    found = with_contents(Parse(heads, drawn), rules.clauses, rules.lowers, rules.tags)
    assert hangs(list(found.heads))


def test_a_parse_that_has_what_is_said_is_kept() -> None:
    rules = analyse(TEXT, [Sentence(Span(0, len(TEXT)), "body", 0)])[0]
    said, risen = rules.lowers.index("said"), rules.lowers.index("risen")
    heads, labels = [said] * len(rules), ["obl"] * len(rules)
    heads[said], labels[risen] = -1, "ccomp"
    heads[risen - 1], labels[risen - 1] = risen, "aux"
    parse = Parse(heads, labels)
    assert with_contents(parse, rules.clauses, rules.lowers, rules.tags) is parse
