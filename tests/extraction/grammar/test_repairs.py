"""Tags that the sentence as a whole shows to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from armreader.extraction.grammar.repairs import repair_words
from armreader.extraction.grammar.verb_repairs import (
    repair_main_verb,
    repair_second_verb,
    repair_subjects,
)

SUBJECTS = [
    # An event before its verb is a noun.
    ("violent clashes erupted in ardal", "JJ VBZ VBN IN NNP", "JJ NNS VBD IN NNP"),
    ("border clashes between the two continued", "NN VBZ IN DT CD VBD", "NN NNS IN DT CD VBD"),
    ("the army attacks the town", "DT NN VBZ DT NN", "DT NN VBZ DT NN"),
    ("the mayor says in a note", "DT NN VBZ IN DT NN", "DT NN VBZ IN DT NN"),
]


MAIN = [
    # A sentence without another verb has a past one.
    (
        "the agency released 200 pages that lee kept",
        "DT NN VBN CD NNS IN NNP VBD",
        "DT NN VBD CD NNS IN NNP VBD",
    ),
    ("the clerk asked a guard and left", "DT NN VBN DT NN CC VBD", "DT NN VBN DT NN CC VBD"),
    ("a letter obtained by the courier", "DT NN VBN IN DT NN", "DT NN VBN IN DT NN"),
    (
        "the guards applied for leave saying the post did shut",
        "DT NNS VBN IN NN VBG DT NN VBD VB",
        "DT NNS VBD IN NN VBG DT NN VBD VB",
    ),
    (
        "the guard estimated the loss that lee thinks was small",
        "DT NN VBN DT NN WDT NNP VBZ VBD JJ",
        "DT NN VBD DT NN WDT NNP VBZ VBD JJ",
    ),
    ("a boat wrecked the same year sank", "DT NN VBN DT JJ NN VBD", "DT NN VBN DT JJ NN VBD"),
    ("a man called the baker fled", "DT NN VBN DT NN VBD", "DT NN VBN DT NN VBD"),
    ("called", "VBN", "VBN"),
]


SECOND = [
    # A second past form in one clause is a participle.
    ("tests link lee to a hair found near ardal", "NNS VBP NNP IN DT NN VBD IN NNP",
     "NNS VBP NNP IN DT NN VBN IN NNP"),
    ("lee said the boat burned in may", "NNP VBD DT NN VBD IN NNP", "NNP VBD DT NN VBD IN NNP"),
    ("clerks who left the port worked in may", "NNS WP VBD DT NN VBD IN NNP",
     "NNS WP VBD DT NN VBD IN NNP"),
    ("lee hid it in a letter sent last week .", "NNP VBD PRP IN DT NN VBD JJ NN .",
     "NNP VBD PRP IN DT NN VBN JJ NN ."),
    ("the sum paid on the stock also will grow", "DT NN VBD IN DT NN RB MD VB",
     "DT NN VBN IN DT NN RB MD VB"),
    ("the paper reported on monday that lee is ill", "DT NN VBD IN NNP IN NNP VBZ JJ",
     "DT NN VBD IN NNP IN NNP VBZ JJ"),
    ("a hair found in ardal came from lee", "DT NN VBD IN NNP VBD IN NNP",
     "DT NN VBD IN NNP VBD IN NNP"),
]  # fmt: skip


WORDS = [
    # A word is tagged by the words beside it.
    ("lee is on the most wanted list", "NNP VBZ IN DT RBS VBD NN", "NNP VBZ IN DT RBS VBN NN"),
    ("a man who allegedly shot a guard", "DT NN WP RB NN DT NN", "DT NN WP RB VBD DT NN"),
    (
        "the blast claimed 20 lives and injured three men",
        "DT NN VBD CD NNS CC VBN CD NNS",
        "DT NN VBD CD NNS CC VBD CD NNS",
    ),
    (
        "he ran the firm and called it rex",
        "PRP VBD DT NN CC VBN PRP NNP",
        "PRP VBD DT NN CC VBD PRP NNP",
    ),
    (
        "it was sold and moved two days later",
        "PRP VBD VBN CC VBN CD NNS RB",
        "PRP VBD VBN CC VBN CD NNS RB",
    ),
    (
        "he read a paper and printed that week",
        "PRP VBD DT NN CC VBN DT NN",
        "PRP VBD DT NN CC VBN DT NN",
    ),
    (
        "they were hit and hurt the same day",
        "PRP VBD VBN CC VBN DT JJ NN",
        "PRP VBD VBN CC VBN DT JJ NN",
    ),
    ("the w.h.o. met", "DT NN VBD", "DT NNP VBD"),
    ("lee paid tribute", "NNP VBD VB", "NNP VBD NN"),
    ("lee has de facto left", "NNP VBZ FW NN VBN", "NNP VBZ RB RB VBN"),
    ("lee backed her up", "NNP VBD PRP$ RP", "NNP VBD PRP RP"),
    ("while her very popular party thrives", "IN PRP RB JJ NN VBZ", "IN PRP$ RB JJ NN VBZ"),
    ("lee made her very popular", "NNP VBD PRP RB JJ", "NNP VBD PRP RB JJ"),
    ("lee backed her boat", "NNP VBD PRP$ NN", "NNP VBD PRP$ NN"),
    ("lee helped build it", "NNP VBD VB PRP", "NNP VBD VB PRP"),
    ("lee said last week that he left", "NNP VBD JJ NN WDT PRP VBD", "NNP VBD JJ NN IN PRP VBD"),
    ("the week that was", "DT NN WDT VBD", "DT NN WDT VBD"),
    ("up to 300 were hurt", "VB IN CD VBD VBN", "RB RB CD VBD VBN"),
    ("fewer than a third left", "JJR IN DT NN VBD", "RB RB DT NN VBD"),
    ("as many as 40 died", "RB JJ IN CD VBD", "RB RB RB CD VBD"),
    ("more than it was", "JJR IN PRP VBD", "JJR IN PRP VBD"),
    ("more than a million left", "JJR IN DT CD VBD", "RB RB DT CD VBD"),
    ("lee either did n't support it", "NNP CC VBD RB NN PRP", "NNP CC VBD RB VB PRP"),
    ("lee did no work", "NNP VBD DT NN", "NNP VBD DT NN"),
    ("lee won the ardal primary .", "NNP VBD DT NNP JJ .", "NNP VBD DT NNP NN ."),
    ("the primary aim is bread", "DT JJ NN VBZ NN", "DT JJ NN VBZ NN"),
    ("bread is primary .", "NN VBZ JJ .", "NN VBZ JJ ."),
]

REPAIRS = {
    repair_subjects: SUBJECTS,
    repair_main_verb: MAIN,
    repair_second_verb: SECOND,
    repair_words: WORDS,
}


@pytest.mark.parametrize(
    ("repair", "sentence", "tags", "wanted"),
    [(repair, *case) for repair, cases in REPAIRS.items() for case in cases],
)
def test_a_wrong_tag_is_repaired_and_a_right_one_stays(
    repair: Callable[[Sequence[str], list[str]], None], sentence: str, tags: str, wanted: str
) -> None:
    given = tags.split()
    repair(sentence.split(), given)
    assert given == wanted.split()
