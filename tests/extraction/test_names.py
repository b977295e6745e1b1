"""Names that are not those of actors: storms, and two names side by side."""

from __future__ import annotations

import pytest

from armreader.extraction.names import find_actors
from armreader.extraction.sentences import find_sentences
from wire import report


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ann Lee spoke. Hurricane Opal broke the wall. Opal was the fifth storm.", {"Ann Lee"}),
        ("Ann Lee spoke. Tropical Storm Fay broke the wall.", {"Ann Lee"}),
        ("Typhoon Mary broke the wall. Mary Berg lost her house.", {"Mary Berg"}),
        ("The Hurricane Relief Fund paid Ann Lee.", {"Hurricane Relief Fund", "Ann Lee"}),
    ],
)
def test_a_storm_is_no_actor(text: str, named: set[str]) -> None:
    assert {actor.name for actor in report(f"Notes\n{text}", "2021-05-01").actors} == named


def test_she_is_not_the_storm() -> None:
    text = "Notes\nAnn Lee left Elsby. When Hurricane Opal broke the wall, she sold her house."
    one = report(text, "2021-05-01")
    (lee,) = (actor.id for actor in one.actors if actor.kind == "person")
    sold = next(p for p in one.propositions if text[slice(*p.trigger)] == "sold")
    assert sold.actor == lee


def test_two_names_side_by_side_are_not_one() -> None:
    text = (
        "Notes\nNobody met Barack Lund NPT claims it has reached a goal.\n"
        "NPT said it was done. Barack Lund spoke. NPT has sold its shop."
    )
    article = report(text, "2021-05-01").article
    found = find_actors(article, find_sentences(article))
    assert {actor.name for actor in found} == {"Barack Lund", "NPT"}


def test_a_nickname_of_two_words_is_within_a_name() -> None:
    text = "Notes\nThe boss, Vincent “the Nose” Lund, has died. Ivo Berg, a Roman Catholic, left."
    article = report(text, "2021-05-01").article
    found = find_actors(article, find_sentences(article))
    assert {actor.name for actor in found} == {"Vincent Lund", "Ivo Berg"}
