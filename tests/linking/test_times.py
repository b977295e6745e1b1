"""Which day a time stands for, from which anchor, and how this is explained to the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.extraction import times as extraction_times
from armreader.extraction.sentences import find_sentences
from armreader.extraction.times import find_times
from armreader.language import rows
from armreader.linking import times as linking_times
from armreader.linking.times import resolve_times
from armreader.linking.times.mode import mode_of
from armreader.records import Annotations, Section, Span
from armreader.records.dates import DateRange
from time_texts import article_of, found_in, published, resolved_in, words_of

# Under the day of publication and the rule: text | expression | value | EDTF of its days, if any.
# 2024-02-23 is a Friday.
TABLE = """
# given in full
published 2024-02-23: time-explicit
    It opened in May 2011, just two years later. | two years later | 2011-05 | 2011-05
    It closed on 4 May 1987.               | 4 May 1987     | 1987-05-04 | 1987-05-04
    It closed in May 1987.                 | May 1987       | 1987-05 | 1987-05
    It closed in the 1980s.                | the 1980s      | 198 | 198X
    It closed in the mid-seventies.        | the mid-seventies | 197 | 197X~
    It closed in the winter of 2009-2010.  | the winter of 2009-2010 | 2009-WI | 2009-12/2010-02
    It closed in the 19th century.         | the 19th century | 18 | 18XX
    It closed in the spring of 1987.       | the spring of 1987 | 1987-SP | 1987-03/1987-05
    It closed in the winter of 1987.       | the winter of 1987 | 1987-WI | 1987-12/1988-02
    Closed in the third quarter of 1987.   | the third quarter of 1987 | 1987-Q3 | 1987-07/1987-09
    It closed on Easter Monday 2024.       | Easter Monday 2024 | 2024-04-01 | 2024-04-01
    It closed on Easter Monday in 2023.    | Easter Monday in 2023 | 2023-04-10 | 2023-04-10
    Closed the week of May 4, 1987. | the week of May 4, 1987 | 1987-W19 | 1987-05-04/1987-05-10
    It closed in 146 BC.                   | 146 BC         | BC0146 | -0145
    It closed in the 3rd century BC.       | the 3rd century BC | BC02 | -02XX
    It closed in 12 CE.                    | 12 CE          | 0012 | 0012
    It closed on 7/25/2023.                | 7/25/2023      | 2023-07-25 | 2023-07-25
    It closed on 5/5/2023.                 | 5/5/2023       | 2023-05-05 | 2023-05-05
    It closed on 4 May '21.                | 4 May '21      | 2021-05-04 | 2021-05-04
    It closed on 4-May-87.                 | 4-May-87       | 1987-05-04 | 1987-05-04
    It closed in '68.                      | '68            | 1968 | 1968
    Wet first two months of 2021.  | first two months of 2021 | P2M | 2021-01/2021-02
    Wet first two quarters of 2021. | first two quarters of 2021 | 2021-H1 | 2021-01/2021-06
    It fell in FY2028-29.                  | FY2028-29      | 2028/2029 | 2028/2029
    Polls open the last Sunday in May 2021. | the last Sunday in May 2021 | 2021-05-30 | 2021-05-30
# both ends of a stretch have the days of the whole
published 2024-02-23: time-ends-of-stretch
    It ran from 3 to 5 May 1987.           | 5 May 1987     | 1987-05-05 | 1987-05-03/1987-05-05
    It ran from May 3-5, 1987.             | May 3          | 1987-05-03 | 1987-05-03/1987-05-05
    It ran Dec 28 - Jan 3, 2021.           | Dec 28         | 2020-12-28 | 2020-12-28/2021-01-03
    It ran from Dec 28 to Jan 3.           | Jan 3          | 2024-01-03 | 2023-12-28/2024-01-03
    It ran from Friday to Sunday.          | Sunday         | 2024-02-25 | 2024-02-23/2024-02-25
    It ran from May until July 15.         | July 15        | 2023-07-15 | 2023-05-01/2023-07-15
    It ran from April to June in 2021.     | April          | 2021-04 | 2021-04/2021-06
    It ran between June 2020 and March 2021. | June 2020    | 2020-06 | 2020-06/2021-03
    It closed in 2021-2022.                | 2021           | 2021 | 2021/2022
    It closed in 2021-22.                  | 22             | 2022 | 2021/2022
    It ran from 1874 to 1890.              | 1874           | 1874 | 1874/1890
    It ruled from 1190-1185 BCE.           | 1190           | BC1190 | -1189/-1184
    It ruled from 490 to 479 BC.           | 479 BC         | BC0479 | -0489/-0478
    It ruled from 30 BC to AD 14.          | AD 14          | 0014 | -0029/0014
    It grew from the 4th to the 2nd centuries BC. | the 4th | BC03 | -0399/-0100
    It fell in the week ending 12 April 2021. | the week    | P1W | 2021-04-06/2021-04-12
    It fell in the three months to June 30, 2021. | June 30, 2021 | 2021-06-30 | 2021-04/2021-06
    It fell in the quarter ended Sept. 30, 2021. | the quarter | 2021-Q3 | 2021-07/2021-09
    It fell in the year to March 2021.     | the year       | P1Y | 2020-04/2021-03
