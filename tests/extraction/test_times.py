"""What counts as a time, its extent, its type, and its value before any calendar is used."""

from __future__ import annotations

import pytest

from armreader.language import rows as table_rows
from time_texts import found_in, words_of

# text | the expression in it | type | underspecified value
TABLE = """
# whole dates
The pact was signed on 4 May 1987.              | 4 May 1987              | DATE | 1987-05-04
The pact was signed on May 4, 1987.             | May 4, 1987             | DATE | 1987-05-04
The pact was signed on the 4th of May, 1987.    | the 4th of May, 1987    | DATE | 1987-05-04
Signed Aug. 7th, 1987, at sea.                  | Aug. 7th, 1987          | DATE | 1987-08-07
Signed Aug. 7, 1987, at sea.                    | Aug. 7, 1987            | DATE | 1987-08-07
Logged 1987-05-04 by the clerk.                 | 1987-05-04              | DATE | 1987-05-04
Logged 14.05.1987 by the clerk.                 | 14.05.1987              | DATE | 1987-05-14
Logged 14/05/1987 by the clerk.                 | 14/05/1987              | DATE | 1987-05-14
Work began in September 2011.                   | September 2011          | DATE | 2011-09
Work began in March of 2011.                    | March of 2011           | DATE | 2011-03
The firm was founded in 1874.                   | 1874                    | DATE | 1874
The firm was founded in nineteen twenty-four.   | nineteen twenty-four    | DATE | 1924
The temple fell in 146 BC.                      | 146 BC                  | DATE | BC0146
It was built over the years 1874-1878.          | the years 1874          | DATE | 1874
Prices doubled in 2021-22.                      | 22                      | DATE | 2022
Prices doubled in the 2021/22 season.           | the 2021/22             | DATE | 2021/2022
It changed after the 9/11 attacks.              | 9/11                    | DATE | 2001-09-11
Jazz ruled the 1920s.                           | the 1920s               | DATE | 192
Jazz ruled the twenties.                        | the twenties            | DATE | 192
Dress of the 18th century is rare.              | the 18th century        | DATE | 17
A twenty-first century port.                    | twenty-first century    | DATE | 20
# parts of a year
They met in the spring of 1987.                 | the spring of 1987      | DATE | 1987-SP
They met in the fall of 1987.                   | the fall of 1987        | DATE | 1987-FA
Sales rose in the third quarter of 1987.        | the third quarter of 1987 | DATE | 1987-Q3
Sales rose in the March quarter.                | the March quarter       | DATE | XXXX-Q1
Sales rose in Q3 1987.                          | Q3 1987                 | DATE | 1987-Q3
Sales rose in the second half of 1987.          | the second half of 1987 | DATE | 1987-H2
Ports grew in the second half of the 19th century. | the second half of the 19th century | DATE | 18
Built in the first half of the 2nd century BC.  | the first half of the 2nd century BC | DATE | BC01
Jazz ruled the second half of the 1920s.        | the second half of the 1920s | DATE | 192
It rained in the first half of May 1987.        | the first half of May 1987 | DATE | 1987-05
A loss is due in fiscal 1987.                   | fiscal 1987             | DATE | 1987
# no year, no week
The board met on 4 May.                         | 4 May                   | DATE | XXXX-05-04
The board met in May.                           | May                     | DATE | XXXX-05
The board met on Friday.                        | Friday                  | DATE | XXXX-WXX-5
The board met on Friday, May 4.                 | Friday, May 4           | DATE | XXXX-05-04
The board met over the weekend.                 | the weekend             | DATE | XXXX-WXX-WE
Third-quarter sales rose.                       | Third-quarter           | DATE | XXXX-Q3
Shops close for Christmas.                      | Christmas               | DATE | XXXX-12-25
Shops close on Easter Monday.                   | Easter Monday           | DATE | XXXX-XX-XX
Polls open on the third Tuesday of June.        | the third Tuesday of June | DATE | XXXX-XX-XX
The pact was signed on 4-May-87.                | 4-May-87                | DATE | XX87-05-04
The pact was signed on 4 May '87.               | 4 May '87               | DATE | XX87-05-04
Logged 1987/05/04 by the clerk.                 | 1987/05/04              | DATE | 1987-05-04
Logged 1987.05.04 by the clerk.                 | 1987.05.04              | DATE | 1987-05-04
Logged 1987-05-04T10:30Z by the clerk.          | 1987-05-04T10:30Z       | DATE | 1987-05-04
Logged 5/4/1987 by the clerk.                   | 5/4/1987                | DATE | 1987-XX-XX
A loss is due in FY29.                          | FY29                    | DATE | 2029
A loss is due in FY2028-29.                     | FY2028-29               | DATE | 2028/2029
A loss is due in the 2028/29 tax year.          | the 2028/29 tax year    | DATE | 2028/2029
The mill of the 3rd century BC fell.            | the 3rd century BC      | DATE | BC02
The temples of the 490s BC fell.                | the 490s BC             | DATE | BC049
The harbour of 12 CE is dry.                    | 12 CE                   | DATE | 0012
The harbour of A.D. 79 is dry.                  | A.D. 79                 | DATE | 0079
They shut the hut for the winter months.        | the winter months       | DATE | XXXX-WI
# counted from an anchor
He left at 2:30 the next day.                   | 2:30 the next day       | TIME | XXXX-XX-XXT02:30
He left a year ago today.                       | a year ago today        | DATE | XXXX-XX-XX
He left Easter Monday last year.                | Easter Monday last year | DATE | XXXX-XX-XX
He left on Thanksgiving in 2011.                | Thanksgiving in 2011    | DATE | 2011-XX-XX
He left on Tuesday of last week.                | Tuesday of last week    | DATE | XXXX-WXX-2
He left last week on Tuesday.                   | last week on Tuesday    | DATE | XXXX-WXX-2
He left a week ago on Tuesday.                  | a week ago on Tuesday   | DATE | XXXX-WXX-2
He leaves Tuesday week.                         | Tuesday week            | DATE | XXXX-WXX-2
He left the Tuesday before last.                | the Tuesday before last | DATE | XXXX-WXX-2
He left this past weekend.                      | this past weekend       | DATE | XXXX-WXX-WE
It falls due at year-end 2031.                  | year-end 2031           | DATE | 2031
He left the year before last.                   | the year before last    | DATE | XXXX
He left yesterday.                              | yesterday               | DATE | XXXX-XX-XX
He left the day before yesterday.               | the day before yesterday | DATE | XXXX-XX-XX
He left last year.                              | last year               | DATE | XXXX
He left last May.                               | last May                | DATE | XXXX-05
He left in May last year.                       | May last year           | DATE | XXXX-05
He left in January of this year.                | January of this year    | DATE | XXXX-01
He left two weeks ago.                          | two weeks ago           | DATE | XXXX-WXX
He left almost four years ago.                  | almost four years ago   | DATE | XXXX
He left a year and a half ago.                  | a year and a half ago   | DATE | XXXX-XX
He left the day after the flood.                | the day                 | DATE | XXXX-XX-XX
He left by the end of the decade.               | the end of the decade   | DATE | XXX
He left a half-century ago.                     | a half-century ago      | DATE | XXXX
He left last night.                             | last night              | TIME | XXXX-XX-XXTNI
He left a long time ago.                        | a long time ago         | DATE | PAST_REF
A month later he was back.                      | A month later           | DATE | XXXX-XX
The same year he was back.                      | The same year           | DATE | XXXX
The next day he was back.                       | The next day            | DATE | XXXX-XX-XX
Profit fell in this year's third quarter.       | this year's third quarter | DATE | XXXX-Q3
# modifiers belong to it, prepositions do not
It began in late March.                         | late March              | DATE | XXXX-03
It began in mid-2011.                           | mid-2011                | DATE | 2011
It ends by the end of last year.                | the end of last year    | DATE | XXXX
It began at the very start of 2011.             | the very start of 2011  | DATE | 2011
It began in the early 1990s.                    | the early 1990s         | DATE | 199
It began early in 2011.                         | early in 2011           | DATE | 2011
It began earlier this month.                    | earlier this month      | DATE | XXXX-XX
It began around 1874.                           | around 1874             | DATE | 1874
It began in the last week of May 2011.          | the last week of May 2011 | DATE | 2011-05
# the clock and the parts of the day
She rang at 10 p.m. Friday.                     | 10 p.m. Friday          | TIME | XXXX-WXX-5T22:00
She rang at 10.30 am.                           | 10.30 am                | TIME | XXXX-XX-XXT10:30
She rang at 7 a.m.                              | 7 a.m.                  | TIME | XXXX-XX-XXT07:00
It fell in 46 B.C.                              | 46 B.C.                 | DATE | BC0046
She rang at 7:05.                               | 7:05                    | TIME | XXXX-XX-XXT07:05
She rang at six o'clock.                        | six o'clock             | TIME | XXXX-XX-XXT06:00
She rang at 2:30 in the afternoon.              | 2:30 in the afternoon   | TIME | XXXX-XX-XXT14:30
She rang at 9:30 on Tuesday morning.            | 9:30 on Tuesday morning | TIME | XXXX-WXX-2T09:30
She rang at 0735 GMT.                           | 0735 GMT                | TIME | XXXX-XX-XXT07:35
She rang at 05:30hrs.                           | 05:30hrs                | TIME | XXXX-XX-XXT05:30
She rang in the wee hours of Monday.            | the wee hours of Monday | DATE | XXXX-WXX-1
She rang at noon Thursday.                      | noon Thursday           | TIME | XXXX-WXX-4T12:00
She rang on friday morning, 4 july 1987.        | friday morning, 4 july 1987 | TIME | 1987-07-04TMO
She rang on Friday morning.                     | Friday morning          | TIME | XXXX-WXX-5TMO
She rang on the night of 4 May 1987.            | the night of 4 May 1987 | TIME | 1987-05-04TNI
She rang in the morning hours of 4 May.         | the morning hours of 4 May | TIME | XXXX-05-04TMO
She rang this evening.                          | this evening            | TIME | XXXX-XX-XXTEV
She rang tonight.                               | tonight                 | TIME | XXXX-XX-XXTNI
She rang at 7.00 BST Tue 4 May 1987. | 7.00 BST Tue 4 May 1987 | TIME | 1987-05-04T07:00
She rang at 10 o'clock last night.              | 10 o'clock last night   | TIME | XXXX-XX-XXT10:00
She rang at noon EDT Friday.                    | noon EDT Friday         | TIME | XXXX-WXX-5T12:00
She rang at 6 p.m. (2200 GMT) on 4 May 1987.    | 6 p.m.                  | TIME | 1987-05-04T18:00
She rang at 6 p.m. (2200 GMT) on 4 May 1987.    | 2200 GMT                | TIME | 1987-05-04T22:00
She rang at 14:07 PM.                           | 14:07 PM                | TIME | XXXX-XX-XXT14:07
She rang at 16.20 GMT.                          | 16.20 GMT               | TIME | XXXX-XX-XXT16:20
She rang at 2100 hours.                         | 2100 hours              | TIME | XXXX-XX-XXT21:00
She rang at night.                              | night                   | TIME | XXXX-XX-XXTNI
# lengths
He waited two years and three months.           | two years and three months | DURATION | P2Y3M
He waited 2 hours 15 minutes.                   | 2 hours 15 minutes      | DURATION | PT2H15M
He waited one day and six hours.                | one day and six hours   | DURATION | P1DT6H
He waited hundreds of years.                    | hundreds of years       | DURATION | PXY
He waited tens of thousands of years.           | tens of thousands of years | DURATION | PXY
He waited a quarter of a century.               | a quarter of a century  | DURATION | P25Y
He waited a quarter of an hour.                 | a quarter of an hour    | DURATION | PT15M
He waited 30-odd years.                         | 30-odd years            | DURATION | P30Y
He waited 6-8 weeks.                            | 6-8 weeks               | DURATION | P6W
He waited over the next decade.                 | the next decade         | DURATION | P10Y
He waited for the coming year.                  | the coming year         | DURATION | P1Y
He waited over the next week or so.             | the next week or so     | DURATION | P1W
He waited in the next year or two.              | the next year or two    | DURATION | P1Y
He waited 3 million years.                      | 3 million years         | DURATION | P3000000Y
He waited 4.5 million years.                    | 4.5 million years       | DURATION | P4500000Y
He waited for three days.                       | three days              | DURATION | P3D
He waited for twenty-four hours.                | twenty-four hours       | DURATION | PT24H
He waited for almost a hundred years.           | almost a hundred years  | DURATION | P100Y
He waited for two and a half years.             | two and a half years    | DURATION | P2.5Y
He waited for 5 1/2 hours.                      | 5 1/2 hours             | DURATION | PT5H30M
He waited half an hour.                         | half an hour            | DURATION | PT30M
He waited a couple of months.                   | a couple of months      | DURATION | P2M
He waited several weeks.                        | several weeks           | DURATION | PXW
He waited for years.                            | years                   | DURATION | PXY
He waited over the past two years.              | the past two years      | DURATION | P2Y
He waited for the past half century.            | the past half century   | DURATION | P50Y
He waited for a month or two.                   | a month or two          | DURATION | P1M
A century-old feud.                             | century-old             | DURATION | P100Y
A yearlong feud.                                | yearlong                | DURATION | P1Y
It rained in the final days.                    | the final days          | DURATION | PXD
A years-old feud.                               | years-old               | DURATION | PXY
He waited three decades.                        | three decades           | DURATION | P30Y
A ten-day strike.                               | ten-day                 | DURATION | P10D
Sales fell in the first nine months.            | the first nine months   | DURATION | P9M
Sales fell in the year ended June 30.           | the year                | DURATION | P1Y
# repeated
The ferry sails every Friday.                   | every Friday            | SET | XXXX-WXX-5
The ferry sails daily.                          | daily                   | SET | P1D
The ferry sails monthly.                        | monthly                 | SET | P1M
It sails the first Monday of every month.       | the first Monday of every month | SET | P1M
It sails on the last Friday of the month.       | the last Friday of the month | SET | P1M
The ferry sails every two weeks.                | every two weeks         | SET | P2W
The ferry sails every other day.                | every other day         | SET | P2D
It burns 40 tons a day.                         | a day                   | SET | P1D
It burns 40 tons per day.                       | per day                 | SET | P1D
The ferry sails on weekends.                    | weekends                | SET | XXXX-WXX-WE
The ferry sails on Fridays.                     | Fridays                 | SET | XXXX-WXX-5
# vague
It is now closed.                               | now                     | DATE | PRESENT_REF
It recently closed.                             | recently                | DATE | PAST_REF
It may close in the not too distant future.     | the not too distant future | DATE | FUTURE_REF
It will one day close.                          | one day                 | DATE | FUTURE_REF
They hope to some day meet.                     | some day                | DATE | FUTURE_REF
It takes him one day.                           | one day                 | DURATION | P1D
It may close in the near future.                | the near future         | DATE | FUTURE_REF
It closed several years ago.                    | several years ago       | DATE | PAST_REF
"""

