"""What is said in two stretches, by two speakers or after another verb, kind by kind."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

SECOND_VERBS = [
    Case(
        "Falk criticised the crew for its work on the pier in Umeå and Oslo, "
        "saying, “They were slow.”",
        "indirect criticised the crew for its work on the pier in Umeå and Oslo"
        " < criticised = Falk\n"
        "direct They were slow. < saying = Falk",
    ),
    Case(
        "Dockers called for news of the wreck, walking on the quay - where the boat was built - "
        "while chanting, “Open the gates.”",
        "indirect called for news of the wreck, walking on the quay - where the boat was built -"
        " < called = Dockers\ndirect Open the gates. < chanting = Dockers",
    ),
    Case(
        "Falk praised the crew for its care, adding: “They never sleep.”",
        "indirect praised the crew for its care < praised = Falk\n"
        "direct They never sleep. < adding = Falk",
    ),
    Case(
        "Falk denounced the plan in front of the town hall, writing, “It is a trap.”",
        "indirect denounced the plan in front of the town hall < denounced = Falk\n"
        "direct It is a trap. < writing = Falk",
    ),
    Case(
        "When Berg noted that Falk never paid for the pier — as was true for years — Falk "
        "replied, “That makes me wise.”",
        "indirect Falk never paid for the pier < noted = Berg\n"
        "direct That makes me wise. < replied = Falk",
    ),
]
ASIDES = [
    Case(
        "“Every time you say that,” Falk said, referring to the cost, “you help them.”",
        "direct Every time you say that, … you help them. < said = Falk",
    ),
    Case(
        "“We wait,” Falk said, pointing to the tide, “for the sea.”",
        "direct We wait, … for the sea. < said = Falk",
    ),
    Case(
        "“It will be fair,” Falk said during a rally in Marlow, N.C., “but people will watch.”",
        "direct It will be fair, … but people will watch. < said = Falk",
    ),
    Case(
        "“It is old,” Falk told a crowd in the town hall of Umeå, her home, “and we will mend it.”",
        "direct It is old, … and we will mend it. < told = Falk",
    ),
    Case(
        "“If so,” Falk said in a talk in Oslo, Norway, “we go.”",
        "direct If so, … we go. < said = Falk",
    ),
]
SEVERAL = [
    Case(
        "Harbour and port officials estimate that the leak is small.",
        "indirect the leak is small < estimate = Harbour and port officials",
    ),
    Case(
        "The council and company officials said the leak is small.",
        "indirect the leak is small < said = council and company officials",
    ),
    Case(
        "Sailors and their families say the port is shut.",
        "indirect the port is shut < say = Sailors and their families",
    ),
    Case(
        "Doctors and two nurses said the port is shut.",
        "indirect the port is shut < said = Doctors and two nurses",
    ),
    Case(
        "The storm sank the pier and officials said it was lost.",
        "indirect it was lost < said = officials",
    ),
]
NAMED_SO = [
    Case(
        "Dockers met about what critics say are unfair terms.",
        "indirect unfair terms < say = critics",
    ),
    Case(
        "Berg left over what officials said was a bad error.",
        "indirect a bad error < said = officials",
    ),
    Case(
        "The crew paid for what Falk says was a small mistake.",
        "indirect a small mistake < says = Falk",
    ),
    Case(
        "The crew filmed what Falk says is a leak in the hull.",
        "indirect a leak in the hull < says = Falk",
    ),
    Case("The crew filmed what Falk says led to the leak.", ""),
    Case("They filmed what Falk said was taken from the hull.", ""),
]
DOUBTED = [
    Case("The question is whether Falk continues to criticise Berg.", ""),
    Case("It is unclear if Falk plans to denounce the deal.", ""),
    Case("It is open whether the council wants to praise the crew.", ""),
    Case("It depends on whether Falk chooses to blame Berg.", ""),
    Case("Nobody knows if the crew is going to condemn the plan.", ""),
]
OVER_PARAGRAPHS = [
    Case(
        "“It is slow work,” said Ada Falk.\n“If you see it, it is like rain.\n"
        "It runs, and then it is gone.”\nThe pier was shut.",
        "direct It is slow work, < said = Ada Falk\n"
        "direct If you see it, it is like rain. … It runs, and then it is gone. < - = Ada Falk",
    ),
    Case(
        "“It was the tide.\nIt is a hard winter,” said Ada Falk.",
        "direct It was the tide. … It is a hard winter, < said = Ada Falk",
    ),
    Case(
        '"It is slow work," said Ada Falk.\n"It is like rain.\nIt runs."',
        "direct It is slow work, < said = Ada Falk\n"
        "direct It is like rain. … It runs. < - = Ada Falk",
    ),
    Case(
        "Ada Falk said: “It was the tide.\nIt is a hard winter.”",
        "direct It was the tide. … It is a hard winter. < said = Ada Falk",
    ),
    Case(
        "“It was the tide, said Ada Falk.\nIt was a hard winter.",
        "direct It was the tide, < said = Ada Falk",
    ),
]


@pytest.mark.parametrize(
    "case",
    [*SECOND_VERBS, *ASIDES, *SEVERAL, *NAMED_SO, *DOUBTED, *OVER_PARAGRAPHS],
    ids=lambda case: case.text[:40],
)
def test_joint(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