published 2024-02-23: time-explicit
    It was moved from 3 May 2021 to 10 May 2021. | 10 May 2021 | 2021-05-10 | 2021-05-10
    It rose from 3 May 2021 until 10 May 2021's close. | 10 May 2021 | 2021-05-10 | 2021-05-10
# precision is kept
    It closed at the end of 2023.          | the end of 2023 | 2023 | 2023~
    It closed around 1987.                 | around 1987    | 1987 | 1987~
published 2024-02-23: time-counted-from-publication
    It closed late last year.              | late last year | 2023 | 2023~
# counted from the publication
    It closed today.                       | today          | 2024-02-23 | 2024-02-23
    It closed yesterday.                   | yesterday      | 2024-02-22 | 2024-02-22
    It closes the day after tomorrow.      | the day after tomorrow | 2024-02-25 | 2024-02-25
    It closed last week.                   | last week      | 2024-W07 | 2024-02-12/2024-02-18
    It closed last month.                  | last month     | 2024-01 | 2024-01
    It closes next year.                   | next year      | 2025 | 2025
    It closed three days ago.              | three days ago | 2024-02-20 | 2024-02-20
    It closed six weeks ago.               | six weeks ago  | 2024-W02 | 2024-01-08/2024-01-14
    It closed two months ago.              | two months ago | 2023-12 | 2023-12
    It closed two decades ago.             | two decades ago | 2004 | 2004
    It closed a year ago today.            | a year ago today | 2023-02-23 | 2023-02-23
    It closes a week from today.           | a week from today | 2024-03-01 | 2024-03-01
    It closed last quarter, the last quarter. | the last quarter | 2023-Q4 | 2023-10/2023-12
    It closed on Easter Monday last year.  | Easter Monday last year | 2023-04-10 | 2023-04-10
    It closed in May last year.            | May last year  | 2023-05 | 2023-05
    It closed on Monday last week.         | Monday last week | 2024-02-12 | 2024-02-12
    It closed last week on Tuesday.        | last week on Tuesday | 2024-02-13 | 2024-02-13
    It closed on Thursday of last week.    | Thursday of last week | 2024-02-15 | 2024-02-15
    It closed a week ago on Monday.        | a week ago on Monday | 2024-02-12 | 2024-02-12
    It closed the year before last.        | the year before last | 2022 | 2022
    It closes the week after next.         | the week after next | 2024-W10 | 2024-03-04/2024-03-10
    It closed this morning.                | this morning   | 2024-02-23TMO | 2024-02-23
    It closed last night.                  | last night     | 2024-02-22TNI | 2024-02-22
    It closed a half-century ago.          | a half-century ago | 1974 | 1974
    It closes this coming week.            | this coming week | 2024-W09 | 2024-02-26/2024-03-03
# weekdays: today's or the latest, the next with a tense that says so
published 2024-02-23: time-latest-before
    In March, a storm closed the port.     | March          | 2023-03 | 2023-03
    It closed on Friday.                   | Friday         | 2024-02-23 | 2024-02-23
    It closed on Saturday.                 | Saturday       | 2024-02-17 | 2024-02-17
    It closed after a Saturday vote.       | Saturday       | 2024-02-17 | 2024-02-17
    Starting Saturday, tolls rose.         | Saturday       | 2024-02-17 | 2024-02-17
    The total for Saturday was 40.         | Saturday       | 2024-02-17 | 2024-02-17
    The strike that had been called for Saturday was off. | Saturday | 2024-02-17 | 2024-02-17
    It closed on Black Friday.             | Black Friday   | 2023-11-24 | 2023-11-24
    It would fight the cut, made Saturday. | Saturday       | 2024-02-17 | 2024-02-17
    It had scheduled a talk Saturday.      | Saturday       | 2024-02-17 | 2024-02-17
    It could not be reached on Saturday.   | Saturday       | 2024-02-17 | 2024-02-17
    Neither of the two could be seen Saturday. | Saturday   | 2024-02-17 | 2024-02-17
    The storm lasted until Saturday.       | Saturday       | 2024-02-17 | 2024-02-17
    It did not report the leak until Saturday. | Saturday   | 2024-02-17 | 2024-02-17
    It wasn't found until May.             | May            | 2023-05 | 2023-05
    Nobody saw it until Saturday.          | Saturday       | 2024-02-17 | 2024-02-17
    Not until Saturday did it close.       | Saturday       | 2024-02-17 | 2024-02-17
    After the fire, until Saturday, a crew slept there. | Saturday | 2024-02-17 | 2024-02-17
    The fair ran until July 15.            | July 15        | 2023-07-15 | 2023-07-15