# text | every expression in it, or nothing
EXTENTS = """
They may march for a second.                    |
Theresa May said no.                            |
May I go?                                       |
The March of the Drummers set off.              |
A girl named April Stone rose.                  |
He is 27 years old.                             |
A 27-year-old driver was hurt.                  |
The driver, aged 27 years, was hurt.            |
They won 2:1.                                   |
The shop is open 24/7.                          |
Some 1,984 people came.                         |
Then 2000 soldiers came.                        |
Some 1987 soldiers came.                        |
The 1987 rallies grew.                          | 1987
He fell in 1987: a ruin.                        | 1987
He read Genesis 1987:5.                         |
Years after the war he came.                    | Years
In August Stone rose.                           | August
On “Today” he sang.                             |
The ferry sails Saturday nights.                | Saturday nights
He paid $1990 for it.                           |
He lives at 1850 Main Street.                   |
She took flight 1812.                           |
2059: The talks go on.                          |
1959: The talks go on.                          | 1959
Two thousand people came.                       |
A man in his 30s came.                          |
It rises on 31 June.                            |
It rises on June 31.                            |
In this May 3, 1987, photo he sings.             | May 3, 1987
It rises last June 31.                          |
They read USA Today.                            |
USA TODAY reported it.                          |
ROCKETS WERE FIRED TODAY.                       | TODAY
They read the daily Lantern.                    |
They work forty hours a week.                   | a week
The shop is open over 40 hours a week.          | a week
The mill works 300 tons of ore a day.           | a day
She earns $12 an hour to start.                 | an hour
It took 20 men a year to build.                 | a year
He gave a day to the 20 men.                    | a day
It ended six weeks earlier than planned.        | six weeks
It came a day later than feared.                | a day
They spoke about the decades in exile.          | the decades
A month, a year or two years went by.           | A month; a year; two years
She waited for hours and came hours before him. | hours; hours
The office hours are long.                      |
The girl has a six-month-old brother.           | six-month-old
A six-month-old girl was found.                 |
Work at 21st Century Mills stopped.             |
Ports of the 17th and early 18th centuries.     | the 17th; early 18th centuries
He reads the Sunday Times.                      |
She sang on Saturday Night Live.                |
He left on the Sunday train.                    | Sunday
It told of its first-half loss.                 | first-half
A first-half goal was enough.                   |
They scored twice in the first half.            |
Net profit fell in the first half.              | the first half
The day before last Tuesday's vote he left.     | The day; last Tuesday
An 82-year-old man and a year-old feud.         | year-old
It grew over past decades.                      | past decades
It leaks 40 tons (60,000 gallons) a day.        | a day
The pump may yet spring a leak.                 |
The fair is in spring.                          | spring
They were there at the end of June I think.     | the end of June
They met at a June rally.                       | June
On 4 May, the day after the flood, he came.     | 4 May; the day
He came later in the day before the flood.      |
He had come the day before by sea.              | the day before
He said that June was wet.                      | June
It rained that May, and that same winter.       | that May; that same winter
They sat in May and in March.                   | May; March
The May vote is near.                           | May
Marches on 3, 4 and 5 April drew crowds.        | 3; 4; 5 April
Talks ran from May 3-5.                         | May 3; 5
On May 3 and 20 people left.                    | May 3
The talks on May 3 and 4 failed.                | May 3; 4
He waited three months and two years.           | three months; two years
Every now and again it rings.                   |
It will last two days and go past two weeks.    | two days; two weeks
The last two days were wet.                     | The last two days
One-quarter of them saw the quarters.           |
He owned a Century boat.                        |
They cannot do that overnight.                  |
They fought about this year's vote.             | this year
About two years ago it rained.                  | About two years ago
It was the first June storm.                    | June
He came in the hours after “the flood” began.   | hours
He lives in Silver Spring now.                  | now
They crossed the Gulf Current in 1987.          | 1987
The current king fell into the current.         | current
It fell in 1994, the year Olsen ran.            | 1994
It fell in 1994, the year she ran.              | 1994
A tree fell on Easter Island.                   |
It was common in pre-2008 days.                 | 2008
They fought in the 60s, in the 1960s and 70s.   | the 60s; the 1960s
It will be sunny with highs in the 60s.         |
The April UN vote is near; April Stone rose.    | April
A 30-second clip of the fall out is online.     | 30-second
They are leaving right now.                     | right now
She is player of the year and left this year.   | this year
It lasted 2008 days.                            | 2008 days
The post-Sept. 11 rules stay.                   | Sept. 11
He came on Super Bowl Sunday.                   |
They cut a Christmas tree before Christmas.     | Christmas
The rallies of the Spring of Hope ended.        |
He left in Spring 1987.                         | Spring 1987
They read Harbour Weekly.                       |
He scored in the fourth quarter.                |
Games sold badly and profit fell in the fourth quarter. | the fourth quarter
They sow winter wheat.                          |
He won at the 1987 Winter Olympics.             | 1987
The survey of 1709 schoolchildren is done.      |
Between March and May 1918 it rained.           | March; May 1918
Slow were the second and fourth quarters.       | the second; fourth quarters
It lay waste from 490 to 479 BC.                | 490; 479 BC
Some 800 and 490 BC.                            | 490 BC
From the 4th to the 2nd centuries BC it rose.   | the 4th; the 2nd centuries BC
The war (1912-1913) was short.                  | 1912; 1913
In the '90s and in '98 it rained.               | the '90s; '98
Two days before the vote it rained.             | Two days
He left on Friday. June was cold.               | Friday; June
It rose on February 29, 2023.                   | 2023
"""


