"""The main verb of a sentence, and its subject, where much is between the two."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar.main_verbs import pass_day, raise_main_verb
from armreader.extraction.grammar.syntax import NounPhrase
from armreader.records import Span

# Each word with its tag, its head from 1 and its label; then the main verb and its subject.
RAISED = [
    ("carts/NNS/0/root to/TO/3/mark carry/VB/1/acl herring/NN/3/obj are/VBP/6/aux"
     " built/VBN/3/xcomp", "built", "carts"),
    ("pilots/NNS/0/root coming/VBG/1/advcl to/TO/4/mark crown/VB/2/obl lund/NNP/7/nsubj:pass"
     " were/VBD/7/aux:pass fined/VBN/2/ccomp", "fined", "pilots"),
    ("lamps/NNS/0/root which/WDT/4/nsubj were/VBD/4/aux seen/VBN/1/acl:relcl fell/VBD/4/conj",
     "fell", "lamps"),
    ("moen/NNP/0/root who/WP/4/nsubj is/VBZ/4/cop keeper/NN/6/nsubj will/MD/6/aux"
     " lead/VB/1/parataxis", "lead", "moen"),
    ("tomorrow/NN/0/root towns/NNS/4/nsubj will/MD/4/aux vote/VB/1/parataxis", "vote", "towns"),
    ("plans/NNS/0/root ,/,/1/punct sources/NNS/4/nsubj said/VBD/1/parataxis ,/,/1/punct"
     " were/VBD/7/aux:pass dropped/VBN/1/acl", "dropped", "plans"),
    # A noun with a clause of its own stays the root.
    ("men/NNS/0/root lund/NNP/3/nsubj met/VBD/1/acl:relcl", "", ""),
    ("plans/NNS/0/root ,/,/1/punct many/NNS/1/appos argue/VBP/1/parataxis", "", ""),
    ("May/NNP/0/root in/IN/1/case pilots/NNS/1/dep sailed/VBD/1/parataxis", "", ""),
    ("talks/NNS/0/root he/PRP/4/nsubj has/VBZ/4/aux led/VBN/1/acl:relcl", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "verb", "subject"), RAISED)
def test_a_noun_that_is_the_root_becomes_the_subject_of_the_main_verb(
    words: str, verb: str, subject: str
) -> None:
    forms, tags, numbers, labels = map(
        list, zip(*(one.split("/") for one in words.split()), strict=True)
    )
    heads = [int(number) - 1 for number in numbers]
    phrases = [
        NounPhrase(at, at + 1, at, Span(at, at + 1))
        for at, tag in enumerate(tags)
        if tag.startswith("N")
    ]
    raise_main_verb(forms, tags, phrases, heads, labels)
    root = heads.index(-1)
    found = [forms[at] for at, head in enumerate(heads) if head == root and "nsubj" in labels[at]]
    assert (forms[root], found) == (verb, [subject]) if verb else root == 0


def test_a_day_before_the_subject_is_not_the_subject() -> None:
    phrases = [NounPhrase(at, at + 1, at, Span(at, at + 1)) for at in (0, 1)]
    heads, labels = [3, 3, 3, -1], ["nsubj", "obl", "aux", "root"]
    pass_day(["tonight", "towns", "will", "vote"], phrases, heads, labels)
    assert labels == ["obl", "nsubj", "aux", "root"]
