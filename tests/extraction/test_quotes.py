"""Quotes, kind by kind: what is said, and by which verb or sign."""

from __future__ import annotations

from typing import get_args

import pytest

from armreader.extraction.quotes.rules import QuoteRule
from armreader.extraction.quotes.speakers import SpeakerRule
from armreader.language import entries
from quote_cases import Case, quote_lines
from sample_articles import article_of, quotes_of

MARKS = [
    Case("“It is over,” Falk said.", "direct It is over, < said = Falk"),
    Case('"It is over," Falk said.', "direct It is over, < said = Falk"),
    Case("''It is over,'' Falk said.", "direct It is over, < said = Falk"),
    Case("«It is over», Falk said.", "direct It is over < said = Falk"),
    Case("'It's over,' Falk said. 'Go home.'", "direct It's over, … Go home. < said = Falk"),
    Case("‘It is over’, Falk said.", "direct It is over < said = Falk"),
    Case(
        "“He told me ‘never again’ and left,” Falk said.",
        "direct He told me ‘never again’ and left, < said = Falk",
    ),
    Case(
        "‘She shouted “stop” twice,’ Falk said.",
        "direct She shouted “stop” twice, < said = Falk",
    ),
    Case(
        "Falk said: “We stay.\n“We always stay.”",
        "direct We stay. … We always stay. < said = Falk",
    ),
    Case('The 6\'2" guard, called Bo, fell on the 12" pipe.', ""),
    Case("The voters' choice was the parties' loss, in the '90s.", ""),
]

ORDER = [
    Case("Falk said: “We stay.”", "direct We stay. < said = Falk"),
    Case("“We stay,” said Falk, a baker.", "direct We stay, < said = Falk"),
    Case(
        "“We stay,” Falk said, “for as long as it takes.”",
        "direct We stay, … for as long as it takes. < said = Falk",
    ),
    Case(
        "Ada Falk said in December 2023 that the harbour would close.",
        "indirect the harbour would close < said = Ada Falk",
    ),
    Case(
        "Ada Falk said in the past, however, that the harbour would stay open.",
        "indirect the harbour would stay open < said = Ada Falk",
    ),
    Case(
        "Ada Falk said following the flood that the harbour would close.",
        "indirect the harbour would close < said = Ada Falk",
    ),
    Case("The league unites six states that were once at war.", ""),
    Case("The mayor was carried by street protests that swept the old council away.", ""),
    Case("“Will you stay?” Falk asked.", "direct Will you stay? < asked = Falk"),
    Case(
        "“We stay,” Falk said. “Nobody leaves.”",
        "direct We stay, … Nobody leaves. < said = Falk",
    ),
    Case(
        "As Falk put it, “nobody leaves this town.”", "direct nobody leaves this town. < put = Falk"
    ),
    Case(
        "“Nobody leaves this town.” ― Ines Falk", "direct Nobody leaves this town. < ― = Ines Falk"
    ),
    Case(
        "“We stay,” Ines Falk, a baker from Oslo, told reporters.",
        "direct We stay, < told = Ines Falk",
    ),
    Case(
        "Falk smiled and sat down, adding: “Nobody leaves.”",
        "direct Nobody leaves. < adding = Falk",
    ),
    Case(
        "“We stay,” Falk said, pointing at the map, “and they go.”",
        "direct We stay, … and they go. < said = Falk",
    ),
    Case(
        "“They lied,” the Daily Herald quoted Ines Falk as saying.",
        "direct They lied, < saying = Ines Falk",
    ),
    Case("“They lied,” Ines Falk is quoted as saying.", "direct They lied, < saying = Ines Falk"),
]

MIXED = [
    Case(
        "Falk said the plan was “a bad joke” and would fail.",
        "mixed the plan was “a bad joke” and would fail < said = Falk",
    ),
    Case("Falk called it “a bad joke.”", "mixed called it “a bad joke.” < called = Falk"),
    Case(
        "The port will “never be sold,” Falk added.",
        "mixed The port will “never be sold,” < added = Falk",
    ),
    Case(
        "Falk says he is “losing hope,” part of a long quarrel.",
        "mixed he is “losing hope,” < says = Falk",
    ),
]

