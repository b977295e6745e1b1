"""The prompt line, key by key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.ui.prompts.line import LONGEST, Prompt, edit, insert, window

KEYS = st.lists(
    st.one_of(
        st.sampled_from(
            ["left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k"]
        ).map(lambda key: (key, None)),
        st.characters().map(lambda letter: (letter, letter)),
    ),
    max_size=30,
)


@settings(max_examples=150)
@given(KEYS)
def test_the_cursor_stays_in_the_line_and_the_line_is_printable(
    keys: list[tuple[str, str | None]],
) -> None:
    prompt = Prompt()
    for key, character in keys:
        prompt = edit(prompt, key, character) or prompt
        assert 0 <= prompt.cursor <= len(prompt.text) <= LONGEST
        assert prompt.text.isprintable()


@pytest.mark.parametrize(
    ("keys", "text", "cursor"),
    [
        (["home", "x"], "xtwo words", 1),
        (["ctrl+w"], "two ", 4),
        (["ctrl+w", "ctrl+w"], "", 0),
        (["left", "left", "ctrl+k"], "two wor", 7),
        (["backspace", "left", "delete"], "two wor", 7),
        (["ctrl+u", "a"], "a", 1),
    ],
)
def test_editing_keys(keys: list[str], text: str, cursor: int) -> None:
    prompt = Prompt.of("two words")
    for key in keys:
        prompt = edit(prompt, key, key if len(key) == 1 else None) or prompt
    assert prompt == Prompt(text, cursor)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["1", "9"], "19"),
        (["end", "x"], "2023-02-03x"),
        (["left", "x"], "2023-02-0x3"),
        (["home", "x"], "x2023-02-03"),
        (["backspace"], ""),
        (["delete", "x"], "x"),
        (["ctrl+w"], ""),
    ],
)
def test_what_is_selected_is_replaced_by_typing_and_kept_by_a_motion(
    keys: list[str], text: str
) -> None:
    prompt = Prompt.of("2023-02-03", selected=True)
    for key in keys:
        prompt = edit(prompt, key, key if len(key) == 1 else None) or prompt
    assert prompt.text == text
    assert not prompt.selected


def test_pasted_text_replaces_what_is_selected() -> None:
    assert insert(Prompt.of("2023", selected=True), "2024-05").text == "2024-05"
    assert insert(Prompt.of("2023", selected=True), "\x1b").text == "2023"
    assert not Prompt.of("", selected=True).selected


def test_other_keys_edit_nothing() -> None:
    assert edit(Prompt.of("a"), "pagedown", None) is None
    assert edit(Prompt.of("a"), "escape", "\x1b") is None


def test_pasted_text_is_one_clean_line() -> None:
    assert insert(Prompt.of("a"), "b\nc\x1b[d").text == "ab c[d"


def test_a_long_line_shows_the_cursor() -> None:
    before, under, after = window(Prompt.of("abcdefghij"), 4)
    assert (before, under, after) == ("hij", " ", "")