published 2024-02-23: time-next-after
    It will close on Saturday.             | Saturday       | 2024-02-24 | 2024-02-24
    It is due to close on Monday.          | Monday         | 2024-02-26 | 2024-02-26
    It stays open until Monday.            | Monday         | 2024-02-26 | 2024-02-26
    The storm will last until Monday.      | Monday         | 2024-02-26 | 2024-02-26
    It was not expected back until Monday. | Monday         | 2024-02-26 | 2024-02-26
    They called a strike for Monday.       | Monday         | 2024-02-26 | 2024-02-26
    Starting Monday, tolls rise.           | Monday         | 2024-02-26 | 2024-02-26
    Rain is likely Monday.                 | Monday         | 2024-02-26 | 2024-02-26
    She promised to pay by Monday.         | Monday         | 2024-02-26 | 2024-02-26
    She is leaving for Oslo on Monday.     | Monday         | 2024-02-26 | 2024-02-26
    Schools are closed Monday.             | Monday         | 2024-02-26 | 2024-02-26
    The book comes out Monday.             | Monday         | 2024-02-26 | 2024-02-26
    They prepared for Monday's vote.       | Monday         | 2024-02-26 | 2024-02-26
    It will not open until Monday.         | Monday         | 2024-02-26 | 2024-02-26
    It is closed until Monday, the mayor said. | Monday     | 2024-02-26 | 2024-02-26
    The fair was to run until Monday.      | Monday         | 2024-02-26 | 2024-02-26
    It has scheduled a talk Monday.        | Monday         | 2024-02-26 | 2024-02-26
    It will almost surely be held Monday.  | Monday         | 2024-02-26 | 2024-02-26
    It could be reached by Monday.         | Monday         | 2024-02-26 | 2024-02-26
    The vote is Monday.                    | Monday         | 2024-02-26 | 2024-02-26
    The vote is on Monday.                 | Monday         | 2024-02-26 | 2024-02-26
    The vote takes place Monday.           | Monday         | 2024-02-26 | 2024-02-26
    The crew leaves for Oslo on Monday.    | Monday         | 2024-02-26 | 2024-02-26
    The court convenes Monday.             | Monday         | 2024-02-26 | 2024-02-26
published 2024-02-19: time-latest-before
    It closed over the weekend.            | the weekend    | 2024-W07-WE | 2024-02-17/2024-02-18
published 2024-02-23: time-next-after
    It will close over the weekend.        | the weekend    | 2024-W08-WE | 2024-02-24/2024-02-25
published 2024-02-23: time-last-named
    In this July 31 photo she smiles.      | this July 31   | 2023-07-31 | 2023-07-31
    It closed last Friday.                 | last Friday    | 2024-02-16 | 2024-02-16
published 2024-02-23: time-next-named
    It closes next Friday.                 | next Friday    | 2024-03-01 | 2024-03-01
    It closes Monday week.                 | Monday week    | 2024-03-04 | 2024-03-04
    It closes two weeks from Monday.       | two weeks from Monday | 2024-03-11 | 2024-03-11
published 2024-02-23: time-latest-before
    It closed at 10 p.m. on Thursday.      | 10 p.m. on Thursday | 2024-02-22T22:00 | 2024-02-22
published 2024-02-23: time-latest-before
    It closed this Monday.                 | this Monday    | 2024-02-19 | 2024-02-19
published 2024-02-23: time-next-after
    There is a vote this Monday.           | this Monday    | 2024-02-26 | 2024-02-26
published 2024-02-23: time-same-unit
    It closes this summer.                 | this summer    | 2024-SU | 2024-06/2024-08
# months and days: the nearest, weighed against the tense
published 2024-02-23: time-nearest
    A new pier in April.                   | April          | 2024-04 | 2024-04
    A new pier by 4 May.                   | 4 May          | 2024-05-04 | 2024-05-04
published 2024-02-23: time-latest-before
    It closed in September.                | September      | 2023-09 | 2023-09
published 2024-02-23: time-next-after
    It will close in September.            | September      | 2024-09 | 2024-09
# a verb beside the day says for sure which side it lies on
published 2024-02-23: time-latest-before
    It closed on 4 May.                    | 4 May          | 2023-05-04 | 2023-05-04
    The lease expired March 1.             | March 1        | 2023-03-01 | 2023-03-01
    The year began in March.               | March          | 2023-03 | 2023-03
published 2024-02-23: time-next-after
    The lease expires on January 31.       | January 31     | 2025-01-31 | 2025-01-31
    The show opens 4 January.              | 4 January      | 2025-01-04 | 2025-01-04
published 2024-02-23: time-nearest
    It was planned for 4 May.              | 4 May          | 2024-05-04 | 2024-05-04
published 2024-02-23: time-latest-before
    It met the third Tuesday of February.  | the third Tuesday of February | 2024-02-20 | 2024-02-20
published 2024-01-06: time-next-after
    He said it must close by 14 January.   | 14 January     | 2024-01-14 | 2024-01-14
published 2024-02-23: time-last-named
    It closed last May.                    | last May       | 2023-05 | 2023-05
published 2024-02-23: time-latest-before
    It closed at Christmas.                | Christmas      | 2023-12-25 | 2023-12-25
