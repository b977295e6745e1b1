"""Which of two clauses that report is the one to be read, kind by kind."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

SOURCES = [
    Case(
        "According to the Post, the crews wore caps that read “Let it Sink.”",
        "mixed the crews wore caps that read “Let it Sink.” < According to = Post",
    ),
    Case(
        "According to the Post, port officials saw to what would come if the mayor announced he "
        "would not stay.",
        "indirect port officials saw to what would come if the mayor announced he would not stay"
        " < According to = Post",
    ),
    Case(
        "Letters on the wreck that were labeled “secret” by the port are lost, according to people "
        "who have read them.",
        "mixed Letters on the wreck that were labeled “secret” by the port are lost"
        " < according to = people",
    ),
    Case(
        "Lund said the pier, which is a mile long, according to the port, was old.",
        "indirect the pier, which is a mile long, according to the port, was old < said = Lund",
    ),
    Case(
        "“We are late,” Lund told the crews, according to Karl Berg.",
        "direct We are late, < told = Lund",
    ),
]
OTHER_CLAUSES = [
    Case(
        "Lund told the crews in July he was warned to leave the port, the Oslo Post reported late "
        "on Thursday.",
        "indirect he was warned to leave the port < told = Lund",
    ),
    Case(
        "Forecasts indicate the ice may stay away, but if the wind turns it could reach the pier, "
        "said Karl Berg of the board of pilots and crews.",
        "indirect Forecasts indicate the ice may stay away, but if the wind turns it could reach "
        "the pier < said = Karl Berg",
    ),
    Case(
        "Her friends called the mayor “a paper tiger,” Eva Falk said as she left.",
        "mixed Her friends called the mayor “a paper tiger,” < said = Eva Falk",
    ),
    Case(
        "Although Falk claimed the dam was “as good as new,” one of the crew said it was old.",
        "mixed the dam was “as good as new,” < claimed = Falk\n"
        "indirect it was old < said = one of the crew",
    ),
    Case(
        "Lund said the plan would work, to which Berg objected: “It never has.”",
        "indirect the plan would work < said = Lund\ndirect It never has. < objected = Berg",
    ),
    Case(
        "The pier has lost two cranes, Mayor Ada Lund said in a talk on Friday, the port's latest "
        "step towards closing.",
        "indirect The pier has lost two cranes < said = Ada Lund",
    ),
    Case(
        "The pier is closed, Ada Lund said, as the crews went home.",
        "indirect The pier is closed < said = Ada Lund",
    ),
    Case(
        "The pier has two cranes, Ada Lund said, the first from Oslo and the second from Umeå.",
        "indirect The pier has two cranes … the first from Oslo and the second from Umeå"
        " < said = Ada Lund",
    ),
    Case(
        "One club says there are forty boats in the port, another says there are ninety.",
        "indirect there are forty boats in the port < says = One club\n"
        "indirect there are ninety < says = another",
    ),
]
SPEAKERS = [
    Case(
        "Karl Berg emailed his donors saying: “The port stays open.”",
        "direct The port stays open. < saying = Karl Berg",
    ),
    Case(
        "They filmed Karl Berg saying: “The port stays open.”",
        "direct The port stays open. < saying = Karl Berg",
    ),
    Case(
        "Karl Berg said the port was old. Adding, “It has always leaked, and nobody looked.”",
        "indirect the port was old < said = Karl Berg\n"
        "direct It has always leaked, and nobody looked. < Adding = Karl Berg",
    ),
    Case(
        "Berg praised the crew. Adding that the port was old.",
        "indirect praised the crew < praised = Berg\nindirect the port was old < Adding = Berg",
    ),
    Case(
        "When Berg asked the Norton press to print the book, it declined, citing the cost.",
        "indirect asked the Norton press to print the book < asked = Berg\n"
        "indirect citing the cost < citing = Norton",
    ),
    Case(
        "The club wants a new boat: “Help us keep the port alive this year,” the appeal on its "
        "page says.",
        "direct Help us keep the port alive this year, < says = appeal on its page",
    ),
    Case(
        "“The port feeds us all, as it always has,” a voice-over in the film states.",
        "direct The port feeds us all, as it always has, < states = voice-over in the film",
    ),
    Case(
        "“The port leads the coast in trade,” Sea League press secretary Ada Lund said.",
        "direct The port leads the coast in trade, < said = Ada Lund",
    ),
    Case(
        "“The port leads the coast in trade,” the Danes state in the paper.",
        "direct The port leads the coast in trade, < state = Danes",
    ),
    Case(
        "Ada Lund sold two boats and began talking about what would come “if we lose the port.”",
        "mixed talking about what would come “if we lose the port.” < talking = Ada Lund",
    ),
    Case(
        "Tuesday at the Sea Club, after winning the race for mayor, Gov. John Falk (R-OH), said, "
        "“I am ready to go.”",
        "direct I am ready to go. < said = John Falk",
    ),
    Case(
        "Ada Lund, a supporter of the port told the host Karl Moe she would stay.",
        "indirect she would stay < told = Ada Lund",
    ),
    Case(
        "Port to close in May, PM says\n\nPrime Minister Ada Lund said the port would close.",
        "indirect Port to close in May < says = Ada Lund\n"
        "indirect the port would close < said = Ada Lund",
    ),
    Case(
        "Norsk Havn Airlines, Marlow, Ohio, said it would close the pier.",
        "indirect it would close the pier < said = Norsk Havn Airlines",
    ),
    Case(
        "After a talk in Umeå, Oslo, Norway, Ada Lund said it was late.",
        "indirect it was late < said = Ada Lund",
    ),
    Case(
        "In May, Trade and Harbour Board Commissioner Ada Lund ruled that the pier should close.",
        "indirect the pier should close < ruled = Ada Lund",
    ),
    Case(
        "Norsk Havn and Commissioner Ada Lund said the pier should close.",
        "indirect the pier should close < said = Norsk Havn",
    ),
]
EITHER = [
    Case(
        "A study found that the paint either did harm or flatly failed to hold.",
        "indirect the paint either did harm or flatly failed to hold < found = study",
    ),
    Case(
        "In a box marked “heart,” a guard had typed “weak and old.”",
        "direct weak and old. < typed = guard",
    ),
]
RELATIVES = [
    Case(
        "The actor who bought the club's new boats testified in Oslo last week that they sank.",
        "indirect they sank < testified = actor",
    ),
    Case(
        "Crews who say the dam is old want it closed.",
        "indirect the dam is old < say = Crews",
    ),
    Case(
        "It was Ada Lund who said the port was full and the pier was old.",
        "indirect the port was full and the pier was old < said = Ada Lund",
    ),
    Case(
        "If it is at risk — as many say, but Falk strongly denies — “why not stop it?” asked Lund.",
        "mixed If it is at risk — as many say, but Falk strongly denies — “why not stop it?”"
        " < asked = Lund",
    ),
    Case(
        "In May, Lund joined crews angry that the club had lost letters later deemed “secret,” "
        "saying in a post: “It is a shame.”",
        "direct secret, < deemed = letters\ndirect It is a shame. < saying = Lund",
    ),
]
STARTS = [
    Case(
        "Ada Lund acknowledged in a Norse forum Monday night “it will be hard” if trade falls.",
        "mixed “it will be hard” if trade falls < acknowledged = Ada Lund",
    ),
    Case(
        "Karl Berg fired back that the people of the port “voted for me twice.”",
        "mixed the people of the port “voted for me twice.” < fired = Karl Berg",
    ),
    Case(
        "The club reported last quarter that its members were fewer.",
        "indirect its members were fewer < reported = club",
    ),
]


@pytest.mark.parametrize(
    "case",
    SOURCES + OTHER_CLAUSES + SPEAKERS + EITHER + RELATIVES + STARTS,
    ids=lambda case: case.text[:40],
)
def test_reported(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
