"""Terminal links: only an address gets into one, and nothing can break out of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.ui.terminal.links import CLOSE, SEQUENCE, are_known, begin, safe

HOSTILE = "\x1b\x07\x9c\x9b\r\n\t\\;:/?#%&= aé漢\u202e\ud800"
URLS = st.text(st.sampled_from(HOSTILE + "htps.") | st.characters(), max_size=40).map(
    "https://".__add__
)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a;b=1;c?d=e&f#g",
        "http://example.org",
        "https://[2001:db8::1]:8080/",
    ],
)
def test_an_address_is_taken_as_it_is(address: str) -> None:
    assert safe(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/",
        " https://example.org/",
        "https://example.org/\x1b\\\x1b[2J",
        "https://example.org/\x07",
        "https://example.org/\x9c",
        "https://example.org/\n",
        "https://example.org/a b",
        "https://example.org/" + "a" * 2000,
        "https://example.org/" + "é" * 700,
    ],
)
def test_nothing_else_is_a_link(address: str) -> None:
    assert safe(address) == ""


def test_letters_of_other_scripts_are_encoded() -> None:
    assert safe("https://example.org/Երևան") == (
        "https://example.org/%D4%B5%D6%80%D6%87%D5%A1%D5%B6"
    )


@given(address=URLS)
def test_a_link_begins_with_exactly_one_sequence(address: str) -> None:
    sequence = begin(safe(address))
    assert re.fullmatch(SEQUENCE, sequence)
    assert sequence.isascii()
    assert sequence.count("\x1b") == 2
    assert sequence[1:-2].isprintable()


def test_one_address_has_one_id() -> None:
    address = "https://example.org/a"
    assert begin(address) == begin(address)
    assert begin(address).split(";")[1] != begin(address + "b").split(";")[1]
    assert begin("") == CLOSE


@pytest.mark.parametrize(
    ("environ", "known"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "foot"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, True),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "vt100"}, False),
        ({"TERM": "eterm-color"}, False),
        ({}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4803"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "FORCE_HYPERLINK": "0"}, False),
        ({"TERM": "linux", "FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_where_links_are_known(environ: dict[str, str], known: bool) -> None:
    assert are_known(environ) is known
