"""The status line: what it says about the selection as the room for it shrinks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.story.selection import Selection
from armreader.ui.bars import foot_of
from armreader.ui.keys.keymap import make_keymap
from armreader.ui.session.notices import Fault
from armreader.ui.session.room import give
from armreader.ui.session.state import State, not_yet, select
from armreader.ui.status import selection_words
from dossiers import harbour_dossier

HARBOUR = harbour_dossier()
DIFFER = "sources differ on the day (Thu 7 / Fri 8 Mar)"


@pytest.mark.parametrize(
    ("event", "width", "words"),
    [
        (
            "e-vote",
            140,
            f"closed the old pier, 7–8 Mar 2030 · 3 of 3 sources · mention 1 of 3 · {DIFFER}",
        ),
        ("e-vote", 108, f"closed the old pier · 3 of 3 sources · mention 1 of 3 · {DIFFER}"),
        ("e-vote", 90, f"closed the old pier · 3 of 3 sources · {DIFFER}"),
        ("e-vote", 68, f"3 of 3 sources · {DIFFER}"),
        ("e-spoke", 108, "spoke on the radio, undated · 1 of 3 sources · mention 1 of 1"),
        ("e-spoke", 60, "spoke on the radio, undated · 1 of 3 sources"),
        ("e-spoke", 50, "spoke on the radio, undated · 1 of 3 sources"),
        ("e-spoke", 36, "spoke on the radio · 1 of 3 sources"),
        ("e-spoke", 20, "1 of 3 sources"),
    ],
)
def test_the_name_of_an_event_is_left_out_last(event: str, width: int, words: str) -> None:
    state = select(State(HARBOUR, "gazette", pane="text"), Selection("event", event))
    assert selection_words(state, width) == words


def test_the_status_does_not_repeat_the_row() -> None:
    state = select(State(HARBOUR, "gazette", pane="timeline"), Selection("event", "e-vote"))
    assert selection_words(state, 108) == f"3 of 3 sources · mention 1 of 3 · {DIFFER}"


def test_a_search_says_what_closes_it() -> None:
    state = select(State(HARBOUR, "gazette"), Selection("event", "e-spoke"))
    found = replace(state, found=not_yet("pier"))
    for width in (120, 80, 60):
        hints = [
            "".join(text for text, _ in foot_of(one, make_keymap({}, {}), width)[1])
            for one in (state, found)
        ]
        assert ["Esc close search" in one for one in hints] == [False, True]


def test_a_quote_and_an_article_are_called_by_name() -> None:
    quote = HARBOUR.quotes[0]
    state = select(State(HARBOUR, "gazette", pane="quotes"), Selection("quote", quote.id))
    assert selection_words(state, 108).startswith("Ada Quill · ")
    state = select(State(HARBOUR, "gazette", pane="articles"), Selection("article", "gazette"))
    assert selection_words(state, 108).startswith("Lumen Gazette · ")


def test_a_long_title_leaves_the_keys_their_room() -> None:
    herald = HARBOUR.article_by_id["herald"]
    long = replace(herald, title="A title that goes on and on " * 6)
    state = State(
        replace(HARBOUR, articles=(*HARBOUR.articles[:2], long)), "herald", pane="articles"
    )
    state = select(state, Selection("article", "herald"))
    for width in (120, 80):
        words = selection_words(state, width * 2 // 3)
        assert words.startswith("A title that goes on")
        assert "… · undated (unknown)" in words
        assert len(words) <= width * 2 // 3
        keys = "".join(text for text, _ in foot_of(state, make_keymap({}, {}), width)[1])
        assert "Enter open" in keys
        assert "? help" in keys
    assert " · undated (unknown) · 2 events · 0 quotes" in selection_words(state, 300)


def test_the_day_at_the_head_of_quotes_and_text_is_not_repeated() -> None:
    quote = HARBOUR.quotes[0]
    state = select(State(HARBOUR, "gazette", pane="quotes"), Selection("quote", quote.id))
    assert "published" not in selection_words(state, 108)
    for elsewhere in (replace(state, grouping="speaker"), give(state, alone=True)):
        assert "published 8 Mar 2030" in selection_words(elsewhere, 108)


def test_the_keys_at_the_foot_stay_while_few_words_change() -> None:
    state = State(HARBOUR, "gazette", pane="timeline")
    keymap = make_keymap({}, {})
    short, longer = (replace(state, notice=notice) for notice in ("Saved", "Saved: no event"))
    assert foot_of(short, keymap, 120)[1] == foot_of(longer, keymap, 120)[1]
    assert (
        foot_of(short, keymap, 120)[1] != foot_of(replace(state, notice="x" * 90), keymap, 120)[1]
    )


@pytest.mark.parametrize(
    ("width", "keys"),
    [
        (120, "Enter open  n next  c compare  / search  b keep  = correct  ? help"),
        (80, "Enter open  n next  / search  b keep  ? help"),
        (60, "Enter open  n next  ? help"),
    ],
)
def test_the_keys_that_are_left_out_last_are_those_most_needed(width: int, keys: str) -> None:
    state = select(State(HARBOUR, "gazette"), Selection("event", "e-spoke"))
    right = foot_of(state, make_keymap({}, {}), width)[1]
    assert "".join(text for text, _ in right).strip() == keys


@pytest.mark.parametrize(
    ("notice", "look"),
    [("Saved", ("mark",)), (Fault("Not saved: no space left"), ("alert",)), ("", ())],
)
def test_only_what_went_wrong_has_the_colour_of_an_alert(
    notice: str, look: tuple[str, ...]
) -> None:
    state = replace(State(HARBOUR, "gazette"), notice=notice)
    words, _ = foot_of(state, make_keymap({}, {}), 120)
    assert words[0][1] == look
