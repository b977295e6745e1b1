"""Verbs of saying that a clause gives away, who is their subject, and where their words end."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of, quotes_of

PLURAL_VERBS = [
    Case(
        "The two admit that, given the cold, the work will not be easy.",
        "indirect given the cold, the work will not be easy < admit = two",
    ),
    Case(
        "Boat makers, for instance, argue that imports from Japan grew last year.",
        "indirect imports from Japan grew last year < argue = Boat makers",
    ),
    Case(
        "The law met with opposition from prominent businesses that warn it could harm trade.",
        "indirect it could harm trade < warn = prominent businesses",
    ),
    Case(
        "One in five say that won't be true.",
        "indirect that won't be true < say = One in five",
    ),
    Case(
        "Several reports and an account by the crew, some of it new, reveal there was a leak.",
        "indirect there was a leak < reveal = reports and an account by the crew",
    ),
    Case(
        "In 2034, the port's president and shipping ministers all urged a larger fleet.",
        "indirect urged a larger fleet < urged = port's president and shipping ministers",
    ),
    Case("The two states that border the lake were dry.", ""),
]
SUBJECTS = [
    Case(
        "Most of them said they had loved working for the yard.",
        "indirect they had loved working for the yard < said = Most of them",
    ),
    Case(
        "The plan, an inside source said, is to sell the pier.",
        "indirect The plan … is to sell the pier < said = inside source",
    ),
    Case(
        "The pier will open soon, current and former officials said.",
        "indirect The pier will open soon < said = current and former officials",
    ),
    Case(
        "In addition to leave, aides say Ada Falk also advises her father on the fleet.",
        "indirect Ada Falk also advises her father on the fleet < say = aides",
    ),
    Case(
        "When Ada Falk left, she became the first diver to go, Isak Lund-Berg reports.",
        "indirect When Ada Falk left, she became the first diver to go < reports = Isak Lund-Berg",
    ),
]
NOT_WHO_SPEAKS = [
    Case(
        "Lund rebuked the club while the town was in danger, and alleged that it had fled.",
        "indirect rebuked the club while the town was in danger < rebuked = Lund\n"
        "indirect it had fled < alleged = Lund",
    ),
    Case("His remarks to parliament suggest that no answer ever came.", ""),
    Case(
        "The town will leave, Lund said outright for the first time, and he sat down.",
        "indirect The town will leave < said = Lund",
    ),
    Case(
        "“This was our pier,” said Karl Lund, head of the port in Oslo, “but it is theirs.”",
        "direct This was our pier, … but it is theirs. < said = Karl Lund",
    ),
    Case(
        "Falk gave over a set that Berg said held all her “work” letters.",
        "mixed a set … held all her “work” letters < said = Berg",
    ),
]
PASSIVES = [
    Case(
        "The agency acted after being warned by the council that the ship was a threat.",
        "indirect the ship was a threat < warned = council",
    ),
    Case(
        "He was told by the police that the car was stolen.",
        "indirect the car was stolen < told = police",
    ),
    Case(
        "As reported by the Tide Courier, the former mayor was told of her duty.",
        "indirect the former mayor was told of her duty < As reported by = Tide Courier",
    ),
    Case("The agency acted after being warned by the council.", ""),
    Case("He was praised by the police for his calm.", ""),
]
TITLES = [
    Case(
        "Ms. Berg said on NRK's “Meet the Town” on Sunday that the mayor had no respect.",
        "indirect the mayor had no respect < said = Berg",
    ),
    Case(
        "Karl Lund, host of the show “Morning Tide,” suggested Ada Falk could lose the race.",
        "indirect Ada Falk could lose the race < suggested = Karl Lund",
    ),
    Case(
        "The former mayor will play the “sea card,” Falk said.",
        "mixed The former mayor will play the “sea card,” < said = Falk",
    ),
]
OPENINGS = [
    Case(
        "Several council leaders suggested he'd be ahead in two wards.",
        "indirect he'd be ahead in two wards < suggested = council leaders",
    ),
    Case(
        "Advisers to Mr. Lund are quick to point out that he came second in both races.",
        "indirect he came second in both races < point = Advisers",
    ),
    Case(
        "Berg, who predicted about one-third of the vote will be cast early, left.",
        "indirect predicted about one-third of the vote will be cast early < predicted = Berg",
    ),
    Case(
        "The council agreed that the pier must close.",
        "indirect the pier must close < agreed = council",
    ),
    Case(
        "It was a storm that Falk says led him to the sea.",
        "indirect a storm … led him to the sea < says = Falk",
    ),
]
ENDS = [
    Case(
        "Falk said that she would not join the line, but that they then met the crew.",
        "indirect she would not join the line, but that they then met the crew < said = Falk",
    ),
    Case(
        "Falk said the fish were few, but probably good.",
        "indirect the fish were few, but probably good < said = Falk",
    ),
    Case(
        "Falk said the fish were few, but she stayed.",
        "indirect the fish were few < said = Falk",
    ),
    Case(
        "Falk asked Lund, who is fourth in the race, to lay out his path to the hall.",
        "indirect asked Lund, who is fourth in the race, to lay out his path to the hall"
        " < asked = Falk",
    ),
    Case(
        "Falk left, urging the crew to stay and warning that the sea was high.",
        "indirect urging the crew to stay < urging = Falk\n"
        "indirect the sea was high < warning = Falk",
    ),
    Case(
        "Falk praised the crew while warning that the sea was high.",
        "indirect praised the crew < praised = Falk\nindirect the sea was high < warning = Falk",
    ),
    Case(
        "Sales were great, Falk said, wiping the salt off his face.",
        "indirect Sales were great < said = Falk",
    ),
    Case(
        "While only some crews say they are ready, the rest of the coast is not.",
        "indirect they are ready < say = crews",
    ),
    Case(
        "Falk hinted that it was late, called the pier “rotten” and left.",
        "indirect it was late < hinted = Falk\nmixed called the pier “rotten” < called = Falk",
    ),
    Case("(Falk said he was late.)", "indirect he was late < said = Falk"),
]


@pytest.mark.parametrize(
    "case",
    [*PLURAL_VERBS, *SUBJECTS, *NOT_WHO_SPEAKS, *PASSIVES, *TITLES, *OPENINGS, *ENDS],
    ids=lambda case: case.text[:40],
)
def test_clause(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes


@pytest.mark.parametrize(
    ("text", "row", "words"),
    [
        ("Falk denounced the new plan.", "denounced the new plan", "the new plan"),
        ("Falk called the plan “a ruin”.", "called the plan “a ruin”", "the plan “a ruin”"),
        ("Falk said “no” on Monday.", "no", "“no”"),
        ("Falk said the port was shut.", "the port was shut", "the port was shut"),
    ],
)
def test_words_are_printed_without_the_verb_that_a_row_shows(
    text: str, row: str, words: str
) -> None:
    article = article_of(text)
    (quote,), _ = quotes_of(article)
    assert [article.text[slice(*part)] for part in quote.fragments] == [row]
    assert [article.text[slice(*part)] for part in quote.printed] == [words]
