"""Properties that hold for the times of any text."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from armreader.extraction.times import expressions
from armreader.extraction.times.grammar import extended, symbols_of
from armreader.extraction.times.scanner import may_tell_time, scan
from armreader.language import mapping, rows
from armreader.records import Span
from time_texts import found_in, resolved_in

WORDS = """
the a on in of last next this every 5 31 1987 2011 '99 10:30 p.m. May June Monday , . - and to year
years weeks ago later quarter first twenty hundred early late end morning fall Easter BC B.C. a.m.
p.m Q3 o'clock 1990s about more than half 24/7 $ old will said 3.5 1,000 earlier same that week
"""
TIME_LIKE = st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join)
ANY_TEXT = st.text(max_size=120) | TIME_LIKE


@given(ANY_TEXT)
@settings(max_examples=120)
def test_spans_are_inside_the_text_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for time in found_in(text):
        assert end <= time.span.start < time.span.end <= len(text)
        assert (
            text[time.span.start : time.span.end].strip() == text[time.span.start : time.span.end]
        )
        end = time.span.end


@given(ANY_TEXT, st.sampled_from(["", "2024-02-23", "2024-02-22/2024-02-25", "2023", "0001-01-01"]))
@settings(max_examples=120)
def test_the_same_text_gives_the_same_times(text: str, edtf: str) -> None:
    assert resolved_in(text, edtf) == resolved_in(text, edtf)


@given(TIME_LIKE)
@settings(max_examples=120)
def test_no_sentence_with_a_time_is_skipped(text: str) -> None:
    if expressions(scan(text, Span(0, len(text)))):
        assert may_tell_time(text)


@given(TIME_LIKE)
@example("morning Monday week")
@settings(max_examples=100)
def test_resolving_keeps_what_was_found(text: str) -> None:
    before, after = found_in(text), resolved_in(text, "2024-02-23")
    assert [(time.span, time.type, time.form) for time in before] == [
        (time.span, time.type, time.form) for time in after
    ]


def test_hostile_lines_are_read_to_the_end() -> None:
    for stuff in (
        "9",
        "9,",
        "may ",
        "May ",
        "the ",
        "hundred ",
        "nineteen ",
        "1999-",
        "'",
        "5 ",
        "-",
    ):
        text = stuff * 4_000 + " on 4 May 1987"
        assert [time.value for time in found_in(text)][-1] == "1987-05-04"


def test_every_pattern_is_well_formed() -> None:
    parts = mapping("times_pattern_parts")
    for row in rows("times_patterns"):
        assert extended([{}], symbols_of(row[2].replace("~", ""), parts)), row
