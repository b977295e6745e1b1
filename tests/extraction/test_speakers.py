"""Speakers: who the noun phrase, pronoun or signature of a quote means."""

from __future__ import annotations

from typing import get_args

import pytest

from armreader.extraction.quotes.speakers import SpeakerRule
from quote_cases import Case, quote_lines
from sample_articles import article_of, quotes_of

SPEAKERS = [
    Case(
        "The fishermen's union said it was ready.",
        "indirect it was ready < said = fishermen's union",
    ),
    Case(
        "A spokesman for Ines Falk said no deal exists.",
        "indirect no deal exists < said = spokesman for Ines Falk",
    ),
    Case(
        "A lawyer for Mr. Falk said no deal exists. He said it was late.",
        "indirect no deal exists < said = lawyer for Mr. Falk\n"
        "indirect it was late < said = lawyer for Mr. Falk",
    ),
    Case(
        "A spokeswoman for Ines Falk said no deal exists. She said it was late.",
        "indirect no deal exists < said = spokeswoman for Ines Falk\n"
        "indirect it was late < said = spokeswoman for Ines Falk",
    ),
    Case("The Kremlin said it was waiting.", "indirect it was waiting < said = Kremlin"),
    Case("Norway said it would pay.", "indirect it would pay < said = Norway"),
    Case(
        "The Norwegian defence ministry said it knew.",
        "indirect it knew < said = Norwegian defence ministry",
    ),
    Case(
        "Paul Oduya met Anna Berg. She said it was late.",
        "indirect it was late < said = Anna Berg",
    ),
    Case(
        "Paul Oduya met Anna Berg. He said it was late.",
        "indirect it was late < said = Paul Oduya",
    ),
    Case(
        "Prime Minister Paul Oduya flew home. The prime minister said it was late.",
        "indirect it was late < said = Paul Oduya",
    ),
    Case(
        "Residents met Anna Berg, who said it was late.",
        "indirect it was late < said = Anna Berg",
    ),
    Case(
        "Paul Oduya, the mayor of a small town in the north, said it was late.",
        "indirect it was late < said = Paul Oduya",
    ),
    Case(
        "Kevin Lund said it was late. President Quill came home on Friday to Ardal, where he"
        " planned to rest. A day earlier, he said that the plan was good.",
        "indirect it was late < said = Kevin Lund\nindirect the plan was good < said = Quill",
    ),
    Case(
        "Kevin met Melanie. “It is late,” he said.",
        "direct It is late, < said = Kevin",
    ),
    Case("“It is late,” they said.", "direct It is late, < said = ?"),
    Case(
        "Paul Falk sided with Karl Brandt about the dam.\n“It must go,” he wrote.",
        "direct It must go, < wrote = Paul Falk",
    ),
    Case(
        "Maria Falk ran.\nJody Lund saw it. The Falk campaign was slow.\n“It was,” she said.",
        "direct It was, < said = Jody Lund",
    ),
    Case(
        "Paul Falk came to see Karl Lund.\nLund built the quay in May.\n“It leaks,” he told Lund.",
        "direct It leaks, < told = Paul Falk",
    ),
    Case(
        "Karl Lund won in May. Running against Paul Falk in 2012, he said it was late.",
        "indirect it was late < said = Karl Lund",
    ),
    Case(
        "Paul Falk left in May, Karl Lund wrote. As for Falk, he said it was late.",
        "indirect Paul Falk left in May < wrote = Karl Lund\n"
        "indirect it was late < said = Paul Falk",
    ),
    Case(
        "Karl Lund said it was late.\nPaul Falk runs the port now.\nIt is well run.\n"
        "“Falk knows it,” he said.",
        "indirect it was late < said = Karl Lund\ndirect Falk knows it, < said = Karl Lund",
    ),
    Case(
        "Ines Falk spoke in Oslo.\nA woman from Bergen lost her house.\n“It is late,” she wrote.",
        "direct It is late, < wrote = woman from Bergen",
    ),
    Case(
        "President Paul Falk lost to Karl Brandt.\nKarl Brandt met Ines Lund.\n"
        "The president was tired. “It is late,” he said.",
        "direct It is late, < said = Paul Falk",
    ),
    Case(
        "The Soil Board met a witness. The witness said it was late. It said it was waiting.",
        "indirect it was late < said = witness\nindirect it was waiting < said = Soil Board",
    ),
    Case(
        "Ines Falk, head of the Soil Board, and chair of the Tree Club, says it is late.",
        "indirect it is late < says = Ines Falk",
    ),
    Case(
        "Director of the Soil Board, Professor Ines Falk, said it was late.",
        "indirect it was late < said = Ines Falk",
    ),
    Case(
        "Both the Lund School Board and the Lund Police Department have said that it was late.",
        "indirect it was late < said = Lund School Board",
    ),
    Case(
        "Karl Brandt left Ines Falk and the Soil Board said it was late.",
        "indirect it was late < said = Soil Board",
    ),
    Case(
        "The head of the Institute for Foreign Affairs Paul Salum said it was late.",
        "indirect it was late < said = Paul Salum",
    ),
    Case(
        "Danish woman says it is late.\nTova Salum, a Danish woman and a cook, left.",
        "indirect it is late < says = Tova Salum",
    ),
    Case(
        "A 43-year-old man, Noor Salum, met Ines Falk. He said it was late.",
        "indirect it was late < said = Noor Salum",
    ),
    Case(
        "Tova Lyon was held at White Creek Base. She said it was late.",
        "indirect it was late < said = Tova Lyon",
    ),
    Case("The man driving the bus said it was late.", "indirect it was late < said = man"),
    Case(
        "The head of the team searching the hills near Oslo said it was late.",
        "indirect it was late < said = head of the team",
    ),
    Case(
        "A new study tracing sleep in Danish villages has revealed it is short.",
        "indirect it is short < revealed = new study",
    ),
    Case("Falk saw it coming and the Soil Board said no.", "indirect said no < said = Soil Board"),
]

