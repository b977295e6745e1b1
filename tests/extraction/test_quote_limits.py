"""Where what is said ends: before the main clause, what others say and another act."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

BEFORE_MAIN_CLAUSES = [
    Case(
        "Although in May she said the pier was a mistake, at the fair this week Lund said "
        "she did not regret it.",
        "indirect the pier was a mistake < said = ?\nindirect she did not regret it < said = Lund",
    ),
    Case(
        "Years after Ada Lund claimed that the age of ferries was over, Falk won his race by "
        "promising more.",
        "indirect the age of ferries was over < claimed = Ada Lund",
    ),
    Case(
        "Even as Falk has often said that he opposes the dam, his office goes on with it.",
        "indirect he opposes the dam < said = Falk",
    ),
    Case(
        "In a year in which most Danes say they do not trust Falk, even friends left him.",
        "indirect they do not trust Falk < say = Danes",
    ),
    Case(
        "A few weeks after Falk announced that the storm would not end, crews left the harbour.",
        "indirect the storm would not end < announced = Falk",
    ),
    Case(
        "Falk, who cited the tide and the wind as his worries, cast himself as a baker.",
        "indirect cited the tide and the wind as his worries < cited = Falk",
    ),
    Case(
        "Lund called the plan wrong but he urged guards to leave.",
        "indirect called the plan wrong < called = Lund\n"
        "indirect urged guards to leave < urged = Lund",
    ),
    Case(
        "In addition to stating that the pier is old, Lund paid for a new one.",
        "indirect the pier is old < stating = Lund",
    ),
]
BEFORE_OTHERS = [
    Case(
        "The city urged people to seek shelter, and the bridge was soon shut.",
        "indirect urged people to seek shelter < urged = city",
    ),
    Case(
        "The baker held his fire on Lund, calling him a “nice guy” and he gave no word on Falk.",
        "mixed calling him a “nice guy” < calling = baker",
    ),
    Case(
        "Both men met – Lund saying he was “very glad” and Falk calling it a “great day.”",
        "mixed he was “very glad” < saying = Lund\n"
        "mixed calling it a “great day.” < calling = Falk",
    ),
    Case(
        "The group is denouncing the new dam and vows to stay.",
        "indirect denouncing the new dam < denouncing = group",
    ),
    Case(
        "Two in three said they are less likely to stay, and nearly three in five said they "
        "will go.",
        "indirect they are less likely to stay < said = Two in three\n"
        "indirect they will go < said = three in five",
    ),
]
PAST_ASIDES = [
    Case(
        "Falk said the talks, which began in a smaller form a decade ago, remained “a good "
        "chance.”",
        "mixed the talks, which began in a smaller form a decade ago, remained “a good "
        "chance.” < said = Falk",
    ),
    Case(
        "Lund also said the port is “pleased” that Falk, who left in May, is now back.",
        "mixed the port is “pleased” that Falk, who left in May, is now back < said = Lund",
    ),
    Case(
        "The port wrote that it wanted to meet Ada Falk, a baker who had been a donor, with "
        "the bank.",
        "indirect it wanted to meet Ada Falk, a baker who had been a donor, with the bank < "
        "wrote = port",
    ),
    Case(
        "A spokesman said the inquiry had nothing to do with the port, had started after May "
        "and been closed in July.",
        "indirect the inquiry had nothing to do with the port, had started after May and "
        "been closed in July < said = spokesman",
    ),
    Case(
        "Ada Falk told reporters Monday that Lund is a “loser,” a “liar” and a “whiner.”",
        "mixed Lund is a “loser,” a “liar” and a “whiner.” < told = Ada Falk",
    ),
    Case(
        "Ada Falk said she made her choice in May and thought that many would vote by mail.",
        "indirect she made her choice in May and thought that many would vote by mail < said "
        "= Ada Falk",
    ),
    Case(
        "Falk argued the Harbour State, which has been the target of a long campaign at sea "
        "for nearly two years, is “in retreat.”",
        "mixed the Harbour State, which has been the target of a long campaign at sea for "
        "nearly two years, is “in retreat.” < argued = Falk",
    ),
    Case(
        "A poll found that 28 percent of crews back Falk, while 23 percent back Lund.",
        "indirect 28 percent of crews back Falk, while 23 percent back Lund < found = poll",
    ),
]
AFTER_COLONS = [
    Case(
        "Ada Lund said the harbour had lost its charm: “It is no longer ours.”",
        "mixed the harbour had lost its charm … It is no longer ours. < said = Ada Lund",
    ),
    Case(
        "Falk admitted that he had paid and said why: “I was afraid.”",
        "indirect he had paid < admitted = Falk\ndirect I was afraid. < : = Falk",
    ),
    Case(
        "Ada Lund asked why: “Is it late?”",
        "direct Is it late? < : = Ada Lund",
    ),
]
QUESTIONS = [
    Case(
        "Asked in Oslo on Monday whether it was late, Lund said no.",
        "indirect whether it was late < Asked = ?\nindirect said no < said = Lund",
    ),
    Case(
        "Asked during a debate why he was late, Mayor Karl Lund said it was the tide.",
        "indirect why he was late < Asked = ?\nindirect it was the tide < said = Karl Lund",
    ),
]


@pytest.mark.parametrize(
    "case",
    [*BEFORE_MAIN_CLAUSES, *BEFORE_OTHERS, *PAST_ASIDES, *AFTER_COLONS, *QUESTIONS],
    ids=lambda case: case.text[:40],
)
def test_limit(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
