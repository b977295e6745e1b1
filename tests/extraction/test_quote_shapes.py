"""Shapes of quotes: paragraphs, missing or foreign marks, utterances, voices."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

PARAGRAPHS = [
    Case(
        "“It was cold.\n“It was late,” said Ada Falk.",
        "direct It was cold. … It was late, < said = Ada Falk",
    ),
    Case(
        "“We closed early,” said Ada Falk. “It was cold.\n“It was dark.\n“It was late.”",
        "direct We closed early, < said = Ada Falk\n"
        "direct It was cold. … It was dark. … It was late. < - = Ada Falk",
    ),
    Case(
        "Ada Falk said: “It was cold.\n“It was late.”\n“Not so,” Bo Berg said.",
        "direct It was cold. … It was late. < said = Ada Falk\ndirect Not so, < said = Bo Berg",
    ),
]

MISSING = [
    Case("We close early,” said Ada Falk.", "direct We close early, < said = Ada Falk"),
    Case(
        "Ada Falk sat down. We close early,” Ada Falk said.",
        "direct We close early, < said = Ada Falk",
    ),
    Case("“We close early, said Ada Falk.", "direct We close early, < said = Ada Falk"),
    Case("“We close early, Ada Falk said.", "direct We close early, < said = Ada Falk"),
    Case(
        "“We close early, said Ada Falk. “It is cold.”",
        "direct We close early, … It is cold. < said = Ada Falk",
    ),
    Case(
        "“We close early, said Ada Falk of the club.\n“Never,” said Bo Berg.",
        "direct We close early, < said = Ada Falk\ndirect Never, < said = Bo Berg",
    ),
    Case('"Do we close early, asked Ada Falk.', "direct Do we close early, < asked = Ada Falk"),
]

FOREIGN_MARKS = [
    Case("「It is late,」 said Ada Falk.", "direct It is late, < said = Ada Falk"),
    Case(
        "「It is late,」 said Ada Falk. 「We go,」 she added.",
        "direct It is late, < said = Ada Falk\ndirect We go, < added = Ada Falk",
    ),
    Case("『It is late,』 said Ada Falk.", "direct It is late, < said = Ada Falk"),
    Case("‹It is late›, said Ada Falk.", "direct It is late < said = Ada Falk"),
    Case("»It is late«, said Ada Falk.", "direct It is late < said = Ada Falk"),
    Case("„It is late,“ said Ada Falk.", "direct It is late, < said = Ada Falk"),
    Case("“It is late,“ said Ada Falk.", "direct It is late, < said = Ada Falk"),
]

INTRODUCED = [
    Case("From Ada Falk:\n“It is late.”", "direct It is late. < - = Ada Falk"),
    Case("And from Mayor Ada Falk:\n“It is late.”", "direct It is late. < - = Ada Falk"),
    Case("Also from the port club:\n“It is late.”", "direct It is late. < - = port club"),
    Case("Ada Falk left.\nHere is Ada Falk:\n“It is late.”", "direct It is late. < - = Ada Falk"),
    Case(
        "From Ada Falk:\n“It is late.”\nFrom Bo Berg:\n“It is not.”",
        "direct It is late. < - = Ada Falk\ndirect It is not. < - = Bo Berg",
    ),
]

UNLISTED = [
    Case("“It is late,” hollered a deckhand.", "direct It is late, < hollered = deckhand"),
    Case("“Why not,” chimed in Ada Falk.", "direct Why not, < chimed = Ada Falk"),
    Case("“Why not,” piped up Ada Falk.", "direct Why not, < piped up = Ada Falk"),
    Case("“Not so fast,” warbled Ada Falk.", "direct Not so fast, < warbled = Ada Falk"),
    Case("“It is late,” Ada Falk ventured.", "direct It is late, < ventured = Ada Falk"),
    Case(
        "Ada Falk sat down. “It is late,” she ventured.", "direct It is late, < ventured = Ada Falk"
    ),
]

PROPOSITIONS = [
    Case(
        "Falk accused the league of hiding the report.",
        "indirect accused the league of hiding the report < accused = Falk",
    ),
    Case(
        "Ada Falk blamed the storm and praised the pilots.",
        "indirect blamed the storm < blamed = Ada Falk\n"
        "indirect praised the pilots < praised = Ada Falk",
    ),
    Case(
        "Falk demanded the resignation of the mayor.",
        "indirect demanded the resignation of the mayor < demanded = Falk",
    ),
    Case(
        "Falk did not say that the port would close.",
        "indirect did not say that the port would close < say = Falk",
    ),
    Case(
        "Falk declined to say whether the port would close.",
        "indirect declined to say whether the port would close < say = Falk",
    ),
    Case(
        "Falk denied that he had left.",
        "indirect denied that he had left < denied = Falk",
    ),
    Case("Falk urged drivers to stay.", "indirect urged drivers to stay < urged = Falk"),
    Case("“We stay,” Falk said, referring to the flood.", "direct We stay, < said = Falk"),
    Case("Falk told reporters on Monday.", ""),
    Case("Falk told the Herald last week.", ""),
    Case("Nobody had asked them.", ""),
    Case("She told nobody anything.", ""),
    Case("He called us again.", ""),
    Case("For tickets, call 0800 111.", ""),
    Case("A club called the Tidewatch met in Oslo.", ""),
    Case(
        "Falk told the council on Monday night that it would close.",
        "indirect it would close < told = Falk",
    ),
    Case(
        "Falk said that Ann Lund, who is forty, would stay.",
        "indirect Ann Lund, who is forty, would stay < said = Falk",
    ),
    Case("Falk pointed out that the port was shut.", "indirect the port was shut < pointed = Falk"),
    Case("Falk said that’s all she knew.", "indirect that’s all she knew < said = Falk"),
    Case("Falk said there was no plan.", "indirect there was no plan < said = Falk"),
]

VOICES = [
    Case("Ada May sat. “It is late,” May said.", "direct It is late, < said = Ada May"),
    Case("Ada March sat. March said it was late.", "indirect it was late < said = Ada March"),
    Case(
        "Thousands marched through Oslo, carrying signs demanding “Freedom for Falk,” as in May.",
        "direct Freedom for Falk, < demanding = signs",
    ),
    Case(
        "The ad shows footage of Ada Falk asking: “Why not?”", "direct Why not? < asking = Ada Falk"
    ),
    Case("We welcome comments on this page.", ""),
    Case("Large rallies demanded a vote.", ""),
    Case("Falk called 0800 123 456.", ""),
    Case("“Go on,” said Jan Weber.", "direct Go on, < said = Jan Weber"),
    Case("“Go on,” piped up Jan Weber.", "direct Go on, < piped up = Jan Weber"),
    Case("The baker Jan Weber said it was late.", "indirect it was late < said = Jan Weber"),
    Case("Ann Lund sat. “Sure,” she shot back.", "direct Sure, < shot = Ann Lund"),
    Case(
        "A witness said it was late. “I saw it,” he said.",
        "indirect it was late < said = witness\ndirect I saw it, < said = witness",
    ),
    Case(
        "A worker said it was late. “I saw it,” she said.",
        "indirect it was late < said = worker\ndirect I saw it, < said = worker",
    ),
    Case("The operation called for four divers.", ""),
    Case("The big question challenged the mayor.", ""),
    Case("The stampede said it all.", ""),
    Case("Two officials said it was late.", "indirect it was late < said = Two officials"),
    Case("A deckhand said it was late.", "indirect it was late < said = deckhand"),
    Case("Four in 10 said they would stay.", "indirect they would stay < said = Four in 10"),
    Case("The union warned that it was late.", "indirect it was late < warned = union"),
    Case("The label reads: “Keep dry at all times.”", "direct Keep dry at all times. < reads = ?"),
]


@pytest.mark.parametrize(
    "case",
    [
        *PARAGRAPHS,
        *MISSING,
        *FOREIGN_MARKS,
        *INTRODUCED,
        *UNLISTED,
        *PROPOSITIONS,
        *VOICES,
    ],
    ids=lambda case: case.text[:40],
)
def test_what_is_said_and_by_whom(case: Case) -> None:
    assert quote_lines(article_of(case.text)) == case.quotes.splitlines()
