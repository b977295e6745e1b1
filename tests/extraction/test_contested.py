"""Contested claims: what somebody denies, rejects or questions, and the words that do it."""

from __future__ import annotations

import pytest

from wire import linked, report


@pytest.mark.parametrize(
    ("sentence", "denial", "claim"),
    [
        (
            "The mayor denied that the bridge had been closed.",
            "The mayor denied that",
            "the bridge had been closed",
        ),
        (
            "Ms Talbot rejected criticism that the council had acted too late.",
            "Ms Talbot rejected criticism that",
            "the council had acted too late",
        ),
        (
            "The firm dismissed talk of a rift with the union.",
            "The firm dismissed talk of",
            "a rift with the union",
        ),
        (
            "Miners questioned whether the test was ever done.",
            "Miners questioned whether",
            "the test was ever done",
        ),
        (
            "The lawyer, who speaks for the miners, denied that the test was ever done.",
            "The lawyer, who speaks for the miners, denied that",
            "the test was ever done",
        ),
        (
            "Miners questioned whether what she called a test was ever done.",
            "Miners questioned whether",
            "what she called a test was ever done",
        ),
        (
            "She rejected the claim that Acme, the largest of the firms, was slow to act.",
            "She rejected the claim that",
            "Acme, the largest of the firms, was slow to act",
        ),
        (
            "She denied the claim that the mill, built in 1990, was unsafe.",
            "She denied the claim that",
            "the mill, built in 1990, was unsafe",
        ),
        (
            "Miners have denied it came from the Ardal pit and mill owners have been battling "
            "rumours that it could have come from there.",
            "Miners have denied",
            "it came from the Ardal pit",
        ),
        (
            "She denied that the mine was closed, and she still goes there.",
            "She denied that",
            "the mine was closed",
        ),
        (
            "He denied the mine had been unsafe, saying it was checked daily.",
            "He denied",
            "the mine had been unsafe",
        ),
    ],
)
def test_contested(sentence: str, denial: str, claim: str) -> None:
    text = f"A title\n{sentence}"
    (found,) = report(text).contested
    assert (text[slice(*found.denial)], text[slice(*found.claim)]) == (denial, claim)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor did not deny that the bridge had been closed.",
        "The council rejected the offer that the union made.",
        "The firm dismissed forty workers.",
        "Miners questioned why the test was late.",
        "The mayor could deny that the bridge was closed.",
        "Councillors have questioned that decision, seeking a review of the bridge at Ardal.",
        "No doubt he should discuss this with Mr. Roe, but I doubt that he has any plan to listen.",
    ],
)
def test_what_is_not_contested(sentence: str) -> None:
    assert not report(f"A title\n{sentence}").contested


def test_a_fact_elsewhere_is_a_side() -> None:
    fact = report("Bridge\nThe council closed the Ardal bridge on Monday.", "2021-05-03")
    denied = report(
        "Denial\nThe mayor denied that the council had closed the Ardal bridge.", "2021-05-04"
    )
    found = [one for one in linked(fact, denied).disagreements if len(one.sides) == 3]
    assert [side.article for one in found for side in one.sides] == [
        fact.article.id,
        denied.article.id,
        denied.article.id,
    ]


def test_what_was_supposedly_done_is_a_side() -> None:
    text = (
        "Test\nAn air test was supposedly done before the shift went down.\n\n"
        "The lawyer, who speaks for the miners, denied that the test was ever done."
    )
    (found,) = linked(report(text, "2021-05-04")).disagreements
    assert [side.says for side in found.sides] == ["reported", "claimed", "denied"]


@pytest.mark.parametrize(
    "fact",
    [
        # a name alone, and what somebody says
        "The board meets in July, chairman Carl Henrik Sandberg has said.",
        "According to Ann Roe, there was tension between the mayor and the Ardal council.",
    ],
)
def test_what_is_no_fact_elsewhere_is_no_side(fact: str) -> None:
    denied = (
        "Denial\nThe mayor denied that there was tension between him and the Ardal council's "
        "chairman, Carl Henrik Sandberg."
    )
    found = linked(report(f"Board\n{fact}", "2021-05-03"), report(denied, "2021-05-04"))
    assert [[side.says for side in one.sides] for one in found.disagreements] == [
        ["claimed", "denied"]
    ]


def test_a_fact_that_the_claim_only_mentions_is_no_side() -> None:
    fact = "Blast\nThe mill blew up on Monday, killing two mill workers in Ardal."
    denied = (
        "Denial\nBo Dahl denied that there was any link between the mill blast in Ardal and a fire "
        "that killed two mill workers."
    )
    found = linked(report(fact, "2021-05-03"), report(denied, "2021-05-03")).disagreements
    assert [[side.says for side in one.sides] for one in found] == [["claimed", "denied"]]


def test_a_fact_of_another_is_no_side() -> None:
    """Who contests a claim about a pump is not its subject."""
    fact = "Pump\nAcme was working on Thursday to close the shaft with a device called a mud pump."
    denied = "Denial\nAcme spokesman Bo Dahl denied reports that the mud pump had worked."
    found = linked(report(fact, "2021-05-03"), report(denied, "2021-05-03")).disagreements
    assert [[side.says for side in one.sides] for one in found] == [["claimed", "denied"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The prosecutor denied a request by the firm to plead guilty.",
        "The council rejected the idea of a toll on the bridge.",
        "Miners were questioned about who had done the test.",
        "She initially dismissed a report that the mine was unsafe.",
        "I doubt whether the new rule helps the mine.",
        "A spokesman denied that they were appropriate.",
        "They told stories of patients denied needed care.",
        "How dare she deny Lumen fans a good match?",
        "How dare the club deny its oldest fans a good panic over the price of a ticket?",
        # what cannot be read alone, what should be, what nobody can know yet
        "The firm's head denied this would happen.",
        "The campaign denied it happened, with its head calling her a liar.",
        "An official questioned whether the mayor ought to take part.",
        "Miners doubt that the mine will open before June.",
        "He was only questioning whether it was a fair test.",
        "A candidate who has largely rejected the party's views might win.",
    ],
)
def test_what_does_not_contest_a_claim(sentence: str) -> None:
    assert not report(f"A title\n{sentence}").contested
