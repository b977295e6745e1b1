"""Which year a date of a history falls in, and what a post's own time dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from armreader.extraction.sentences import find_sentences
from armreader.extraction.times import find_times
from armreader.linking.times import resolve_times
from armreader.records import Annotations, Post, Span, TimeExpression
from armreader.records.dates import DateRange
from time_texts import article_of, published, resolved_in, words_of

OPENING = (
    "The abbey was founded in 1802. It burned in 1804, in 1811, in 1815 and again in May 1818.\n"
)

# text after OPENING | expression | value
HISTORIES = """
# the year goes on until another is given
Work began in June. By October it had a roof.          | October  | 1818-10
Work began in November. In February it had a roof.     | February | 1819-02
# a date in passing leaves the thread where it was
Its deed, read in 1990, came in August. In 1819 it stood. | August | 1818-08
The cellar (1795) was kept. In July it was drained.    | July     | 1818-07
# and the dates that follow show where the story is
Its twin fell in 1831. In July work began, and on 3 August 1818 it stood. | July | 1818-07
# words that lead on
The following spring it had a roof. In June it had bells. | June | 1819-06
Two years later it had a roof. In June it had bells.   | June     | 1820-06
# headings
1822: The second fire\\nIn March it burned.             | March    | 1822-03
The second fire, 1822\\nIn March it burned.             | March    | 1822-03
"""
ANCIENT = "The port fell in 490 BC, 487 BC, 485 BC, 483 BC, 481 BC and 480 BC. In August it stood."


def histories() -> list[list[str]]:
    lines = [line for line in HISTORIES.strip().splitlines() if not line.startswith("#")]
    return [[field.strip() for field in line.split("|")] for line in lines]


@pytest.mark.parametrize(("text", "words", "value"), histories())
def test_a_history_keeps_its_thread(text: str, words: str, value: str) -> None:
    whole = OPENING + text.replace("\\n", "\n")
    found = {words_of(whole, time): time for time in resolved_in(whole, "2024-02-23")}
    assert (found[words].value, found[words].reason.rule) == (value, "time-year-of-narrative")


def test_a_history_before_christ() -> None:
    *_, august = resolved_in(ANCIENT, "2024-02-23")
    assert (august.value, august.range) == ("BC0480-08", DateRange.astronomical(-479, -479))


BLOG = """The gale as it happened
00.40 Lines down
Power failed an hour ago and trams stopped early today.
21.15 First gusts
A mast fell this evening, after a calm on Tuesday.
"""


def blog_times() -> dict[str, TimeExpression]:
    first, second = BLOG.index("00.40"), BLOG.index("21.15")
    posts = (
        Post(Span(first, second), DateRange.day(date(2024, 2, 24)), 40),
        Post(Span(second, len(BLOG)), DateRange.day(date(2024, 2, 23)), 21 * 60 + 15),
    )
    article = replace(article_of(BLOG), posts=posts)
    sentences = find_sentences(article)
    times = find_times(article, sentences)
    resolved = resolve_times(
        Annotations(article, sentences, times, (), (), ()), published("2024-02-23")
    )
    return {words_of(BLOG, time): time for time in resolved}


def test_a_post_dates_its_own_words() -> None:
    found = blog_times()
    assert {words: time.value for words, time in found.items()} == {
        "an hour ago": "2024-02-23",
        "early today": "2024-02-24",
        "this evening": "2024-02-23TEV",
        "Tuesday": "2024-02-20",
    }
    (passage,) = found["early today"].reason.passages
    assert BLOG[passage.start : passage.end] == "00.40 Lines down"
