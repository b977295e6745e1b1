"""Verbs that look like nouns or stand apart from their subject, and who speaks then."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

OPENINGS = [
    Case(
        "Lund added that, in Oslo, the ferries were late.",
        "indirect in Oslo, the ferries were late < added = Lund",
    ),
    Case(
        "Lund wrote the crews knew of the leak.",
        "indirect the crews knew of the leak < wrote = Lund",
    ),
]
LIKE_NOUNS = [
    Case(
        "Experts caution that a high tide does not mean a flood.",
        "indirect a high tide does not mean a flood < caution = Experts",
    ),
    Case(
        "Berg, who fights with the crews, claims that the port “takes its orders” from Oslo.",
        "mixed the port “takes its orders” from Oslo < claims = Berg",
    ),
    Case(
        "Dockers — and some crews — say that the pier is old.",
        "indirect the pier is old < say = Dockers",
    ),
    Case(
        "Ada Kelly also noted that the ferries were late.",
        "indirect the ferries were late < noted = Ada Kelly",
    ),
]
BESIDE_MARKS = [
    Case(
        "“The boats stay,” the two write.",
        "direct The boats stay, < write = two",
    ),
    Case(
        "“The boats stay,” the harbour heavyweights wrote in a letter.",
        "direct The boats stay, < wrote = harbour heavyweights",
    ),
    Case(
        "“The boats stay,” this Falk look-alike declared.",
        "direct The boats stay, < declared = Falk look-alike",
    ),
    Case(
        "“Whoever opens the docks has no place here!” wrote a man calling himself Sea Dog.",
        "direct Whoever opens the docks has no place here! < wrote = man\n"
        "indirect calling himself Sea Dog < calling = man",
    ),
]
PAST_RELATIVES = [
    Case(
        "Ada Lund, who lost her boat in the flood in Marlow, Ohio, in May, said that Falk "
        "had been rude.",
        "indirect Falk had been rude < said = Ada Lund",
    ),
    Case(
        "Mayor Ada Lund (D-Mo.), who has endorsed Falk, said Berg had gone too far.",
        "indirect Berg had gone too far < said = Ada Lund",
    ),
    Case(
        "Mr. Lund, whose latest firm, Paradata, sells nets to crews, said Falk was a good man.",
        "indirect Falk was a good man < said = Lund",
    ),
    Case(
        "Ada Berg, a spokeswoman for the Port Coalition, which is made up of crews, said it "
        "was late.",
        "indirect it was late < said = Ada Berg",
    ),
    Case(
        "One group, Port for All, has run ads with both stations reminding crews that their "
        "leaders liked the sea.",
        "indirect their leaders liked the sea < reminding = One group",
    ),
    Case(
        "Mrs. Lund devotes much of her stump speech to warmly praising the port's success.",
        "indirect praising the port's success < praising = Lund",
    ),
]
SAID_IN_MARKS = [
    Case(
        "To say that the pier is old, “you have to be blind,” Ada Lund said.",
        "mixed To say that the pier is old, “you have to be blind,” < said = Ada Lund",
    ),
    Case(
        "“Our members are glad,” said Karl Lund, a docker. “He has been hard with the new "
        "rule,” which Falk likes. “He gives them what they want.”",
        "direct Our members are glad, < said = Karl Lund\n"
        "direct He has been hard with the new rule, … He gives them what they want. < - = "
        "Karl Lund",
    ),
]
SUBJECTS = [
    Case(
        "Bernt Falk praised those who left but said, “We stay.”",
        "indirect praised those who left < praised = Bernt Falk\n"
        "direct We stay. < said = Bernt Falk",
    ),
    Case(
        "Some 20 percent of people in a recent Harbour Times poll said they were born in Oslo.",
        "indirect they were born in Oslo < said = 20 percent of people in a recent Harbour "
        "Times poll",
    ),
    Case(
        "But protest organizers in Oslo say that by Monday the port is old.",
        "indirect by Monday the port is old < say = organizers in Oslo",
    ),
    Case(
        "When that question was put to Karl Berg, director of the Sea Center at the "
        "University of Oslo, he laughed.",
        "",
    ),
    Case(
        "“The port will give this to you,” Mayor James A. Baker wrote in a letter.",
        "direct The port will give this to you, < wrote = James A. Baker",
    ),
    Case(
        "The pier is shut, according to a person close to the port.",
        "indirect The pier is shut < according to = person",
    ),
]


@pytest.mark.parametrize(
    "case",
    [*OPENINGS, *LIKE_NOUNS, *BESIDE_MARKS, *PAST_RELATIVES, *SAID_IN_MARKS, *SUBJECTS],
    ids=lambda case: case.text[:40],
)
def test_verb(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
