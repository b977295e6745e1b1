"""What could deceive a reader or steer a terminal shows; what people write stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.records.visible import suspects, visible, visible_line, with_plain_newlines

SELECTORS = range(0xFE00, 0xFE10)
UNTOUCHED = [
    "Plain words, with\ta tab\nand a line.",
    "“Quotes” – dashes — ellipsis… and a no-break\u00a0space",
    "Հայաստանի վարչապետը",
    "ראש הממשלה אמר",
    "قال رئيس الوزراء",
    "می\u200cشود",  # a Persian verb is written with a joiner
    "क्\u200dष",
    "👨\u200d👩\u200d👧 and ❤\ufe0f",
    "❤\ufe0f\u200d🔥 and 1\ufe0f\u20e3 and ©\ufe0f and 葛\ufe00",
    "ℹ\ufe0e ☎\ufe0e ‼\ufe0f ↔\ufe0f 🏋🏽\ufe0f ㊗\ufe0f",  # as a sign, or as a picture
    "0\ufe00 ∩\ufe00 က\ufe00 、\ufe01 “\ufe00",  # standardized variants
    "e\u0301 as two characters",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == text
    assert suspects(text) == {}


@pytest.mark.parametrize(
    ("text", "shown", "kind"),
    [
        ("a\x00b", "a␀b", "control character"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇", "control character"),
        ("\x1b[2J", "␛[2J", "control character"),
        ("\x9b6n", "\ufffd6n", "control character"),
        ("\x7f", "␡", "control character"),
        ("pay \u202e123", "pay ⇄123", "direction mark"),
        ("\u2066x\u2069", "⇄x⇄", "direction mark"),
        ("\u061c\u200e\u200f", "⇄⇄⇄", "direction mark"),
        ("Pash\u200binyan", "Pash␣inyan", "invisible character"),
        ("a\ufeffb\u00adc\u2060d", "a␣b␣c␣d", "invisible character"),
        ("ab\u200dcd", "ab␣cd", "invisible character"),
        ("❤\ufe0f\ufe00\ufe01", "❤\ufe0f␣␣", "invisible character"),  # bits of a hidden message
        ("a\ufe05b \ufe0f", "a␣b ␣", "invisible character"),
        ("🔥\u200d\u200d\u200d🔥", "🔥␣␣␣🔥", "invisible character"),
        ("a\ufffcb\u2800c\U00013430d", "a␣b␣c␣d", "invisible character"),
        ("tag\U000e0041s", "tag␣s", "invisible character"),
        ("\ud800", "\ufffd", "unusable character"),
    ],
)
def test_what_deceives_shows(text: str, shown: str, kind: str) -> None:
    assert visible(text) == shown
    assert set(suspects(text)) == {kind}


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], max_codepoint=0x2FFF).filter(
            lambda letter: letter.isalpha() and not "\u1000" <= letter <= "\u109f"
        ),
        min_size=1,
    ),
    st.data(),
)
def test_no_message_is_hidden_behind_the_letters_of_an_alphabet(
    letters: str, data: st.DataObject
) -> None:
    behind = st.text(st.sampled_from([chr(code) for code in SELECTORS]), min_size=1)
    plain = letters.replace("ℹ", "i")
    text = "".join(letter + data.draw(behind) for letter in plain)
    assert not set(visible(text)) & {chr(code) for code in SELECTORS}


@pytest.mark.parametrize("before", ["", " ", "\n", ",", ".", "5", "—", "…", "❤\ufe0f", "葛\ufe00"])
def test_a_selector_chooses_among_forms_that_there_are(before: str) -> None:
    chosen = {0xFE0E, 0xFE0F} if before == "5" else set()
    for code in SELECTORS:
        kept = visible(before + chr(code)) == before + chr(code)
        assert kept == (code in chosen), hex(code)


def test_one_line_stays_one_line() -> None:
    assert visible_line("a\nb\tc") == "a␊b␉c"


def test_line_breaks_of_every_kind_become_one() -> None:
    assert with_plain_newlines("1\r\n2\r3\x0b4\x0c5\x856\u20287\u20298\n9") == "\n".join(
        "123456789"
    )


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=150)
def test_offsets_hold_and_no_control_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert suspects(shown) == {}