INDIRECT = [
    Case("Falk said that the port would close.", "indirect the port would close < said = Falk"),
    Case("Falk said it would close.", "indirect it would close < said = Falk"),
    Case("The port would close, Falk said.", "indirect The port would close < said = Falk"),
    Case("The port, Falk said, would close.", "indirect The port … would close < said = Falk"),
    Case(
        "Falk told the council on Monday that it would close.",
        "indirect it would close < told = Falk",
    ),
    Case(
        "According to Falk, the port would close.",
        "indirect the port would close < According to = Falk",
    ),
    Case(
        "The port would close soon, according to Falk.",
        "indirect The port would close soon < according to = Falk",
    ),
    Case(
        "Falk said the port would close in an interview with a local paper.",
        "indirect the port would close < said = Falk",
    ),
    Case(
        "Falk said it would close, adding that nobody cared.",
        "indirect it would close < said = Falk\nindirect nobody cared < adding = Falk",
    ),
    Case(
        "Falk denied the charge and said he was ready.",
        "indirect denied the charge < denied = Falk\nindirect he was ready < said = Falk",
    ),
    Case(
        "Ann Berg said it was late and Paul Oduya said that it was dark.",
        "indirect it was late < said = Ann Berg\nindirect it was dark < said = Paul Oduya",
    ),
    Case(
        "According to the Herald, the mayor warned of delays.",
        "indirect warned of delays < warned = mayor",
    ),
    Case("Falk denounced the deal.", "indirect denounced the deal < denounced = Falk"),
    Case("The report of his claims made news.", ""),
    Case("In the swing states voting next week, it rained.", ""),
    Case("The union and state officials left.", ""),
    Case("The harbour raises questions about tides.", ""),
    Case("Falk claims the port will close.", "indirect the port will close < claims = Falk"),
    Case("His letter calls for a port.", "indirect calls for a port < calls = letter"),
    Case("The port, the letter states, is shut.", "indirect The port … is shut < states = letter"),
    Case("Falk made a cake.", ""),
]

SCENES = [
    Case(
        "In a talk on Monday, Falk vowed to stay.",
        "indirect vowed to stay < vowed = Falk",
    ),
    Case("After the storm had passed, Falk wrote to friends.", ""),
    Case(
        "After the storm had passed, the port opened, Falk said.",
        "indirect After the storm had passed, the port opened < said = Falk",
    ),
    Case(
        "On the radio show “Morning Tide,” Falk said it was late.",
        "indirect it was late < said = Falk",
    ),
    Case("“It is late,” said Falk, who laughed.", "direct It is late, < said = Falk"),
    Case(
        "The port lost money, forcing it to shut, said Ines Falk, a baker from Oslo.",
        "indirect The port lost money, forcing it to shut < said = Ines Falk",
    ),
    Case(
        "Falk said the port would close, a blow to the town.",
        "indirect the port would close < said = Falk",
    ),
    Case(
        "Falk said the port would close, while the rain fell.",
        "indirect the port would close < said = Falk",
    ),
    Case("Nobody knew what Falk said about the port.", ""),
    Case(
        "Falk said that in spring, the port would close.",
        "indirect in spring, the port would close < said = Falk",
    ),
    Case(
        "Falk, who said it was late, told Berg that he was tired.",
        "indirect it was late < said = Falk\nindirect he was tired < told = Falk",
    ),
    Case("Sorry, Falk said.", "indirect Sorry < said = Falk"),
]

NO_QUOTES = [
    Case("She read “The Long Winter” on the train.", ""),
    Case("The so-called “experts” left.", ""),
    Case("Paul “the Fox” Oduya won.", ""),
    Case("He drove a “smart” car to the “Golden Gate” inn.", ""),
]

UNBALANCED = [
    Case(
        "“It is late.\nFalk nodded.\n“We stay,” Berg said.",
        "direct It is late. < - = ?\ndirect We stay, < said = Berg",
    ),
    Case(
        "He saw a ” mark.\n“We stay,” Berg said.",
        "direct We stay, < said = Berg",
    ),
]


