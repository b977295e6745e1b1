"""The labels of any text: words from the tables of the language in any order, cut anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire import report

WORDS = [
    *("the", "a", "guard", "Lee", "Ada Moen", "Ardal", "said", "blamed", "sold", "built", "left"),
    *("late", "early", "yesterday", "Monday", "May", "last", "week", "19", "$20m", "million"),
    *("and", "that", "who", "which", "when", "by", "of", "in", "to", "will", "was", "not", "has"),
    *(",", ".", ":", "-", "“", "”", "(", ")", "effective", "Meanwhile", "however", "than", "both"),
    *("quickly", "Not", "all", "its", "likely", "most", "the more", "hearing", "chief", "primary"),
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_no_order_of_words_stops_the_extraction(lines: list[str]) -> None:
    assert report("\n\n".join(lines)).faults == ()


@pytest.mark.parametrize("title", ["Judge Lund late", "Ada Moen early", "Moen left the port today"])
def test_a_time_at_the_end_of_a_title_stops_nothing(title: str) -> None:
    assert report(title).faults == ()
