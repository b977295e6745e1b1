"""Frames: how a verb or a noun joins what is said to who says it."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

ASIDES = [
    Case(
        "As the Daily Courier reported, the star gave money to the fund.",
        "indirect the star gave money to the fund < reported = Daily Courier",
    ),
    Case(
        "Last week, as the Courier reported, Falk and Lund met in Oslo.",
        "indirect Falk and Lund met in Oslo < reported = Courier",
    ),
    Case(
        "The port is closed, as Falk told the Courier in May.",
        "indirect The port is closed < told = Falk",
    ),
    Case(
        "As Falk told the Courier, tax relief is given in exchange for jobs.",
        "indirect tax relief is given in exchange for jobs < told = Falk",
    ),
    Case("But, Falk said, it is a bad time.", "indirect it is a bad time < said = Falk"),
]

WHO_SPEAKS = [
    Case(
        "Groups that have backed him say they want the port closed.",
        "indirect they want the port closed < say = Groups",
    ),
    Case(
        "A person familiar with the matter said the port was late.",
        "indirect the port was late < said = person",
    ),
    Case(
        "The port will close, a source close to him said.",
        "indirect The port will close < said = source",
    ),
    Case(
        "Karl Falk, whose young son was one of the missing divers, said it was late.",
        "indirect it was late < said = Karl Falk",
    ),
    Case(
        "The port grew, despite Oslo warning the owners against the plan.",
        "indirect warning the owners against the plan < warning = Oslo",
    ),
    Case("Ada Falk said areas where she wants changes include:", ""),
    Case(
        "Falk called the holiday “a feast of what people can share.”",
        "mixed called the holiday “a feast of what people can share.” < called = Falk",
    ),
    Case(
        "People briefed on the move said that it was late.",
        "indirect it was late < said = People",
    ),
    Case(
        "Several said they would rather wait for the vote.",
        "indirect they would rather wait for the vote < said = Several",
    ),
    Case("Ada Falk sat. She’s said she will wait.", "indirect she will wait < said = Ada Falk"),
    Case(
        "Ada Falk sat. She has since said the port is late.",
        "indirect the port is late < said = Ada Falk",
    ),
    Case(
        "The club keeps its books a secret but says it has grown.",
        "indirect it has grown < says = club",
    ),
    Case(
        "The port would stay open under the plan, said Falk, who was elected in May.",
        "indirect The port would stay open under the plan < said = Falk",
    ),
]

WHERE_IT_ENDS = [
    Case(
        "Falk praised the crew of the ferry and left for Oslo.",
        "indirect praised the crew of the ferry < praised = Falk",
    ),
    Case(
        "Lashing out, Falk said the judge’s “mind is shot.”",
        "mixed the judge’s “mind is shot.” < said = Falk",
    ),
    Case(
        "The judge, writing for the majority, said the vote was fair.",
        "indirect the vote was fair < said = judge",
    ),
    Case(
        "Falk asked whether Lund, who is forty, would stay.",
        "indirect whether Lund, who is forty, would stay < asked = Falk",
    ),
    Case(
        "Falk said Thursday’s vote had been fair.",
        "indirect Thursday’s vote had been fair < said = Falk",
    ),
    Case(
        "Officials estimate that a thousand barrels of oil -- or two -- are lost each day.",
        "indirect a thousand barrels of oil -- or two -- are lost each day < estimate = Officials",
    ),
    Case(
        "The port will stay open, predicted Ada Falk, the former mayor beaten by Bo Berg.",
        "indirect The port will stay open < predicted = Ada Falk",
    ),
    Case(
        "OSLO (Reuters) - A ferry sank on Thursday, officials said.",
        "indirect A ferry sank on Thursday < said = officials",
    ),
    Case("Falk knew of a deal that she said was close.", "indirect a deal … was close < said = ?"),
    Case(
        "According to state law, the port is shut.",
        "indirect the port is shut < According to = state law",
    ),
]

NOUNS = [
    Case(
        "The council ignored Ada Falk’s claim that the dam is safe.",
        "indirect the dam is safe < claim = Ada Falk",
    ),
    Case(
        "Ada Falk left. The council rejected her demand that the port stay open.",
        "indirect the port stay open < demand = Ada Falk",
    ),
    Case(
        "Despite the mayor’s warnings that the dam could break, people stayed.",
        "indirect the dam could break < warnings = mayor",
    ),
    Case(
        "The paper printed a warning by Ada Falk that the dam could break.",
        "indirect the dam could break < warning = Ada Falk",
    ),
    Case(
        "Voters liked Ada Falk’s promise to rebuild the port.",
        "indirect promise to rebuild the port < promise = Ada Falk",
    ),
    Case("The claim that the dam is safe is old.", ""),
    Case("The claim of Oslo to the port is old.", ""),
]

WITHOUT_CLAUSE = [
    Case(
        "Falk pledged to rebuild the port by May.",
        "indirect pledged to rebuild the port by May < pledged = Falk",
    ),
    Case(
        "Falk proposed closing the port in May.",
        "indirect proposed closing the port in May < proposed = Falk",
    ),
    Case("Falk proposed a toast.", ""),
    Case("A study shows that half of the ports are late.", ""),
]

WHOLE_WORDS = [
    Case(
        "Ada Falk was angry: “Just send it,” she wrote.",
        "direct Just send it, < wrote = Ada Falk",
    ),
    Case(
        "On Monday, Ada Falk released a statement saying, “The port is open again.”",
        "direct The port is open again. < saying = Ada Falk",
    ),
    Case(
        "Ada Falk told Courier host Bo Berg, “We will wait until May.”",
        "direct We will wait until May. < told = Ada Falk",
    ),
    Case(
        "Falk asked the Oslo crowd “Why should we give them the port?”",
        "direct Why should we give them the port? < asked = Falk",
    ),
    Case(
        "In the words of Ada Falk, “the port is closed.”",
        "direct the port is closed. < In the words of = Ada Falk",
    ),
    Case(
        "In the words of Ada Falk: “The port is closed.”",
        "direct The port is closed. < In the words of = Ada Falk",
    ),
    Case(
        "Ada Falk’s message was clear: “The port will close.”",
        "direct The port will close. < : = Ada Falk",
    ),
    Case("The flood was near: “The port will close.”", "direct The port will close. < : = ?"),
    Case(
        "Q: Will it close?\nA: Yes, in May.\nQ: And then?\nA: We wait.",
        "direct Yes, in May. < : = ?\ndirect We wait. < : = ?",
    ),
]

PRONOUNS = [
    Case(
        "“We wait,” Bo Berg said. In a talk with Bo Berg, Carl Lund sat down.\n"
        "“We stay,” he added.",
        "direct We wait, < said = Bo Berg\ndirect We stay, < added = Carl Lund",
    ),
    Case(
        "Bo Berg’s friend Carl Lund faced critics after he said it was late.",
        "indirect it was late < said = Carl Lund",
    ),
    Case(
        "Bo Berg and Carl Lund lived in Oslo. They said the port was late.",
        "indirect the port was late < said = ?",
    ),
    Case(
        "Teachers left Oslo. Some nurses said the port was late. They said the town was too.",
        "indirect the port was late < said = nurses\nindirect the town was too < said = nurses",
    ),
]


@pytest.mark.parametrize(
    "case",
    [*ASIDES, *WHO_SPEAKS, *WHERE_IT_ENDS, *NOUNS, *WITHOUT_CLAUSE, *WHOLE_WORDS, *PRONOUNS],
    ids=lambda case: case.text[:40],
)
def test_frame(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