TURNS = [
    Case(
        "Ann Lund met Bo Berg.\nLUND: It is late. We go.\nBERG: No.\n"
        "LUND: Then stay, said the host.",
        "direct It is late. We go. < : = Ann Lund\n"
        "direct No. < : = Bo Berg\n"
        "direct Then stay, said the host. < : = Ann Lund",
    ),
    Case(
        "Asked whether it was late, Lund replied: “No.”",
        "indirect whether it was late < Asked = ?\ndirect No. < replied = Lund",
    ),
    Case(
        "Ada Falk: It is late.\nBo Berg: It is early.\nAda Falk: We go.",
        "direct It is late. < : = Ada Falk\ndirect It is early. < : = Bo Berg\n"
        "direct We go. < : = Ada Falk",
    ),
    Case(
        "**Host:** Is it late?\n**Ada Falk:** It is. We go.\n**Bo Berg:** No.",
        "direct It is. We go. < : = Ada Falk\ndirect No. < : = Bo Berg",
    ),
    Case("Q: Is it late?\nAda Falk: It is.\nQ: Is it dark?", "direct It is. < : = Ada Falk"),
    Case(
        "Mayor Falk: It is.\nMr. Berg: It is not.\nMayor Falk: So be it.",
        "direct It is. < : = Falk\ndirect It is not. < : = Berg\ndirect So be it. < : = Falk",
    ),
    Case("Time: ten.\nPlace: Oslo.\nPrice: six.", ""),
    Case("Note: It was late.\nNote: It was dark.\nPrice: ten.\nPrice: six.", ""),
]


@pytest.mark.parametrize(
    "case",
    [
        *MARKS,
        *ORDER,
        *MIXED,
        *INDIRECT,
        *SCENES,
        *NO_QUOTES,
        *UNBALANCED,
        *TURNS,
    ],
    ids=lambda case: case.text[:40],
)
def test_who_said_what(case: Case) -> None:
    assert quote_lines(article_of(case.text)) == case.quotes.splitlines()


def test_a_headline_in_single_marks_belongs_to_the_person_it_quotes() -> None:
    article = article_of(
        ("title", "Norway Says 'Halted' Work on Northern Port"), "It began to rain in Oslo."
    )
    assert quote_lines(article) == ["indirect 'Halted' Work on Northern Port < Says = Norway"]


def test_a_headline_that_gives_its_speaker_first() -> None:
    article = article_of(
        ("title", "Lund: Port Will Close ‘Within Days’"), "Ann Lund spoke in Oslo."
    )
    assert quote_lines(article) == ["mixed Port Will Close ‘Within Days’ < : = Ann Lund"]


def test_a_headline_that_says_who_somebody_is_quotes_nobody() -> None:
    article = article_of(("title", "Dr. Ann Lund: Nominee for Mayor of Oslo"), "It rained in Oslo.")
    assert quote_lines(article) == []


def test_a_headline_whose_topic_comes_before_a_quotation_has_no_speaker() -> None:
    article = article_of(("title", "Lund Sees Oslo Flood: ‘Too Late.’"), "It rained in Oslo.")
    assert quote_lines(article) == []


def test_furniture_and_bylines_say_nothing() -> None:
    article = article_of(
        ("byline", "Falk said: “By me.”"), ("furniture", "“Sign up,” Falk said."), "It rained."
    )
    assert quote_lines(article) == []


def test_fragments_are_printed_with_their_marks() -> None:
    article = article_of("“We stay,” Falk said, “for now.”")
    (quote,), _ = quotes_of(article)
    assert [article.text[slice(*part)] for part in quote.printed] == ["“We stay,”", "“for now.”"]


def test_every_rule_has_an_explanation_for_the_reader() -> None:
    rules = {*get_args(QuoteRule), *get_args(SpeakerRule)}
    assert rules == entries("reasons/quotes")


@pytest.mark.parametrize("case", ORDER, ids=lambda case: case.text[:40])
def test_every_quote_gives_its_reason_and_its_places(case: Case) -> None:
    quotes, _ = quotes_of(article_of(case.text))
    for quote in quotes:
        assert quote.reason.rule in get_args(QuoteRule)
        assert quote.evidence[0][1:] == quote.span
        assert quote.speaker
        assert quote.speaker.reason
        assert quote.speaker.reason.rule in get_args(SpeakerRule)