NO_PHRASES = [
    Case("No one in the port said it was late.", ""),
    Case("Nobody said it was late.", ""),
    Case("None of the crew claimed that it was late.", ""),
    Case("Neither Falk nor Lund said it was late.", ""),
    Case("“It is late,” no one said.", ""),
    Case("No wonder Karl Falk said it was late.", "indirect it was late < said = Karl Falk"),
    Case("Lund Ports, Inc. said it was late.", "indirect it was late < said = Lund Ports"),
    Case("Lund Ports, LLC, said it was late.", "indirect it was late < said = Lund Ports"),
    Case("Karl Lund, Jr. said it was late.", "indirect it was late < said = Karl Lund"),
    Case(
        "Norway Saturday said it was late.",
        "indirect it was late < said = Norway",
    ),
    Case(
        "Crews in the storm say it is late.",
        "indirect it is late < say = Crews in the storm",
    ),
    Case(
        "A survey published on Monday said it was late.",
        "indirect it was late < said = survey",
    ),
    Case(
        "A survey published late Monday night said it was late.",
        "indirect it was late < said = survey",
    ),
    Case(
        "Tova Lund plans to say that it is late.",
        "indirect plans to say that it is late < say = Tova Lund",
    ),
    Case(
        "Tova Lund could be heard saying that it was late.",
        "indirect it was late < saying = Tova Lund",
    ),
    Case(
        "The dockers are reported to have said that it was late.",
        "indirect it was late < said = dockers",
    ),
    Case(
        "The crane fell on Monday, which Tova Lund called “a disgrace.”",
        "direct a disgrace. < called = Tova Lund",
    ),
    Case(
        "Tova Lund, 63, of Bergen, Norway, said it was late.",
        "indirect it was late < said = Tova Lund",
    ),
    Case(
        "Tova Lund, the head of Soil Weekly — the paper that owns it — said it was late.",
        "indirect it was late < said = Tova Lund",
    ),
    Case(
        "The storm led Tova Lund to say that it was late.",
        "indirect it was late < say = Tova Lund",
    ),
    Case(
        "The Soil Board sent a letter saying that it was late.",
        "indirect it was late < saying = Soil Board",
    ),
    Case(
        "The vote ended at noon, with a clerk saying that it was late.",
        "indirect it was late < saying = clerk",
    ),
    Case(
        "One experienced pilot said it was late.",
        "indirect it was late < said = One experienced pilot",
    ),
]

