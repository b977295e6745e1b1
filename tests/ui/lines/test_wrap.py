"""The wrap index: nothing of a text is lost, and no row is wider than it may be."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from armreader.records import Span
from armreader.records.visible import visible
from armreader.ui.lines.wrap import as_many, cut, fit, plain, wrap

TEXT = st.text(
    alphabet=st.sampled_from("ab .,\n" "éЖԵա" "漢字カ" "\u0301\u200d\ufe0f\u00ad" "👩🏽\u2014“”"),
    max_size=120,
)  # fmt: skip
WIDTH = st.integers(1, 20)


@settings(max_examples=150)
@given(TEXT, WIDTH)
@example("a" * 45, 10)
@example("   \n\n  a  ", 3)
@example("漢字", 1)
@example("one  two   three ", 4)
def test_rows_join_back_to_the_text_but_for_white_space(text: str, width: int) -> None:
    index = wrap(text, width)
    at = 0
    for start, end in index.rows:
        assert start >= at
        assert not text[at:start].strip(" \n")
        at = end
    assert not text[at:].strip(" \n")


@settings(max_examples=150)
@given(TEXT, WIDTH)
@example("カ\u200da\u200da", 1)
def test_no_row_is_wider_than_the_width_unless_one_character_is(text: str, width: int) -> None:
    index = wrap(visible(text), width)
    for row in range(len(index.rows)):
        shown = index.row_text(row)
        assert cell_len(shown) <= width or len(split_graphemes(shown)[0]) == 1
        assert "\n" not in shown


@settings(max_examples=100)
@given(TEXT, WIDTH, st.data())
def test_every_offset_is_in_the_row_that_is_named_for_it(
    text: str, width: int, data: st.DataObject
) -> None:
    index = wrap(text, width)
    offset = data.draw(st.integers(0, len(text)))
    row = index.row_of(offset)
    assert index.rows[row].start <= offset or row == 0
    assert row + 1 == len(index.rows) or offset < index.rows[row + 1].start
    end = data.draw(st.integers(offset, len(text)))
    rows = index.rows_of(Span(offset, end))
    assert rows.start == row
    assert rows.stop >= rows.start + 1


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("the quick brown fox", 9, ["the quick", "brown fox"]),
        ("the quick brown fox", 8, ["the", "quick", "brown", "fox"]),
        ("unbreakable word", 5, ["unbre", "akabl", "e", "word"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("\n\none\n\n\n\ntwo", 10, ["one", "", "two"]),
        ("漢字 かな", 5, ["漢字", "かな"]),
        ("漢字かな", 5, ["漢字", "かな"]),
        ("Ժողովուրդ եւ", 9, ["Ժողովուրդ", "եւ"]),
        ("e\u0301te\u0301 long", 4, ["e\u0301te\u0301", "long"]),
        ("", 5, [""]),
    ],
)
def test_where_lines_break(text: str, width: int, rows: list[str]) -> None:
    index = wrap(text, width)
    assert [index.row_text(row) for row in range(len(index.rows))] == rows


@settings(max_examples=100)
@given(st.text(max_size=40), st.integers(0, 30))
def test_cut_and_fit_keep_to_their_cells(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, "Gazette, Courier, Herald, Post"),
        (29, "Gazette, Courier and 2 more"),
        (26, "Gazette and 3 more"),
        (14, ""),
    ],
)
def test_as_many_names_as_there_is_room_for(width: int, shown: str) -> None:
    assert as_many(("Gazette", "Courier", "Herald", "Post"), width) == shown


def test_one_name_alone_is_cut() -> None:
    assert as_many(("The Lumen Gazette",), 12) == "The Lumen G…"
    assert as_many((), 12) == ""


def test_no_control_character_is_shown() -> None:
    shown = plain("a\x1b[2J\x07\tb\x9bc\x00\x7f")
    assert shown == "a␛[2J␇ b�c␀␡"
    assert len(shown) == len("a\x1b[2J\x07\tb\x9bc\x00\x7f")