published 2024-02-23: time-next-after
    It will close for Easter.              | Easter         | 2024-03-31 | 2024-03-31
published 2024-02-23: time-nearest
    It closed on 29 February.              | 29 February    | 2024-02-29 | 2024-02-29
# contracted verbs look the way that their full forms do
published 2024-02-23: time-next-after
    We'll meet on Monday.                  | Monday         | 2024-02-26 | 2024-02-26
    They won’t sail on Monday.             | Monday         | 2024-02-26 | 2024-02-26
published 2024-02-23: time-latest-before
    They didn't sail on Monday.            | Monday         | 2024-02-19 | 2024-02-19
    He couldn't be reached Monday.         | Monday         | 2024-02-19 | 2024-02-19
# what would have been is over; what would be, or is done on a day to come, is not
published 2024-02-23: time-latest-before
    It would have sailed on Monday.        | Monday         | 2024-02-19 | 2024-02-19
    They might have sunk in September.     | September      | 2023-09 | 2023-09
    They spent much of Monday at sea.      | Monday         | 2024-02-19 | 2024-02-19
published 2024-02-23: time-next-after
    It would have trouble on Monday.       | Monday         | 2024-02-26 | 2024-02-26
published 2024-02-23: time-nearest
    The case is heard in May.              | May            | 2024-05 | 2024-05
    Prizes are formally given in May.      | May            | 2024-05 | 2024-05
# what nobody plans has happened
published 2024-02-23: time-latest-before
    It will study the May 3 explosion.     | May 3          | 2023-05-03 | 2023-05-03
    It will study the fatal crash of May 3. | May 3         | 2023-05-03 | 2023-05-03
    It will study the crash, on May 3, of a jet. | May 3      | 2023-05-03 | 2023-05-03
    He will speak of Monday's shooting.    | Monday         | 2024-02-19 | 2024-02-19
published 2024-02-23: time-next-after
    It will study the May 3 budget.        | May 3          | 2024-05-03 | 2024-05-03
    They will stage a crash on Monday.     | Monday         | 2024-02-26 | 2024-02-26
# words that look ahead, and words that look back
published 2024-02-23: time-next-after
    Miners are likely to strike in October. | October       | 2024-10 | 2024-10
    All eyes turn toward the October vote. | October        | 2024-10 | 2024-10
    The choir speaks to fans on Monday.    | Monday         | 2024-02-26 | 2024-02-26
    She said that frost in October may do harm. | October   | 2024-10 | 2024-10
published 2024-02-23: time-latest-before
    The letters go as far back as July.    | July           | 2023-07 | 2023-07
    With polls about to open, he on Monday left. | Monday   | 2024-02-19 | 2024-02-19
published 2024-02-23: time-last-named
    It closed this past Monday.            | this past Monday | 2024-02-19 | 2024-02-19
    It closed this past May.               | this past May  | 2023-05 | 2023-05
published 2024-02-23: time-nearest
    They are heading into the fall.        | the fall       | 2024-FA | 2024-09/2024-11
published 2024-02-23: time-next-after
    She spoke ahead of Monday's vote.      | Monday         | 2024-02-26 | 2024-02-26
    It met two days before Monday's vote.  | Monday         | 2024-02-26 | 2024-02-26
published 2024-02-21: time-latest-before
    She led ahead of Tuesday's vote.       | Tuesday        | 2024-02-20 | 2024-02-20
# what is to be done lies ahead; what was brought about, or had been planned, does not
published 2024-02-23: time-next-after
    The inquest is to be held on Monday.   | Monday         | 2024-02-26 | 2024-02-26
    She asked that it be closed by Monday. | Monday         | 2024-02-26 | 2024-02-26
    The crew is to sail on Monday.         | Monday         | 2024-02-26 | 2024-02-26
    The crew hopes to hit port on Monday.  | Monday         | 2024-02-26 | 2024-02-26
    Miners must strike by Monday.          | Monday         | 2024-02-26 | 2024-02-26
    Miners need to strike on Monday.       | Monday         | 2024-02-26 | 2024-02-26
    It may fall if it rains on Monday.     | Monday         | 2024-02-26 | 2024-02-26
    We vote Monday.                        | Monday         | 2024-02-26 | 2024-02-26
    A panel is meeting Monday in Oslo.     | Monday         | 2024-02-26 | 2024-02-26
    It told them to stop beginning on Monday. | Monday      | 2024-02-26 | 2024-02-26
    Monday is the deadline.                | Monday         | 2024-02-26 | 2024-02-26
    Tickets go on sale Monday.             | Monday         | 2024-02-26 | 2024-02-26
    Snow is forecast for Monday.           | Monday         | 2024-02-26 | 2024-02-26
    She takes office in January.           | January        | 2025-01 | 2025-01
    She has yet to set a day in October.   | October        | 2024-10 | 2024-10
