"""A small part of the campaign against hostile dossiers, with seeds that change with nothing."""

from __future__ import annotations

import pytest

from fuzz import reading_back
from fuzz.commands import attack
from fuzz.keys import rattle
from fuzz.reloads import reload


@pytest.mark.parametrize("seed", [3, 20, 41])
def test_nothing_foreign_gets_out_of_a_hostile_dossier(seed: int) -> None:
    runs, wrong = attack(seed)
    assert runs >= 8
    assert not wrong


def test_no_key_ends_the_reader() -> None:
    settled, _, wrong = rattle(3, 300)
    assert settled
    assert not wrong


def test_each_change_is_shown_when_it_is_reloaded() -> None:
    settled, end = reload(2)
    assert settled == end > 0


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("csv", "a,b\nfoo;=1+1,c\n"),
        ("markdown", "said <script>alert(1)</script>\n"),
        ("markdown", "[x](https://evil.example)\n"),
        ("timelinejs", '["<img src=x onerror=alert(1)>"]'),
        ("html", "<p>a page without a policy</p>"),
        (
            "ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VCALENDAR\r\n",
        ),
    ],
)
def test_the_readers_see_what_is_foreign(format_: str, text: str) -> None:
    assert list(reading_back.DOSSIER_READERS[format_](text, {"https://news.example"}))


@pytest.mark.parametrize("text", ["\x1b[2J", "a\u202eb", "\x9b6n", "\U000e0041"])
def test_the_readers_see_what_steers(text: str) -> None:
    assert list(reading_back.steering(text))