def examples() -> list[tuple[str, str, str]]:
    """Rule, text and value of every pattern of the grammar that has an example beside it."""
    found = []
    for rule, _, *rest in table_rows("times_patterns"):
        for example in rest[1:]:
            text, _, value = example.partition(" = ")
            found.append((rule, text, value))
    return found


@pytest.mark.parametrize(("rule", "text", "value"), examples())
def test_the_example_next_to_each_pattern(rule: str, text: str, value: str) -> None:
    assert (rule, value) in {(time.form.rule, time.value) for time in found_in(f"It {text}.")}


def test_every_pattern_has_an_example() -> None:
    assert [row for row in table_rows("times_patterns") if len(row) != 4] == []


def rows(table: str) -> list[list[str]]:
    lines = (line for line in table.strip().splitlines() if line and not line.startswith("#"))
    return [[field.strip() for field in line.split("|")] for line in lines]


@pytest.mark.parametrize(("text", "words", "kind", "value"), rows(TABLE))
def test_expression(text: str, words: str, kind: str, value: str) -> None:
    found = {words_of(text, time): (time.type, time.value) for time in found_in(text)}
    assert found.get(words) == (kind, value), found


@pytest.mark.parametrize(("text", "expected"), rows(EXTENTS))
def test_no_more_and_no_less(text: str, expected: str) -> None:
    found = "; ".join(words_of(text, time) for time in found_in(text))
    assert found == expected


def test_nothing_is_resolved_before_the_anchor_is_known() -> None:
    for text, *_ in rows(TABLE):
        assert all(time.range is None for time in found_in(text))


def test_an_expression_stays_in_its_sentence() -> None:
    text = "He came on May 3. 1950 chairs stood there."
    assert [words_of(text, time) for time in found_in(text)] == ["May 3"]


def test_a_quarter_in_the_report_of_a_game_is_one_of_the_game() -> None:
    game = (
        "The Gulls led at halftime after a touchdown and a fumble. Their quarterback threw an"
        " interception in overtime. The playoff was close. "
    )
    stuffed = "The Bears were stuffed in the fourth quarter."
    dear = "The club earned 3 million in the fourth quarter."
    assert not found_in(game + stuffed)
    assert [words_of(game + dear, one) for one in found_in(game + dear)] == ["the fourth quarter"]
    assert [words_of(stuffed, one) for one in found_in(stuffed)] == ["the fourth quarter"]