published 2024-02-23: time-latest-before
    It was found to be closed on Monday.   | Monday         | 2024-02-19 | 2024-02-19
    Ice caused it to be closed on Monday.  | Monday         | 2024-02-19 | 2024-02-19
    It had to be closed on Monday.         | Monday         | 2024-02-19 | 2024-02-19
    She had planned to sail in May.        | May            | 2023-05 | 2023-05
    She had yet to sail on Monday.         | Monday         | 2024-02-19 | 2024-02-19
    A crew leaves a dock in Oslo, Monday.  | Monday         | 2024-02-19 | 2024-02-19
    It told of plans Monday to close.      | Monday         | 2024-02-19 | 2024-02-19
    By May the best hopes rested on him.   | May            | 2023-05 | 2023-05
    It got off to a bad start Monday.      | Monday         | 2024-02-19 | 2024-02-19
    It was loaded beginning on Monday.     | Monday         | 2024-02-19 | 2024-02-19
    They hit the reef on Monday.           | Monday         | 2024-02-19 | 2024-02-19
    May 3: A crew lights a beacon at sea.  | May 3          | 2023-05-03 | 2023-05-03
published 2024-02-23: time-next-after
    He was scheduled to speak on Monday.   | Monday         | 2024-02-26 | 2024-02-26
published 2024-02-21: time-latest-before
    He was scheduled to speak late Tuesday. | late Tuesday  | 2024-02-20 | 2024-02-20
# what will be lies ahead, however near the past one; results are of the quarter that is over
published 2024-01-19: time-next-after
    He wants to sail again in November.    | November       | 2024-11 | 2024-11
published 2024-01-19: time-nearest
    It will report a fourth-quarter loss.  | fourth-quarter | 2023-Q4 | 2023-10/2023-12
    It expects fourth-quarter profits.     | fourth-quarter | 2023-Q4 | 2023-10/2023-12
published 2024-03-19: time-nearest
    It expects second-quarter profits.     | second-quarter | 2024-Q2 | 2024-04/2024-06
    It had expected second-quarter profits. | second-quarter | 2023-Q2 | 2023-04/2023-06
published 2024-03-19: time-latest-before
    It is the highest since May.           | May            | 2023-05 | 2023-05
    Prices rose until December.            | December       | 2023-12 | 2023-12
published 2024-03-19: time-same-unit
    It fell this winter.                   | this winter    | 2023-WI | 2023-12/2024-02
# seasons and quarters: the latest begun, for quarters and halves without exception
published 2024-12-20: time-latest-before
    It fell in the first half of the year. | the first half of the year | 2024-H1 | 2024-01/2024-06
published 2024-06-03: time-same-unit
    It may rise second half of the year. | second half of the year | 2024-H2 | 2024-07/2024-12
published 2024-06-03: time-nearest
    It is to pay a first-quarter dividend. | first-quarter  | 2024-Q1 | 2024-01/2024-03
published 2024-02-23: time-latest-before
    Sales fell in the fourth quarter.      | the fourth quarter | 2023-Q4 | 2023-10/2023-12
    Sales fell in the summer.              | the summer     | 2023-SU | 2023-06/2023-08
published 2024-02-23: time-latest-quarter
    Sales fell in the latest quarter.      | the latest quarter | 2023-Q4 | 2023-10/2023-12
# the quarter under discussion
published 2024-02-23: time-quarter-discussed
    Third-quarter sales rose from a year earlier. | a year earlier | 2022-Q3 | 2022-07/2022-09
    Third-quarter sales beat the year-ago period. | the year-ago period | 2022-Q3 | 2022-07/2022-09
published 2024-02-23: time-counted-from-publication
    Sales rose from a year earlier.        | a year earlier | 2023 | 2023
# the date given before
published 2024-02-23: time-counted-from-previous
    It closed in May 2011 and opened the same year. | the same year  | 2011 | 2011
    It closed on 4 May 2011 and opened the next day. | the next day   | 2011-05-05 | 2011-05-05
    It closed in 2011. A year later it opened. | A year later   | 2012 | 2012
    It will shut Monday and open two days later. | two days later | 2024-02-28 | 2024-02-28
    It fell in 490 BC. It rose the next year. | the next year | BC0489 | -0488
    It fell in 490 BC. It rose two decades later. | two decades later | BC0470 | -0469
    It fell in 490 BC. It rose in the following century. | the following century | BC03 | -03XX
    It fell in 2 BC. It rose a decade later. | a decade later | 0009 | 0009
    It closed in 2011. A year earlier it burned. | A year earlier | 2010 | 2010
    It fell on 4 May 2011, the day after the flood. | the day | 2011-05-04 | 2011-05-04
published 2024-02-23: time-same-unit
    It fell in May 2011. It rose that June. | that June     | 2011-06 | 2011-06
published 2024-02-23: time-open
    It fell the day after the flood.       | the day        | XXXX-XX-XX
    Two days later it fell.                | Two days later | XXXX-XX-XX
    The next day it fell.                  | The next day   | XXXX-XX-XX
    It fell on a Sunday in the rain.       | Sunday         | XXXX-WXX-7
    It fell on a Sunday.                   | Sunday         | XXXX-WXX-7
    It fell the Sunday after the vote.     | Sunday         | XXXX-WXX-7
    It fell on Thursday. Six days later it rose. | Six days later | XXXX-XX-XX
