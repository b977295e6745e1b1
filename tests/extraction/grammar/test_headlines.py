"""The verb of a headline, which looks like a noun."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar import analyse
from armreader.extraction.grammar.headlines import repair_headline
from wire import report

CASES = [
    ("bank issues a deep apology", "NN NNS DT JJ NN", "NN VBZ DT JJ NN"),
    ("mayor assails owners as he leaves", "NN NNS NNS IN PRP VBZ", "NN VBZ NNS IN PRP VBZ"),
    ("lee and berg test ardal", "NNP CC NNP NN NNP", "NNP CC NNP VBP NNP"),
    ("crucial gains for ardal and norland", "JJ NNS IN NNP CC NNP", "JJ NNS IN NNP CC NNP"),
    ("mayor to open harbour", "NN TO VB NN", "NN TO VB NN"),
    ("trade talks", "NN NNS", "NN NNS"),
    ("the long road of ann lee", "DT JJ NN IN NNP NNP", "DT JJ NN IN NNP NNP"),
    ("ferry sinks a trawler", "NN VBZ DT NN", "NN VBZ DT NN"),
    ("suspended clerk kills two women", "VBD NN NNS CD NNS", "VBN NN VBZ CD NNS"),
    ("mayor grants shelter to sailors", "NN NNS NN TO NNS", "NN VBZ NN TO NNS"),
    (
        "after the storm , lee revives harbour plan",
        "IN DT NN , NNP NNS NN NN",
        "IN DT NN , NNP VBZ NN NN",
    ),
    ("mayor of ardal resigns", "NN IN NNP NNS", "NN IN NNP VBZ"),
    ("ann lee checks into clinic", "NNP NNP NNS IN NN", "NNP NNP VBZ IN NN"),
    ("price of bread talks", "NN IN NN NNS", "NN IN NN NNS"),
    ("harbour experts rebuke the mayor", "NN NNS IN DT NN", "NN NNS VBP DT NN"),
    ("fishermen push for ban", "NNS NN IN NN", "NNS VBP IN NN"),
    ("lee and berg team up on harbour", "NNP CC NNP NN RP IN NN", "NNP CC NNP VBP RP IN NN"),
    ("lee , berg clash in ardal", "NNP , NNP NN IN NNP", "NNP CC NNP VBP IN NNP"),
    ("lee , berg sign deal", "NNP , NNP VB NN", "NNP CC NNP VBP NN"),
    ("lee , norden sailors meet", "NNP , JJ NNS VBP", "NNP CC JJ NNS VBP"),
    ("ann lee calls for a vote", "NNP NNP NNS IN DT NN", "NNP NNP VBZ IN DT NN"),
    ("the calls for a vote", "DT NNS IN DT NN", "DT NNS IN DT NN"),
    ("lee , berg reach deal", "NNP , NNP NN NN", "NNP CC NNP VBP NN"),
    ("aid workers reach town", "NN NNS NN NN", "NN NNS VBP NN"),
    ("ardal dam to be rebuilt", "NNP VBZ TO VB VBN", "NNP NN TO VB VBN"),
    ("lee , the mayor , votes", "NNP , DT NN , VBZ", "NNP , DT NN , VBZ"),
    ("dahl pick gives berg a chance", "NNP VBP VBZ NNP DT NN", "NNP NN VBZ NNP DT NN"),
    ("arms sales to ardal", "NNS NNS TO NNP", "NNS NNS TO NNP"),
    ("in ardal harbour files", "IN NNP NN NNS", "IN NNP NN NNS"),
]


@pytest.mark.parametrize(("title", "tags", "wanted"), CASES)
def test_a_headline_without_a_verb_may_hide_one(title: str, tags: str, wanted: str) -> None:
    given = tags.split()
    repair_headline(title.split(), given)
    assert given == wanted.split()


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Ardal Wins Norland’s Harbour Race", "Ardal Wins Norland’s Harbour Race"),
        ("Ann Lee targets the harbour board", "Ann Lee targets the harbour board"),
        ("Ann Lee, Olaf Berg clash over ferry", "Ann Lee, Olaf Berg clash over ferry"),
        ("Storm over, Lee reopens the port of Ardal", "Lee reopens the port of Ardal"),
        ("Angry Sailors Storm Harbour Office", "Angry Sailors Storm Harbour Office"),
        ("Lund Sworn In as Premier", "Lund Sworn In as Premier"),
        ("Suspended Clerk Kills 2 Guards in Ardal", "Suspended Clerk Kills 2 Guards in Ardal"),
    ],
)
def test_a_headline_in_capitals_is_a_row(title: str, label: str) -> None:
    one = report(f"{title}\n\nIt rained.", "2021-02-01")
    assert label in [
        " ".join(one.article.text[slice(*span)] for span in each.label) for each in one.propositions
    ]


def test_the_rules_are_kept_where_the_parse_finds_no_main_verb() -> None:
    one = report("Ann Lee survives spirited primary\n\nIt rained.", "2021-02-01")
    parsed = analyse(one.article.text, one.sentences)[0].parsed
    assert [clause.verb.lemma for clause in parsed.clauses if clause.kind == "main" and clause.verb]
