"""What a terminal sends: keys are keys, and a paste is never one, whatever bytes are in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from armreader.ui.terminal.incoming import END, START, Incoming, Pastes

PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [
            START,
            END,
            END[:4],
            START[:3],
            b"\x1b",
            b"\x1bc",
            b"\x1b[2J",
            b"\x1b]0;x\x07",
            b"\x1b[69u",
        ]
    ),
)
PASTED = st.lists(PIECES, max_size=12).map(b"".join)
CUTS = st.lists(st.integers(0, 200), max_size=8)
TYPED = st.text(st.sampled_from("jkE/?: \r\té中"), max_size=6).map(str.encode)


def cut(data: bytes, places: Iterable[int]) -> list[bytes]:
    """The data in pieces, as a terminal may send it; an escape is never the last of one."""
    at = sorted({0, len(data), *(place for place in places if place < len(data))})
    at = [place for place in at if place in (0, len(data)) or data[place - 1] != 0x1B]
    return [data[start:end] for start, end in pairwise(at)]


def received(pieces: Iterable[bytes]) -> list[Message]:
    incoming = Incoming()
    messages = [message for piece in pieces for message in incoming.feed(piece)]
    return [*messages, *incoming.pause()]


def keys(messages: Iterable[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


@given(TYPED, PASTED, TYPED, CUTS)
@example(b"", b"page\x1bcE", b"", [])
@example(b"j", b"page" + END + b"E", b"k", [])
@example(b"", b"one" + END + b"E" + START + b"two", b"", [9, 14])
def test_a_paste_is_one_message_and_no_key(
    before: bytes, pasted: bytes, after: bytes, cuts: list[int]
) -> None:
    messages = received(cut(before + START + pasted + END + after, cuts))
    assert keys(messages) == keys(received([before])) + keys(received([after]))
    texts = [message.text for message in messages if isinstance(message, events.Paste)]
    assert texts == [pasted.decode("utf-8", "replace")]
    assert len(messages) == len(keys(messages)) + 1


@given(PASTED, CUTS)
def test_a_paste_without_an_end_is_nothing(pasted: bytes, cuts: list[int]) -> None:
    pasted = pasted.replace(END, b"")
    if END not in pasted:
        assert received(cut(START + pasted, cuts)) == []


@given(st.binary(max_size=60), CUTS)
def test_no_bytes_end_the_input(data: bytes, cuts: list[int]) -> None:
    incoming = Incoming()
    for piece in cut(data, cuts):
        list(incoming.feed(piece))
    list(incoming.feed(END))
    list(incoming.pause())
    assert "j" in keys([*incoming.feed(b"    j"), *incoming.pause()])


@given(st.lists(st.binary(max_size=9).filter(lambda data: START not in data), max_size=6))
def test_input_other_than_a_paste_is_passed_on_whole(pieces: list[bytes]) -> None:
    pastes = Pastes()
    data = b"".join(pieces) + b"."
    if START not in data:
        assert b"".join(pastes.take(piece) for piece in [*pieces, b"."]) == data


@pytest.mark.parametrize(
    ("sent", "pressed"),
    [
        ([b"\x1b[", b"A"], ["up"]),
        ([b"\x1b", b"[A"], ["up"]),
        ([b"\x1b[2", b"0~"], ["f9"]),
        ([b"\xc3", b"\xa9"], ["é"]),
        ([b"\x1b[99999999999u", b"j"], ["j"]),
    ],
)
def test_keys_in_pieces(sent: list[bytes], pressed: list[str]) -> None:
    assert keys(received(sent)) == pressed


def test_an_escape_does_not_wait_for_a_paste() -> None:
    assert Pastes().take(b"\x1b") == b"\x1b"


def test_a_start_mark_after_an_escape_that_was_passed_on() -> None:
    assert keys(received([b"\x1b", b"[200~E", END])) == []


def test_a_huge_paste_is_cut() -> None:
    (message,) = received([START, *[b"x" * 65536] * 40, END])
    assert isinstance(message, events.Paste)
    assert len(message.text) == 1 << 20