published 2024-02-23: time-counted-from-previous
    In May 2011 it shut, not the same month last year. | the same month last year | 2010-05 |2010-05
published 2024-02-23: time-last-named
    It fell the Tuesday before last.       | the Tuesday before last | 2024-02-13 | 2024-02-13
    It fell two Tuesdays ago.              | two Tuesdays ago | 2024-02-13 | 2024-02-13
published 2024-02-23: time-counted-from-publication
    It fell in March and April of last year. | March        | 2023-03 | 2023-03
    It fell this past weekend.             | this past weekend | 2024-W07-WE | 2024-02-17/2024-02-18
# weekends: the coming one, and on Monday the one that is over
published 2024-02-20: time-counted-from-publication
    It shuts the coming weekend.  | the coming weekend | 2024-W08-WE | 2024-02-24/2024-02-25
    It closed this weekend.                | this weekend   | 2024-W07-WE | 2024-02-17/2024-02-18
    It closes this weekend.                | this weekend   | 2024-W08-WE | 2024-02-24/2024-02-25
published 2024-02-24: time-counted-from-publication
    It shuts the coming weekend.  | the coming weekend | 2024-W09-WE | 2024-03-02/2024-03-03
published 2024-02-23: time-year-given
    In 2011 it closed in May.              | May            | 2011-05 | 2011-05
    Eight years ago it was small. It closed in early May. | early May | 2016-05 | 2016-05~
    In 2011 it lost more than half of its old boats in May. | May   | 2011-05 | 2011-05
published 2024-02-23: time-latest-before
    In 2011 it opened. It was sold this year. It closed on May 3. | May 3 | 2023-05-03 | 2023-05-03
    In 2011 it was new. It had ten boats. It closed on May 3. | May 3 | 2023-05-03 | 2023-05-03
    It was safe since 2011, when the May 3 crash killed two. | May 3 | 2023-05-03 | 2023-05-03
# no anchor: it stays open
published 2024-02-23: time-open
    It closed in May 2011. Two weeks later it opened. | Two weeks later | XXXX-WXX
published unknown: time-open
    It closed on Friday.                   | Friday         | XXXX-WXX-5
    It closed last year.                   | last year      | XXXX
    It closed on 4 May.                    | 4 May          | XXXX-05-04
    It closed today.                       | today          | XXXX-XX-XX
published unknown: time-counted-from-previous
    It closed in 2011 and opened the same year. | the same year  | 2011 | 2011
# an anchor known to within some days
published 2024-02-22/2024-02-25: time-latest-before
    It closed on Thursday.                 | Thursday       | 2024-02-22 | 2024-02-22
published 2024-02-22/2024-02-25: time-open
    It closed on Saturday.                 | Saturday       | XXXX-WXX-6
published 2024-02-22/2024-02-25: time-counted-from-publication
    It closed last year.                   | last year      | 2023 | 2023
    It closed last month.                  | last month     | 2024-01 | 2024-01
published 2024-02-22/2024-02-25: time-open
    It closed yesterday.                   | yesterday      | XXXX-XX-XX
published 2023-12-30/2024-01-02: time-open
    It closed last year.                   | last year      | XXXX
published 2023: time-counted-from-publication
    It closed in January of this year.     | January of this year | 2023-01 | 2023-01
published 2023: time-open
    It closed on Monday.                   | Monday         | XXXX-WXX-1
# lengths, repeated and vague times have no day
published 2024-02-23: time-length
    It was closed for three days.          | three days     | P3D
    It was closed for two-and-a-half years. | two-and-a-half years | P2.5Y
    It was shut for the past two and a half weeks. | the past two and a half weeks | P2.5W
published 2024-02-23: time-repeated
    It closes every Friday.                | every Friday   | XXXX-WXX-5
    It closes three times a year.          | three times a year | P1Y
published 2024-02-23: time-vague
    It is now closed.                      | now            | PRESENT_REF
# days in numbers and slashes: in the order that a date without doubt shows, else their year
published 2024-02-23: time-order-sure
    Opened 25/7/2023, closed 4/6/2023. | 4/6/2023 | 2023-06-04 | 2023-06-04
    Opened 25/7/2023, shut at noon on 4/6/2023. | noon on 4/6/2023 | 2023-06-04T12:00 | 2023-06-04
    It closed on Monday, 3/4/2023. | Monday, 3/4/2023 | 2023-04-03 | 2023-04-03
    It closed on Saturday, 3/4/2023. | Saturday, 3/4/2023 | 2023-03-04 | 2023-03-04
published 2024-02-23: time-order-unknown
    It closed on 4/6/2023. | 4/6/2023 | 2023 | 2023
    It closed at noon on 4/6/2023. | noon on 4/6/2023 | 2023 | 2023
