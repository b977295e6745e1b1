"""The main verb of a sentence, and its subject, where much is between the two."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar.main_verbs import (
    pass_day,
    raise_apposition,
    raise_main_verb,
)
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


APPOSED = [
    ("in/IN/2/case ardal/NNP/7/obl ,/,/2/punct keeper/NN/2/appos lund/NNP/4/appos ,/,/2/punct"
     " said/VBD/0/root", "keeper"),
    ("to/IN/3/case a/DT/3/det plea/NN/8/obl today/NN/3/nmod ,/,/4/punct towns/NNS/4/appos"
     " moen/NNP/6/appos replied/VBD/0/root", "towns"),
    # None where the verb has one, or where nothing opens the sentence.
    ("in/IN/2/case ardal/NNP/6/obl ,/,/2/punct moss/NNP/2/appos he/PRP/6/nsubj left/VBD/0/root",
     "he"),
    ("close/VB/0/root ardal/NNP/1/obj ,/,/2/punct moss/NNP/2/appos", ""),
]  # fmt: skip


def parsed(words: str) -> tuple[list[str], list[str], list[NounPhrase], list[int], list[str]]:
    """The forms, tags, phrases, heads and labels of a sentence; each noun is a phrase."""
    forms, tags, numbers, labels = map(
        list, zip(*(one.split("/") for one in words.split()), strict=True)
    )
    heads = [int(number) - 1 for number in numbers]
    phrases = [
        NounPhrase(at, at + 1, at, Span(at, at + 1))
        for at, tag in enumerate(tags)
        if tag.startswith("N")
    ]
    return forms, tags, phrases, heads, labels


@pytest.mark.parametrize(("words", "subject"), APPOSED)
def test_what_comes_after_an_opening_phrase_is_the_subject_of_a_verb_without_one(
    words: str, subject: str
) -> None:
    forms, tags, phrases, heads, labels = parsed(words)
    raise_apposition(forms, tags, phrases, heads, labels)
    subjects = [form for form, label in zip(forms, labels, strict=True) if label == "nsubj"]
    assert subjects == ([subject] if subject else [])


@pytest.mark.parametrize(("words", "verb", "subject"), RAISED)
def test_a_noun_that_is_the_root_becomes_the_subject_of_the_main_verb(
    words: str, verb: str, subject: str
) -> None:
    forms, tags, phrases, heads, labels = parsed(words)
    raise_main_verb(forms, tags, phrases, heads, labels)
    root = heads.index(-1)
    found = [forms[at] for at, head in enumerate(heads) if head == root and "nsubj" in labels[at]]
    assert (forms[root], found) == (verb, [subject]) if verb else root == 0


def test_a_day_before_the_subject_is_not_the_subject() -> None:
    phrases = [NounPhrase(at, at + 1, at, Span(at, at + 1)) for at in (0, 1)]
    heads, labels = [3, 3, 3, -1], ["nsubj", "obl", "aux", "root"]
    pass_day(["tonight", "towns", "will", "vote"], phrases, heads, labels)
    assert labels == ["obl", "nsubj", "aux", "root"]