APPOSED = [
    Case(
        "His former partner at the Soil Board, Ines Falk, said it was late.",
        "indirect it was late < said = Ines Falk",
    ),
    Case(
        "One of the family's lawyers, Ines Falk, said it was late.",
        "indirect it was late < said = Ines Falk",
    ),
    Case("“It is late,” said his wife, Tova Lund.", "direct It is late, < said = Tova Lund"),
    Case(
        "Residents, Ines Falk's neighbours, said it was late.",
        "indirect it was late < said = Residents",
    ),
    Case(
        "Former President Ines Falk left. President Karl Brandt slept. "
        "The former president said it was late.",
        "indirect it was late < said = Ines Falk",
    ),
    Case(
        "President Karl Brandt slept. The former president said it was late.",
        "indirect it was late < said = former president",
    ),
]

SIGNED = [
    Case(
        "Tova Lund left.\nI was told that it had sunk. It was my ship. Tova Lund\nIt sank.",
        "direct I was told that it had sunk. It was my ship. < - = Tova Lund",
    ),
    Case(
        "Tova Lund left the ship.\n“I was told of it. It sank.” Tova Lund",
        "direct I was told of it. It sank. < - = Tova Lund",
    ),
    Case("Tova Lund left the ship.\nIt sank at noon. Tova Lund", ""),
    Case("Tova Lund left the ship.\nIt was my ship. Tova Lund left.", ""),
]

SOURCED = [
    Case(
        "According to Soil Weekly, Tova Lund also believes the boats left on purpose.",
        "indirect the boats left on purpose < believes = Tova Lund",
    ),
    Case("Tova Lund believes the boats left on purpose.", ""),
    Case(
        "Senators Paul Oduya and Ines Lund said it was late.",
        "indirect it was late < said = Paul Oduya",
    ),
]


ANNOUNCED = [
    Case("Then Ann Falk added a caveat: “It may rain.”", "direct It may rain. < : = Ann Falk"),
    Case("A lesson from Ann Falk: “Be heard.”", "direct Be heard. < : = Ann Falk"),
    Case(
        "The rise did not surprise the cook Dan Lund: “It was due.”",
        "direct It was due. < : = Dan Lund",
    ),
    Case(
        "“It was bad,” said one Democrat familiar with the talks.",
        "direct It was bad, < said = one Democrat",
    ),
    Case(
        "“Perpetual motion!” Ann Falk, a cook, said of the noise.",
        "direct Perpetual motion! < said = Ann Falk",
    ),
    Case(
        "“How are you?” Ann Falk, a cook, said softly into the phone.",
        "direct How are you? < said = Ann Falk",
    ),
    Case("The question is whether Falk continues to hammer Lund as it ends.", ""),
    Case(
        "“This is a warning,” said Dan Falk, the head of the fund, a charity, and author of “Wet.”",
        "direct This is a warning, < said = Dan Falk",
    ),
    Case("Falk was prompted to say, “So far, so good.”", "direct So far, so good. < say = Falk"),
    Case(
        "“It has no spine,” reads a Friday editorial.",
        "direct It has no spine, < reads = Friday editorial",
    ),
    Case("Article 33 affirms: “No state shall.”", "direct No state shall. < affirms = Article 33"),
    Case("Ann Falk backs the plan. “I need it.”", "direct I need it. < - = Ann Falk"),
    Case(
        "Mike Berg, coastguard: “We go till dark” The ministry says that it is late.",
        "direct We go till dark < : = Mike Berg\nindirect it is late < says = ministry",
    ),
    Case(
        "“There is oil.\nIt is a change... It is grave,” said Ann Falk.",
        "direct There is oil. … It is a change... It is grave, < said = Ann Falk",
    ),
]


CASES = [*SPEAKERS, *NO_PHRASES, *APPOSED, *SIGNED, *SOURCED, *ANNOUNCED]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_who_is_meant(case: Case) -> None:
    assert quote_lines(article_of(case.text)) == case.quotes.splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_every_speaker_gives_a_reason(case: Case) -> None:
    quotes, _ = quotes_of(article_of(case.text))
    for quote in quotes:
        assert quote.speaker
        assert quote.speaker.reason
        assert quote.speaker.reason.rule in get_args(SpeakerRule)