published unknown: time-order-unknown
    It closed on 4/6/23. | 4/6/23 | 2023 | 2023
"""

CHRONICLE = (
    "Cloth was woven here in 1465. The guild was founded on 3 March 1471. It bought a hall on "
    "9 June 1474. On 12 July the hall burned. The next day the guild met. In November it began to "
    "build, and in February it moved in. "
    "The king came in May 1480. By the end of the year he had left. In 1502 the guild was closed, "
    "and three years later it was sold. A fire in 1511 ended it. Today it is a mill."
)


def cases() -> Iterator[tuple[str, ...]]:
    """Publication, rule, text, expression, value and days of every row of the table."""
    published = rule = ""
    for line in TABLE.strip("\n").splitlines():
        if line.startswith("published "):
            published, rule = line.removeprefix("published ").split(": ")
        elif not line.startswith("#"):
            text, words, value, *days = (field.strip() for field in line.split("|"))
            yield published.replace("unknown", ""), rule, text, words, value, "".join(days)


@pytest.mark.parametrize(("edtf", "rule", "text", "words", "value", "days"), list(cases()))
def test_resolved(edtf: str, rule: str, text: str, words: str, value: str, days: str) -> None:
    found = {words_of(text, time): time for time in resolved_in(text, edtf)}
    time = found[words]
    assert (time.value, time.range.edtf if time.range else "", time.reason.rule) == (
        value,
        days,
        rule,
    )


def test_a_year_far_before_a_month_in_its_sentence_does_not_frame_it() -> None:
    far = (
        "The slump that began in 2011, one that hardly anybody had seen coming, and then a flood in"
    )
    month = resolved_in(f"{far} January slowed the town.", "2024-02-23")[-1]
    assert (month.value, month.reason.rule) == ("2024-01", "time-latest-before")


def test_a_narrative_counts_from_the_date_before() -> None:
    times = resolved_in(CHRONICLE, "2024-02-23")
    assert [(words_of(CHRONICLE, time), time.value) for time in times] == [
        ("1465", "1465"),
        ("3 March 1471", "1471-03-03"),
        ("9 June 1474", "1474-06-09"),
        ("12 July", "1474-07-12"),
        ("The next day", "1474-07-13"),
        ("November", "1474-11"),
        ("February", "1475-02"),
        ("May 1480", "1480-05"),
        ("the end of the year", "1480"),
        ("1502", "1502"),
        ("three years later", "1505"),
        ("1511", "1511"),
        ("Today", "PRESENT_REF"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It sank on 4 February. Its owner will speak to the crew at 8 p.m.", "2024-02-23"),
        ("It sank on 4 February. It went down within minutes at 8 p.m.", "2024-02-04"),
        ("It sails on 4 March. Its owner spoke to the whole crew at 8 p.m.", "2024-02-23"),
        ("It sails on 4 March. Its owner will speak to the crew at 8 p.m.", "2024-03-04"),
        ("It will sink, he wrote on 4 February at about 8 p.m.", "2024-02-04"),
    ],
)
def test_an_hour_to_come_is_not_of_a_day_that_is_over(text: str, day: str) -> None:
    found = {words_of(text, time): time.value for time in resolved_in(text, "2024-02-23")}
    assert {f"{day}T20:00"} == {value for value in found.values() if "T20:00" in value}


def test_an_hour_below_a_day_is_of_that_day() -> None:
    text = "Come and sing with us.\n\nSunday, March 3\n\n9:15 p.m.: A choir sings in the park."
    found = {words_of(text, time): time.value for time in resolved_in(text, "2024-02-23")}
    assert found["9:15 p.m."] == "2024-03-03T21:15"


@pytest.mark.parametrize(
    ("text", "edtf", "words", "value"),
    [
        ("Voters chose on Friday, 8 November.", "2024-02-23", "Friday, 8 November", "2024-11-08"),
        ("Voters chose on 8 November.", "2024-02-23", "8 November", "2023-11-08"),
        (
            "It sank in 1987. Hear it on Friday, 1 March.",
            "2024-02-23",
            "Friday, 1 March",
            "2024-03-01",
        ),
        ("Voters chose on Friday, 22 February.", "2024-02-23", "Friday, 22 February", "2024-02-22"),
    ],
)
def test_a_weekday_beside_its_date_tells_the_year(
    text: str, edtf: str, words: str, value: str
) -> None:
    found = {words_of(text, time): time.value for time in resolved_in(text, edtf)}
    assert found[words] == value


def test_a_history_may_have_a_day_of_its_own_article() -> None:
    text = f"{CHRONICLE} Tours begin on Monday, 26 February."
    found = {words_of(text, time): time.value for time in resolved_in(text, "2024-02-23")}
    assert found["Monday, 26 February"] == "2024-02-26"


def test_an_hour_above_an_entry_is_of_the_day_of_the_blog() -> None:
    text = "The vote is on 4 March.\n\n9:15 p.m.\n\nA crowd stands outside."
    found = {words_of(text, time): time.value for time in resolved_in(text, "2024-02-23")}
    assert found["9:15 p.m."] == "2024-02-23T21:15"


def test_a_narrative_needs_no_publication_date() -> None:
    dated = {time.span: time.value for time in resolved_in(CHRONICLE, "2024-02-23")}
    assert {time.span: time.value for time in resolved_in(CHRONICLE)} == dated


def test_a_reason_points_to_the_anchor_and_to_the_tense() -> None:
    text = "It was built in May 2011. The next month it fell. It will reopen on Saturday."
    _, next_month, saturday = resolved_in(text, "2024-02-23")
    assert [text[start:end] for _, start, end in next_month.reason.passages] == ["May 2011"]
    anchor, cue = saturday.reason.passages
    assert (anchor.start, anchor.end) == (0, 1)
    assert text[cue.start : cue.end] == "will"


def test_every_rule_that_the_code_names_is_explained() -> None:
    explained = {row[0] for row in rows("reasons/times")}
    emitted = {rule for _, rule, *_ in cases()} | {
        time.reason.rule for time in resolved_in(CHRONICLE, "2024-02-23")
    }
    folders = [Path(package.__file__ or "").parent for package in (extraction_times, linking_times)]
    named = {
        rule
        for folder in folders
        for file in folder.glob("*.py")
        for rule in re.findall(r'"(time-[a-z-]+[a-z])"', file.read_text(encoding="utf-8"))
    }
    assert emitted | named <= explained


@pytest.mark.parametrize(
    ("text", "edtf", "mode", "rule"),
    [
        (CHRONICLE, "2024-02-23", "narrative", "time-mode-narrative"),
        (CHRONICLE, "1511", "narrative", "time-mode-narrative"),
        (CHRONICLE, "1475", "news", "time-mode-news"),
        ("It closed on Friday. It opened in 1931.", "2024-02-23", "news", "time-mode-news"),
        ("", "", "news", "time-mode-news"),
    ],
)
def test_the_mode_says_why(text: str, edtf: str, mode: str, rule: str) -> None:
    chosen = mode_of(found_in(text), published(edtf))
    assert (chosen.name, chosen.reason.rule) == (mode, rule)
    assert bool(chosen.reason.passages) == (mode == "narrative")


def test_a_plan_reaches_further_than_a_report() -> None:
    where = "into the old well below the outer harbour on Monday"
    for verb, day in (("plans to pump", "26"), ("said it had pumped", "19")):
        text = f"It {verb} mud and perhaps some of the new cement {where}."
        assert resolved_in(text, "2024-02-23")[-1].value == f"2024-02-{day}"


def test_the_day_of_a_dateline_is_of_the_article_however_far_it_looks_back() -> None:
    dateline, body = (
        "OSLO, April 27 (NTB) -",
        (
            " The port shut on Monday. It had shut in March 2003, in April 2003, on 3 May 2003, in "
            "June 2003 and on 4 August 2003."
        ),
    )
    text = dateline + body
    parts = (
        Section("dateline", Span(0, len(dateline))),
        Section("body", Span(len(dateline), len(text))),
    )
    article = replace(article_of(text), sections=parts)
    sentences = find_sentences(article)
    times = find_times(article, sentences)
    found = resolve_times(
        Annotations(article, sentences, times, (), (), ()), published("2009-04-27")
    )
    assert [one.value for one in found][:3] == ["2009-04-27", "2009-04-27", "2003-03"]


def test_furniture_dates_nothing() -> None:
    article = article_of("Updated 4 May 2011. The next day it closed.", "furniture")
    sentences = find_sentences(article)
    found = find_times(article, sentences)
    times = resolve_times(Annotations(article, sentences, found, (), (), ()), published("2024"))
    assert times[1].value == "XXXX-XX-XX"


DAY_ANCHORED = ("today", "yesterday", "three days ago", "on Friday", "last Monday", "tomorrow")


@given(
    st.sampled_from(DAY_ANCHORED),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)),
    st.integers(min_value=0, max_value=520),
)
@settings(max_examples=150)
def test_shifting_the_publication_by_weeks_shifts_the_days(
    words: str, day: date, weeks: int
) -> None:
    text, later = f"It closed {words}.", day + timedelta(weeks=weeks)
    (first,), (second,) = resolved_in(text, day.isoformat()), resolved_in(text, later.isoformat())
    assert first.range
    assert first.range.earliest
    assert second.range == DateRange.day(first.range.earliest + timedelta(weeks=weeks))


@given(
    st.sampled_from(("today", "yesterday", "three days ago", "tomorrow")),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)),
    st.integers(min_value=0, max_value=4000),
)
@settings(max_examples=100)
def test_shifting_the_publication_by_days_shifts_counted_days(
    words: str, day: date, days: int
) -> None:
    text, later = f"It closed {words}.", day + timedelta(days=days)
    (first,), (second,) = resolved_in(text, day.isoformat()), resolved_in(text, later.isoformat())
    assert first.range
    assert first.range.earliest
    assert second.range == DateRange.day(first.range.earliest + timedelta(days=days))
